"""What the documents of one person say, as plain frozen values: gathered once, then laid out and painted any number of
times."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.judgement import Judgement
from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.summary import Progress
from tracker.core.records import (
    TREATMENTS,
    Botox,
    OtherEvent,
    PlannedTreatment,
    Rater,
)
from tracker.core.timeline import Timeline
from tracker.ui.reports.bare import bare, without_words
from tracker.ui.reports.happenings import Happening, happenings
from tracker.ui.reports.history import FullHistory, full_history
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.period_facts import (
    FaceMapFact,
    PrivateNote,
    RatingNote,
    ScoreFact,
    TreatmentFact,
    TreatmentRow,
    face_map_fact,
    main_rater,
    noted_events,
    private_notes,
    rating_notes,
    score_facts,
    treatment_fact,
    treatment_rows,
)
from tracker.ui.reports.person_file import PersonFile, read_person

if TYPE_CHECKING:
    from tracker.services.record import Record


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the report is about."""

    name: str
    birth_date: date | None
    client_number: str | None


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
    rows = [row for row in treatment_rows(timeline.treatments, options.shows_notes) if start <= row.treatment.on <= end]
    happened = [event for event in file.happened if start <= event.onset_on <= end]
    rater = main_rater(ratings)
    return ReportContents(
        options=options,
        catalog=file.catalog,
        identity=None if options.hide_identity else Identity(person.name, person.birth_date, person.client_number),
        printed_on=timeline.today,
        start=start,
        end=end,
        timeline=without_words(timeline),
        raters=frozenset(rated.rater for rated in ratings),
        scores=score_facts([rated for rated in ratings if rated.rater is rater]),
        treatments=tuple(treatment_fact(kind, [row.treatment for row in rows]) for kind in TREATMENTS),
        rows=tuple(reversed(rows)),
        earlier=sum(treated.on < start for treated in timeline.treatments),
        later=sum(treated.on > end for treated in timeline.treatments),
        judgements=file.judgements,
        rating_notes=rating_notes(ratings) if options.shows_notes else (),
        noted=noted_events(timeline, start, end) if options.shows_notes else (),
        happened=happenings(happened, timeline, options),
        before_after=_before_after(file.progress(end), start, timeline) if options.before_after else (),
        face_map=face_map_fact([row.treatment for row in rows]) if options.face_map else None,
        private_notes=private_notes(person, timeline, start, end) if options.shows_private_notes else (),
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
    return bare(mapped[0]) if mapped else None


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
