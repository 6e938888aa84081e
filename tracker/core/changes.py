"""What one verb changed: each row before and after. Serves undo, the change record and the refresh of screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

PlainValue = str | int | float | None
PlainRow = Mapping[str, PlainValue]
"""A row as SQLite stores it: text, whole numbers, reals and nulls only, so that it can be written as JSON."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row: ``before`` is None for an insert, ``after`` is None for a delete."""

    table: str
    row_id: str
    before: PlainRow | None
    after: PlainRow | None

    def inverse(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeLabel:
    """Names a change without words: ``verb`` such as ``log``, ``subject`` a kind, ``person`` or ``entries``.

    ``on`` is the entry's day as ISO text or empty, ``count`` how many entries the change touched.
    """

    verb: str
    subject: str
    on: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One committed verb. ``people`` are the persons whose data it touched, empty where it concerns everybody."""

    id: int
    label: ChangeLabel
    rows: tuple[RowChange, ...]
    people: frozenset[UUID]
    direction: str = "do"
    """``do``, ``undo`` or ``redo``."""

    @property
    def can_undo(self) -> bool:
        """Return whether the verb can be taken back; what was erased for good left no rows to bring back."""
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Revision:
    """How often a record was changed so far, and when last (UTC). Undoing is a change too: the number only grows."""

    number: int
    at: datetime
