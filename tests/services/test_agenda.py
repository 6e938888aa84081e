"""What goes into a calendar file of a record: a calendar that takes in every file is right after each."""

import shutil
import tempfile
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from support import TODAY, FixedClock

from tracker.core.agenda import AgendaItem, Purpose
from tracker.core.catalog import Catalog, load_catalog
from tracker.core.changes import Revision
from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotFoundError
from tracker.core.intervals import Days
from tracker.core.records import Kind, Person
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.paths import resource_folder
from tracker.services.agenda import WITHDRAWN_FOR_DAYS, CalendarContents
from tracker.services.record import Record, create_record

SOON = TODAY + timedelta(10)
SILENT = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)


@pytest.fixture
def ann(record: Record) -> Person:
    record.asked_ratings.change_schedule(SILENT)
    return record.people.add(PersonDraft(name="Ann Example"))


def plan_and_then_ask(record: Record, person_id: UUID) -> None:
    """Plan a treatment for today and then ask for ratings: once the plan has passed, the days to come are others."""
    record.entries.add(person_id, invented.rating(TODAY - timedelta(21)))
    record.entries.add(person_id, invented.botox(TODAY - timedelta(10)))
    record.plans.add(person_id, Kind.BOTOX, TODAY)
    record.asked_ratings.change_schedule(RatingScheduleSettings())


def revision(record: Record) -> int:
    found = record.agenda.of().revision
    assert found is not None
    return found.number


def there(record: Record, person_id: UUID | None = None) -> set[Purpose]:
    return {item.purpose for item in record.agenda.of(person_id).items if not item.is_withdrawn}


def gone(record: Record, person_id: UUID | None = None) -> list[AgendaItem]:
    return [item for item in record.agenda.of(person_id).items if item.is_withdrawn]


def test_a_record_without_a_change_has_no_revision(record: Record) -> None:
    assert (record.agenda.of().items, record.agenda.of().revision) == ((), None)


def test_every_change_raises_the_revision_and_undo_does_too(record: Record, ann: Person) -> None:
    numbers = [revision(record)]
    plan = record.plans.add(ann.id, Kind.BOTOX, SOON)
    numbers.append(revision(record))
    record.plans.move(plan.id, SOON + timedelta(1))
    numbers.append(revision(record))
    record.undo.undo()
    numbers.append(revision(record))
    assert numbers == sorted(set(numbers))
    assert revision(record) == numbers[-1]


def test_a_plan_that_moves_keeps_its_id_and_one_given_up_is_withdrawn(record: Record, ann: Person) -> None:
    plan = record.plans.add(ann.id, Kind.BOTOX, SOON, at=time(14, 30), note="left side")
    (planned,) = record.agenda.of().items
    assert (planned.on, planned.at, planned.note) == (SOON, time(14, 30), "left side")
    record.plans.move(plan.id, SOON + timedelta(1))
    (moved,) = record.agenda.of().items
    assert (moved.id, moved.on, moved.is_withdrawn) == (planned.id, SOON + timedelta(1), False)
    record.plans.remove(plan.id)
    (left,) = record.agenda.of().items
    assert (left.id, left.on, left.is_withdrawn) == (planned.id, SOON + timedelta(1), True)
    record.undo.undo()
    assert record.agenda.of().items == (moved,)


def test_a_plan_that_is_carried_out_is_withdrawn(record: Record, ann: Person) -> None:
    plan = record.plans.add(ann.id, Kind.MICRODERMABRASION, SOON)
    record.entries.add(ann.id, invented.session(TODAY), fulfils=plan.id)
    assert [item.purpose for item in gone(record)] == [Purpose.PLANNED]


def test_next_dates_of_a_treatment_that_is_deleted_are_withdrawn(record: Record, ann: Person) -> None:
    entry = record.entries.add(ann.id, invented.session(TODAY))
    ids = {item.id for item in record.agenda.of().items}
    assert there(record) == {Purpose.EARLIEST, Purpose.RECOMMENDED, Purpose.LAST}
    record.entries.remove([entry.id])
    assert {item.id for item in gone(record)} == ids
    record.undo.undo()
    assert gone(record) == []


