"""The rare request to rate again the next day, through the reminders of a record as everything else is asked for."""

from datetime import date, timedelta

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.agenda import Purpose
from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.records import Person
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record

DAY = timedelta(1)
SILENT = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)
REPEATS = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False, is_repeat_on=True)


@pytest.fixture
def anna(record: Record) -> Person:
    """Return somebody in a record that asks for repeats alone."""
    record.asked_ratings.change_schedule(REPEATS)
    return record.people.add(PersonDraft(name="Anna Example"))


def rate(record: Record, person: Person, on: date) -> None:
    record.entries.add(person.id, RatingDraft(on=on, scores={"wrinkles": 5, "texture": 6}))


def asked(record: Record) -> list[tuple[ReminderKind, date]]:
    return [(reminder.kind, reminder.on) for reminder in record.reminders.look().listed]


def planned(record: Record) -> list[date]:
    items = record.agenda.of().items
    return [item.on for item in items if item.purpose is Purpose.RATING and not item.is_withdrawn]


def test_a_reminder_comes_the_next_day_and_is_gone_the_day_after(
    record: Record, anna: Person, clock: FixedClock
) -> None:
    rate(record, anna, TODAY)
    assert asked(record) == []
    assert planned(record) == [TODAY + DAY]
    clock.day = TODAY + DAY
    look = record.reminders.look()
    assert [reminder.on for reminder in look.show] == [reminder.on for reminder in look.listed] == [TODAY + DAY]
    clock.day = TODAY + 2 * DAY
    assert asked(record) == []
    assert planned(record) == []


def test_a_note_on_the_day_is_no_treatment_that_keeps_from_asking(
    record: Record, anna: Person, clock: FixedClock
) -> None:
    rate(record, anna, TODAY)
    record.entries.add(anna.id, invented.note(TODAY))
    assert planned(record) == [TODAY + DAY]
    clock.day = TODAY + DAY
    assert len(asked(record)) == 1


def test_a_second_rating_does_what_it_reminds_of(record: Record, anna: Person, clock: FixedClock) -> None:
    rate(record, anna, TODAY)
    clock.day = TODAY + DAY
    assert len(record.reminders.look().listed) == 1
    rate(record, anna, TODAY + DAY)
    assert asked(record) == []
    assert [story.now for story in record.reminders.stories() if story.kind is ReminderKind.RATING] == [Outcome.HANDLED]
    assert record.asked_ratings.next_of(anna.id, record.entries.of(anna.id)) is None


def test_nothing_is_asked_where_it_is_not_switched_on(record: Record, anna: Person, clock: FixedClock) -> None:
    record.asked_ratings.change_schedule(SILENT)
    rate(record, anna, TODAY)
    clock.day = TODAY + DAY
    assert asked(record) == planned(record) == []
    assert record.asked_ratings.next_of(anna.id, record.entries.of(anna.id)) is None


def test_ratings_of_years_ago_are_pairs_too(record: Record, anna: Person, clock: FixedClock) -> None:
    for number in range(5):
        for later in (0, 1):
            rate(record, anna, TODAY - timedelta(700 - 20 * number - later))
    rate(record, anna, TODAY)
    clock.day = TODAY + DAY
    assert asked(record) == planned(record) == []


def test_the_card_and_the_reminder_speak_of_the_same_day(record: Record, anna: Person, clock: FixedClock) -> None:
    rate(record, anna, TODAY - timedelta(40))
    rate(record, anna, TODAY)
    found = record.asked_ratings.next_of(anna.id, record.entries.of(anna.id))
    assert found is not None
    clock.day = found.on
    assert asked(record) == [(ReminderKind.RATING, TODAY + DAY)]


def test_one_rating_does_not_ask_again_within_28_days(record: Record, anna: Person, clock: FixedClock) -> None:
    rate(record, anna, TODAY - timedelta(27))
    rate(record, anna, TODAY)
    clock.day = TODAY + DAY
    assert asked(record) == []
    clock.day = TODAY + 2 * DAY
    rate(record, anna, clock.day)
    clock.day += DAY
    assert len(asked(record)) == 1
