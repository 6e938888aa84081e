"""The field in which a client is searched for; the keys of the list work in it too."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.shortcuts import FIND_CLIENT
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import key_words
from tracker.ui.widgets.search_line import SearchLine

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ICON_ROOM, _HINT_SIDE, _BETWEEN = 31, 11, 6


class ClientSearch(SearchLine):
    """Words of a name, a number or a phone. ``stepped`` carries a key that moves in the list."""

    stepped = Signal(QKeyEvent)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._hint = key_words(FIND_CLIENT)
        self.setObjectName("clientSearch")
        self.setPlaceholderText(self.tr("Name, number or phone"))
        self.setAccessibleName(self.tr("Search clients by name, number, phone, e-mail or birth date"))
        self.setFixedHeight(px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(event)
        elif event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def _on_escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        hint = ui_font(CAPTION)
        width = QFontMetrics(hint).horizontalAdvance(self._hint)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        left = self.width() - px(_HINT_SIDE) - width
        # Qt begins a placeholder at the side where its own words begin, which may be the side of the key.
        if self.text() or self.isRightToLeft() or left < px(_ICON_ROOM) + words + px(_BETWEEN):
            return
        painter = QPainter(self)
        painter.setFont(hint)
        painter.setPen(self._theme.color("text3"))
        painter.drawText(QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self._hint)
