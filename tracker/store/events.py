"""Reading what the spacing engine needs: a few columns of treatments, of one person or of everybody's latest day."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select

from tracker.core.records import Kind
from tracker.core.spacing import Event
from tracker.store.schema import BOTOX, MICRODERMABRASION, PERSON

Events = dict[UUID, list[Event]]

_PERSON_ID = bindparam("person", type_=PERSON.c.id.type)
_DAY = bindparam("day", type_=BOTOX.c.given_on.type)
_COLUMNS = {
    Kind.BOTOX: (BOTOX.c.given_on, BOTOX.c.given_at, BOTOX.c.entered, BOTOX.c.product, BOTOX.c.is_touch_up),
    Kind.MICRODERMABRASION: (
        MICRODERMABRASION.c.given_on,
        MICRODERMABRASION.c.given_at,
        MICRODERMABRASION.c.entered,
        MICRODERMABRASION.c.setting,
        MICRODERMABRASION.c.device,
    ),
}
_TABLES = {Kind.BOTOX: BOTOX, Kind.MICRODERMABRASION: MICRODERMABRASION}
_OF_PERSON = {
    kind: select(table.c.id, *_COLUMNS[kind]).where(table.c.person_id == _PERSON_ID) for kind, table in _TABLES.items()
}


def _latest_day(kind: Kind) -> Select[Any]:
    table = _TABLES[kind]
    earlier = table.alias("earlier")
    last = (
        select(func.max(earlier.c.given_on))
        .where(earlier.c.person_id == PERSON.c.id, earlier.c.given_on <= _DAY)
        .correlate(PERSON)
        .scalar_subquery()
    )
    return (
        select(table.c.person_id, *_COLUMNS[kind])
        .select_from(PERSON)
        .join(table, (table.c.person_id == PERSON.c.id) & (table.c.given_on == last))
    )


_LATEST = {kind: _latest_day(kind) for kind in _TABLES}
_LATEST_OF_PERSON = {kind: statement.where(PERSON.c.id == _PERSON_ID) for kind, statement in _LATEST.items()}
_LATEST_OF_ALL = {kind: statement.where(PERSON.c.is_archived.is_(False)) for kind, statement in _LATEST.items()}


def events_of(connection: Connection, person_id: UUID) -> dict[UUID, Event]:
    """Return the events of all treatments of one person by the treatment's id, in no order."""
    found: dict[UUID, Event] = {}
    for kind, statement in _OF_PERSON.items():
        for treatment_id, *values in connection.execute(statement, {"person": person_id}).all():
            found[treatment_id] = _event(kind, values)
    return found


def latest_events(connection: Connection, on: date, person_id: UUID | None = None) -> Events:
    """Return by person, for each treatment, all events of its latest day on or before ``on``.

    No older event decides a full treatment. Everybody but the archived, or ``person_id`` alone. One SELECT a kind.
    """
    statements = _LATEST_OF_ALL if person_id is None else _LATEST_OF_PERSON
    found: Events = {}
    for kind, statement in statements.items():
        for owner, *values in connection.execute(statement, {"day": on, "person": person_id}).all():
            found.setdefault(owner, []).append(_event(kind, values))
    return found


def _event(kind: Kind, values: Iterable[Any]) -> Event:
    on, at, entered, first, second = values
    if kind is Kind.BOTOX:
        return Event(kind=kind, on=on, at=at, entered=entered, product=first, is_touch_up=second)
    return Event(kind=kind, on=on, at=at, entered=entered, setting=first, device=second)
