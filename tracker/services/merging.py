"""Two records of the same person made one."""

from collections.abc import Collection
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.errors import NotFoundError
from tracker.core.merging import MergePreview, conflicts
from tracker.core.records import Person
from tracker.services.announcing import Announce
from tracker.services.people import SUBJECT
from tracker.store import edits, ownership, queries
from tracker.store.store import Store

MERGE = "merge"


class Merging:
    """Merges the people of one record."""

    def __init__(self, store: Store, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def preview(self, kept_id: UUID, other_id: UUID) -> MergePreview:
        """Return what merging ``other_id`` into ``kept_id`` would do; writes nothing. Raise `NotFoundError`."""
        with self._store.read() as connection:
            kept = _required(queries.person(connection, kept_id), kept_id)
            other = _required(queries.person(connection, other_id), other_id)
            moves = ownership.counts(connection, other_id)
        return MergePreview(kept, other, conflicts(kept, other), moves)

    def merge(self, kept_id: UUID, other_id: UUID, from_other: Collection[str] = ()) -> Person:
        """Give everything of ``other_id`` to ``kept_id``, in one change; the other person is gone then.

        Of the conflicts in ``from_other`` the other's words stand. Raise `NotFoundError` or `NotSavedError`; nothing
        was saved then. `ValueError` where both are the same person.
        """
        if kept_id == other_id:
            raise ValueError("nobody is merged with themselves")
        with self._store.write(ChangeLabel(MERGE, SUBJECT)) as write:
            kept = _required(queries.person(write.connection, kept_id), kept_id)
            other = _required(queries.person(write.connection, other_id), other_id)
            person = MergePreview(kept, other, (), {}).merged(from_other)
            ownership.hand_over_all(write.recorder, other_id, kept_id)
            edits.replace(write.recorder, kept, person)
            ownership.give_up(write.recorder, other, kept_id)
        self._announce(write.change_set)
        return person


def _required(found: Person | None, person_id: UUID) -> Person:
    if found is None:
        raise NotFoundError(SUBJECT, str(person_id))
    return found
