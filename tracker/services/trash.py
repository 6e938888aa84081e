"""What was deleted lately, and the way back."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.errors import NotFoundError
from tracker.core.trash import KEPT_DAYS, Deleted
from tracker.services.announcing import Announce
from tracker.store import trash
from tracker.store.store import Store

BRING_BACK = "bring_back"


class Trash:
    """The deleted entries, adverse events and contacts of one record."""

    def __init__(self, store: Store, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._clock = clock
        self._announce = announce

    def deleted(self, person_id: UUID | None = None) -> tuple[Deleted, ...]:
        """Return what can be brought back, the latest first; of one person where one is named."""
        since = self._clock.now() - timedelta(days=KEPT_DAYS)
        with self._store.read() as connection:
            found = trash.deleted(connection, since)
        return tuple(one for one in found if person_id in (None, one.person_id))

    def bring_back(self, ids: Sequence[UUID]) -> None:
        """Bring deleted records back, all in one change, with what was deleted along with them.

        Raise `NotFoundError`, where one is there again or is offered no more, or `NotSavedError`; nothing was saved.
        """
        asked = set(ids)
        since = self._clock.now() - timedelta(days=KEPT_DAYS)
        with self._store.write(ChangeLabel(BRING_BACK, "entries", count=len(asked))) as write:
            wanted = [one for one in trash.deleted(write.connection, since) if one.record.id in asked]
            missing = asked - {one.record.id for one in wanted}
            if missing:
                raise NotFoundError("entry", str(min(missing)))
            write.relabel(_label(wanted))
            trash.bring_back(write.recorder, wanted)
        self._announce(write.change_set)


def _label(wanted: Sequence[Deleted]) -> ChangeLabel:
    """Return the name of the verb: after its record where there is only one."""
    if len(wanted) != 1:
        return ChangeLabel(BRING_BACK, "entries", count=len(wanted))
    (one,) = wanted
    return ChangeLabel(BRING_BACK, one.table, one.on.isoformat())
