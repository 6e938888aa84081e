"""Plans: made, moved, arranged, given up, judged; each verb's effect, its ChangeSet, and that undo restores."""

from datetime import date, time, timedelta
from uuid import uuid4

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import LONGEST_NOTE, MicrodermabrasionDraft
from tracker.core.errors import InvalidDraftError, NotFoundError, Problem
from tracker.core.records import Kind, Person, PlannedTreatment
from tracker.core.spacing import Status
from tracker.services.record import Record

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION


@pytest.fixture
def anna(record: Record) -> Person:
    """Return the person whose plans these are."""
    return record.people.add(invented.person(name="Anna"))


@pytest.fixture
def told(record: Record, anna: Person) -> list[ChangeSet]:
    """Return the list of what listeners are told from now on."""
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    return heard


def after(days: int) -> date:
    return TODAY + timedelta(days)


def test_a_plan_is_read_as_it_was_returned_and_told_and_undone(
    record: Record, anna: Person, told: list[ChangeSet]
) -> None:
    plan = record.plans.add(anna.id, BOTOX, after(10), at=time(9, 30, 15), is_touch_up=True, note="  by the lake ")
    assert (plan.on, plan.at, plan.is_touch_up, plan.note) == (after(10), time(9, 30), True, "by the lake")
    assert (record.plans.get(plan.id), record.plans.of(anna.id)) == (plan, (plan,))
    assert (told[0].label, told[0].people) == (ChangeLabel("plan", "botox", after(10).isoformat()), {anna.id})
    record.undo.undo()
    assert record.plans.of(anna.id) == ()
    record.undo.redo()
    assert record.plans.of(anna.id) == (plan,)


def test_plans_come_soonest_first_and_one_persons_are_not_anothers(record: Record, anna: Person) -> None:
    bo = record.people.add(invented.person(name="Bo"))
    late = record.plans.add(anna.id, SESSION, after(20))
    first = record.plans.add(anna.id, BOTOX, TODAY)
    second = record.plans.add(anna.id, SESSION, TODAY)
    of_bo = record.plans.add(bo.id, SESSION, after(3))
    assert record.plans.of(anna.id) == (first, second, late)
    assert record.plans.of(bo.id) == (of_bo,)
    assert record.plans.of(uuid4()) == ()


def test_a_moved_plan_keeps_its_time_unless_another_is_given(
    record: Record, anna: Person, told: list[ChangeSet]
) -> None:
    plan = record.plans.add(anna.id, SESSION, after(10), at=time(14))
    moved = record.plans.move(plan.id, after(12))
    assert (moved.on, moved.at, moved.id, moved.entered) == (after(12), time(14), plan.id, plan.entered)
    assert told[-1].label == ChangeLabel("move", "plan", after(12).isoformat())
    assert record.plans.move(plan.id, after(12), time(8)).at == time(8)
    record.undo.undo()
    assert record.plans.of(anna.id) == (moved,)
    record.undo.undo()
    assert record.plans.of(anna.id) == (plan,)
    record.undo.redo()
    assert record.plans.of(anna.id) == (moved,)


