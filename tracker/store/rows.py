"""Records made from rows and rows made from records: the one place that knows both shapes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import Table

from tracker.core.adverse_events import AdverseEvent
from tracker.core.amendments import Amendment
from tracker.core.changes import PlainRow, PlainValue
from tracker.core.contacts import Contact
from tracker.core.folding import sort_key
from tracker.core.intervals import OwnInterval
from tracker.core.maker import Maker
from tracker.core.practice import Practitioner, TextTemplate
from tracker.core.records import (
    Botox,
    Entry,
    InjectionPoint,
    Microdermabrasion,
    Named,
    OtherEvent,
    Person,
    PlannedTreatment,
    Rating,
)
from tracker.store.column_types import Converted
from tracker.store.faults import decoded
from tracker.store.schema import (
    ADVERSE_EVENT,
    AMENDMENT,
    BOTOX,
    CONTACT,
    INJECTION_POINT,
    LARGEST_WHOLE,
    MICRODERMABRASION,
    OTHER_EVENT,
    OWN_INTERVAL,
    PERSON,
    PLANNED_TREATMENT,
    PRACTITIONER,
    RATING,
    TEXT_TEMPLATE,
)

T = TypeVar("T")
Record = (
    Person | Entry | PlannedTreatment | OwnInterval | Practitioner | TextTemplate | Contact | AdverseEvent | Amendment
)
PlainTuple = Sequence[Any]
Convert = Callable[[Any], Any]

_FIELDS = {
    "given_on": "on",
    "given_at": "at",
    "planned_on": "on",
    "planned_at": "at",
    "contacted_on": "on",
    "amended_at": "at",
    "amended_by": "by",
    "entry_before": "before",
    "entry_after": "after",
}
OF_TREATMENT = ("id", "botox_id", "position")
"""The columns of a point that say which of which treatment it is."""
_OF_POINTS = ("sites",)
"""The last columns of a botox treatment: what they hold follows from its points."""
_OF_NAME = ("sort_key", "search_number")
"""The last columns of a person, derived from their name and id."""


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
        self._decoders = [kind.decoder if kind else None for kind in kinds]
        self._record = record
        needed = {field.name for field in fields(record) if field.default is MISSING}  # type: ignore[arg-type]
        self._needed = {column for column, name, _ in self._encoders if name in needed}
        self._make: Maker[T] = Maker(record, names)

    def plain(self, record: T) -> dict[str, PlainValue]:
        """Return the columns of ``record``."""
        row: dict[str, PlainValue] = {}
        for column, name, encode in self._encoders:
            value = getattr(record, name)
            row[column] = value if encode is None or value is None else encode(value)
        return row

    def records(self, rows: Sequence[PlainTuple]) -> list[T]:
        """Return the records of ``rows``, whose values are in the order of the columns; what follows is left out."""
        columns = zip(self._decoders, zip(*rows, strict=True), strict=False)
        return self._make(len(rows), decoded(_converted, columns))

    def restored(self, row: PlainRow) -> T:
        """Return the record of one row by the names of its columns; one that it lacks was added to the table later.

        Raise `LookupError` for one that it cannot lack.
        """
        if not row.keys() >= self._needed:
            raise LookupError("a column is lacking")
        there = [(name, decode, row[column]) for (column, name, _), decode in self._columns() if column in row]
        make = Maker(self._record, [name for name, _, _ in there])
        return make(1, [[plain if plain is None or decode is None else decode(plain)] for _, decode, plain in there])[0]

    def _columns(self) -> Iterator[tuple[tuple[str, str, Convert | None], Convert | None]]:
        return zip(self._encoders, self._decoders, strict=True)


def _converted(columns: Iterable[tuple[Convert | None, Sequence[Any]]]) -> list[Sequence[Any]]:
    return [column if decode is None else _each(decode, column) for decode, column in columns]


def _each(decode: Convert, column: Sequence[Any]) -> Sequence[Any]:
    """Return what ``decode`` makes of each value that is not null; most columns hold one value, or no null."""
    first = column[0]
    if column.count(first) == len(column):
        return column if first is None else [decode(first)] * len(column)
    if None in column:
        return [None if value is None else decode(value) for value in column]
    return list(map(decode, column))


_PERSON = _Shape(Person, PERSON, without=_OF_NAME)
NAMING = tuple(column for column in PERSON.columns if column.name in Named.__slots__)
"""The columns of a person that name them in a list."""
_NAMED = _Shape(Named, PERSON, without=[column.name for column in PERSON.columns if column not in set(NAMING)])
_SESSION = _Shape(Microdermabrasion, MICRODERMABRASION)
_BOTOX = _Shape(Botox, BOTOX, without=_OF_POINTS)
_POINT = _Shape(InjectionPoint, INJECTION_POINT, without=OF_TREATMENT)
_RATING = _Shape(Rating, RATING)
_OTHER_EVENT = _Shape(OtherEvent, OTHER_EVENT)
_PLAN = _Shape(PlannedTreatment, PLANNED_TREATMENT)
_INTERVAL = _Shape(OwnInterval, OWN_INTERVAL)
_PRACTITIONER = _Shape(Practitioner, PRACTITIONER)
_TEMPLATE = _Shape(TextTemplate, TEXT_TEMPLATE)
_CONTACT = _Shape(Contact, CONTACT)
_ADVERSE_EVENT = _Shape(AdverseEvent, ADVERSE_EVENT)
_AMENDMENT = _Shape(Amendment, AMENDMENT)
_SHAPES: Mapping[type[Record], tuple[str, _Shape[Any]]] = {
    Person: ("person", _PERSON),
    Microdermabrasion: ("microdermabrasion", _SESSION),
    Botox: ("botox", _BOTOX),
    Rating: ("rating", _RATING),
    OtherEvent: ("other_event", _OTHER_EVENT),
    PlannedTreatment: ("planned_treatment", _PLAN),
    OwnInterval: ("own_interval", _INTERVAL),
    Practitioner: ("practitioner", _PRACTITIONER),
    TextTemplate: ("text_template", _TEMPLATE),
    Contact: ("contact", _CONTACT),
    AdverseEvent: ("adverse_event", _ADVERSE_EVENT),
    Amendment: ("amendment", _AMENDMENT),
}
_BY_TABLE = dict(_SHAPES.values())
RESTORABLE = tuple(_BY_TABLE)
"""The tables whose rows `restored` makes into records."""


def table_of(record: Record) -> str:
    """Return the table in which ``record`` is a row."""
    return _SHAPES[type(record)][0]


def stored(record: Record) -> list[StoredRow]:
    """Return the rows of ``record``, parents first. Points of a botox treatment are numbered from 0."""
    table, shape = _SHAPES[type(record)]
    values, owner = shape.plain(record), _owner(record)
    if isinstance(record, Person):
        values |= {"sort_key": sort_key(record.sort_name or record.name), "search_number": search_number(record.id)}
    if not isinstance(record, Botox):
        return [StoredRow(table, owner, values)]
    points = [
        StoredRow("injection_point", owner, _plain_point(record, position, point))
        for position, point in enumerate(record.points)
    ]
    return [StoredRow(table, owner, {**values, "sites": _sites(record)}), *points]


def search_number(person_id: UUID) -> int:
    """Return the number under which the search knows a person: both halves of the id laid over each other."""
    return (person_id.int >> 64 ^ person_id.int) & LARGEST_WHOLE


def restored(table: str, row: PlainRow) -> Record:
    """Return the record of a row of ``table`` as the change record keeps it; a botox treatment without its points."""
    record: Record = _BY_TABLE[table].restored(row)
    if isinstance(record, Botox):
        object.__setattr__(record, "points", ())
    return record


def people(rows: Sequence[PlainTuple]) -> tuple[Person, ...]:
    """Return the persons of ``rows``, which hold all columns in their order, as all rows of this module do."""
    return tuple(_PERSON.records(rows))


def named(rows: Sequence[PlainTuple]) -> list[Named]:
    """Return as much of the persons of ``rows`` as names them; they hold the columns `NAMING`, and maybe others."""
    return _NAMED.records(rows)


def sessions(rows: Sequence[PlainTuple]) -> list[Microdermabrasion]:
    """Return the microdermabrasion sessions of ``rows``."""
    return _SESSION.records(rows)


def ratings(rows: Sequence[PlainTuple]) -> list[Rating]:
    """Return the ratings of ``rows``."""
    return _RATING.records(rows)


def other_events(rows: Sequence[PlainTuple]) -> list[OtherEvent]:
    """Return the notes and other events of ``rows``."""
    return _OTHER_EVENT.records(rows)


def plans(rows: Sequence[PlainTuple]) -> list[PlannedTreatment]:
    """Return the planned treatments of ``rows``."""
    return _PLAN.records(rows)


def intervals(rows: Sequence[PlainTuple]) -> list[OwnInterval]:
    """Return the own intervals of ``rows``."""
    return _INTERVAL.records(rows)


def practitioners(rows: Sequence[PlainTuple]) -> list[Practitioner]:
    """Return the practitioners of ``rows``."""
    return _PRACTITIONER.records(rows)


def templates(rows: Sequence[PlainTuple]) -> list[TextTemplate]:
    """Return the text templates of ``rows``."""
    return _TEMPLATE.records(rows)


def amendments(rows: Sequence[PlainTuple]) -> list[Amendment]:
    """Return the amendments of ``rows``."""
    return _AMENDMENT.records(rows)


def point(row: PlainRow) -> InjectionPoint:
    """Return the injection point of one row by the names of its columns."""
    return _POINT.restored(row)


def adverse_events(rows: Sequence[PlainTuple]) -> list[AdverseEvent]:
    """Return the adverse events of ``rows``."""
    return _ADVERSE_EVENT.records(rows)


def contacts(rows: Sequence[PlainTuple]) -> list[Contact]:
    """Return the contacts of ``rows``."""
    return _CONTACT.records(rows)


def botoxes(rows: Sequence[PlainTuple], points: Mapping[str, tuple[InjectionPoint, ...]]) -> list[Botox]:
    """Return the botox treatments of ``rows``, each with its ``points``."""
    found = _BOTOX.records(rows)
    for row, botox in zip(rows, found, strict=True):
        object.__setattr__(botox, "points", points.get(row[0], ()))
    return found


def points_by_botox(rows: Sequence[PlainTuple]) -> dict[str, tuple[InjectionPoint, ...]]:
    """Return points by the id of their treatment, of ``rows`` ordered by position.

    These hold whatever is not `OF_TREATMENT`, and then the treatment.
    """
    found: dict[str, tuple[InjectionPoint, ...]] = {}
    for row, point in zip(rows, _POINT.records(rows), strict=True):
        found[row[-1]] = (*found.get(row[-1], ()), point)
    return found


def _owner(record: Record) -> str | None:
    if isinstance(record, Person):
        return str(record.id)
    owner: UUID | None = getattr(record, "person_id", None)
    return None if owner is None else str(owner)


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
