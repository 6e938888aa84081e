"""Reading people and entries: prebuilt statements over columns, made into records.

One person's entries take four SELECTs, however many there are; so do the entries of everybody.
"""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, bindparam, func, select

from tracker.core.chronology import chronological
from tracker.core.records import Botox, Entry, InjectionPoint, Kind, Person
from tracker.store import rows
from tracker.store.schema import BOTOX, INJECTION_POINT, MICRODERMABRASION, PERSON, RATING

EntryT = TypeVar("EntryT", Botox, Entry)
ENTRY_TABLES = {Kind.BOTOX: BOTOX, Kind.MICRODERMABRASION: MICRODERMABRASION, Kind.RATING: RATING}

_PERSON_ID = bindparam("person", type_=PERSON.c.id.type)
_IDS = bindparam("ids", type_=PERSON.c.id.type, expanding=True)
_POINT = INJECTION_POINT.c

_PEOPLE = select(*PERSON.columns)
_PERSON = _PEOPLE.where(PERSON.c.id == _PERSON_ID)
_PEOPLE_NAMED = _PEOPLE.where(PERSON.c.name == bindparam("name"))
_PEOPLE_NOT_ARCHIVED = _PEOPLE.where(PERSON.c.is_archived.is_(False))
_PEOPLE_COUNT = select(func.count()).select_from(PERSON)

_ENTRY_COUNTS = [select(func.count()).select_from(table) for table in ENTRY_TABLES.values()]
_ALL = {kind: select(*table.columns) for kind, table in ENTRY_TABLES.items()}
_OF_IDS = {kind: _ALL[kind].where(table.c.id.in_(_IDS)) for kind, table in ENTRY_TABLES.items()}
_OF_PERSON = {kind: _ALL[kind].where(table.c.person_id == _PERSON_ID) for kind, table in ENTRY_TABLES.items()}


def _latest_day(table: Table, *equal: str) -> Select[Any]:
    def matches(source: FromClause) -> list[ColumnElement[bool]]:
        return [source.c.person_id == _PERSON_ID, *(source.c[name] == bindparam(name) for name in equal)]

    earlier = table.alias("earlier")
    last = select(func.max(earlier.c.given_on)).where(*matches(earlier)).scalar_subquery()
    return select(*table.columns).where(table.c.given_on == last, *matches(table))


_LATEST_DAY = {kind: _latest_day(table) for kind, table in ENTRY_TABLES.items()}
_LATEST_DAY_OF_PRODUCT = _latest_day(BOTOX, "product")
_TOUCH_UPS = _ALL[Kind.BOTOX].where(BOTOX.c.touch_up_of.in_(_IDS))

_POINTS = select(_POINT.botox_id, _POINT.units, _POINT.site, _POINT.x, _POINT.y)
_POINTS = _POINTS.order_by(_POINT.botox_id, _POINT.position)
_POINTS_OF_IDS = _POINTS.where(_POINT.botox_id.in_(_IDS))
_POINTS_OF_PERSON = _POINTS.where(_POINT.botox_id.in_(select(BOTOX.c.id).where(BOTOX.c.person_id == _PERSON_ID)))


def people(connection: Connection, *, include_archived: bool) -> tuple[Person, ...]:
    """Return everybody, in no order."""
    statement = _PEOPLE if include_archived else _PEOPLE_NOT_ARCHIVED
    return rows.people(connection.execute(statement))


def people_of(connection: Connection, person_id: UUID) -> tuple[Person, ...]:
    """Return the one person of that id, or none."""
    return rows.people(connection.execute(_PERSON, {"person": person_id}))


def person(connection: Connection, person_id: UUID) -> Person | None:
    """Return one person, None where there is none of that id."""
    return next(iter(people_of(connection, person_id)), None)


def people_named(connection: Connection, name: str) -> tuple[Person, ...]:
    """Return all whose name is exactly ``name``."""
    return rows.people(connection.execute(_PEOPLE_NAMED, {"name": name}))


def people_count(connection: Connection) -> int:
    """Return how many people there are, the archived included."""
    return int(connection.execute(_PEOPLE_COUNT).scalar_one())


def entries_count(connection: Connection) -> int:
    """Return how many entries there are of everybody."""
    return sum(connection.execute(statement).scalar_one() for statement in _ENTRY_COUNTS)


def entries_of(connection: Connection, person_id: UUID) -> tuple[Entry, ...]:
    """Return all entries of one person, newest first."""
    found = _entries(connection, _OF_PERSON, _POINTS_OF_PERSON, {"person": person_id})
    return tuple(reversed(chronological(found)))


def all_entries(connection: Connection) -> list[Entry]:
    """Return all entries of everybody, in no order."""
    return _entries(connection, _ALL, _POINTS, {})


def entries_by_id(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Entry]:
    """Return the entries of ``ids`` that there are."""
    return {entry.id: entry for entry in _entries(connection, _OF_IDS, _POINTS_OF_IDS, {"ids": ids})}


def latest(connection: Connection, person_id: UUID, kind: Kind) -> Entry | None:
    """Return the latest entry of ``kind`` of one person."""
    parameters = {"person": person_id}
    if kind is Kind.BOTOX:
        return _last(_botoxes(connection, _LATEST_DAY[kind], parameters))
    return _last(_others(connection, kind, _LATEST_DAY[kind], parameters))


def latest_of_product(connection: Connection, person_id: UUID, product: str) -> Botox | None:
    """Return the latest botox treatment of one person with ``product``."""
    return _last(_botoxes(connection, _LATEST_DAY_OF_PRODUCT, {"person": person_id, "product": product}))


def touch_ups_of(connection: Connection, ids: Sequence[UUID]) -> list[Botox]:
    """Return the touch-ups that belong to the botox treatments of ``ids``."""
    return _botoxes(connection, _TOUCH_UPS, {"ids": ids})


def _entries(
    connection: Connection, statements: dict[Kind, Select[Any]], points: Select[Any], parameters: dict[str, Any]
) -> list[Entry]:
    of_botox = rows.points_by_botox(connection.execute(points, parameters))
    found: list[Entry] = []
    found += rows.botoxes(connection.execute(statements[Kind.BOTOX], parameters), of_botox)
    found += _others(connection, Kind.MICRODERMABRASION, statements[Kind.MICRODERMABRASION], parameters)
    found += _others(connection, Kind.RATING, statements[Kind.RATING], parameters)
    return found


def _others(connection: Connection, kind: Kind, statement: Select[Any], parameters: dict[str, Any]) -> Sequence[Entry]:
    found = connection.execute(statement, parameters)
    return rows.sessions(found) if kind is Kind.MICRODERMABRASION else rows.ratings(found)


def _botoxes(connection: Connection, statement: Select[Any], parameters: dict[str, Any]) -> list[Botox]:
    found = connection.execute(statement, parameters).all()
    points: dict[UUID, tuple[InjectionPoint, ...]] = {}
    if found:
        ids = [row.id for row in found]
        points = rows.points_by_botox(connection.execute(_POINTS_OF_IDS, {"ids": ids}))
    return rows.botoxes(found, points)


def _last(entries: Sequence[EntryT]) -> EntryT | None:
    return chronological(entries)[-1] if entries else None
