"""A person erased for good: what would go, and what was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from tracker.core.folding import words
from tracker.core.records import Person

NOBODY = UUID(int=0)
"""Stands in the change record for whoever was erased."""


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What erasing ``person`` removes: how many rows of each table, none left out but empty ones, and changes."""

    person: Person
    rows: Mapping[str, int]
    changes: int

    def is_named(self, typed: str) -> bool:
        """Return whether what was typed names the person: their name, or their client number."""
        number = (self.person.client_number or "").strip()
        is_name = bool(typed.strip()) and words(typed) == words(self.person.name)
        return is_name or (bool(number) and typed.strip() == number)


@dataclass(frozen=True, slots=True)
class Erased:
    """Who was erased. ``is_packed`` says whether the file was written anew, without the places where they stood."""

    person_id: UUID
    is_packed: bool
