"""Contacts of a record: one change for many, undone whole, and reminders that keep still meanwhile."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.changes import ChangeSet
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import ContactDraft, MicrodermabrasionDraft, PersonDraft
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.records import Kind, Person, Setting
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
LEFT, BOOKED, DECLINED = ContactOutcome.MESSAGE_LEFT, ContactOutcome.BOOKED, ContactOutcome.DECLINED
SILENT = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)


@pytest.fixture
def people(record: Record) -> list[Person]:
    """Return two people of a record that asks for no ratings; the session of the first is due today."""
    record.asked_ratings.change_schedule(SILENT)
    found = [record.people.add(PersonDraft(name=name)) for name in ("Anna Example", "Ben Example")]
    log_session(record, found[0], TODAY - timedelta(14))
    return found


def log_session(record: Record, person: Person, on: date) -> None:
    record.entries.add(person.id, MicrodermabrasionDraft(on=on, setting=Setting.CLINIC, override_reason="test"))


def draft(outcome: ContactOutcome = LEFT, ahead: int | None = 7, **facts: Any) -> ContactDraft:
    until = None if ahead is None else TODAY + timedelta(ahead)
    return ContactDraft(**({"outcome": outcome, "on": TODAY, "until": until} | facts))


def listed(record: Record) -> list[ReminderKind]:
    return [one.kind for one in record.reminders.look().listed]


def test_one_contact_for_many_is_one_change_and_undone_whole(record: Record, people: list[Person]) -> None:
    changes: list[ChangeSet] = []
    record.listen(changes.append)
    anna, ben = people
    about = [(anna.id, SESSION), (ben.id, BOTOX), (anna.id, SESSION), (anna.id, None)]
    logged = record.contacts.log(about, draft(note="called", provider="Dr A. Osei"))
    assert [(one.person_id, one.treatment) for one in logged] == [
        (anna.id, SESSION),
        (ben.id, BOTOX),
        (anna.id, None),
    ]
    (change,) = changes
    assert (change.label.verb, change.label.subject, change.label.count) == ("log", "contact", 3)
    assert change.people == {anna.id, ben.id}
    assert record.contacts.of(anna.id) == (logged[2], logged[0])
    record.undo.undo()
    assert record.contacts.of(anna.id) == record.contacts.of(ben.id) == ()
    record.undo.redo()
    assert record.contacts.of(ben.id) == (logged[1],)
    assert record.check() == ()


def test_a_contact_is_changed_and_removed_and_both_can_be_undone(record: Record, people: list[Person]) -> None:
    (contact,) = record.contacts.log([(people[0].id, SESSION)], draft())
    changed = record.contacts.change(contact.id, draft(BOOKED, 3))
    assert (changed.outcome, changed.treatment, changed.entered) == (BOOKED, SESSION, contact.entered)
    record.contacts.remove([contact.id])
    assert record.contacts.of(people[0].id) == ()
    record.undo.undo()
    record.undo.undo()
    assert record.contacts.of(people[0].id) == (contact,)


def test_what_is_wrong_or_not_there_is_refused_and_nothing_saved(record: Record, people: list[Person]) -> None:
    with pytest.raises(InvalidDraftError):
        record.contacts.log([(people[0].id, BOTOX)], draft(on=TODAY + timedelta(1)))
    with pytest.raises(NotFoundError):
        record.contacts.log([(people[0].id, BOTOX), (uuid4(), BOTOX)], draft())
    with pytest.raises(NotFoundError):
        record.contacts.change(uuid4(), draft())
    with pytest.raises(NotFoundError):
        record.contacts.remove([uuid4()])
    assert record.contacts.of(people[0].id) == ()


def test_the_latest_of_each_treatment_is_read_and_nothing_of_the_archived(record: Record, people: list[Person]) -> None:
    anna, ben = people
    record.contacts.log([(anna.id, BOTOX)], draft(on=TODAY - timedelta(9)))
    (later,) = record.contacts.log([(anna.id, BOTOX)], draft(on=TODAY - timedelta(2)))
    record.contacts.log([(anna.id, BOTOX)], draft(on=TODAY - timedelta(5)))
    (first,) = record.contacts.log([(anna.id, None)], draft())
    (second,) = record.contacts.log([(anna.id, None)], draft(DECLINED, None))
    record.contacts.log([(ben.id, BOTOX)], draft())
    record.people.change(ben.id, PersonDraft(name="Ben Example", is_archived=True))
    assert {key: set(found) for key, found in record.contacts.latest().items()} == {anna.id: {later, second}}
    assert first in record.contacts.of(anna.id)


@pytest.mark.parametrize(
    ("outcome", "ahead", "silent_days", "again"),
    [(LEFT, 7, 6, 7), (ContactOutcome.REACHED, 3, 2, 3), (BOOKED, 3, 3, 4), (DECLINED, None, 20, None)],
)
def test_a_contact_answers_the_reminder_until_its_date(
    record: Record,
    people: list[Person],
    clock: FixedClock,
    outcome: ContactOutcome,
    ahead: int | None,
    silent_days: int,
    again: int | None,
) -> None:
    assert listed(record) == [ReminderKind.RECOMMENDED]
    record.contacts.log([(people[0].id, SESSION)], draft(outcome, ahead))
    assert listed(record) == []
    clock.day = TODAY + timedelta(silent_days)
    assert record.reminders.look().show == ()
    assert listed(record) == []
    if again is not None:
        clock.day = TODAY + timedelta(again)
        assert [one.kind for one in record.reminders.look().show] == [ReminderKind.RECOMMENDED]
        assert record.reminders.look().show == ()
        assert listed(record) == [ReminderKind.RECOMMENDED]


def test_undo_and_removal_bring_the_reminder_back_without_showing_it_twice(
    record: Record, people: list[Person]
) -> None:
    assert listed(record) == [ReminderKind.RECOMMENDED]
    for take_back in (lambda _id: record.undo.undo(), lambda contact_id: record.contacts.remove([contact_id])):
        (contact,) = record.contacts.log([(people[0].id, None)], draft())
        assert listed(record) == []
        take_back(contact.id)
        again = record.reminders.look()
        assert ([one.kind for one in again.listed], again.show) == ([ReminderKind.RECOMMENDED], ())


def test_other_treatments_and_other_people_are_reminded_as_before(record: Record, people: list[Person]) -> None:
    log_session(record, people[1], TODAY - timedelta(14))
    record.contacts.log([(people[0].id, BOTOX), (people[1].id, SESSION)], draft())
    assert [one.person_id for one in record.reminders.look().listed] == [people[0].id]


def test_a_planned_day_is_reminded_of_whatever_was_said(record: Record, people: list[Person]) -> None:
    record.contacts.log([(people[0].id, SESSION)], draft(DECLINED, None))
    record.plans.add(people[0].id, SESSION, TODAY)
    assert listed(record) == [ReminderKind.PLANNED]


def test_the_next_treatment_ends_what_was_declined(record: Record, people: list[Person], clock: FixedClock) -> None:
    record.contacts.log([(people[0].id, SESSION)], draft(DECLINED, None))
    clock.day = TODAY + timedelta(1)
    log_session(record, people[0], clock.day)
    clock.day += timedelta(14)
    assert listed(record) == [ReminderKind.RECOMMENDED]


def test_why_not_reminded_names_the_contact_and_when_it_comes_again(record: Record, people: list[Person]) -> None:
    (contact,) = record.contacts.log([(people[0].id, SESSION)], draft(BOOKED, 3))
    told = {story.kind: story for story in record.reminders.stories(people[0].id)}[ReminderKind.RECOMMENDED]
    assert (told.why, told.contact, told.again_on) == (Outcome.CONTACTED, contact, TODAY + timedelta(4))


def test_a_contact_changes_no_date(record: Record, people: list[Person]) -> None:
    before = record.spacing.due(person_id=people[0].id)
    record.contacts.log([(people[0].id, None)], draft(BOOKED, 3))
    assert record.spacing.due(person_id=people[0].id) == before
    assert record.agenda.of().items != ()


def test_the_practitioner_of_the_latest_treatment_of_each_kind_is_known(record: Record, people: list[Person]) -> None:
    anna, ben = people
    for ago, provider in ((9, "Dr A. Osei"), (3, "Dr B. Lund"), (3, "Dr C. Roy")):
        typed = invented.botox(on=TODAY - timedelta(ago), provider=provider, override_reason="test")
        record.entries.add(anna.id, typed)
    record.entries.add(ben.id, invented.botox(on=TODAY - timedelta(3), provider=""))
    assert record.spacing.latest_practitioners() == {(anna.id, BOTOX): "Dr C. Roy"}
    assert record.spacing.latest_practitioners(TODAY - timedelta(4)) == {(anna.id, BOTOX): "Dr A. Osei"}


def test_a_snooze_after_the_contact_counts_too(record: Record, people: list[Person], clock: FixedClock) -> None:
    (reminder,) = record.reminders.look().listed
    record.contacts.log([(people[0].id, SESSION)], draft(LEFT, 2))
    record.reminders.snooze([reminder], TODAY + timedelta(4))
    clock.day = TODAY + timedelta(2)
    assert listed(record) == []
    clock.day = TODAY + timedelta(4)
    assert [one.kind for one in record.reminders.look().show] == [ReminderKind.RECOMMENDED]
