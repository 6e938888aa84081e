"""The planner: what the rules say of each treatment on each coming day, given all that was done and is planned.

A full treatment of the full face is judged. On every day the own plans from that day on are left out, for they are
what is being placed; own plans before it count like entries, and plans of the other treatment count both ways. A plan
whose day has passed counts for nothing: the record does not say that it happened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from tracker.core.cautions import OTHER_BRAND_DAYS
from tracker.core.chronology import chronological
from tracker.core.events import Event, planned_event
from tracker.core.intervals import SHIPPED, Intervals
from tracker.core.judgement import Judgement, Picture, Status
from tracker.core.records import Kind, PlannedTreatment
from tracker.core.spacing import SpacingEngine

HORIZON_DAYS, DAYS_BEFORE = 84, 4
"""Twelve weeks from today on, and the days before today that are shown with them. Choices of the design."""

STRICT = (Status.TOO_SOON, Status.EARLY)
_NOBODY = UUID(int=0)
_UNPLANNED = 1 << 62


@dataclass(frozen=True, slots=True)
class LaneSegment:
    """Days of one treatment that look alike: ``judgement`` is that of the first, ``end`` is the first day after them.

    ``opens`` is the day on which waiting or holding is over, None where another plan comes first.
    """

    picture: Picture
    start: date
    end: date
    judgement: Judgement
    opens: date | None = None


class Planner:
    """Judges the days of one person. ``plans`` are all that are stored, oldest first."""

    def __init__(
        self,
        engine: SpacingEngine,
        history: Iterable[Event],
        plans: Iterable[PlannedTreatment],
        today: date,
        intervals: Intervals = SHIPPED,
        *,
        horizon: int = HORIZON_DAYS,
    ) -> None:
        """``horizon`` is how many days from today on can be planned."""
        self._engine = engine
        self._intervals = intervals
        self.today = today
        self.first_day, self.last_day = today - timedelta(DAYS_BEFORE), today + timedelta(horizon)
        self._history = _deciding(history, self.first_day)
        self.plans = tuple(chronological(plans))

    @property
    def coming(self) -> tuple[PlannedTreatment, ...]:
        """Return the plans of today and later, the next one first."""
        return tuple(plan for plan in self.plans if plan.on >= self.today)

    @property
    def overdue(self) -> tuple[PlannedTreatment, ...]:
        """Return the plans whose day has passed, the oldest first."""
        return tuple(plan for plan in self.plans if plan.on < self.today)

    @property
    def is_empty(self) -> bool:
        """Return whether there is neither a treatment nor a plan."""
        return not self._history and not self.plans

    def next_plan(self, kind: Kind) -> PlannedTreatment | None:
        """Return the plan of ``kind`` that comes next and is no touch-up, None where there is none."""
        return next((plan for plan in self.coming if plan.kind is kind and not plan.is_touch_up), None)

    def plan_on(self, kind: Kind, on: date) -> PlannedTreatment | None:
        """Return the plan of ``kind`` on a day, None where there is none."""
        return next((plan for plan in self.plans if plan.kind is kind and plan.on == on), None)

    def days(self) -> Iterator[date]:
        """Yield the days on which something can be planned, from today to `last_day`."""
        return (self.today + timedelta(count) for count in range((self.last_day - self.today).days + 1))

    def event(self, kind: Kind, on: date, *, step: int = 0) -> Event:
        """Return a treatment that might be planned; of two on one day the one of the lower ``step`` comes first."""
        return planned_event(_supposed(kind, on, _UNPLANNED + step), self._history)

    def judge(self, kind: Kind, on: date) -> Judgement:
        """Return the verdict on a day; one before today is judged by what came before it alone."""
        if on < self.today:
            return self._engine.judge(kind, on, self._history, intervals=self._intervals)
        placed = self.next_plan(kind) or _supposed(kind, on, _UNPLANNED)
        others = (self._event_of(plan) for plan in self.coming if plan.kind is not kind or plan.on < on)
        return self.judge_event(self._event_of(replace(placed, on=on)), others)

    def judge_plan(self, plan: PlannedTreatment, on: date) -> Judgement:
        """Return the verdict on a plan moved to a day, given every other plan."""
        others = (self._event_of(other) for other in self.coming if other.id != plan.id)
        return self.judge_event(self._event_of(replace(plan, on=on)), others)

    def judge_event(self, event: Event, others: Iterable[Event]) -> Judgement:
        """Return the verdict on an event among what was done and ``others``, looking both ways."""
        return self._engine.judge_entry(event, (*self._history, *others), self._intervals)

    def unmoved(self) -> tuple[Event, ...]:
        """Return the coming plans that stay where they are when the next treatment of each kind is placed."""
        moved = {plan.id for kind in Kind if (plan := self.next_plan(kind)) is not None}
        return tuple(self._event_of(plan) for plan in self.coming if plan.id not in moved)

    def moved(self, plan: PlannedTreatment, on: date) -> "Planner":
        """Return the same person with a plan on another day."""
        plans = (replace(one, on=on) if one.id == plan.id else one for one in self.plans)
        horizon = (self.last_day - self.today).days
        return Planner(self._engine, self._history, plans, self.today, self._intervals, horizon=horizon)

    def lane(self, kind: Kind) -> tuple[LaneSegment, ...]:
        """Return the days of a treatment from `first_day` to `last_day` in segments that follow each other."""
        count = (self.last_day - self.first_day).days + 1
        judged = [self.judge(kind, self.first_day + timedelta(place)) for place in range(count)]
        runs = [list(run) for _look, run in groupby(judged, _look)]
        return tuple(self._segment(run, after) for run, after in zip(runs, [*runs[1:], None], strict=True))

    def _segment(self, run: list[Judgement], after: list[Judgement] | None) -> LaneSegment:
        first, last = run[0], run[-1]
        end = last.on + timedelta(1)
        opens = None
        if first.status in STRICT and after is None:
            recommended = last.recommended
            opens = recommended if recommended is not None and recommended > last.on and not last.later else None
        elif first.status in STRICT and after is not None and after[0].status not in STRICT:
            opens = end
        return LaneSegment(first.picture, first.on, end, first, opens)

    def _event_of(self, plan: PlannedTreatment) -> Event:
        return planned_event(plan, self._history)


def _supposed(kind: Kind, on: date, entered: int) -> PlannedTreatment:
    return PlannedTreatment(id=_NOBODY, person_id=_NOBODY, kind=kind, on=on, entered=entered)


def _deciding(history: Iterable[Event], first_day: date) -> tuple[Event, ...]:
    """Return the events that can decide or be spoken of from ``first_day`` on, oldest first.

    Of older ones the rules ask for the latest of a kind alone: of all, of main treatments, of those in some places.
    """
    recent = first_day - timedelta(OTHER_BRAND_DAYS)
    ordered = chronological(history)
    latest = {(event.kind, event.is_touch_up, event.places): event for event in ordered}
    kept = {id(event) for event in latest.values()}
    return tuple(event for event in ordered if event.on >= recent or id(event) in kept)


def _look(judgement: Judgement) -> tuple[Picture, date | None, bool]:
    """Return what makes neighbouring days one segment: the picture, what it counts from, and on which side it lies."""
    deciding = judgement.deciding
    is_held_by_later = judgement.picture is Picture.HELD and deciding in judgement.later
    return judgement.picture, judgement.last, is_held_by_later
