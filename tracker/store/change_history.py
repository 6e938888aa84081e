"""Reading the change record for people: whole records with their fields decoded, newest first, one verb in memory."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select, union_all

from tracker.core.change_history import ChangeKey, FieldChange, FieldValue, PointChange, RecordedChange, Treated
from tracker.core.changes import PlainRow, PlainValue
from tracker.store.column_types import Converted, Day, Flag, Moment, Tenths
from tracker.store.faults import decoded
from tracker.store.plain import plain_table
from tracker.store.schema import CHANGE, CHANGE_BATCH, DATA_TABLES, LARGEST_WHOLE

POINT, BOTOX = "injection_point", "botox"
UNSAID = frozenset(
    [
        # Numbers of the file and what follows from other fields.
        *("id", "entered", "sort_key", "search_number", "sites", "botox_id", "position"),
        # Points are told by site; the scale is the same in all ratings of this program.
        *("x", "y", "site", "scale_id", "scale_version", "scale_direction"),
        # An answer's own key and moment; the change has its moment.
        *("reminder_key", "answered_at", "answered_on"),
        # Both versions of an amended entry: the entry's own change says what differs.
        *("entry_before", "entry_after"),
    ]
)
"""Columns that nobody is told of."""
ONLY_WHEN_MOVED = frozenset(["person_id"])
_TREATMENTS = frozenset(["touch_up_of", "entry_id"])
_DAYS = ("given_on", "planned_on", "contacted_on", "onset_on")
_DECODERS = {
    table.name: {column.name: column.type.decode for column in table.columns if isinstance(column.type, Converted)}
    for table in DATA_TABLES
}
_FLAGS = {
    table.name: frozenset(column.name for column in table.columns if isinstance(column.type, Flag))
    for table in DATA_TABLES
}
_MOMENT, _DAY, _TENTHS = Moment(), Day(), Tenths()

_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_LATEST_AT = select(_BATCH.c.at).order_by(_BATCH.c.id.desc()).limit(1)
_ROW = func.coalesce(_CHANGE.c.after, _CHANGE.c.before)
_BACKWARDS = (
    select(
        *(_CHANGE.c.batch_id, _BATCH.c.at, _BATCH.c.made_by, _BATCH.c.verb, _BATCH.c.direction),
        *(_CHANGE.c.table_name, _CHANGE.c.row_id, _CHANGE.c.before, _CHANGE.c.after),
    )
    .join_from(_CHANGE, _BATCH, _BATCH.c.id == _CHANGE.c.batch_id)
    .where(_CHANGE.c.batch_id <= bindparam("up_to"))
    .order_by(_CHANGE.c.id.desc())
)
_OWN = _CHANGE.alias("own")
_NUMBERS = select(_OWN.c.id).where(_OWN.c.person_id == bindparam("person"))
# What came from another person brings its changes along; what went to another one leaves with the change that moved it.
_NUMBERS_OF_MOVED = (
    select(_CHANGE.c.id)
    .join_from(_OWN, _CHANGE, _CHANGE.c.row_id == _OWN.c.row_id)
    .where(
        _OWN.c.person_id == bindparam("person"),
        _CHANGE.c.person_id != bindparam("person"),
        (_CHANGE.c.id < _OWN.c.id) | (func.json_extract(_CHANGE.c.before, "$.person_id") == bindparam("person")),
    )
    .correlate(None)
)
_OF_PERSON = _BACKWARDS.where(_CHANGE.c.id.in_(union_all(_NUMBERS, _NUMBERS_OF_MOVED)))
# Whose the entry was: what belongs to it is looked for among theirs alone.
_OWNERS = select(_OWN.c.person_id).where(_OWN.c.row_id == bindparam("entry"))
_OF_ENTRY = _BACKWARDS.where(
    _CHANGE.c.person_id.in_(_OWNERS),
    (_CHANGE.c.row_id == bindparam("entry"))
    | ((_CHANGE.c.table_name == POINT) & (func.json_extract(_ROW, "$.botox_id") == bindparam("entry")))
    | (
        _CHANGE.c.table_name.in_(["adverse_event", "amendment"])
        & (func.json_extract(_ROW, "$.entry_id") == bindparam("entry"))
    ),
)
_LAST_DAY = (
    select(func.json_extract(_ROW, "$.given_on"))
    .where(_CHANGE.c.row_id == bindparam("entry"))
    .order_by(_CHANGE.c.id.desc())
    .limit(1)
)


@dataclass(slots=True)
class _Record:
    """What one verb did to one record and to its points."""

    table: str
    row_id: str
    before: PlainRow | None = None
    after: PlainRow | None = None
    has_row: bool = False
    points_before: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    points_after: Counter[tuple[Any, ...]] = field(default_factory=Counter)


def latest_at(connection: Connection) -> datetime | None:
    """Return when the latest verb was done, None before the first."""
    found = connection.execute(_LATEST_AT).scalar()
    return None if found is None else decoded(_MOMENT.decode, found)


def of_person(connection: Connection, person_id: UUID, start: ChangeKey | None) -> Iterator[RecordedChange]:
    """Yield what was changed of one person's data, newest first, from ``start`` on."""
    yield from _changes(connection, _OF_PERSON, {"person": str(person_id)}, start)


