"""What the documents of one person say, as plain frozen values: gathered once, then laid out and painted any number of
times."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.judgement import Judgement
from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.change import Change, change_over
from tracker.core.progress.summary import Progress
from tracker.core.records import (
    CONCERNS,
    TREATMENTS,
    Botox,
    Kind,
    OtherEvent,
    Person,
    PlannedTreatment,
    Rater,
    Treatment,
)
from tracker.core.timeline import RatedDay, Timeline, TreatedDay
from tracker.ui.reports.happenings import Happening, happenings
from tracker.ui.reports.history import FullHistory, full_history
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.person_file import PersonFile, read_person

if TYPE_CHECKING:
    from tracker.services.record import Record

MAIN_CONCERNS = CONCERNS[:2]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the report is about."""

    name: str
    birth_date: date | None
    client_number: str | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContents:
    """The documents of one person. ``rows`` and ``happened`` are newest first.

    ``before_after`` has the treatments of the period as of its end, newest first, then all sessions of the record in
    one; it is empty where nobody asked for it or nothing was rated.

    ``earlier`` and ``later`` count treatments outside the period. ``map_page`` is the treatment of the face map on a
    page of its own, None where none is to be printed or has points. ``plans`` and ``asked`` are still to come.

    ``noted`` has the notes and other events of the period, newest first, where notes are asked for.

    ``identity`` is None where it is hidden; then no other value names anybody either.
    """

    options: ReportOptions
    catalog: Catalog
    identity: Identity | None
    printed_on: date
    start: date
    end: date
    timeline: Timeline
    raters: frozenset[Rater]
    scores: tuple[ScoreFact, ...]
    treatments: tuple[TreatmentFact, ...]
    rows: tuple[TreatmentRow, ...]
    earlier: int
    later: int
    judgements: tuple[Judgement, ...]
    rating_notes: tuple[RatingNote, ...]
    noted: tuple[OtherEvent, ...]
    happened: tuple[Happening, ...]
    before_after: tuple[BeforeAfter, ...]
    face_map: FaceMapFact | None
    private_notes: tuple[PrivateNote, ...]
    history: FullHistory
    map_page: Botox | None
    plans: tuple[PlannedTreatment, ...]
    asked: tuple[date, ...]
    letterhead: Letterhead | None


def report_contents(record: "Record", person_id: UUID, options: ReportOptions) -> ReportContents:
    """Gather the documents of one person. Raise `NotFoundError` where the person is not in the record."""
    return contents_of(read_person(record, person_id), options)


def contents_of(file: PersonFile, options: ReportOptions) -> ReportContents:
    """Put together what the documents of one person say."""
    person, timeline = file.person, file.timeline
    start, end = _period(timeline, options)
    ratings = [rated for rated in timeline.ratings if start <= rated.on <= end]
    rows = [row for row in _rows(timeline.treatments, options.shows_notes) if start <= row.treatment.on <= end]
    happened = [event for event in file.happened if start <= event.onset_on <= end]
    rater = _main_rater(ratings)
    return ReportContents(
        options=options,
        catalog=file.catalog,
        identity=None if options.hide_identity else Identity(person.name, person.birth_date, person.client_number),
        printed_on=timeline.today,
        start=start,
        end=end,
        timeline=_without_words(timeline),
        raters=frozenset(rated.rater for rated in ratings),
        scores=_score_facts([rated for rated in ratings if rated.rater is rater]),
        treatments=tuple(_treatment_fact(kind, [row.treatment for row in rows]) for kind in TREATMENTS),
        rows=tuple(reversed(rows)),
        earlier=sum(treated.on < start for treated in timeline.treatments),
        later=sum(treated.on > end for treated in timeline.treatments),
        judgements=file.judgements,
        rating_notes=_rating_notes(ratings) if options.shows_notes else (),
        noted=_noted(timeline, start, end) if options.shows_notes else (),
        happened=happenings(happened, timeline, options),
        before_after=_before_after(file.progress(end), start, timeline) if options.before_after else (),
        face_map=_face_map([row.treatment for row in rows]) if options.face_map else None,
        private_notes=_private_notes(person, timeline, start, end) if options.shows_private_notes else (),
        history=full_history(file, options),
        map_page=_map_page(timeline, options),
        plans=tuple(replace(plan, note=None) for plan in file.plans),
        asked=file.asked,
        letterhead=_letterhead(file, options),
    )


def _letterhead(file: PersonFile, options: ReportOptions) -> Letterhead | None:
    if file.letterhead is None or not options.letterhead:
        return None
    return replace(file.letterhead, is_grey=options.greyscale)


def maps_of(timeline: Timeline) -> tuple[Botox, ...]:
    """Return the treatments that a face map can be drawn of, newest first."""
    given = (treated.treatment for treated in reversed(timeline.treatments))
    return tuple(treatment for treatment in given if isinstance(treatment, Botox) and treatment.points)


