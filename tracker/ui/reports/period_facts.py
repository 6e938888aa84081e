"""The figures and notes of a period, as documents say them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tracker.core.progress.change import Change, change_over
from tracker.core.records import (
    CONCERNS,
    Botox,
    Kind,
    OtherEvent,
    Person,
    Rater,
    Treatment,
)
from tracker.core.timeline import RatedDay, Timeline, TreatedDay
from tracker.ui.reports.bare import bare, bare_event

MAIN_CONCERNS = CONCERNS[:2]


@dataclass(frozen=True, slots=True)
class ScoreFact:
    """How one concern went over the period, as one rater saw it: ``count`` ratings, ``only`` where there is just one.

    ``change`` is there from two ratings up.
    """

    concern: str
    count: int
    only: int | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class TreatmentFact:
    """How often a treatment was given in the period, and the shortest and longest days between (main ones only).

    ``units`` holds the total of each product, never added across products; ``without_units`` counts the others.
    """

    kind: Kind
    count: int
    touch_ups: int
    units: tuple[tuple[str, Decimal], ...]
    without_units: int
    shortest: int | None
    longest: int | None


@dataclass(frozen=True, slots=True)
class TreatmentRow:
    """One treatment of the period. ``days_since`` the one of its kind before it, None for the first of the record.

    ``note`` and ``override_reason`` are there only where the report shows notes; ``is_override`` always tells.
    """

    treatment: Treatment
    days_since: int | None
    is_override: bool
    override_reason: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class FaceMapFact:
    """The last treatment of the period whose points are known; ``is_last`` unless a later one has none."""

    treatment: Botox
    is_last: bool


@dataclass(frozen=True, slots=True)
class RatingNote:
    """What was noted with a rating."""

    on: date
    scores: tuple[tuple[str, int], ...]
    note: str


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """A private note of the entry of a kind and day, or, without them, of the person."""

    on: date | None
    kind: Kind | None
    note: str


def main_rater(ratings: Sequence[RatedDay]) -> Rater:
    """Return whose ratings the figures use: the person's own where there are any. Two raters are never mixed."""
    return Rater.SELF if not ratings or any(rated.rater is Rater.SELF for rated in ratings) else Rater.PRACTITIONER


def score_facts(ratings: Sequence[RatedDay]) -> tuple[ScoreFact, ...]:
    """Return how each concern that one rater rated went, and each of the `MAIN_CONCERNS` also where it was not."""
    facts = []
    for concern in CONCERNS:
        scores = [rated.scores[concern] for rated in ratings if concern in rated.scores]
        if scores or concern in MAIN_CONCERNS:
            only = scores[0] if len(scores) == 1 else None
            facts.append(ScoreFact(concern, len(scores), only, change_over(ratings, concern)))
    return tuple(facts)


def treatment_fact(kind: Kind, treatments: Sequence[Treatment]) -> TreatmentFact:
    """Return how often a treatment is among ``treatments``, which are oldest first."""
    given = [treatment for treatment in treatments if treatment.kind is kind]
    main = [treatment for treatment in given if not _is_touch_up(treatment)]
    gaps = [(later.on - earlier.on).days for earlier, later in pairwise(main)]
    units: dict[str, Decimal] = {}
    without = 0
    for treatment in given:
        if isinstance(treatment, Botox):
            if treatment.units is None:
                without += 1
            else:
                units[treatment.product] = units.get(treatment.product, Decimal()) + treatment.units
    return TreatmentFact(
        kind=kind,
        count=len(given),
        touch_ups=len(given) - len(main),
        units=tuple(units.items()),
        without_units=without,
        shortest=min(gaps, default=None),
        longest=max(gaps, default=None),
    )


def face_map_fact(treatments: Sequence[Treatment]) -> FaceMapFact | None:
    """Return the map of the last main treatment that has points; that of a touch-up shows what was added to one."""
    main = [given for given in treatments if isinstance(given, Botox) and not given.is_touch_up]
    mapped = [given for given in main if given.points]
    return FaceMapFact(mapped[-1], mapped[-1] is main[-1]) if mapped else None


def _is_touch_up(treatment: Treatment) -> bool:
    return isinstance(treatment, Botox) and treatment.is_touch_up


def treatment_rows(treatments: Sequence[TreatedDay], shows_notes: bool) -> list[TreatmentRow]:
    """Return a row of each treatment, oldest first as they are."""
    rows, last = [], dict[Kind, date]()
    for treated in treatments:
        treatment = treated.treatment
        before = last.get(treated.kind)
        rows.append(
            TreatmentRow(
                treatment=bare(treatment),
                days_since=None if before is None else (treated.on - before).days,
                is_override=treatment.override_reason is not None,
                override_reason=treatment.override_reason if shows_notes else None,
                note=treatment.note if shows_notes else None,
            )
        )
        last[treated.kind] = treated.on
    return rows


def noted_events(timeline: Timeline, start: date, end: date) -> tuple[OtherEvent, ...]:
    """Return the notes and other events of which a day lies in the period, newest first, with their notes alone."""
    events = (event for day in reversed(timeline.noted) for event in day.events)
    return tuple(
        replace(bare_event(event), note=event.note)
        for event in events
        if event.on <= end and (event.until or event.on) >= start
    )


def private_notes(person: Person, timeline: Timeline, start: date, end: date) -> tuple[PrivateNote, ...]:
    """Return the person's private note, then those of the entries of the period, newest first."""
    found = [PrivateNote(one.on, one.kind, one.treatment.private_note or "") for one in timeline.treatments]
    found += [PrivateNote(rated.on, Kind.RATING, rated.private_note or "") for rated in timeline.ratings]
    noted = [event for day in timeline.noted for event in day.events]
    found += [PrivateNote(event.on, Kind.OTHER_EVENT, event.private_note or "") for event in noted]
    listed = sorted(
        (one for one in found if one.note and one.on is not None and start <= one.on <= end),
        key=lambda one: one.on or date.min,
        reverse=True,
    )
    own = [PrivateNote(None, None, person.private_note)] if person.private_note else []
    return (*own, *listed)


def rating_notes(ratings: Sequence[RatedDay]) -> tuple[RatingNote, ...]:
    """Return what was noted with ratings, newest first."""
    return tuple(
        RatingNote(rated.on, tuple(rated.scores.items()), rated.note) for rated in reversed(ratings) if rated.note
    )
