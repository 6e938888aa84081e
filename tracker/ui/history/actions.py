"""What can be done with selected entries, with the keys that do it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence


class EntryActions(QObject):
    """Edit, duplicate, copy, delete, changes, what happened, who had the lot: for the menu and the table's keys."""

    editAsked = Signal()
    duplicateAsked = Signal()
    copyAsked = Signal()
    deleteAsked = Signal()
    happenedAsked = Signal()
    lotAsked = Signal()
    changesAsked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._edit = self._action(self.tr("&Edit…"), QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter))
        self._duplicate = self._action(self.tr("D&uplicate…"), QKeySequence("Ctrl+Shift+D"))
        self._copy = self._action(self.tr("&Copy"), QKeySequence(QKeySequence.StandardKey.Copy))
        self._happened = self._action(self.tr("What ha&ppened…"))
        self._lot = self._action(self.tr("&Who had this lot?"))
        self._delete = self._action(self.tr("&Delete"), QKeySequence(Qt.Key.Key_Delete))
        self._changes = self._action(self.tr("C&hanges of this entry…"), QKeySequence("Alt+Return"))

    def _action(self, text: str, *keys: QKeySequence) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(list(keys))
        return action

    def _connect(self) -> None:
        self._edit.triggered.connect(self.editAsked)
        self._duplicate.triggered.connect(self.duplicateAsked)
        self._copy.triggered.connect(self.copyAsked)
        self._delete.triggered.connect(self.deleteAsked)
        self._happened.triggered.connect(self.happenedAsked)
        self._lot.triggered.connect(self.lotAsked)
        self._changes.triggered.connect(self.changesAsked)

    def all(self) -> tuple[QAction, ...]:
        """Return the actions in the order of the menu."""
        return self._edit, self._duplicate, self._happened, self._lot, self._copy, self._delete, self._changes

    def allow(self, selected: int, *, is_treatment: bool = False, has_lot: bool = False) -> None:
        """Switch on what can be done with ``selected`` entries; what one alone is tells what it can be asked."""
        for action, is_asked in ((self._happened, is_treatment), (self._lot, has_lot)):
            action.setVisible(selected == 1 and is_asked)
            action.setEnabled(selected == 1 and is_asked)
        for action in (self._edit, self._duplicate, self._changes):
            action.setEnabled(selected == 1)
        for action in (self._copy, self._delete):
            action.setEnabled(selected > 0)
