"""Own intervals: changed, switched off, reset, for everybody or one person; what follows, and that undo restores."""

from datetime import timedelta
from uuid import UUID, uuid4

import invented
import pytest
from support import TODAY

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import BotoxDraft
from tracker.core.errors import InvalidDraftError, NotFoundError, Problem
from tracker.core.intervals import Days
from tracker.core.judgement import Judgement
from tracker.core.records import Kind, Person
from tracker.core.spacing import Status
from tracker.services.record import Record

CLINIC = "microdermabrasion-clinic"
WEEKLY = Days(5, 7, 20)


@pytest.fixture
def anna(record: Record) -> Person:
    """Return somebody whose session in a clinic was six days ago."""
    person = record.people.add(invented.person(name="Anna"))
    record.entries.add(person.id, invented.session(TODAY - timedelta(6), areas=("hands",)))
    return person


@pytest.fixture
def told(record: Record, anna: Person) -> list[ChangeSet]:
    """Return the list of what listeners are told from now on."""
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    return heard


def session_due(record: Record, person_id: UUID) -> Judgement:
    """Return the verdict on a session today, which both ways to `due` agree upon."""
    alone = record.spacing.due(person_id=person_id)[1].judgement
    (among_all,) = [
        row.judgement
        for row in record.spacing.due()
        if row.person.id == person_id and row.judgement.treatment is Kind.MICRODERMABRASION
    ]
    assert alone == among_all
    return alone


