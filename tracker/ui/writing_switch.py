"""Switches everything off that would change a record which is only read, wherever it stands and whenever it is made."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QActionEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

_MARK = "changesRecord"
_OF_BUTTONS = (QEvent.Type.Polish, QEvent.Type.Show, QEvent.Type.EnabledChange)
_OF_ACTIONS = (QEvent.Type.ActionAdded, QEvent.Type.ActionChanged)


def mark_changing(*parts: QAbstractButton | QAction) -> None:
    """Mark what changes the record when it is used: it is off while the record is only read."""
    for part in parts:
        part.setProperty(_MARK, True)


class WritingSwitch(QObject):
    """Watches the application only as long as it is off; what it switched off is on again afterwards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._why = ""
        self._switched: list[tuple[QAbstractButton | QAction, str]] = []

    def switch_off(self, why: str) -> None:
        """Switch all marked buttons and actions off; ``why`` is their tooltip."""
        application = QApplication.instance()
        if self._why or not isinstance(application, QApplication):
            return
        self._why = why
        application.installEventFilter(self)
        for widget in application.allWidgets():
            for part in (widget, *widget.actions()):
                self._forbid(part)

    def switch_on(self) -> None:
        """Leave buttons and actions alone again; what follows the record says which of them can be used."""
        application = QApplication.instance()
        if not self._why or application is None:
            return
        application.removeEventFilter(self)
        self._why = ""
        switched, self._switched = self._switched, []
        for part, tooltip in switched:
            if isValid(part):
                part.setToolTip(tooltip)
                part.setEnabled(True)

    def _forbid(self, part: QObject) -> None:
        if isinstance(part, QAbstractButton | QAction) and part.isEnabled() and part.property(_MARK):
            self._switched.append((part, part.toolTip()))
            part.setEnabled(False)
            part.setToolTip(self._why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _OF_BUTTONS:
            self._forbid(watched)
        elif kind in _OF_ACTIONS and isinstance(event, QActionEvent):
            self._forbid(event.action())
        return False
