"""Records made from rows and rows made from records: the one place that knows both shapes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import uuid5

from sqlalchemy import Table

from tracker.core.changes import PlainRow, PlainValue
from tracker.core.intervals import OwnInterval
from tracker.core.maker import Maker
from tracker.core.records import (
    Botox,
    Entry,
    InjectionPoint,
    Microdermabrasion,
    Person,
    PlannedTreatment,
    Rating,
)
from tracker.store.column_types import Converted
from tracker.store.faults import decoded
from tracker.store.schema import (
    BOTOX,
    INJECTION_POINT,
    MICRODERMABRASION,
    OWN_INTERVAL,
    PERSON,
    PLANNED_TREATMENT,
    RATING,
)

T = TypeVar("T", Person, Microdermabrasion, Botox, Rating, InjectionPoint, PlannedTreatment, OwnInterval)
Record = Person | Entry | PlannedTreatment | OwnInterval
PlainTuple = Sequence[Any]
Convert = Callable[[Any], Any]

_FIELDS = {"given_on": "on", "given_at": "at", "planned_on": "on", "planned_at": "at"}
_OWN_OF_POINT = ("id", "botox_id", "position")
_OF_POINTS = ("sites",)
"""The last columns of a botox treatment: what they hold follows from its points."""


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One row as SQLite holds it, and the person whose data it is, None for what concerns everybody."""

    table: str
    person_id: str | None
    values: PlainRow

    @property
    def row_id(self) -> str:
        return str(self.values["id"])


class _Shape(Generic[T]):
    """How the columns of a table and the fields of a record become each other."""

    def __init__(self, record: type[T], table: Table, without: Sequence[str] = ()) -> None:
        columns = [column for column in table.columns if column.name not in without]
        names = [_FIELDS.get(column.name, column.name) for column in columns]
        kinds = [column.type if isinstance(column.type, Converted) else None for column in columns]
        self._encoders: list[tuple[str, str, Convert | None]] = [
            (column.name, name, kind.encode if kind else None)
            for column, name, kind in zip(columns, names, kinds, strict=True)
        ]
        self._decoders = [kind.decode if kind else None for kind in kinds]
        self._make: Maker[T] = Maker(record, names)

    def plain(self, record: T) -> dict[str, PlainValue]:
        """Return the columns of ``record``."""
        row: dict[str, PlainValue] = {}
        for column, name, encode in self._encoders:
            value = getattr(record, name)
            row[column] = value if encode is None or value is None else encode(value)
        return row

    def records(self, rows: Sequence[PlainTuple]) -> list[T]:
        """Return the records of ``rows``, whose values are in the order of the columns."""
        columns = zip(self._decoders, zip(*rows, strict=True), strict=bool(rows))
        return self._make(len(rows), [c if decode is None else decoded(_each(decode), c) for decode, c in columns])

    def restored(self, row: PlainRow) -> T:
        """Return the record of one row by the names of its columns; one that it lacks was added to the table later."""
        return self.records([[row.get(column) for column, _, _ in self._encoders]])[0]


def _each(decode: Convert) -> Callable[[Sequence[Any]], list[Any]]:
    return lambda column: [None if value is None else decode(value) for value in column]


_PERSON = _Shape(Person, PERSON)
_SESSION = _Shape(Microdermabrasion, MICRODERMABRASION)
_BOTOX = _Shape(Botox, BOTOX, without=_OF_POINTS)
_POINT = _Shape(InjectionPoint, INJECTION_POINT, without=_OWN_OF_POINT)
_RATING = _Shape(Rating, RATING)
_PLAN = _Shape(PlannedTreatment, PLANNED_TREATMENT)
_INTERVAL = _Shape(OwnInterval, OWN_INTERVAL)
_SHAPES: Mapping[str, _Shape[Any]] = {
    "person": _PERSON,
    "microdermabrasion": _SESSION,
    "botox": _BOTOX,
    "rating": _RATING,
    "planned_treatment": _PLAN,
    "own_interval": _INTERVAL,
}
_TABLES: Mapping[type[Record], str] = {
    Person: "person",
    Microdermabrasion: "microdermabrasion",
    Botox: "botox",
    Rating: "rating",
    PlannedTreatment: "planned_treatment",
    OwnInterval: "own_interval",
}
RESTORABLE = tuple(_SHAPES)
"""The tables whose rows `restored` makes into records."""


