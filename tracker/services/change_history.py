"""The record's history: what was changed of an entry or of a person, page by page, newest first."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from uuid import UUID

from tracker.core.change_history import PAGE, ChangeKey, ChangePage, RecordedChange, Wanted
from tracker.store import change_history
from tracker.store.store import Store


class ChangeHistory:
    """Reads the changes of one record; ``most`` changes are in memory, however many there are."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def latest_at(self) -> datetime | None:
        """Return the moment (UTC) of the latest change by the clock of then, None before the first change."""
        with self._store.read() as connection:
            return change_history.latest_at(connection)

    def of_person(
        self, person_id: UUID, start: ChangeKey | None = None, *, wanted: Wanted | None = None, most: int = PAGE
    ) -> ChangePage:
        """Return at most ``most`` changes of one person's data from ``start`` on, those that are ``wanted``."""
        with self._store.read() as connection:
            return _page(change_history.of_person(connection, person_id, start), wanted, most)

    def of_entry(
        self, entry_id: UUID, start: ChangeKey | None = None, *, wanted: Wanted | None = None, most: int = PAGE
    ) -> ChangePage:
        """Return changes of one entry with its points, adverse events and amendments, as `of_person` does.

        An entry that is gone, or was somebody else's before, has its changes still.
        """
        with self._store.read() as connection:
            return _page(change_history.of_entry(connection, entry_id, start), wanted, most)


def _page(changes: Iterator[RecordedChange], wanted: Wanted | None, most: int) -> ChangePage:
    found = list(islice((change for change in changes if wanted is None or wanted(change)), most + 1))
    return ChangePage(tuple(found[:most]), found[most].key if len(found) > most else None)
