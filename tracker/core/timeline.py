"""One person's entries as the chart needs them: ordered, gaps explicit, raters apart, counting windows worked out."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import groupby
from uuid import UUID

from tracker.core.chronology import chronological
from tracker.core.judgement import Judgement
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingWindows
from tracker.core.records import (
    CONCERNS,
    TREATMENTS,
    Botox,
    Entry,
    Kind,
    OtherEvent,
    PlannedTreatment,
    Rater,
    Rating,
    Treatment,
)

LONGEST_GAP_DAYS = 60
"""Two ratings further apart than this are not joined by a line. A choice of the design."""

SETTLING_DAYS: Mapping[Kind, int] = {Kind.BOTOX: 13, Kind.MICRODERMABRASION: 1}
"""The last day after a treatment on which a rating is still settling; day 0 counts as before. The full effect of botox
comes after about two weeks (practice aftercare sheets); the day after a session is a choice of the design."""


@dataclass(frozen=True, slots=True)
class Settling:
    """Why a rating is still settling: it was made ``days`` days after a treatment of ``kind``."""

    kind: Kind
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedDay:
    """One rating. ``scores`` holds the concerns that were rated. A rating without a rater is the person's own."""

    entry_id: UUID
    on: date
    at: time | None
    rater: Rater
    scores: Mapping[str, int]
    settling: tuple[Settling, ...]
    prior_shown: bool
    note: str | None
    private_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatedDay:
    """One treatment; its details are in ``treatment``."""

    entry_id: UUID
    kind: Kind
    on: date
    at: time | None
    is_touch_up: bool
    treatment: Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One treatment that is planned for today or later; it is no entry, ``entry_id`` is the plan's."""

    entry_id: UUID
    kind: Kind
    on: date
    at: time | None
    is_touch_up: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class NotedDay:
    """The notes and other events that begin on one day, in the order in which they were entered; at least one."""

    on: date
    events: tuple[OtherEvent, ...]

    @property
    def entry_id(self) -> UUID:
        return self.events[0].id

    @property
    def at(self) -> time | None:
        return self.events[0].at

    @property
    def until(self) -> date | None:
        """Return the last day of the event that went on longest, None where none went on beyond its day."""
        return max((event.until for event in self.events if event.until is not None), default=None)


@dataclass(frozen=True, slots=True)
class Series:
    """One concern as one rater saw it: runs of ratings, oldest first, broken at gaps over `LONGEST_GAP_DAYS`."""

    concern: str
    rater: Rater
    runs: tuple[tuple[RatedDay, ...], ...]

    @property
    def days(self) -> tuple[RatedDay, ...]:
        """Return the ratings of all runs, oldest first."""
        return tuple(rated for run in self.runs for rated in run)


@dataclass(frozen=True, slots=True)
class CountingWindow:
    """The days, both included, that count as after the treatment of ``treatment_on``; never beyond today."""

    kind: Kind
    start: date
    end: date
    treatment_on: date


@dataclass(frozen=True, slots=True)
class NextWindow:
    """When the next treatment of ``kind`` is due: from ``start`` until ``end``, the day on which it has lapsed."""

    kind: Kind
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One person's ratings and treatments, oldest first, with what is worked out of them as of ``today``."""

    person_id: UUID
    today: date
    ratings: tuple[RatedDay, ...]
    treatments: tuple[TreatedDay, ...]
    series: tuple[Series, ...]
    windows: tuple[CountingWindow, ...]
    next_windows: tuple[NextWindow, ...]
    planned: tuple[PlannedDay, ...] = ()
    counting: CountingWindows = WINDOWS_AS_SHIPPED
    noted: tuple[NotedDay, ...] = ()
    goals: Mapping[str, int] = field(default_factory=dict)

    @property
    def has_entries(self) -> bool:
        """Return whether there is anything but plans."""
        return bool(self.ratings or self.treatments or self.noted)


