"""Undo and redo of every change; the list is kept in the file and works after a restart."""

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.services.announcing import Announce
from tracker.store import undo_list
from tracker.store.store import Store


class Undo:
    """The undo list of one record."""

    def __init__(self, store: Store, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    @property
    def next_undo(self) -> ChangeLabel | None:
        """Return the change that `undo` would take back, None where there is none."""
        with self._store.read() as connection:
            step = undo_list.next_undo(connection)
        return None if step is None else step.label

    @property
    def next_redo(self) -> ChangeLabel | None:
        """Return the change that `redo` would do once more, None where there is none."""
        with self._store.read() as connection:
            step = undo_list.next_redo(connection)
        return None if step is None else step.label

    def undo(self) -> ChangeSet:
        """Take the latest change back. Raise `UndoConflictError` or `NotSavedError`; nothing changed then."""
        change_set = self._store.undo()
        self._announce(change_set)
        return change_set

    def redo(self) -> ChangeSet:
        """Do the change last taken back again. Raise `UndoConflictError` or `NotSavedError`; nothing changed then."""
        change_set = self._store.redo()
        self._announce(change_set)
        return change_set
