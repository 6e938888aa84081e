"""One point of the face map for keys and screen readers; the map paints it and looks after the mouse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.roving import RowButton

SIZE = 24


class PointButton(RowButton):
    """A button that paints nothing. Space, or pressing it with a screen reader, adds units; the map has other keys."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("point")
        self.setFixedSize(px(SIZE), px(SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # The map shows the point at hand, and with its border that it has the keys.
        self.setProperty("noFocusRing", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        pass
