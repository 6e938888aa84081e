"""A row in which something was found, as a person knows it: what it is, its day, whose it is."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from tracker.core.records import Named


class RowKey(NamedTuple):
    """Which row of the file; ``id`` as the file holds it."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """What there is to know a row by; None where it has no such thing.

    ``person`` is whose it is, None for what concerns everybody; ``name`` is its own, of a setting or a rule a code.
    ``within`` is the entry that it is a part of, ``entry_id`` the entry under which it is seen.
    """

    table: str
    person: Named | None = None
    on: date | None = None
    name: str | None = None
    entry_id: UUID | None = None
    within: "FoundRow | None" = None
