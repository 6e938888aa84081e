"""Reading people and entries: prebuilt statements over columns, made into records.

One person's entries take four SELECTs, however many there are; so do the entries of everybody.
"""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, bindparam, func, literal_column, select

from tracker.core.chronology import chronological
from tracker.core.records import Botox, Entry, Kind, Person
from tracker.store import rows
from tracker.store.plain import PLAIN, fetched
from tracker.store.schema import BOTOX, PERSON

EntryT = TypeVar("EntryT", Botox, Entry)
_ENTRIES = {kind: PLAIN[kind.value].table for kind in Kind}

_PEOPLE = PLAIN["person"].table
_BOTOX = _ENTRIES[Kind.BOTOX]
_POINTS = PLAIN["injection_point"].table
_PERSON_ID = bindparam("person", type_=PERSON.c.id.type)
_IDS = bindparam("ids", type_=BOTOX.c.id.type, expanding=True)

_EVERYBODY = select(_PEOPLE)
_PERSON = _EVERYBODY.where(_PEOPLE.c.id == _PERSON_ID)
_PEOPLE_NAMED = _EVERYBODY.where(_PEOPLE.c.name == bindparam("name"))
_NOT_ARCHIVED = _EVERYBODY.where(_PEOPLE.c.is_archived == 0)
_BY_ID = _NOT_ARCHIVED.where(_PEOPLE.c.id > "")
_FIRST = _NOT_ARCHIVED.order_by(literal_column("rowid")).limit(1)
_PEOPLE_COUNT = select(func.count()).select_from(_PEOPLE)
_NOT_ARCHIVED_COUNT = _PEOPLE_COUNT.where(_PEOPLE.c.is_archived == 0)

_ENTRY_COUNTS = [select(func.count()).select_from(table) for table in _ENTRIES.values()]
_ENTRY_COUNTS_OF_PERSON = [
    count.where(table.c.person_id == _PERSON_ID) for count, table in zip(_ENTRY_COUNTS, _ENTRIES.values(), strict=True)
]
_ALL = {kind: select(table) for kind, table in _ENTRIES.items()}
_OF_IDS = {kind: _ALL[kind].where(table.c.id.in_(_IDS)) for kind, table in _ENTRIES.items()}
_OF_PERSON = {kind: _ALL[kind].where(table.c.person_id == _PERSON_ID) for kind, table in _ENTRIES.items()}


def _latest_day(table: Table, *equal: str) -> Select[Any]:
    def matches(source: FromClause) -> list[ColumnElement[bool]]:
        return [source.c.person_id == _PERSON_ID, *(source.c[name] == bindparam(name) for name in equal)]

    earlier = table.alias("earlier")
    last = select(func.max(earlier.c.given_on)).where(*matches(earlier)).scalar_subquery()
    return select(table).where(table.c.given_on == last, *matches(table))


_LATEST_DAY = {kind: _latest_day(table) for kind, table in _ENTRIES.items()}
_LATEST_DAY_OF_PRODUCT = _latest_day(_BOTOX, "product")
_TOUCH_UPS = _ALL[Kind.BOTOX].where(_BOTOX.c.touch_up_of.in_(_IDS))

_ALL_POINTS = select(_POINTS).order_by(_POINTS.c.botox_id, _POINTS.c.position)
_POINTS_OF_IDS = _ALL_POINTS.where(_POINTS.c.botox_id.in_(_IDS))
_POINTS_OF_PERSON = _ALL_POINTS.where(
    _POINTS.c.botox_id.in_(select(_BOTOX.c.id).where(_BOTOX.c.person_id == _PERSON_ID))
)


def people(connection: Connection, *, include_archived: bool) -> tuple[Person, ...]:
    """Return everybody, in no order."""
    statement = _EVERYBODY if include_archived else _NOT_ARCHIVED
    return rows.people(connection.execute(statement).all())


def people_rows(connection: Connection) -> Sequence[rows.PlainTuple]:
    """Return everybody but the archived as SQLite holds them, for `people_by_key`.

    As a rule they come in the order of ids, in which SQLite finds those that are asked for by it.
    """
    return fetched(connection, _BY_ID, {})


def people_by_key(found: Sequence[rows.PlainTuple]) -> dict[str, Person]:
    """Return people by the id as SQLite holds it, so that rows find their person unconverted."""
    return dict(zip((row[0] for row in found), rows.people(found), strict=True))


def people_of(connection: Connection, person_id: UUID) -> tuple[Person, ...]:
    """Return the one person of that id, or none."""
    return rows.people(connection.execute(_PERSON, {"person": person_id}).all())


def person(connection: Connection, person_id: UUID) -> Person | None:
    """Return one person, None where there is none of that id."""
    return next(iter(people_of(connection, person_id)), None)


def people_there(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return those of ``ids``, written as SQLite holds them, that are people of the record."""
    return set(PLAIN["person"].read(connection, list(ids)))


def first_person(connection: Connection) -> Person | None:
    """Return who was added first of those not archived, None where there is nobody."""
    return next(iter(rows.people(connection.execute(_FIRST).all())), None)


def people_named(connection: Connection, name: str) -> tuple[Person, ...]:
    """Return all whose name is exactly ``name``."""
    return rows.people(connection.execute(_PEOPLE_NAMED, {"name": name}).all())


def people_count(connection: Connection, *, include_archived: bool) -> int:
    """Return how many people there are."""
    return int(connection.execute(_PEOPLE_COUNT if include_archived else _NOT_ARCHIVED_COUNT).scalar_one())


def entries_count(connection: Connection) -> int:
    """Return how many entries there are of everybody."""
    return sum(connection.execute(statement).scalar_one() for statement in _ENTRY_COUNTS)


def entries_count_of(connection: Connection, person_id: UUID) -> int:
    """Return how many entries one person has."""
    parameters = {"person": person_id}
    return sum(connection.execute(statement, parameters).scalar_one() for statement in _ENTRY_COUNTS_OF_PERSON)


def entries_of(connection: Connection, person_id: UUID) -> tuple[Entry, ...]:
    """Return all entries of one person, newest first."""
    found = _entries(connection, _OF_PERSON, _POINTS_OF_PERSON, {"person": person_id})
    return tuple(reversed(chronological(found)))


def all_entries(connection: Connection) -> list[Entry]:
    """Return all entries of everybody, in no order."""
    return _entries(connection, _ALL, _ALL_POINTS, {})


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
    of_botox = rows.points_by_botox(connection.execute(points, parameters).all())
    found: list[Entry] = []
    found += rows.botoxes(connection.execute(statements[Kind.BOTOX], parameters).all(), of_botox)
    for kind in (Kind.MICRODERMABRASION, Kind.RATING):
        found += _others(connection, kind, statements[kind], parameters)
    return found


def _others(connection: Connection, kind: Kind, statement: Select[Any], parameters: dict[str, Any]) -> Sequence[Entry]:
    found = connection.execute(statement, parameters).all()
    return rows.sessions(found) if kind is Kind.MICRODERMABRASION else rows.ratings(found)


def _botoxes(connection: Connection, statement: Select[Any], parameters: dict[str, Any]) -> list[Botox]:
    found = connection.execute(statement, parameters).all()
    if not found:
        return []
    points = connection.execute(_POINTS_OF_IDS, {"ids": [UUID(row.id) for row in found]}).all()
    return rows.botoxes(found, rows.points_by_botox(points))


def _last(entries: Sequence[EntryT]) -> EntryT | None:
    return chronological(entries)[-1] if entries else None
