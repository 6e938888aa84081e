"""What can be done with selected entries, with the keys that do it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence


class EntryActions(QObject):
    """Edit, duplicate, copy, move and delete, for the context menu and the keys of the table."""

    editAsked = Signal()
    duplicateAsked = Signal()
    copyAsked = Signal()
    moveAsked = Signal()
    deleteAsked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._edit = self._action(self.tr("&Edit…"), QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter))
        self._duplicate = self._action(self.tr("D&uplicate…"), QKeySequence("Ctrl+Shift+D"))
        self._copy = self._action(self.tr("&Copy"), QKeySequence(QKeySequence.StandardKey.Copy))
        self._move = self._action(self.tr("&Move to another person…"))
        self._delete = self._action(self.tr("&Delete"), QKeySequence(Qt.Key.Key_Delete))

    def _action(self, text: str, *keys: QKeySequence) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(list(keys))
        return action

    def _connect(self) -> None:
        self._edit.triggered.connect(self.editAsked)
        self._duplicate.triggered.connect(self.duplicateAsked)
        self._copy.triggered.connect(self.copyAsked)
        self._move.triggered.connect(self.moveAsked)
        self._delete.triggered.connect(self.deleteAsked)

    def all(self) -> tuple[QAction, ...]:
        """Return the actions in the order of the menu."""
        return self._edit, self._duplicate, self._copy, self._move, self._delete

    def allow(self, selected: int) -> None:
        """Switch on what can be done with ``selected`` entries."""
        for action in (self._edit, self._duplicate):
            action.setEnabled(selected == 1)
        for action in (self._copy, self._delete):
            action.setEnabled(selected > 0)

    def allow_move(self, *, has_others: bool, is_movable: bool) -> None:
        """Offer to move an entry where there is somebody to whom it could go; not one that is signed."""
        self._move.setVisible(has_others)
        self._move.setEnabled(has_others and is_movable)
