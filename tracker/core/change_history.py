"""What was changed of a record, as it is read afterwards: who, when, and each field's old and new value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

PRIVATE_FIELD = "private_note"
"""What stands in this field leaves the program only where it is asked for by name."""
PAGE = 100
"""So many changes are read at a time."""


@dataclass(frozen=True, slots=True)
class Treated:
    """Another treatment that a field names, and its day; None where the record does not know it."""

    id: UUID
    on: date | None


FieldValue = str | int | Decimal | date | time | datetime | UUID | tuple[str, ...] | Treated | None
"""A field as its record holds it; texts, codes of the catalogue and words of an enumeration are all text."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, named as the file names it. None is a field that held nothing, or of a record that was not there."""

    field: str
    before: FieldValue
    after: FieldValue


@dataclass(frozen=True, slots=True)
class PointChange:
    """The units at one site, or at one free point (``site`` is None); None where there was or is no point.

    Units that are equal mean that the point was moved on the face.
    """

    site: str | None
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True, order=True)
class ChangeKey:
    """Where a change stands: the number of its verb, and its place among what that verb changed."""

    batch: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedChange:
    """What one verb, its undo or its redo did to one record. ``at`` is UTC.

    ``by`` is who was named as working here. ``table`` and ``row_id`` say which record, ``on`` is its day, if it has
    one. ``is_new`` and ``is_gone`` are of this change: the undo of a new entry is gone.
    """

    key: ChangeKey
    at: datetime
    by: str | None
    verb: str
    direction: str
    table: str
    row_id: UUID
    on: date | None
    is_new: bool
    is_gone: bool
    fields: tuple[FieldChange, ...] = ()
    points: tuple[PointChange, ...] = ()


Wanted = Callable[[RecordedChange], bool]


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Changes, newest first, and where to read on; None at the end."""

    changes: tuple[RecordedChange, ...]
    following: ChangeKey | None