def of_entry(connection: Connection, entry_id: UUID, start: ChangeKey | None) -> Iterator[RecordedChange]:
    """Yield what was changed of one entry, its points, adverse events and amendments, newest first."""
    yield from _changes(connection, _OF_ENTRY, {"entry": str(entry_id)}, start)


def _changes(
    connection: Connection, statement: Select[Any], parameters: dict[str, Any], start: ChangeKey | None
) -> Iterator[RecordedChange]:
    parameters["up_to"] = LARGEST_WHOLE if start is None else start.batch
    rows = connection.execute(statement.execution_options(yield_per=500), parameters)
    for batch, changes in groupby(rows, key=lambda row: row.batch_id):
        first = start.place if start is not None and start.batch == batch else 0
        verb = list(changes)
        for place, record in islice(enumerate(_records(reversed(verb))), first, None):
            yield decoded(_made, (connection, verb[0], place, record))


def _records(rows: Iterable[Any]) -> Iterable[_Record]:
    """Return what a verb did, record by record in the order of their rows; points with their treatment."""
    found: dict[tuple[str, str], _Record] = {}
    for row in rows:
        before, after = decoded(_row, row.before), decoded(_row, row.after)
        is_point = row.table_name == POINT
        known = after or before or {}
        key = (BOTOX, str(known["botox_id"])) if is_point else (row.table_name, row.row_id)
        record = found.setdefault(key, _Record(*key))
        if is_point:
            record.points_before.update(_point(before))
            record.points_after.update(_point(after))
        else:
            record.before, record.after, record.has_row = before, after, True
    return found.values()


def _made(parts: tuple[Connection, Any, int, _Record]) -> RecordedChange:
    connection, verb, place, record = parts
    return RecordedChange(
        key=ChangeKey(verb.batch_id, place),
        at=_moment(verb.at),
        by=verb.made_by,
        verb=verb.verb,
        direction=verb.direction,
        table=record.table,
        row_id=UUID(record.row_id),
        on=_day_of(connection, record),
        is_new=record.has_row and record.before is None,
        is_gone=record.has_row and record.after is None,
        fields=tuple(_fields(connection, record)),
        points=tuple(_points(record)),
    )


def _day_of(connection: Connection, record: _Record) -> date | None:
    row = record.after or record.before
    if row is None:
        return _last_day(connection, record.row_id)
    return next((_day(row[name]) for name in _DAYS if name in row), None)


def _fields(connection: Connection, record: _Record) -> Iterator[FieldChange]:
    before, after = record.before or {}, record.after or {}
    is_edit = bool(before and after)
    for name in after or before:
        # A row as it was before an upgrade lacks what the upgrade added.
        old, new = before.get(name), after.get(name)
        if (
            name in UNSAID
            or (name in ONLY_WHEN_MOVED and not is_edit)
            or _seen(record, name, old) == _seen(record, name, new)
        ):
            continue
        values = (_value(connection, record.table, name, value) for value in (old, new))
        yield FieldChange(name, *values)


def _seen(record: _Record, name: str, plain: PlainValue) -> PlainValue:
    """Return a value as it is compared: an empty text, and a flag that is off, are no more than nothing."""
    is_off = plain == 0 and name in _FLAGS[record.table]
    return None if plain == "" or is_off else plain


def _value(connection: Connection, table: str, name: str, plain: Any) -> FieldValue:
    if plain is None or plain == "":
        return None
    if name in _TREATMENTS:
        return Treated(UUID(plain), _last_day(connection, plain))
    decode = _DECODERS[table].get(name)
    value: FieldValue = plain if decode is None else decode(plain)
    return value.value if isinstance(value, StrEnum) else value


def _points(record: _Record) -> Iterator[PointChange]:
    """Yield what differs, by site; what stands in both, under whatever number, does not."""
    gone, new = record.points_before - record.points_after, record.points_after - record.points_before
    for site in dict.fromkeys([point[0] for point in (*gone, *new)]):
        if site is None:
            yield from (PointChange(None, units, None) for units in _units_at(gone, None))
            yield from (PointChange(None, None, units) for units in _units_at(new, None))
        else:
            yield PointChange(site, _total(_units_at(gone, site)), _total(_units_at(new, site)))


def _units_at(points: Counter[tuple[Any, ...]], site: str | None) -> list[Decimal]:
    return [_units(point[1]) for point in points.elements() if point[0] == site]


def _total(units: Sequence[Decimal]) -> Decimal | None:
    return sum(units, start=Decimal()) if units else None


def _point(row: Mapping[str, Any] | None) -> list[tuple[Any, ...]]:
    return [] if row is None else [(row["site"], row["units"], row["x"], row["y"])]


def _last_day(connection: Connection, entry_id: str) -> date | None:
    found = connection.execute(_LAST_DAY, {"entry": entry_id}).scalar()
    return None if found is None else _day(found)


def _row(text: str | None) -> PlainRow | None:
    return None if text is None else json.loads(text)


def _moment(text: Any) -> datetime:
    moment: datetime = _MOMENT.decode(text)
    return moment


def _day(text: Any) -> date:
    day: date = _DAY.decode(text)
    return day


def _units(tenths: Any) -> Decimal:
    units: Decimal = _TENTHS.decode(tenths)
    return units