def test_dates_of_a_rule_switched_off_for_everybody_are_withdrawn(record: Record, ann: Person) -> None:
    record.entries.add(ann.id, invented.session(TODAY))
    record.intervals.change("microdermabrasion-clinic", Days(7, 14, 35), is_off=True)
    assert (there(record), len(gone(record))) == (set(), 3)
    record.intervals.reset("microdermabrasion-clinic")
    assert gone(record) == []


def test_rating_days_are_withdrawn_when_nobody_is_asked_any_more(record: Record, ann: Person) -> None:
    record.asked_ratings.change_schedule(RatingScheduleSettings())
    record.entries.add(ann.id, invented.rating(TODAY))
    asked = {item.id for item in record.agenda.of().items}
    assert there(record) == {Purpose.RATING}
    record.asked_ratings.change_schedule(SILENT)
    assert {item.id for item in gone(record)} == asked


def test_an_archived_person_is_withdrawn_unless_asked_for(record: Record, ann: Person) -> None:
    record.plans.add(ann.id, Kind.BOTOX, SOON)
    record.people.change(ann.id, PersonDraft(name="Ann Example", is_archived=True))
    assert [item.is_withdrawn for item in record.agenda.of().items] == [True]
    assert [item.is_withdrawn for item in record.agenda.of(ann.id).items] == [False]


def test_a_file_of_one_person_holds_nobody_else(record: Record, ann: Person) -> None:
    ben = record.people.add(PersonDraft(name="Ben Example"))
    for person in (ann, ben):
        plan = record.plans.add(person.id, Kind.BOTOX, SOON)
        record.plans.add(person.id, Kind.MICRODERMABRASION, SOON)
        record.plans.remove(plan.id)
    assert {item.person_id for item in record.agenda.of(ben.id).items} == {ben.id}
    assert len(record.agenda.of(ben.id).items) == 2
    assert len(record.agenda.of().items) == 4


def test_names_are_given_only_where_there_are_several_people(record: Record, ann: Person) -> None:
    assert record.agenda.of().names == {}
    ben = record.people.add(PersonDraft(name="Ben Example"))
    assert record.agenda.of().names == {ann.id: "Ann Example", ben.id: "Ben Example"}
    assert record.agenda.of(ben.id).names == {ben.id: "Ben Example"}


