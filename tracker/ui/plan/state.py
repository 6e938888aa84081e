"""What the timeline of the planner shows: stored days and plans, the cursor, and a plan on its way to another day."""

from dataclasses import replace
from datetime import date

from tracker.core.planner import LaneSegment, Planner
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment
from tracker.ui.plan.cursor import Cursor
from tracker.ui.words.planner import DayWords, day_words, plan_words


class PlanState:
    """Begins with ``planner`` as it is stored; while a plan is carried, ``planner`` has it where the cursor is."""

    def __init__(self, stored: Planner, cursor: Cursor | None) -> None:
        self._stored = self.planner = stored
        kept = Cursor(TREATMENTS[0], stored.today) if cursor is None else replace(cursor, carried=None)
        self.cursor = kept.to(kept.on, stored)
        self._lanes: dict[Kind, tuple[LaneSegment, ...]] = {}

    def carry(self, cursor: Cursor) -> None:
        """Put the cursor elsewhere; a plan that it carries is judged there, and all days with it."""
        was, self.cursor = self.cursor, cursor
        if was.carried is not None or cursor.carried is not None:
            carried = cursor.carried
            self.planner = self._stored if carried is None else self._stored.moved(carried, cursor.on)
            self._lanes.clear()

    def lane(self, kind: Kind) -> tuple[LaneSegment, ...]:
        """Return the segments of a treatment."""
        if kind not in self._lanes:
            self._lanes[kind] = self.planner.lane(kind)
        return self._lanes[kind]

    def plan_on(self, kind: Kind, on: date) -> PlannedTreatment | None:
        """Return the plan that is carried to a day, else the one that is there."""
        carried = self.cursor.carried
        if carried is not None and (carried.kind, self.cursor.on) == (kind, on):
            return carried
        return self.planner.plan_on(kind, on)

    def words(self, kind: Kind, on: date) -> DayWords:
        """Return what is said of a day: of the plan that is there, else of the day itself."""
        plan = self.plan_on(kind, on)
        if plan is None or on < self.planner.today:
            return day_words(self.planner.judge(kind, on))
        return plan_words(self.planner.judge_plan(plan, on))