def test_a_plan_moved_onto_its_own_day_is_no_change(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    plan = record.plans.add(anna.id, SESSION, after(10), at=time(14))
    assert record.plans.move(plan.id, after(10)) == plan
    assert len(told) == 1


def test_a_plan_given_up_is_named_and_comes_back(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    plan = record.plans.add(anna.id, SESSION, after(10))
    record.plans.remove(plan.id)
    assert record.plans.of(anna.id) == ()
    assert told[-1].label == ChangeLabel("unplan", "microdermabrasion", after(10).isoformat())
    record.undo.undo()
    assert record.plans.of(anna.id) == (plan,)
    record.undo.redo()
    assert record.plans.of(anna.id) == ()


def test_arranging_moves_the_next_plan_and_makes_what_is_missing_in_one_change(
    record: Record, anna: Person, told: list[ChangeSet], clock: FixedClock
) -> None:
    over = record.plans.add(anna.id, SESSION, TODAY)
    clock.day = after(1)
    known = record.plans.add(anna.id, SESSION, after(5))
    later = record.plans.add(anna.id, SESSION, after(40))
    record.plans.arrange(anna.id, {BOTOX: after(9), SESSION: after(8)})
    made = next(plan for plan in record.plans.of(anna.id) if plan.on == after(9))
    moved = next(plan for plan in record.plans.of(anna.id) if plan.id == known.id)
    assert (made.kind, made.is_touch_up) == (BOTOX, False)
    assert moved.on == after(8)
    assert record.plans.of(anna.id) == (over, moved, made, later)
    assert told[-1].label == ChangeLabel("plan", "plan", count=2)
    record.undo.undo()
    assert record.plans.of(anna.id) == (over, known, later)
    record.undo.redo()
    assert record.plans.of(anna.id) == (over, moved, made, later)


def test_one_treatment_arranged_is_named_by_it(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    record.plans.arrange(anna.id, {BOTOX: after(9)})
    assert told[-1].label == ChangeLabel("plan", "botox", after(9).isoformat())


def test_two_treatments_arranged_for_one_day_keep_the_order_in_which_they_were_given(
    record: Record, anna: Person
) -> None:
    record.plans.arrange(anna.id, {SESSION: after(8), BOTOX: after(8)})
    assert [plan.kind for plan in record.plans.of(anna.id)] == [SESSION, BOTOX]


def test_a_day_that_is_over_is_refused_and_leaves_nothing(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    plan = record.plans.add(anna.id, SESSION, TODAY)
    yesterday = after(-1)
    for refused in (
        lambda: record.plans.add(anna.id, BOTOX, yesterday),
        lambda: record.plans.move(plan.id, yesterday),
        lambda: record.plans.arrange(anna.id, {BOTOX: after(3), SESSION: yesterday}),
    ):
        with pytest.raises(InvalidDraftError) as caught:
            refused()
        assert caught.value.problems == (Problem("on", "in_past", yesterday.isoformat()),)
    assert record.plans.of(anna.id) == (plan,)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        ("a\0b", Problem("note", "bad_text")),
        ("\ud800", Problem("note", "bad_text")),
        ("x" * (LONGEST_NOTE + 1), Problem("note", "too_long", str(LONGEST_NOTE))),
    ],
)
def test_a_note_that_cannot_be_stored_is_refused(record: Record, anna: Person, note: str, problem: Problem) -> None:
    with pytest.raises(InvalidDraftError) as caught:
        record.plans.add(anna.id, BOTOX, TODAY, note=note)
    assert caught.value.problems == (problem,)
    assert record.plans.of(anna.id) == ()


def test_what_is_unknown_is_not_found_and_leaves_nothing(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    for refused in (
        lambda: record.plans.add(uuid4(), BOTOX, TODAY),
        lambda: record.plans.arrange(uuid4(), {BOTOX: TODAY}),
        lambda: record.plans.move(uuid4(), TODAY),
        lambda: record.plans.remove(uuid4()),
        lambda: record.plans.get(uuid4()),
    ):
        with pytest.raises(NotFoundError):
            refused()
    assert told == []


def test_a_plan_is_judged_by_entries_and_by_the_other_plans_both_ways(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(5), points=[]))
    assert record.plans.judge(anna.id, SESSION, after(1)).status is Status.TOO_SOON
    assert record.plans.judge(anna.id, SESSION, after(9)).status is Status.READY
    record.plans.add(anna.id, SESSION, after(30))
    before = record.plans.judge(anna.id, SESSION, after(25))
    assert (before.status, before.firm) == (Status.TOO_SOON, None)
    assert [reason.is_planned for reason in before.later] == [True]
    following = record.plans.judge(anna.id, SESSION, after(33))
    assert following.status is Status.TOO_SOON
    assert following.firm is None


def test_a_plan_being_moved_does_not_judge_itself_and_keeps_its_place_on_a_day(record: Record, anna: Person) -> None:
    session = record.plans.add(anna.id, SESSION, after(30))
    record.plans.add(anna.id, BOTOX, after(40))
    assert record.plans.judge(anna.id, SESSION, after(31), moving=session.id).status is Status.READY
    # Entered first, it is first on the day of the injections too: accepted. A new plan would come after them.
    assert record.plans.judge(anna.id, SESSION, after(40), moving=session.id).status is Status.READY
    assert record.plans.judge(anna.id, SESSION, after(40)).status is Status.TOO_SOON
    record.plans.move(session.id, after(40))
    assert record.plans.judge(anna.id, SESSION, after(40), moving=session.id).status is Status.READY


def test_a_planned_touch_up_is_judged_as_one(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(TODAY))
    assert record.plans.judge(anna.id, BOTOX, after(20)).status is Status.TOO_SOON
    assert record.plans.judge(anna.id, BOTOX, after(20), is_touch_up=True).status is Status.DUE


def test_a_plan_whose_day_is_over_stands_against_nothing(record: Record, anna: Person, clock: FixedClock) -> None:
    record.plans.add(anna.id, BOTOX, TODAY)
    assert record.plans.judge(anna.id, SESSION, after(2)).status is Status.TOO_SOON
    clock.day = after(1)
    assert record.plans.judge(anna.id, SESSION, after(2)).status is Status.READY
    judged = record.spacing.judge(anna.id, MicrodermabrasionDraft(on=after(-1)))
    assert judged is not None
    assert judged.later == ()


def test_an_entry_is_told_of_a_later_plan_and_needs_no_note_for_it(record: Record, anna: Person) -> None:
    plan = record.plans.add(anna.id, SESSION, after(3))
    draft = MicrodermabrasionDraft(on=TODAY)
    judged = record.spacing.judge(anna.id, draft)
    assert judged is not None
    assert (judged.status, judged.firm) == (Status.TOO_SOON, None)
    alone = record.spacing.judge(anna.id, draft, fulfils=plan.id)
    assert alone is not None
    assert alone.status is Status.READY
    record.entries.add(anna.id, draft)
    assert record.plans.of(anna.id) == (plan,)


def test_a_real_entry_behind_a_plan_of_a_past_day_still_asks_for_a_note(
    record: Record, anna: Person, clock: FixedClock
) -> None:
    record.plans.add(anna.id, SESSION, after(1))
    clock.day = after(5)
    record.entries.add(anna.id, MicrodermabrasionDraft(on=after(2)))
    with pytest.raises(InvalidDraftError):
        record.entries.add(anna.id, MicrodermabrasionDraft(on=TODAY))


def test_logging_what_was_planned_takes_the_plan_away_in_the_same_change(
    record: Record, anna: Person, told: list[ChangeSet]
) -> None:
    plan = record.plans.add(anna.id, SESSION, after(1))
    other = record.plans.add(anna.id, BOTOX, after(30))
    entry = record.entries.add(anna.id, MicrodermabrasionDraft(on=TODAY), fulfils=plan.id)
    assert record.plans.of(anna.id) == (other,)
    assert told[-1].label == ChangeLabel("log", "microdermabrasion", TODAY.isoformat())
    assert sorted(row.table for row in told[-1].rows) == ["microdermabrasion", "planned_treatment"]
    record.undo.undo()
    assert (record.plans.of(anna.id), record.entries.of(anna.id)) == ((plan, other), ())
    record.undo.redo()
    assert (record.plans.of(anna.id), record.entries.of(anna.id)) == ((other,), (entry,))


def test_a_refused_entry_leaves_the_plan_that_it_was_to_fulfil(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, MicrodermabrasionDraft(on=TODAY - timedelta(1)))
    plan = record.plans.add(anna.id, SESSION, TODAY)
    with pytest.raises(InvalidDraftError):
        record.entries.add(anna.id, MicrodermabrasionDraft(on=TODAY), fulfils=plan.id)
    assert record.plans.of(anna.id) == (plan,)


def test_another_persons_plan_is_not_fulfilled(record: Record, anna: Person) -> None:
    bo = record.people.add(invented.person(name="Bo"))
    plan = record.plans.add(bo.id, SESSION, TODAY)
    record.entries.add(anna.id, MicrodermabrasionDraft(on=TODAY), fulfils=plan.id)
    assert record.plans.of(bo.id) == (plan,)


def test_plans_do_not_count_for_what_is_due(record: Record, anna: Person) -> None:
    plan: PlannedTreatment = record.plans.add(anna.id, BOTOX, TODAY)
    botox, session = record.spacing.due(plan.on, anna.id)
    assert (botox.judgement.status, session.judgement.status) == (Status.READY, Status.READY)
    assert botox.judgement.last is None