def test_an_unknown_person_is_told(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.agenda.of(uuid4())


def test_what_was_given_up_long_ago_is_forgotten(record: Record, ann: Person, clock: FixedClock) -> None:
    plan = record.plans.add(ann.id, Kind.BOTOX, TODAY + timedelta(900))
    record.plans.remove(plan.id)
    clock.day = TODAY + timedelta(WITHDRAWN_FOR_DAYS)
    assert len(gone(record)) == 1
    clock.day = TODAY + timedelta(WITHDRAWN_FOR_DAYS + 1)
    assert gone(record) == []


def test_days_that_are_over_are_not_withdrawn(record: Record, ann: Person, clock: FixedClock) -> None:
    plan = record.plans.add(ann.id, Kind.BOTOX, SOON)
    clock.day = SOON + timedelta(1)
    record.plans.remove(plan.id)
    assert record.agenda.of().items == ()


def test_rating_days_that_a_plan_asked_for_are_withdrawn_once_it_has_passed(
    record: Record, ann: Person, clock: FixedClock
) -> None:
    plan_and_then_ask(record, ann.id)
    kept = Calendar()
    for clock.day in (TODAY, TODAY + timedelta(2)):
        contents, fresh = record.agenda.of(), Calendar()
        kept.take_in(contents)
        fresh.take_in(contents)
        assert kept.to_come(clock.day) == fresh.to_come(clock.day)
    assert {item.purpose for item in gone(record)} == {Purpose.RATING}


def test_a_day_that_is_over_and_still_said_stands_where_it_was(record: Record, ann: Person, clock: FixedClock) -> None:
    record.entries.add(ann.id, invented.session(TODAY))
    told = {item.id: item.on for item in record.agenda.of().items}
    plan = record.plans.add(ann.id, Kind.MICRODERMABRASION, TODAY + timedelta(40))
    clock.day = TODAY + timedelta(3)
    record.entries.add(ann.id, invented.session(clock.day), fulfils=plan.id)
    held_ahead = Calendar()
    held_ahead.take_in(record.agenda.of())
    record.undo.undo()
    clock.day = TODAY + timedelta(9)
    contents = record.agenda.of()
    assert {item.id: item.on for item in contents.items if item.purpose is not Purpose.PLANNED} == told
    assert gone(record) == []
    held_ahead.take_in(contents)
    assert held_ahead.next_dates() == told


def test_a_day_to_come_is_not_given_by_what_is_accepted_today_alone(
    record: Record, ann: Person, clock: FixedClock
) -> None:
    record.entries.add(ann.id, invented.botox(TODAY - timedelta(79)))
    due = next(item.on for item in record.agenda.of().items if item.purpose is Purpose.RECOMMENDED)
    clock.day = due - timedelta(1)
    record.entries.add(ann.id, invented.session(clock.day))
    told = botox_days(record)
    clock.day = due
    assert told == botox_days(record)
    assert told[Purpose.RECOMMENDED] == due + timedelta(2)


def test_botox_accepted_on_the_day_of_a_session_moves_on_with_the_day(
    record: Record, ann: Person, clock: FixedClock
) -> None:
    record.entries.add(ann.id, invented.botox(TODAY - timedelta(90)))
    record.entries.add(ann.id, invented.session(TODAY))
    kept = Calendar()
    kept.take_in(record.agenda.of())
    assert botox_days(record)[Purpose.RECOMMENDED] == TODAY
    record.entries.add(ann.id, invented.botox(TODAY))
    record.undo.undo()
    clock.day = TODAY + timedelta(7)
    contents = record.agenda.of()
    kept.take_in(contents)
    (recommended,) = [item for item in contents.items if item.purpose is Purpose.RECOMMENDED and is_botox(item)]
    assert (recommended.on, recommended.is_withdrawn) == (TODAY + timedelta(3), False)
    assert kept.held[recommended.id][1] == recommended


def is_botox(item: AgendaItem) -> bool:
    return item.treatment is Kind.BOTOX


def is_for_the_day(item: AgendaItem) -> bool:
    return item.judgement is not None and any(reason.is_for_the_day for reason in item.judgement.reasons)


def botox_days(record: Record) -> dict[Purpose, date]:
    return {item.purpose: item.on for item in record.agenda.of().items if is_botox(item)}


class Calendar:
    """A calendar program: takes files in by UID; a lower sequence changes nothing, an equal one by its moment."""

    def __init__(self) -> None:
        self.held: dict[UUID, tuple[int, AgendaItem]] = {}

    def take_in(self, contents: CalendarContents) -> None:
        for item in contents.items:
            if item.id not in self.held or contents.sequence >= self.held[item.id][0]:
                self.held[item.id] = (contents.sequence, item)

    def next_dates(self, start: date = date.min) -> dict[UUID, date]:
        """Return the days from ``start`` on on which the next treatments stand."""
        return {item.id: item.on for item in self._next_treatments() if item.on >= start}

    def lasting_dates(self, start: date) -> dict[UUID, date]:
        """Return those of `next_dates` that were not told on the day of a session that botox is accepted after.

        By the next day that is over: botox waits for the session, on a later day or beyond its window.
        """
        lasting = (item for item in self._next_treatments() if not is_for_the_day(item))
        return {item.id: item.on for item in lasting if item.on >= start}

    def _next_treatments(self) -> list[AgendaItem]:
        purposes = (Purpose.EARLIEST, Purpose.RECOMMENDED, Purpose.LAST)
        return [item for _, item in self.held.values() if item.purpose in purposes and not item.is_withdrawn]

    def to_come(self, today: date) -> set[tuple[UUID, Purpose, date, time | None]]:
        return {
            (item.id, item.purpose, item.on, item.at)
            for _, item in self.held.values()
            if item.on >= today and not item.is_withdrawn
        }


class Years(RuleBasedStateMachine):
    """Entries, plans, intervals and settings in any order over time; a calendar takes in every file."""

    catalog: Catalog = load_catalog(resource_folder() / "catalog")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FixedClock()
        self.record: Record = create_record(self.folder / "record.db", self.catalog, self.clock)
        self.people = [self.record.people.add(PersonDraft(name=name)).id for name in ("Ann", "Ben")]
        self.kept = Calendar()
        self.told: tuple[Revision | None, date] = (None, date.min)
        self.last = 0
        self.record.asked_ratings.change_schedule(SILENT)
        plan_and_then_ask(self.record, self.people[0])

    def teardown(self) -> None:
        self.record.close()
        shutil.rmtree(self.folder)

    who = st.integers(0, 1)
    days = st.sampled_from((0, 1, 2, 3, 7, 13, 14, 30, 90))

    @rule(who=who, entry=st.sampled_from((invented.session, invented.botox, invented.rating)), ago=days)
    def log(self, who: int, entry: Any, ago: int) -> None:
        plans = self.record.plans.of(self.people[who])
        fulfils = plans[0].id if plans and entry is not invented.rating else None
        self.record.entries.add(self.people[who], entry(self.clock.day - timedelta(ago)), fulfils)

    @rule(who=who, kind=st.sampled_from((Kind.BOTOX, Kind.MICRODERMABRASION)), ahead=days)
    def plan(self, who: int, kind: Kind, ahead: int) -> None:
        self.record.plans.add(self.people[who], kind, self.clock.day + timedelta(ahead))

    @rule(who=who, ahead=days)
    def move_or_give_up(self, who: int, ahead: int) -> None:
        plans = self.record.plans.of(self.people[who])
        if plans and ahead > 2:
            self.record.plans.move(plans[-1].id, self.clock.day + timedelta(ahead))
        elif plans:
            self.record.plans.remove(plans[-1].id)

    @rule(who=who)
    def delete_the_latest(self, who: int) -> None:
        entries = self.record.entries.of(self.people[who])
        self.record.entries.remove([entry.id for entry in entries[:1]])

    @rule(is_on=st.booleans(), rhythm=st.sampled_from((7, 14, 30)), is_repeat_on=st.booleans())
    def ask_otherwise(self, is_on: bool, rhythm: int, is_repeat_on: bool) -> None:
        settings = RatingScheduleSettings(
            is_schedule_on=is_on, is_rhythm_on=not is_on, rhythm_days=rhythm, is_repeat_on=is_repeat_on
        )
        self.record.asked_ratings.change_schedule(settings)

    @rule(who=st.none() | who, days=st.sampled_from((Days(3, 3, 35), Days(7, 20, 40))), is_off=st.booleans())
    def change_the_rule(self, who: int | None, days: Days, is_off: bool) -> None:
        person_id = None if who is None else self.people[who]
        self.record.intervals.change("microdermabrasion-clinic", days, person_id=person_id, is_off=is_off)

    @precondition(lambda self: self.record.undo.next_undo is not None)
    @rule()
    def undo(self) -> None:
        if len(self.record.people.all()) == 2 and self.record.undo.next_undo.subject != "person":
            self.record.undo.undo()

    @rule(count=days)
    def wait(self, count: int) -> None:
        before = self.kept.lasting_dates(self.clock.day)
        self.clock.day += timedelta(count)
        self.kept.take_in(self.record.agenda.of())
        assert before.items() <= self.kept.next_dates().items(), (
            "days of the next treatment do not go when they are over"
        )

    @rule(who=who, entry=st.sampled_from((invented.session, invented.botox)), count=st.sampled_from((7, 30, 90)))
    def log_by_mistake(self, who: int, entry: Any, count: int) -> None:
        """Log what is taken back before the next file is made."""
        self.record.entries.add(self.people[who], entry(self.clock.day))
        self.record.undo.undo()
        self.wait(count)

    @rule(who=who)
    def wait_until_a_plan_has_passed(self, who: int) -> None:
        plans = [plan.on for plan in self.record.plans.of(self.people[who]) if plan.on >= self.clock.day]
        if plans:
            self.clock.day = min(plans) + timedelta(1)

    @invariant()
    def the_calendar_holds_what_the_newest_file_holds_and_no_more(self) -> None:
        contents = self.record.agenda.of()
        told = (contents.revision, contents.made_on)
        assert contents.sequence > self.last or told == self.told
        self.told, self.last = told, contents.sequence
        ids = [item.id for item in contents.items]
        assert len(ids) == len(set(ids))
        fresh = Calendar()
        fresh.take_in(contents)
        self.kept.take_in(contents)
        assert self.kept.to_come(self.clock.day) == fresh.to_come(self.clock.day)


Years.TestCase.settings = settings(
    max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
TestYears = Years.TestCase
