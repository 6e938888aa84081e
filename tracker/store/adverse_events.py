"""Reading adverse events, of a person or of treatments, oldest onset first."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from tracker.core.adverse_events import AdverseEvent
from tracker.store import rows
from tracker.store.plain import PLAIN
from tracker.store.schema import ADVERSE_EVENT

_EVENTS = PLAIN["adverse_event"].table
_PERSON_ID = bindparam("person", type_=ADVERSE_EVENT.c.id.type)
_IDS = bindparam("ids", type_=ADVERSE_EVENT.c.id.type, expanding=True)
_OF_PERSON = select(_EVENTS).where(_EVENTS.c.person_id == _PERSON_ID)
_OF_ENTRIES = select(_EVENTS).where(_EVENTS.c.entry_id.in_(_IDS))
_FIRST_ONSETS = select(_EVENTS.c.entry_id, func.min(_EVENTS.c.onset_on)).group_by(_EVENTS.c.entry_id)
_BY_ID = select(_EVENTS).where(_EVENTS.c.id.in_(_IDS))


def events_of(connection: Connection, person_id: UUID) -> tuple[AdverseEvent, ...]:
    """Return all adverse events of one person."""
    return _in_order(rows.adverse_events(connection.execute(_OF_PERSON, {"person": person_id}).all()))


def events_of_entries(connection: Connection, entry_ids: Sequence[UUID]) -> tuple[AdverseEvent, ...]:
    """Return the adverse events of treatments."""
    return _in_order(rows.adverse_events(connection.execute(_OF_ENTRIES, {"ids": list(entry_ids)}).all()))


def all_events(connection: Connection) -> list[AdverseEvent]:
    """Return the adverse events of everybody, in no order."""
    return rows.adverse_events(connection.execute(select(_EVENTS)).all())


def first_onsets(connection: Connection) -> dict[UUID, date]:
    """Return for each treatment after which something happened the day on which the first of it began."""
    return {UUID(entry_id): date.fromisoformat(onset) for entry_id, onset in connection.execute(_FIRST_ONSETS)}


def event_by_id(connection: Connection, event_id: UUID) -> AdverseEvent | None:
    """Return one adverse event, None where there is none of that id."""
    return next(iter(rows.adverse_events(connection.execute(_BY_ID, {"ids": [event_id]}).all())), None)


def _in_order(events: list[AdverseEvent]) -> tuple[AdverseEvent, ...]:
    return tuple(sorted(events, key=lambda event: (event.onset_on, event.entered)))
