"""The planner of a record, orders planned in one change, and the rules in force."""

from typing import Any

import pytest
from invented import botox, person, session
from planner_cases import BOTOX, SESSION, day, planned
from support import FixedClock

from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.intervals import Days
from tracker.core.judgement import Picture
from tracker.core.records import Person
from tracker.services.record import Record


@pytest.fixture
def somebody(record: Record) -> Person:
    """Return somebody with botox of 102 days ago and a session of 18 days ago."""
    added = record.people.add(person())
    record.entries.add(added.id, botox(day(-102), points=[], product="botox_cosmetic"))
    record.entries.add(added.id, session(day(-18), areas=()))
    return added


def test_the_planner_reads_entries_plans_and_own_intervals(record: Record, somebody: Person) -> None:
    record.plans.add(somebody.id, SESSION, day(3))
    planner = record.plans.planner(somebody.id)
    assert [plan.on for plan in planner.coming] == [day(3)]
    assert planner.judge(BOTOX, day(8)).picture is Picture.OPEN
    record.intervals.change("microdermabrasion-botox", Days(6, 9, None), person_id=somebody.id)
    assert record.plans.planner(somebody.id).judge(BOTOX, day(8)).picture is Picture.HELD


def test_an_order_is_planned_in_one_change(record: Record, somebody: Person) -> None:
    record.plans.arrange(somebody.id, {SESSION: day(3), BOTOX: day(10)})
    assert planned(record, somebody) == [(SESSION, day(3)), (BOTOX, day(10))]
    former = {plan.kind: plan.id for plan in record.plans.of(somebody.id)}
    record.plans.arrange(somebody.id, {BOTOX: day(0), SESSION: day(14)})
    assert {plan.kind: plan.id for plan in record.plans.of(somebody.id)} == former
    record.undo.undo()
    assert planned(record, somebody) == [(SESSION, day(3)), (BOTOX, day(10))]
    record.undo.undo()
    assert planned(record, somebody) == []


def test_of_two_on_one_day_the_one_named_first_comes_first(record: Record, somebody: Person) -> None:
    record.plans.add(somebody.id, BOTOX, day(3))
    record.plans.arrange(somebody.id, {SESSION: day(3), BOTOX: day(3)})
    entered = {plan.kind: plan.entered for plan in record.plans.of(somebody.id)}
    assert entered[SESSION] < entered[BOTOX]
    record.plans.arrange(somebody.id, {BOTOX: day(3), SESSION: day(3)})
    entered = {plan.kind: plan.entered for plan in record.plans.of(somebody.id)}
    assert entered[BOTOX] < entered[SESSION]


def test_one_treatment_alone_gives_the_other_plan_up(record: Record, somebody: Person) -> None:
    record.plans.arrange(somebody.id, {SESSION: day(3), BOTOX: day(10)})
    record.plans.arrange(somebody.id, {BOTOX: day(5)}, gives_up=[SESSION])
    assert planned(record, somebody) == [(BOTOX, day(5))]
    record.undo.undo()
    assert planned(record, somebody) == [(SESSION, day(3)), (BOTOX, day(10))]


def test_touch_ups_and_plans_that_are_over_stay_when_an_order_is_planned(
    record: Record, clock: FixedClock, somebody: Person
) -> None:
    record.plans.add(somebody.id, SESSION, day(1))
    record.plans.add(somebody.id, BOTOX, day(4), is_touch_up=True)
    clock.day = day(2)
    record.plans.arrange(somebody.id, {SESSION: day(8), BOTOX: day(20)})
    assert planned(record, somebody) == [(SESSION, day(1)), (BOTOX, day(4)), (SESSION, day(8)), (BOTOX, day(20))]


@pytest.mark.parametrize("days", [{BOTOX: day(-1)}, {SESSION: day(3), BOTOX: day(-1)}])
def test_an_order_with_a_day_that_is_over_is_refused_whole(record: Record, somebody: Person, days: Any) -> None:
    with pytest.raises(InvalidDraftError):
        record.plans.arrange(somebody.id, days)
    assert planned(record, somebody) == []


def test_an_order_of_nobody_is_refused(record: Record) -> None:
    from uuid import uuid4

    with pytest.raises(NotFoundError):
        record.plans.arrange(uuid4(), {BOTOX: day(3)})


def test_rules_in_force_tell_what_was_changed_for_whom(record: Record, somebody: Person) -> None:
    other = record.people.add(person(name="B. Example"))
    record.intervals.change("botox-botox", Days(100, 110, 130), product="botox_cosmetic")
    record.intervals.change("botox-botox", Days(80, 85, 99), product="botox_cosmetic", person_id=somebody.id)

    def days_of(who: Person) -> Days:
        rules = record.intervals.in_force(who.id)
        return next(one.days for one in rules if one.product == "botox_cosmetic")

    assert (days_of(somebody), days_of(other)) == (Days(80, 85, 99), Days(100, 110, 130))
