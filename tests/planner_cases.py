"""People for the tests of the planner: a short history, some plans, the shipped rules."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from support import TODAY

from tracker.core.events import Event
from tracker.core.planner import HORIZON_DAYS, Planner
from tracker.core.records import Kind, Person, PlannedTreatment, Setting
from tracker.core.spacing import SpacingEngine

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
PERSON = UUID(int=1)


def day(count: int) -> date:
    """Return the day so many days from today."""
    return TODAY + timedelta(count)


def done(kind: Kind, ago: int, entered: int = 0) -> Event:
    """Return a treatment so many days ago."""
    if kind is BOTOX:
        return Event(kind=kind, on=day(-ago), product="botox_cosmetic", entered=entered)
    return Event(kind=kind, on=day(-ago), setting=Setting.CLINIC, entered=entered)


def plan(kind: Kind, ahead: int, number: int = 0) -> PlannedTreatment:
    """Return a plan so many days from today; ``number`` makes its id and its place in the order of entry."""
    return PlannedTreatment(
        id=UUID(int=100 + number), person_id=PERSON, kind=kind, on=day(ahead), entered=1_000 + number
    )


def planner(
    engine: SpacingEngine,
    history: Iterable[Event],
    plans: Iterable[PlannedTreatment] = (),
    horizon: int = HORIZON_DAYS,
) -> Planner:
    """Return the planner of a person as of today."""
    return Planner(engine, history, plans, TODAY, horizon=horizon)


def planned(record: Any, person: Person) -> list[tuple[Kind, date]]:
    """Return what is planned in a record, soonest first."""
    return [(plan.kind, plan.on) for plan in record.plans.of(person.id)]


def only_plan(record: Any, person: Person) -> PlannedTreatment:
    """Return the one plan that there is in a record."""
    (plan,) = record.plans.of(person.id)
    return plan
