"""What was being typed when the record was locked: kept inside it, and given back once it is open again."""

from collections.abc import Sequence

from tracker.core.changes import ChangeLabel
from tracker.core.unfinished import Unfinished
from tracker.store import unfinished
from tracker.store.store import Store

_KEPT = ChangeLabel("keep", "unfinished")


class UnfinishedWork:
    """No data of anybody yet: nobody hears of it, no change records it, and undo knows nothing of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, dialogs: Sequence[Unfinished]) -> None:
        """Keep what stands in ``dialogs``. Raise `NotSavedError`; nothing was kept then."""
        with self._store.write(_KEPT) as write:
            unfinished.keep(write.connection, dialogs)

    def all(self) -> tuple[Unfinished, ...]:
        """Return what is kept, in the order in which it was opened."""
        with self._store.read() as connection:
            return unfinished.kept(connection)

    def forget(self) -> None:
        """Keep nothing any more. Raise `NotSavedError`; it is still kept then."""
        with self._store.write(_KEPT) as write:
            unfinished.forget(write.connection)
