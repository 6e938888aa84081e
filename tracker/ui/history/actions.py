"""What can be done with selected entries, with the keys that do it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from tracker.ui.shortcuts import SIGN
from tracker.ui.writing_switch import mark_changing


class EntryActions(QObject):
    """What can be done with entries: for the context menu and the keys of the table."""

    editAsked = Signal()
    duplicateAsked = Signal()
    copyAsked = Signal()
    signAsked = Signal()
    moveAsked = Signal()
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
        self._sign = self._action(self.tr("&Sign"), QKeySequence(SIGN))
        self._happened = self._action(self.tr("What ha&ppened…"))
        self._lot = self._action(self.tr("&Who had this lot?"))
        self._move = self._action(self.tr("&Move to another person…"))
        self._delete = self._action(self.tr("&Delete"), QKeySequence(Qt.Key.Key_Delete))
        self._changes = self._action(self.tr("C&hanges of this entry…"), QKeySequence("Alt+Return"))
        mark_changing(self._edit, self._duplicate, self._sign, self._happened, self._move, self._delete)

    def _action(self, text: str, *keys: QKeySequence) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(list(keys))
        return action

    def _connect(self) -> None:
        self._edit.triggered.connect(self.editAsked)
        self._duplicate.triggered.connect(self.duplicateAsked)
        self._copy.triggered.connect(self.copyAsked)
        self._sign.triggered.connect(self.signAsked)
        self._move.triggered.connect(self.moveAsked)
        self._delete.triggered.connect(self.deleteAsked)
        self._happened.triggered.connect(self.happenedAsked)
        self._lot.triggered.connect(self.lotAsked)
        self._changes.triggered.connect(self.changesAsked)

    def all(self) -> tuple[QAction, ...]:
        """Return the actions in the order of the menu."""
        asked, changed = (self._happened, self._lot), (self._sign, self._move, self._delete, self._changes)
        return self._edit, self._duplicate, *asked, self._copy, *changed

    def allow(
        self,
        selected: int,
        *,
        unsigned: int = 0,
        is_signed: bool = False,
        is_treatment: bool = False,
        has_lot: bool = False,
    ) -> None:
        """Switch on what can be done with ``selected`` entries, of which ``unsigned`` can be signed.

        What one alone is tells what it can be asked; ``is_signed``: it is amended rather than edited.
        """
        self._edit.setText(self.tr("&Amend…") if is_signed else self.tr("&Edit…"))
        self._sign.setEnabled(unsigned > 0)
        self._sign.setVisible(unsigned > 0)
        for action, is_asked in ((self._happened, is_treatment), (self._lot, has_lot)):
            action.setVisible(selected == 1 and is_asked)
            action.setEnabled(selected == 1 and is_asked)
        for action in (self._edit, self._duplicate, self._changes):
            action.setEnabled(selected == 1)
        for action in (self._copy, self._delete):
            action.setEnabled(selected > 0)

    def allow_move(self, *, has_others: bool, is_movable: bool) -> None:
        """Offer to move an entry where there is somebody to whom it could go; not one that is signed."""
        self._move.setVisible(has_others)
        self._move.setEnabled(has_others and is_movable)
