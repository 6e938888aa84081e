"""One answer to whom a record is for: a picture, a name, what it offers, and a radio button."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from tracker.core.practice_settings import Mode
from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.restyle import restyle

DISC, ICON = 40, 20


class IconDisc(QWidget):
    """An icon on a disc. Decoration: what it says stands under it in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(DISC), px(DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = active_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("selected"))
        painter.drawEllipse(self.rect())
        drawn = pixmap(self._name, theme, "accent", px(ICON), self.devicePixelRatioF())
        inset = (px(DISC) - px(ICON)) // 2
        painter.drawPixmap(QPoint(inset, inset), drawn)


class ChoiceCard(Card):
    """Pressed anywhere, it is chosen. ``chosen`` follows that; ``mode`` is what it answers."""

    chosen = Signal()

    def __init__(self, mode: Mode, icon: str, title: str, offers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(20, 18))
        self.mode = mode
        self.setProperty("choice", True)
        self._build(icon, title, offers)
        self.radio.toggled.connect(self._on_toggled)

    def _build(self, icon: str, title: str, offers: Sequence[str]) -> None:
        self.radio = QRadioButton(self)
        self.radio.setObjectName(f"for-{self.mode.value}")
        self.radio.setAccessibleName(title.replace("&", ""))
        self.radio.setAccessibleDescription(". ".join(offers))
        self.radio.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        label = PlainLabel(title, "section", self)
        label.setBuddy(self.radio)
        head = QHBoxLayout()
        head.addWidget(IconDisc(icon, self))
        head.addStretch(1)
        head.addWidget(self.radio)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(10))
        self.inner.addWidget(label)
        for offer in offers:
            self.inner.addSpacing(px(6))
            self.inner.addLayout(self._ticked(offer))
        self.inner.addStretch(1)

    def _ticked(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Drawing("check", "accent", 16, self))
        row.addWidget(PlainLabel(text, "muted", self, wrap=True), 1)
        return row

    def _on_toggled(self, is_on: bool) -> None:
        self.setProperty("isChosen", is_on)
        # Tab reaches the answer given; arrows go on from it.
        self.radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.ClickFocus)
        restyle(self)
        if is_on:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
