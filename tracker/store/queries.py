"""Reading people and entries: prebuilt statements over columns, made into records.

One person's entries take five SELECTs, however many there are; so do the entries of everybody.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Table,
    bindparam,
    func,
    literal_column,
    select,
)

from tracker.core.chronology import chronological
from tracker.core.packed_ids import PackedIds
from tracker.core.records import Botox, Entry, Kind, Person
from tracker.store import rows
from tracker.store.plain import PLAIN, Prepared, among, listed
from tracker.store.rows import OF_TREATMENT, PlainTuple

EntryT = TypeVar("EntryT", Botox, Entry)
_ENTRIES = {kind: PLAIN[kind.value].table for kind in Kind}
_MADE_OF_ROWS: Mapping[Kind, Callable[[Sequence[PlainTuple]], Sequence[Entry]]] = {
    Kind.MICRODERMABRASION: rows.sessions,
    Kind.RATING: rows.ratings,
    Kind.OTHER_EVENT: rows.other_events,
}
"""The kinds of entries that are whole in one row each."""

_PEOPLE = PLAIN["person"].table
_BOTOX = _ENTRIES[Kind.BOTOX]
_POINTS = PLAIN["injection_point"].table
_PERSON_ID: BindParameter[str] = bindparam("person")

_EVERYBODY = select(_PEOPLE)
_NOT_ARCHIVED = _EVERYBODY.where(_PEOPLE.c.is_archived == 0)
_ALL_PEOPLE = {True: Prepared(_EVERYBODY), False: Prepared(_NOT_ARCHIVED)}
_PERSON = Prepared(_EVERYBODY.where(_PEOPLE.c.id == _PERSON_ID))
_PEOPLE_NAMED = Prepared(_EVERYBODY.where(_PEOPLE.c.name == bindparam("name")))
_IDS = Prepared(select(_PEOPLE.c.id).where(_PEOPLE.c.is_archived == 0).order_by(_PEOPLE.c.id))
_IDS_AMONG = Prepared(
    select(_PEOPLE.c.id).where(_PEOPLE.c.is_archived == 0, among(_PEOPLE.c.id)).order_by(_PEOPLE.c.id)
)
_FIRST = Prepared(_NOT_ARCHIVED.order_by(literal_column("rowid")).limit(1))
_COUNT = select(func.count()).select_from(_PEOPLE)
_PEOPLE_COUNT = {True: Prepared(_COUNT), False: Prepared(_COUNT.where(_PEOPLE.c.is_archived == 0))}

_COUNTS = [(select(func.count()).select_from(table), table) for table in _ENTRIES.values()]
_ENTRY_COUNTS = [Prepared(count) for count, _ in _COUNTS]
_ENTRY_COUNTS_OF_PERSON = [Prepared(count.where(table.c.person_id == _PERSON_ID)) for count, table in _COUNTS]
_ALL = {kind: Prepared(select(table)) for kind, table in _ENTRIES.items()}
_OF_IDS = {kind: Prepared(select(table).where(among(table.c.id))) for kind, table in _ENTRIES.items()}
_OF_PERSON = {kind: Prepared(select(table).where(table.c.person_id == _PERSON_ID)) for kind, table in _ENTRIES.items()}


def _latest_day(table: Table, *equal: str) -> Prepared:
    def matches(source: FromClause) -> list[ColumnElement[bool]]:
        return [source.c.person_id == _PERSON_ID, *(source.c[name] == bindparam(name) for name in equal)]

    earlier = table.alias("earlier")
    last = select(func.max(earlier.c.given_on)).where(*matches(earlier)).scalar_subquery()
    return Prepared(select(table).where(table.c.given_on == last, *matches(table)))


_LATEST_DAY = {kind: _latest_day(table) for kind, table in _ENTRIES.items()}
_LATEST_DAY_OF_PRODUCT = _latest_day(_BOTOX, "product")
_TOUCH_UPS = Prepared(select(_BOTOX).where(among(_BOTOX.c.touch_up_of)))

_OF_POINT = [column for column in _POINTS.c if column.name not in OF_TREATMENT]
_BY_PLACE = select(*_OF_POINT, _POINTS.c.botox_id).order_by(_POINTS.c.botox_id, _POINTS.c.position)
_OF_A_PERSON = select(_BOTOX.c.id).where(_BOTOX.c.person_id == _PERSON_ID)
_ALL_POINTS = Prepared(_BY_PLACE)
_POINTS_OF_IDS = Prepared(_BY_PLACE.where(among(_POINTS.c.botox_id)))
_POINTS_OF_PERSON = Prepared(_BY_PLACE.where(_POINTS.c.botox_id.in_(_OF_A_PERSON)))


def people(connection: Connection, *, include_archived: bool) -> tuple[Person, ...]:
    """Return everybody, in no order."""
    return rows.people(_ALL_PEOPLE[include_archived].rows(connection))


def ids_of_people(connection: Connection, ids: Collection[UUID] | None = None) -> PackedIds:
    """Return the ids of everybody but the archived, in order; of those among ``ids`` where given."""
    found = _IDS.rows(connection) if ids is None else _IDS_AMONG.rows(connection, ids=listed(ids))
    return PackedIds(UUID(row[0]) for row in found)


def people_of(connection: Connection, person_id: UUID) -> tuple[Person, ...]:
    """Return the one person of that id, or none."""
    return rows.people(_PERSON.rows(connection, person=str(person_id)))


def person(connection: Connection, person_id: UUID) -> Person | None:
    """Return one person, None where there is none of that id."""
    return next(iter(people_of(connection, person_id)), None)


def people_there(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return those of ``ids``, written as SQLite holds them, that are people of the record."""
    return set(PLAIN["person"].read(connection, list(ids)))


