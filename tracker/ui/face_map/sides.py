"""Two cards side by side, or under one another where there is no room for both."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.card import Card

GAP, NARROW = 16, 720


class Sides(QWidget):
    """Holds two cards. Side by side they may shrink until what is in them scrolls; Qt would ask for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(GAP))

    def hold(self, first: Card, second: Card, shares: tuple[int, int]) -> None:
        """Take in the two cards; ``shares`` are their parts of the width."""
        self._cards = [first, second]
        for card, share in zip(self._cards, shares, strict=True):
            self._row.addWidget(card, share)

    @property
    def is_stacked(self) -> bool:
        """Return whether one card stands under the other."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        if self.is_stacked:
            height = sum(card.inner.totalHeightForWidth(card.width()) for card in self._cards) + px(GAP)
        else:
            height = max((card.inner.totalMinimumHeightForWidth(card.width()) for card in self._cards), default=0)
        return QSize(super().minimumSizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(NARROW)
        if is_narrow != self.is_stacked:
            directions = QBoxLayout.Direction
            self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.updateGeometry()
