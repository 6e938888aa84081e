"""What is read of a record about one person, once, before any document is put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.judgement import Judgement
from tracker.core.progress.summary import Progress
from tracker.core.records import Entry, Person, PlannedTreatment
from tracker.core.timeline import Timeline
from tracker.ui.reports.letterhead import Letterhead

if TYPE_CHECKING:
    from tracker.services.record import Record

ASKED_AHEAD = timedelta(days=180)
"""So far ahead rating days stand on the sheet to fill in. A choice of the design."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """One person's entries in any order, and what is worked out of them. ``progress`` is asked for a day.

    ``asked`` are the days on which a rating is asked for from today on; ``letterhead`` is there in a practice.
    """

    person: Person
    entries: tuple[Entry, ...]
    timeline: Timeline
    judgements: tuple[Judgement, ...]
    plans: tuple[PlannedTreatment, ...]
    asked: tuple[date, ...]
    progress: Callable[[date], Progress]
    happened: tuple[AdverseEvent, ...]
    catalog: Catalog
    letterhead: Letterhead | None


def read_person(record: "Record", person_id: UUID) -> PersonFile:
    """Read one person. Raise `NotFoundError` where the person is not in the record."""
    person, today = record.people.get(person_id), record.clock.today()
    entries = tuple(record.entries.of(person_id))
    return PersonFile(
        person=person,
        entries=entries,
        timeline=record.timelines.of(person_id),
        judgements=tuple(row.judgement for row in record.spacing.due(person_id=person_id)),
        plans=tuple(plan for plan in record.plans.of(person_id) if plan.on >= today),
        asked=record.asked_ratings.days_of(person_id, entries, today + ASKED_AHEAD),
        progress=record.progress.by_day(person_id),
        happened=tuple(record.adverse_events.of(person_id)),
        catalog=record.catalog,
        letterhead=letterhead_of(record),
    )


def letterhead_of(record: "Record") -> Letterhead | None:
    """Return whose paper it is; None at home, and in a practice with neither name nor logo."""
    settings = record.practice.settings
    if not settings.is_practice:
        return None
    logo = record.practice.logo
    return Letterhead(settings.name, logo) if settings.name or logo else None
