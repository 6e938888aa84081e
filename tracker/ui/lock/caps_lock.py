"""Whether Caps Lock is on, as far as what is typed tells it: Qt does not say, and each system has its own way."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class CapsLock(QObject):
    """Watches the keys of ``field``. ``changed`` follows when it is known anew."""

    changed = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.is_on = False
        self._is_known = False
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._look_at(event)
        return False

    def _look_at(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            # Before the first letter nobody knows what the key switches.
            self._take(not self.is_on, is_known=self._is_known)
        elif len(letter := event.text()) == 1 and letter.lower() != letter.upper():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._take(letter.isupper() != has_shift, is_known=True)

    def _take(self, is_on: bool, *, is_known: bool) -> None:
        if is_known and is_on != self.is_on:
            self.is_on = is_on
            self.changed.emit()
        self._is_known = is_known