def table_of(record: Record) -> str:
    """Return the table in which ``record`` is a row."""
    return _TABLES[type(record)]


def stored(record: Record) -> list[StoredRow]:
    """Return the rows of ``record``, parents first. Points of a botox treatment are numbered from 0."""
    if isinstance(record, Person):
        return [StoredRow("person", str(record.id), _PERSON.plain(record))]
    if isinstance(record, OwnInterval):
        owner = None if record.person_id is None else str(record.person_id)
        return [StoredRow("own_interval", owner, _INTERVAL.plain(record))]
    person_id = str(record.person_id)
    if isinstance(record, Microdermabrasion):
        return [StoredRow("microdermabrasion", person_id, _SESSION.plain(record))]
    if isinstance(record, Rating):
        return [StoredRow("rating", person_id, _RATING.plain(record))]
    if isinstance(record, PlannedTreatment):
        return [StoredRow("planned_treatment", person_id, _PLAN.plain(record))]
    points = [
        StoredRow("injection_point", person_id, _plain_point(record, position, point))
        for position, point in enumerate(record.points)
    ]
    return [StoredRow("botox", person_id, {**_BOTOX.plain(record), "sites": _sites(record)}), *points]


def restored(table: str, row: PlainRow) -> Record:
    """Return the record of a row of ``table`` as the change record keeps it; a botox treatment without its points."""
    record: Record = _SHAPES[table].restored(row)
    if isinstance(record, Botox):
        object.__setattr__(record, "points", ())
    return record


def people(rows: Sequence[PlainTuple]) -> tuple[Person, ...]:
    """Return the persons of ``rows``, which hold all columns in their order, as all rows of this module do."""
    return tuple(_PERSON.records(rows))


def sessions(rows: Sequence[PlainTuple]) -> list[Microdermabrasion]:
    """Return the microdermabrasion sessions of ``rows``."""
    return _SESSION.records(rows)


def ratings(rows: Sequence[PlainTuple]) -> list[Rating]:
    """Return the ratings of ``rows``."""
    return _RATING.records(rows)


def plans(rows: Sequence[PlainTuple]) -> list[PlannedTreatment]:
    """Return the planned treatments of ``rows``."""
    return _PLAN.records(rows)


def intervals(rows: Sequence[PlainTuple]) -> list[OwnInterval]:
    """Return the own intervals of ``rows``."""
    return _INTERVAL.records(rows)


def botoxes(rows: Sequence[PlainTuple], points: Mapping[str, tuple[InjectionPoint, ...]]) -> list[Botox]:
    """Return the botox treatments of ``rows``, each with its ``points``."""
    found = _BOTOX.records([row[: -len(_OF_POINTS)] for row in rows])
    for row, botox in zip(rows, found, strict=True):
        object.__setattr__(botox, "points", points.get(row[0], ()))
    return found


def points_by_botox(rows: Sequence[PlainTuple]) -> dict[str, tuple[InjectionPoint, ...]]:
    """Return points by the id of their treatment, of ``rows`` ordered by position."""
    found: dict[str, tuple[InjectionPoint, ...]] = {}
    points = _POINT.records([row[len(_OWN_OF_POINT) :] for row in rows])
    for row, point in zip(rows, points, strict=True):
        found[row[1]] = (*found.get(row[1], ()), point)
    return found


def _sites(botox: Botox) -> str | None:
    sites = {point.site for point in botox.points}
    known = sorted(site for site in sites if site is not None)
    return "|".join(known) if known and None not in sites else None


def _plain_point(botox: Botox, position: int, point: InjectionPoint) -> dict[str, PlainValue]:
    return {
        # Derived, so that a point keeps its row when the treatment is edited.
        "id": str(uuid5(botox.id, str(position))),
        "botox_id": str(botox.id),
        "position": position,
        **_POINT.plain(point),
    }
