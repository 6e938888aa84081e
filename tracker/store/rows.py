"""Records made from rows and rows made from records: the one place that knows both shapes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Table

from tracker.core.changes import PlainRow, PlainValue
from tracker.core.records import Botox, Entry, InjectionPoint, Microdermabrasion, Person, Rating
from tracker.store.column_types import Converted
from tracker.store.schema import BOTOX, INJECTION_POINT, MICRODERMABRASION, PERSON, RATING

_FIELDS = {"given_on": "on", "given_at": "at"}
_Encoder = Callable[[Any], PlainValue]


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One row as SQLite holds it, and the person whose data it is."""

    table: str
    person_id: str
    values: PlainRow

    @property
    def row_id(self) -> str:
        return str(self.values["id"])


def stored(record: Person | Entry) -> list[StoredRow]:
    """Return the rows of ``record``, parents first. Points of a botox treatment are numbered from 0."""
    if isinstance(record, Person):
        return [StoredRow("person", str(record.id), _plain(PERSON, record))]
    person_id = str(record.person_id)
    if isinstance(record, Microdermabrasion):
        return [StoredRow("microdermabrasion", person_id, _plain(MICRODERMABRASION, record))]
    if isinstance(record, Rating):
        return [StoredRow("rating", person_id, _plain(RATING, record))]
    rows = [StoredRow("botox", person_id, _plain(BOTOX, record))]
    rows += [
        StoredRow("injection_point", person_id, _plain_point(record.id, position, point))
        for position, point in enumerate(record.points)
    ]
    return rows


def people(rows: Iterable[Sequence[Any]]) -> tuple[Person, ...]:
    """Return the persons of rows of the table's columns in their order."""
    return tuple(Person(**dict(zip(_PERSON_FIELDS, row, strict=True))) for row in rows)


def sessions(rows: Iterable[Sequence[Any]]) -> list[Microdermabrasion]:
    """Return the microdermabrasion sessions of rows of the table's columns in their order."""
    return [Microdermabrasion(**dict(zip(_SESSION_FIELDS, row, strict=True))) for row in rows]


def ratings(rows: Iterable[Sequence[Any]]) -> list[Rating]:
    """Return the ratings of rows of the table's columns in their order."""
    return [Rating(**dict(zip(_RATING_FIELDS, row, strict=True))) for row in rows]


def botoxes(rows: Iterable[Sequence[Any]], points: Mapping[UUID, tuple[InjectionPoint, ...]]) -> list[Botox]:
    """Return the botox treatments of rows of the table's columns in their order, each with its ``points``."""
    return [Botox(**dict(zip(_BOTOX_FIELDS, row, strict=True)), points=points.get(row[0], ())) for row in rows]


def points_by_botox(rows: Iterable[Sequence[Any]]) -> dict[UUID, tuple[InjectionPoint, ...]]:
    """Return points by treatment, of rows ``botox_id, units, site, x, y`` ordered by position."""
    found: dict[UUID, list[InjectionPoint]] = {}
    for botox_id, units, site, x, y in rows:
        found.setdefault(botox_id, []).append(InjectionPoint(units=units, site=site, x=x, y=y))
    return {botox_id: tuple(points) for botox_id, points in found.items()}


def _field(column: str) -> str:
    return _FIELDS.get(column, column)


def _fields(table: Table) -> tuple[str, ...]:
    return tuple(_field(column.name) for column in table.columns)


def _encoders(table: Table) -> tuple[tuple[str, str, _Encoder | None], ...]:
    return tuple(
        (column.name, _field(column.name), column.type.encode if isinstance(column.type, Converted) else None)
        for column in table.columns
    )


_PERSON_FIELDS = _fields(PERSON)
_SESSION_FIELDS = _fields(MICRODERMABRASION)
_BOTOX_FIELDS = _fields(BOTOX)
_RATING_FIELDS = _fields(RATING)
_ENCODERS = {table.name: _encoders(table) for table in (PERSON, MICRODERMABRASION, BOTOX, INJECTION_POINT, RATING)}


def _plain(table: Table, record: Person | Entry) -> dict[str, PlainValue]:
    row: dict[str, PlainValue] = {}
    for column, name, encode in _ENCODERS[table.name]:
        value = getattr(record, name)
        row[column] = value if encode is None or value is None else encode(value)
    return row


def _plain_point(botox_id: UUID, position: int, point: InjectionPoint) -> dict[str, PlainValue]:
    values: dict[str, Any] = {
        # Derived, so that a point keeps its row when the treatment is edited.
        "id": uuid5(botox_id, str(position)),
        "botox_id": botox_id,
        "position": position,
        "units": point.units,
        "site": point.site,
        "x": point.x,
        "y": point.y,
    }
    return {
        column: values[column] if encode is None or values[column] is None else encode(values[column])
        for column, _, encode in _ENCODERS["injection_point"]
    }