def _map_page(timeline: Timeline, options: ReportOptions) -> Botox | None:
    if not options.has(Document.FACE_MAP):
        return None
    mapped = [treatment for treatment in maps_of(timeline) if options.map_of in (None, treatment.id)]
    return _bare(mapped[0]) if mapped else None


_TreatmentT = TypeVar("_TreatmentT", bound=Treatment)


def _bare(treatment: _TreatmentT) -> _TreatmentT:
    """Return ``treatment`` without what somebody wrote, so that none of it can reach a page by accident."""
    return replace(
        treatment, note=None, provider=None, override_reason=None, private_note=None, signed_by=None, signed_at=None
    )


def _before_after(progress: Progress, start: date, timeline: Timeline) -> tuple[BeforeAfter, ...]:
    """Return the treatments from ``start`` on, newest first, then all sessions together where one of them was then."""
    end = progress.today
    if not any(rated.on <= end for rated in timeline.ratings):
        return ()
    kinds = {treated.kind for treated in timeline.treatments if start <= treated.on <= end}
    single = [item for item in progress.before_after if item.on is not None and item.on >= start]
    return (*reversed(single), *(item for item in progress.before_after if item.on is None and item.kind in kinds))


def _period(timeline: Timeline, options: ReportOptions) -> tuple[date, date]:
    firsts = (timeline.ratings[:1], timeline.treatments[:1], timeline.noted[:1])
    days = [found.on for first in firsts for found in first]
    end = options.end or timeline.today
    return options.start or min([*days, end]), end


def _main_rater(ratings: Sequence[RatedDay]) -> Rater:
    """Return whose ratings the figures use: the person's own where there are any. Two raters are never mixed."""
    return Rater.SELF if not ratings or any(rated.rater is Rater.SELF for rated in ratings) else Rater.PRACTITIONER


def _score_facts(ratings: Sequence[RatedDay]) -> tuple[ScoreFact, ...]:
    facts = []
    for concern in CONCERNS:
        scores = [rated.scores[concern] for rated in ratings if concern in rated.scores]
        if scores or concern in MAIN_CONCERNS:
            only = scores[0] if len(scores) == 1 else None
            facts.append(ScoreFact(concern, len(scores), only, change_over(ratings, concern)))
    return tuple(facts)


def _treatment_fact(kind: Kind, treatments: Sequence[Treatment]) -> TreatmentFact:
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


def _face_map(treatments: Sequence[Treatment]) -> FaceMapFact | None:
    """Return the map of the last main treatment that has points; that of a touch-up shows what was added to one."""
    main = [given for given in treatments if isinstance(given, Botox) and not given.is_touch_up]
    mapped = [given for given in main if given.points]
    return FaceMapFact(mapped[-1], mapped[-1] is main[-1]) if mapped else None


def _is_touch_up(treatment: Treatment) -> bool:
    return isinstance(treatment, Botox) and treatment.is_touch_up


def _rows(treatments: Sequence[TreatedDay], shows_notes: bool) -> list[TreatmentRow]:
    rows, last = [], dict[Kind, date]()
    for treated in treatments:
        treatment = treated.treatment
        before = last.get(treated.kind)
        rows.append(
            TreatmentRow(
                treatment=_bare(treatment),
                days_since=None if before is None else (treated.on - before).days,
                is_override=treatment.override_reason is not None,
                override_reason=treatment.override_reason if shows_notes else None,
                note=treatment.note if shows_notes else None,
            )
        )
        last[treated.kind] = treated.on
    return rows


def _without_words(timeline: Timeline) -> Timeline:
    return replace(
        timeline,
        ratings=tuple(map(_without_notes, timeline.ratings)),
        treatments=tuple(replace(treated, treatment=_bare(treated.treatment)) for treated in timeline.treatments),
        noted=tuple(replace(day, events=tuple(map(_bare_of_words, day.events))) for day in timeline.noted),
        series=tuple(
            replace(series, runs=tuple(tuple(map(_without_notes, run)) for run in series.runs))
            for series in timeline.series
        ),
    )


def _bare_of_words(event: OtherEvent) -> OtherEvent:
    return replace(event, note=None, private_note=None, provider=None, signed_by=None, signed_at=None)


def _without_notes(rated: RatedDay) -> RatedDay:
    return replace(rated, note=None, private_note=None)


def _noted(timeline: Timeline, start: date, end: date) -> tuple[OtherEvent, ...]:
    """Return the notes and other events of which a day lies in the period, newest first, with their notes alone."""
    events = (event for day in reversed(timeline.noted) for event in day.events)
    return tuple(
        replace(_bare_of_words(event), note=event.note)
        for event in events
        if event.on <= end and (event.until or event.on) >= start
    )


def _private_notes(person: Person, timeline: Timeline, start: date, end: date) -> tuple[PrivateNote, ...]:
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


def _rating_notes(ratings: Sequence[RatedDay]) -> tuple[RatingNote, ...]:
    return tuple(
        RatingNote(rated.on, tuple(rated.scores.items()), rated.note) for rated in reversed(ratings) if rated.note
    )
