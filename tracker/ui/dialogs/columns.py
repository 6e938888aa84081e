"""The body of a dialog in two columns, a side panel and a form; in a small window the form stands under the panel."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.dialogs.body import SIDE
from tracker.ui.scale import px

SIDE_WIDTH = 398
ACROSS, DOWN = 17, 14
_UNBOUND = 16_777_215


class _Pinned(QWidget):
    """Holds ``panel`` at its top, or as far down as keeps it in sight while a longer form beside it scrolls."""

    def __init__(self, panel: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self._scrolled, self._room = 0, _UNBOUND
        panel.setParent(self)
        self.setFixedWidth(px(SIDE_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def follow(self, scrolled: int, room: int) -> None:
        """Keep the panel in sight after ``scrolled`` px, where ``room`` px of the body are to be seen.

        One that is higher than the room scrolls along until its end is in sight.
        """
        self._scrolled, self._room = scrolled, room
        self._place()

    def _panel_height(self) -> int:
        width = self.width() - 2 * px(ACROSS)
        return self._panel.heightForWidth(width) if self._panel.hasHeightForWidth() else self._panel.sizeHint().height()

    def _place(self) -> None:
        height, width = self._panel_height(), self.width() - 2 * px(ACROSS)
        lowest = self.height() - height - px(DOWN)
        unseen = max(0, height + 2 * px(DOWN) - self._room)
        top = max(px(DOWN), min(self._scrolled - unseen + px(DOWN), lowest))
        self._panel.setGeometry(QRect(px(ACROSS), top, width, height))

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE_WIDTH), self._panel_height() + 2 * px(DOWN))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)


class Columns(QWidget):
    """``panel`` beside, above or without the form, whose column is ``rows``. The panel comes first for Tab, too."""

    def __init__(self, panel: QWidget, body: QScrollArea) -> None:
        super().__init__(body)
        self.panel = panel
        self._is_stacked = False
        self._build()
        self.arrange(shows_panel=False, is_stacked=False)
        self._body = body
        body.verticalScrollBar().valueChanged.connect(self._follow)
        body.verticalScrollBar().rangeChanged.connect(self._follow)

    def _build(self) -> None:
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._beside = _Pinned(self.panel, self)
        self._line = QFrame(self)
        self._line.setObjectName("divider")
        form = QWidget(self)
        self.rows = QVBoxLayout(form)
        self.rows.setContentsMargins(SIDE, px(20), SIDE, px(22))
        self.rows.setSpacing(px(16))
        self._layout.addWidget(self._beside)
        self._layout.addWidget(self._line)
        self._layout.addWidget(form, 1)

    def arrange(self, *, shows_panel: bool, is_stacked: bool) -> None:
        """Show the panel beside the form or above it, or the form alone."""
        self._is_stacked = is_stacked
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(down if is_stacked else across)
        middle = Qt.AlignmentFlag.AlignHCenter if is_stacked else Qt.AlignmentFlag(0)
        self._layout.setAlignment(self._beside, middle)
        self._line.setMinimumSize(0 if is_stacked else 1, 1 if is_stacked else 0)
        self._line.setMaximumSize(_UNBOUND if is_stacked else 1, 1 if is_stacked else _UNBOUND)
        self._beside.setVisible(shows_panel)
        self._line.setVisible(shows_panel)

    def _follow(self) -> None:
        scrolled = 0 if self._is_stacked else self._body.verticalScrollBar().value()
        self._beside.follow(scrolled, self._body.viewport().height())
