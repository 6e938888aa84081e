"""Planned treatments: plan, move, give up, and judge before planning."""

import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, time
from uuid import UUID, uuid4

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import to_the_minute
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.events import planned_event
from tracker.core.judgement import Judgement
from tracker.core.planner import Planner
from tracker.core.records import Kind, PlannedTreatment
from tracker.core.spacing import SpacingEngine
from tracker.services.announcing import Announce
from tracker.store import edits, planning, queries
from tracker.store.events import events_of
from tracker.store.recorder import Recorder
from tracker.store.store import Store

SUBJECT = "plan"
PLAN, MOVE, UNPLAN = "plan", "move", "unplan"


class Plans:
    """The planned treatments of one record."""

    def __init__(self, store: Store, clock: Clock, engine: SpacingEngine, announce: Announce) -> None:
        self._store = store
        self._clock = clock
        self._engine = engine
        self._announce = announce

    def of(self, person_id: UUID) -> tuple[PlannedTreatment, ...]:
        """Return the plans of one person, soonest first; those of days that are over included."""
        with self._store.read() as connection:
            return planning.plans_of(connection, person_id)

    def get(self, plan_id: UUID) -> PlannedTreatment:
        """Return one plan. Raise `NotFoundError` where there is none of that id."""
        with self._store.read() as connection:
            return _required(planning.plan(connection, plan_id), plan_id)

    def add(
        self,
        person_id: UUID,
        kind: Kind,
        on: date,
        *,
        at: time | None = None,
        is_touch_up: bool = False,
        note: str = "",
    ) -> PlannedTreatment:
        """Plan a treatment for today or later.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        self._check(on, note)
        with self._store.write(ChangeLabel(PLAN, kind.value, on.isoformat())) as write:
            if queries.person(write.connection, person_id) is None:
                raise NotFoundError("person", str(person_id))
            plan = PlannedTreatment(
                id=uuid4(),
                person_id=person_id,
                kind=kind,
                on=on,
                at=to_the_minute(at),
                is_touch_up=is_touch_up,
                note=note.strip() or None,
                entered=write.recorder.next_entered(),
            )
            edits.add(write.recorder, [plan])
        self._announce(write.change_set)
        return plan

    def move(self, plan_id: UUID, on: date, at: time | None = None) -> PlannedTreatment:
        """Move a plan to another day; its time of day stays unless another one is given.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        self._check(on)
        with self._store.write(ChangeLabel(MOVE, SUBJECT, on.isoformat())) as write:
            before = _required(planning.plan(write.connection, plan_id), plan_id)
            after = replace(before, on=on, at=to_the_minute(at) or before.at)
            edits.replace(write.recorder, before, after)
        self._announce(write.change_set)
        return after

    def planner(self, person_id: UUID) -> Planner:
        """Return what judges the coming days of one person, as of today."""
        with self._store.read() as connection:
            history = events_of(connection, person_id).values()
            plans = planning.plans_of(connection, person_id)
            intervals = planning.intervals_for(connection, person_id)
        return Planner(self._engine, history, plans, self._clock.today(), intervals)

    def arrange(self, person_id: UUID, days: Mapping[Kind, date], *, gives_up: Collection[Kind] = ()) -> None:
        """Plan each treatment of ``days`` for its day in one change: its next plan is moved there, or a new one made.

        They come in the order of ``days``, on one day too. The next plans of the kinds in ``gives_up`` are removed.
        Plans of touch-ups stay. Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        for on in days.values():
            self._check(on)
        with self._store.write(_arranged(days)) as write:
            if queries.person(write.connection, person_id) is None:
                raise NotFoundError("person", str(person_id))
            plans = planning.plans_of(write.connection, person_id)
            coming = [plan for plan in plans if plan.on >= self._clock.today() and not plan.is_touch_up]
            former = {plan.kind: plan for plan in reversed(coming)}
            edits.remove(write.recorder, [former[kind] for kind in gives_up if kind in former])
            for kind, on in days.items():
                _put(write.recorder, person_id, kind, on, former.get(kind))
        self._announce(write.change_set)

    def remove(self, plan_id: UUID) -> None:
        """Give a plan up. Raise `NotFoundError` or `NotSavedError`; nothing was removed then."""
        with self._store.write(ChangeLabel(UNPLAN, SUBJECT)) as write:
            plan = _required(planning.plan(write.connection, plan_id), plan_id)
            write.relabel(ChangeLabel(UNPLAN, plan.kind.value, plan.on.isoformat()))
            edits.remove(write.recorder, [plan])
        self._announce(write.change_set)

    def judge(
        self, person_id: UUID, kind: Kind, on: date, *, is_touch_up: bool = False, moving: UUID | None = None
    ) -> Judgement:
        """Return the verdict on a treatment planned for ``on`` among all entries and the other plans, both ways.

        ``moving`` is the plan that would be moved there: it keeps its time and its place in the order of entry. Plans
        of days that are over do not count: what they announced has not happened.
        """
        today = self._clock.today()
        with self._store.read() as connection:
            history = list(events_of(connection, person_id).values())
            plans = planning.plans_of(connection, person_id)
            intervals = planning.intervals_for(connection, person_id)
        former = next((one for one in plans if one.id == moving), None)
        others = (planned_event(one, history) for one in plans if one.id != moving and one.on >= today)
        asked = planned_event(_asked(kind, on, is_touch_up, former), history)
        return self._engine.judge_entry(asked, [*history, *others], intervals)

    def _check(self, on: date, note: str = "") -> None:
        found = Problems()
        if on < self._clock.today():
            found.add("on", "in_past", on.isoformat())
        found.text("note", note)
        if found.all():
            raise InvalidDraftError(found.all())


def _asked(kind: Kind, on: date, is_touch_up: bool, former: PlannedTreatment | None) -> PlannedTreatment:
    if former is not None:
        return replace(former, kind=kind, on=on, is_touch_up=is_touch_up)
    # Nobody's plan yet: ids are of no account to the engine. It comes after all that is entered for its day.
    nobody = UUID(int=0)
    return PlannedTreatment(id=nobody, person_id=nobody, kind=kind, on=on, is_touch_up=is_touch_up, entered=sys.maxsize)


def _arranged(days: Mapping[Kind, date]) -> ChangeLabel:
    if len(days) == 1:
        ((kind, on),) = days.items()
        return ChangeLabel(PLAN, kind.value, on.isoformat())
    return ChangeLabel(PLAN, SUBJECT, count=len(days))


def _put(recorder: Recorder, person_id: UUID, kind: Kind, on: date, former: PlannedTreatment | None) -> None:
    # A new place in the order of entry, so that of two on one day the one put first comes first.
    entered = recorder.next_entered()
    if former is not None:
        edits.replace(recorder, former, replace(former, on=on, at=None, entered=entered))
        return
    edits.add(recorder, [PlannedTreatment(id=uuid4(), person_id=person_id, kind=kind, on=on, entered=entered)])


def _required(found: PlannedTreatment | None, plan_id: UUID) -> PlannedTreatment:
    if found is None:
        raise NotFoundError(SUBJECT, str(plan_id))
    return found