def build_timeline(
    person_id: UUID,
    entries: Iterable[Entry],
    today: date,
    next_windows: tuple[NextWindow, ...],
    plans: Iterable[PlannedTreatment] = (),
    counting: CountingWindows = WINDOWS_AS_SHIPPED,
    goals: Mapping[str, int] | None = None,
) -> Timeline:
    """Return the timeline of one person's ``entries``, which come in any order and may be none.

    Of ``plans`` those of today and later are taken; ``counting`` says which days count as after a treatment; ``goals``
    are the scores that the person would like to reach, by concern.
    """
    ordered = chronological(entries)
    treatments = tuple(_treated_day(entry) for entry in ordered if isinstance(entry, Treatment))
    treated_on = {kind: [treated.on for treated in treatments if treated.kind is kind] for kind in TREATMENTS}
    ratings = tuple(_rated_day(entry, treated_on) for entry in ordered if isinstance(entry, Rating))
    return Timeline(
        person_id=person_id,
        today=today,
        ratings=ratings,
        treatments=treatments,
        series=_all_series(ratings),
        windows=tuple(
            window for treated in treatments if (window := _counting_window(treated, today, counting)) is not None
        ),
        next_windows=next_windows,
        planned=tuple(_planned_day(plan) for plan in chronological(plans) if plan.on >= today),
        counting=counting,
        noted=_noted_days(entry for entry in ordered if isinstance(entry, OtherEvent)),
        goals=goals or {},
    )


def next_window(judgement: Judgement) -> NextWindow | None:
    """Return when the treatment judged is due, None without an earlier one, with its window past or never open."""
    start, end = judgement.recommended, judgement.lapsed
    if start is None or end is None or start >= end or judgement.on >= end:
        return None
    return NextWindow(judgement.treatment, start, end)


def days_since(timeline: Timeline, kind: Kind, on: date) -> int | None:
    """Return the days from the latest treatment of ``kind`` to the day ``on``, 0 on its day, None before the first."""
    days = ((on - treated.on).days for treated in reversed(timeline.treatments) if treated.kind is kind)
    return next((count for count in days if count >= 0), None)


def _treated_day(treatment: Treatment) -> TreatedDay:
    return TreatedDay(
        entry_id=treatment.id,
        kind=treatment.kind,
        on=treatment.on,
        at=treatment.at,
        is_touch_up=isinstance(treatment, Botox) and treatment.is_touch_up,
        treatment=treatment,
    )


def _noted_days(events: Iterable[OtherEvent]) -> tuple[NotedDay, ...]:
    return tuple(NotedDay(on, tuple(of_day)) for on, of_day in groupby(events, key=lambda event: event.on))


def _planned_day(plan: PlannedTreatment) -> PlannedDay:
    return PlannedDay(
        entry_id=plan.id, kind=plan.kind, on=plan.on, at=plan.at, is_touch_up=plan.is_touch_up, note=plan.note
    )


def _rated_day(rating: Rating, treated_on: Mapping[Kind, Sequence[date]]) -> RatedDay:
    return RatedDay(
        entry_id=rating.id,
        on=rating.on,
        at=rating.at,
        rater=rating.rater or Rater.SELF,
        scores={concern: score for concern in CONCERNS if (score := rating.score(concern)) is not None},
        settling=_settling(rating.on, treated_on),
        prior_shown=rating.prior_shown,
        note=rating.note,
        private_note=rating.private_note,
    )


def _settling(on: date, treated_on: Mapping[Kind, Sequence[date]]) -> tuple[Settling, ...]:
    found = []
    for kind, days_treated in treated_on.items():
        earlier = bisect_left(days_treated, on)
        if earlier and (days := (on - days_treated[earlier - 1]).days) <= SETTLING_DAYS[kind]:
            found.append(Settling(kind, days))
    return tuple(found)


def _all_series(ratings: Sequence[RatedDay]) -> tuple[Series, ...]:
    found = []
    for concern in CONCERNS:
        for rater in Rater:
            days = [rated for rated in ratings if rated.rater is rater and concern in rated.scores]
            if days:
                found.append(Series(concern, rater, _runs(days)))
    return tuple(found)


def _runs(days: Sequence[RatedDay]) -> tuple[tuple[RatedDay, ...], ...]:
    runs: list[list[RatedDay]] = []
    for rated in days:
        if not runs or (rated.on - runs[-1][-1].on).days > LONGEST_GAP_DAYS:
            runs.append([])
        runs[-1].append(rated)
    return tuple(tuple(run) for run in runs)


def _counting_window(treated: TreatedDay, today: date, counting: CountingWindows) -> CountingWindow | None:
    if treated.is_touch_up:
        return None
    days = counting.of(treated.kind)
    start = treated.on + timedelta(days.first)
    if start > today:
        return None
    return CountingWindow(treated.kind, start, min(treated.on + timedelta(days.last), today), treated.on)