def first_person(connection: Connection) -> Person | None:
    """Return who was added first of those not archived, None where there is nobody."""
    return next(iter(rows.people(_FIRST.rows(connection))), None)


def people_named(connection: Connection, name: str) -> tuple[Person, ...]:
    """Return all whose name is exactly ``name``."""
    return rows.people(_PEOPLE_NAMED.rows(connection, name=name))


def people_count(connection: Connection, *, include_archived: bool) -> int:
    """Return how many people there are."""
    return int(_PEOPLE_COUNT[include_archived].value(connection))


def entries_count(connection: Connection) -> int:
    """Return how many entries there are of everybody."""
    return sum(count.value(connection) for count in _ENTRY_COUNTS)


def entries_count_of(connection: Connection, person_id: UUID) -> int:
    """Return how many entries one person has."""
    return sum(count.value(connection, person=str(person_id)) for count in _ENTRY_COUNTS_OF_PERSON)


def entries_of(connection: Connection, person_id: UUID) -> tuple[Entry, ...]:
    """Return all entries of one person, newest first."""
    found = _entries(connection, _OF_PERSON, _POINTS_OF_PERSON, person=str(person_id))
    return tuple(reversed(chronological(found)))


def all_entries(connection: Connection) -> list[Entry]:
    """Return all entries of everybody, in no order."""
    return _entries(connection, _ALL, _ALL_POINTS)


def entries_by_id(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Entry]:
    """Return the entries of ``ids`` that there are."""
    return {entry.id: entry for entry in _entries(connection, _OF_IDS, _POINTS_OF_IDS, ids=listed(ids))}


def latest(connection: Connection, person_id: UUID, kind: Kind) -> Entry | None:
    """Return the latest entry of ``kind`` of one person."""
    found = _LATEST_DAY[kind].rows(connection, person=str(person_id))
    return _last(_botoxes(connection, found) if kind is Kind.BOTOX else _others(kind, found))


def latest_of_product(connection: Connection, person_id: UUID, product: str) -> Botox | None:
    """Return the latest botox treatment of one person with ``product``."""
    return _last(_botoxes(connection, _LATEST_DAY_OF_PRODUCT.rows(connection, person=str(person_id), product=product)))


def touch_ups_of(connection: Connection, ids: Sequence[UUID]) -> list[Botox]:
    """Return the touch-ups that belong to the botox treatments of ``ids``."""
    return _botoxes(connection, _TOUCH_UPS.rows(connection, ids=listed(ids)))


def _entries(
    connection: Connection, statements: Mapping[Kind, Prepared], points: Prepared, **asked: str
) -> list[Entry]:
    of_botox = rows.points_by_botox(points.rows(connection, **asked))
    found: list[Entry] = []
    found += rows.botoxes(statements[Kind.BOTOX].rows(connection, **asked), of_botox)
    for kind in _MADE_OF_ROWS:
        found += _others(kind, statements[kind].rows(connection, **asked))
    return found


def _others(kind: Kind, found: Sequence[PlainTuple]) -> Sequence[Entry]:
    return _MADE_OF_ROWS[kind](found)


def _botoxes(connection: Connection, found: Sequence[PlainTuple]) -> list[Botox]:
    if not found:
        return []
    points = _POINTS_OF_IDS.rows(connection, ids=listed(row[0] for row in found))
    return rows.botoxes(found, rows.points_by_botox(points))


def _last(entries: Sequence[EntryT]) -> EntryT | None:
    return chronological(entries)[-1] if entries else None