def test_numbers_of_one_person_are_theirs_alone_and_undone(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    bo = record.people.add(invented.person(name="Bo"))
    record.entries.add(bo.id, invented.session(TODAY - timedelta(6)))
    own = record.intervals.change(CLINIC, WEEKLY, person_id=anna.id)
    assert record.intervals.changed(anna.id) == (own,)
    assert (told[-1].label, told[-1].people) == (ChangeLabel("edit", "interval"), {anna.id})
    changed = session_due(record, anna.id)
    assert (changed.status, changed.lapsed) == (Status.EARLY, TODAY + timedelta(14))
    assert changed.own is not None
    assert (changed.own.shipped, changed.own.strength) == (Days(7, 14, 35), "own")
    assert session_due(record, bo.id).status is Status.TOO_SOON
    record.undo.undo()
    assert session_due(record, anna.id).status is Status.TOO_SOON
    record.undo.redo()
    assert session_due(record, anna.id) == changed


def test_numbers_for_everybody_touch_everybody(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    record.intervals.change(CLINIC, WEEKLY)
    assert (len(told), told[-1].people) == (1, frozenset())
    assert session_due(record, anna.id).status is Status.EARLY
    assert record.undo.undo().people == frozenset()
    assert session_due(record, anna.id).status is Status.TOO_SOON
    assert record.undo.redo().people == frozenset()
    assert session_due(record, anna.id).status is Status.EARLY


def test_what_a_person_has_goes_before_what_everybody_has(record: Record, anna: Person) -> None:
    record.intervals.change(CLINIC, Days(3, 4, 20), person_id=anna.id)
    record.intervals.change(CLINIC, WEEKLY)
    assert session_due(record, anna.id).status is Status.DUE
    record.intervals.reset(CLINIC, person_id=anna.id)
    assert session_due(record, anna.id).status is Status.EARLY
    record.intervals.reset(CLINIC)
    assert session_due(record, anna.id).status is Status.TOO_SOON


def test_a_second_change_takes_the_place_of_the_first(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    first = record.intervals.change(CLINIC, WEEKLY, person_id=anna.id)
    second = record.intervals.change(CLINIC, Days(1, 2, 3), person_id=anna.id)
    assert record.intervals.changed(anna.id) == (second,)
    assert second.id == first.id
    record.intervals.change(CLINIC, Days(1, 2, 3), person_id=anna.id)
    assert len(told) == 2
    record.undo.undo()
    assert record.intervals.changed(anna.id) == (first,)


def test_a_rule_switched_off_says_nothing_and_keeps_its_days(record: Record, anna: Person) -> None:
    own = record.intervals.change(CLINIC, WEEKLY, person_id=anna.id, is_off=True)
    assert (own.is_off, own.days) == (True, WEEKLY)
    off = session_due(record, anna.id)
    assert (off.status, off.reasons, off.last) == (Status.DUE, (), TODAY - timedelta(6))
    record.entries.add(anna.id, invented.session(TODAY, override_reason=""))


def test_a_person_can_have_a_rule_that_is_off_for_everybody(record: Record, anna: Person) -> None:
    record.intervals.change(CLINIC, WEEKLY, is_off=True)
    record.intervals.change(CLINIC, Days(7, 14, 35), person_id=anna.id)
    assert session_due(record, anna.id).status is Status.TOO_SOON


def test_resetting_goes_back_and_is_undone(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    own = record.intervals.change(CLINIC, WEEKLY)
    record.intervals.reset(CLINIC)
    assert record.intervals.changed(anna.id) == ()
    assert (told[-1].label, told[-1].people) == (ChangeLabel("reset", "interval"), frozenset())
    record.intervals.reset(CLINIC)
    assert len(told) == 2
    record.undo.undo()
    assert record.intervals.changed(anna.id) == (own,)


def test_an_interval_after_botox_belongs_to_a_product(record: Record, anna: Person) -> None:
    record.intervals.change("botox-botox", Days(60, 70, 100), person_id=anna.id, product="dysport")
    for product, status in (("dysport", Status.DUE), ("xeomin", Status.TOO_SOON)):
        record.entries.add(anna.id, invented.botox(TODAY - timedelta(75), product=product))
        assert record.spacing.due(person_id=anna.id)[0].judgement.status is status
        record.undo.undo()


def test_the_guard_at_entry_goes_by_the_persons_own_numbers(record: Record, anna: Person) -> None:
    record.intervals.change(CLINIC, Days(10, 20, 30), person_id=anna.id)
    with pytest.raises(InvalidDraftError):
        record.entries.add(anna.id, invented.session(TODAY - timedelta(14), override_reason=""))
    record.intervals.change(CLINIC, Days(5, 6, 30), person_id=anna.id)
    record.entries.add(anna.id, invented.session(TODAY, override_reason=""))


def test_plans_and_the_timeline_go_by_the_persons_own_numbers(record: Record, anna: Person) -> None:
    record.intervals.change(CLINIC, WEEKLY, person_id=anna.id)
    assert record.plans.judge(anna.id, Kind.MICRODERMABRASION, TODAY + timedelta(1)).status is Status.DUE
    assert record.timelines.of(anna.id).next_windows == record.spacing.next_windows(anna.id)
    assert record.spacing.next_windows(anna.id)[0].start == TODAY + timedelta(1)


def test_a_full_treatment_can_count_from_the_main_one(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(95)))
    record.entries.add(anna.id, invented.touch_up(TODAY - timedelta(75)))
    assert record.spacing.due(person_id=anna.id)[0].judgement.status is Status.TOO_SOON
    record.intervals.count_from_main(True)
    assert told[-1].people == frozenset()
    judged = record.spacing.due(person_id=anna.id)[0].judgement
    assert (judged.status, judged.last) == (Status.DUE, TODAY - timedelta(95))
    assert record.intervals.of(anna.id).counts_from_main
    draft = BotoxDraft(on=TODAY, product="dysport")
    typed = record.spacing.judge(anna.id, draft)
    assert typed is not None
    assert typed.status is Status.DUE
    record.undo.undo()
    assert record.spacing.due(person_id=anna.id)[0].judgement.status is Status.TOO_SOON
    record.undo.redo()
    record.intervals.count_from_main(False)
    assert record.spacing.due(person_id=anna.id)[0].judgement.status is Status.TOO_SOON


@pytest.mark.parametrize(
    ("rule", "days", "problem"),
    [
        (CLINIC, Days(8, 7, 20), Problem("recommended", "out_of_range", "8 3650")),
        (CLINIC, Days(-1, 7, 20), Problem("minimum", "out_of_range", "0 3650")),
        (CLINIC, Days(7, 14, 14), Problem("lapsed", "out_of_range", "15 3650")),
        (CLINIC, Days(7, 14, None), Problem("lapsed", "out_of_range", "15 3650")),
        (CLINIC, Days(7, 14, 3_651), Problem("lapsed", "out_of_range", "15 3650")),
        ("botox-microdermabrasion", Days(7, 14, 35), Problem("lapsed", "out_of_range", "0 0")),
        ("botox-botox", Days(7, 14, 35), Problem("product", "required")),
    ],
)
def test_numbers_that_cannot_be_kept_are_refused_and_leave_nothing(
    record: Record, anna: Person, told: list[ChangeSet], rule: str, days: Days, problem: Problem
) -> None:
    with pytest.raises(InvalidDraftError) as caught:
        record.intervals.change(rule, days, person_id=anna.id)
    assert caught.value.problems == (problem,)
    assert (record.intervals.changed(anna.id), told) == ((), [])


@pytest.mark.parametrize("product", ["acme", "dysport"])
def test_a_product_that_does_not_belong_to_the_rule_is_refused(record: Record, anna: Person, product: str) -> None:
    rule = "botox-botox" if product == "acme" else CLINIC
    with pytest.raises(InvalidDraftError):
        record.intervals.change(rule, WEEKLY, product=product)


def test_an_unknown_person_or_rule_is_not_found_and_leaves_nothing(
    record: Record, anna: Person, told: list[ChangeSet]
) -> None:
    with pytest.raises(NotFoundError):
        record.intervals.change("botox-moon", WEEKLY)
    with pytest.raises(NotFoundError):
        record.intervals.change(CLINIC, WEEKLY, person_id=uuid4())
    record.intervals.reset("botox-moon")
    assert (record.intervals.changed(anna.id), told) == ((), [])


def test_the_shipped_numbers_are_those_of_the_rule_or_of_the_product(record: Record) -> None:
    rules = record.catalog.rules
    assert record.intervals.shipped(rules[CLINIC]) == Days(7, 14, 35)
    assert record.intervals.shipped(rules["botox-microdermabrasion"]) == Days(7, 14, None)
    assert record.intervals.shipped(rules["botox-botox"], "relfydess") == Days(84, 168, 200)
