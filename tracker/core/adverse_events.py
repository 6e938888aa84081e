"""What happened after a treatment."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

LOWEST_GRADE, HIGHEST_GRADE = 1, 4
"""Grades of the general guideline of CTCAE v5 (NCI 2017): 1 mild to 4 life-threatening; 5, death, is left out."""


class Side(StrEnum):
    """The person's own side."""

    RIGHT = "right"
    MIDLINE = "midline"
    LEFT = "left"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEvent:
    """One adverse event of the treatment ``entry_id``. ``term`` is a code of the catalogue.

    ``other_term`` says what it was where the catalogue has no word. ``ended_on`` is None while it lasts.
    """

    id: UUID
    person_id: UUID
    entry_id: UUID
    term: str
    other_term: str | None = None
    onset_on: date
    ended_on: date | None = None
    side: Side | None = None
    grade: int
    action: str | None = None
    is_seen_by_clinician: bool = False
    is_reported: bool = False
    """Whether it was reported to a regulator."""
    note: str | None = None
    entered: int = 0
