"""Reminders of a record: shown once whatever happens, answered, and explained."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from uuid import uuid4

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, draft_of
from tracker.core.records import Kind, Person, Setting
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import STAGES, KindSettings, QuietHours, ReminderKind, ReminderSettings
from tracker.services.record import Record, open_record

SILENT = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)
DUE_IN = timedelta(14)
"""A session in a clinic is due so many days after another."""


@pytest.fixture
def anna(record: Record) -> Person:
    """Return the one person of a record that asks for no ratings."""
    record.asked_ratings.change_schedule(SILENT)
    return record.people.add(PersonDraft(name="Anna Example"))


def log_session(record: Record, anna: Person, on: date) -> None:
    record.entries.add(anna.id, MicrodermabrasionDraft(on=on, setting=Setting.CLINIC, override_reason="test"))


def kinds(reminders: tuple[Reminder, ...]) -> list[ReminderKind]:
    return [one.kind for one in reminders]


def why(record: Record, kind: ReminderKind) -> Outcome | None:
    (story,) = (one for one in record.reminders.stories() if one.kind is kind)
    return story.why


def test_a_day_that_has_come_is_shown_once_and_stays_in_the_list(record: Record, anna: Person) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    first, second = record.reminders.look(), record.reminders.look()
    assert kinds(first.show) == [ReminderKind.RECOMMENDED]
    assert second.show == ()
    assert first.listed == second.listed == record.reminders.listed(anna.id)
    assert second.log == ()


def test_nothing_is_repeated_after_a_restart_or_by_a_second_program(
    record: Record, anna: Person, catalog: Catalog, clock: FixedClock
) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    other = open_record(record.path, catalog, clock)
    assert kinds(other.reminders.look().show) == [ReminderKind.RECOMMENDED]
    assert record.reminders.look().show == ()
    other.close()


def test_what_came_while_the_program_was_closed_is_shown_at_the_next_start(
    record: Record, anna: Person, clock: FixedClock
) -> None:
    log_session(record, anna, TODAY)
    assert record.reminders.look(is_start=True).show == ()
    clock.day += timedelta(40)
    shown = record.reminders.look(is_start=True).show
    assert kinds(shown) == [ReminderKind.LAPSED]
    stories = {story.kind: story.why for story in record.reminders.stories(anna.id)}
    assert stories[ReminderKind.RECOMMENDED] is Outcome.OVERTAKEN


def test_a_clock_set_back_repeats_nothing(record: Record, anna: Person, clock: FixedClock) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    record.reminders.look()
    clock.day -= timedelta(3)
    assert ReminderKind.RECOMMENDED not in kinds(record.reminders.look().show)
    clock.day += timedelta(4)
    assert record.reminders.look().show == ()
    assert kinds(record.reminders.listed()) == [ReminderKind.RECOMMENDED]


@pytest.mark.parametrize("was_shown", [True, False])
def test_a_window_that_is_past_is_told_once_and_held_back_while_the_other_treatment_holds_it(
    record: Record, anna: Person, clock: FixedClock, was_shown: bool
) -> None:
    log_session(record, anna, TODAY - timedelta(35))
    shown = record.reminders.look().show if was_shown else ()
    record.entries.add(anna.id, BotoxDraft(on=TODAY, product="dysport", override_reason="test"))
    assert ReminderKind.LAPSED not in kinds(record.reminders.look().listed)
    whys = {story.about: story.why for story in record.reminders.stories() if story.kind is ReminderKind.LAPSED}
    assert whys[TODAY] is (None if was_shown else Outcome.OVERTAKEN)
    clock.day += timedelta(14)
    again = record.reminders.look()
    (past,) = (one for one in again.listed if one.kind is ReminderKind.LAPSED)
    assert past.on == TODAY
    assert [one for one in (*shown, *again.show, *record.reminders.look().show) if one.kind in STAGES] == [past]


def test_an_edited_treatment_corrects_its_reminder_and_a_deleted_one_withdraws_it(
    record: Record, anna: Person, clock: FixedClock
) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    record.reminders.look()
    session = record.entries.latest(anna.id, Kind.MICRODERMABRASION)
    assert session is not None
    draft = draft_of(session)
    draft.on = TODAY - timedelta(10)
    record.entries.change(session.id, draft)
    moved = record.reminders.look()
    assert moved.listed == moved.show
    assert kinds(moved.show) == [ReminderKind.EARLIEST]
    record.entries.remove([session.id])
    assert record.reminders.look().listed == ()
    assert {story.steps[0].outcome for story in record.reminders.stories(anna.id)} == {Outcome.CHANGED}


def test_a_snoozed_reminder_comes_back_on_its_day_and_once(record: Record, anna: Person, clock: FixedClock) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    shown = record.reminders.look().show
    record.reminders.snooze(shown, TODAY + timedelta(3))
    assert record.reminders.look().listed == ()
    clock.day += timedelta(3)
    assert record.reminders.look().show == shown
    assert record.reminders.look().show == ()


def test_a_dismissed_reminder_is_gone_and_undo_brings_it_back_without_showing_it_again(
    record: Record, anna: Person
) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    shown = record.reminders.look().show
    record.reminders.dismiss(shown)
    assert record.reminders.look().listed == ()
    record.undo.undo()
    again = record.reminders.look()
    assert (again.listed, again.show) == (shown, ())


def test_what_was_shown_is_no_change_that_could_be_undone(record: Record, anna: Person) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    before = record.undo.next_undo
    record.reminders.look()
    assert record.undo.next_undo == before
    assert record.check() == ()


def test_what_the_desktop_did_not_show_is_written_down_and_tried_at_the_next_start(
    record: Record, anna: Person
) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    decision = record.reminders.look()
    record.reminders.could_not_show([one.key for one in decision.show])
    assert why(record, ReminderKind.RECOMMENDED) is Outcome.FAILED
    assert record.reminders.look().show == ()
    assert record.reminders.look(is_start=True).show == decision.show


def test_quiet_hours_and_a_later_time_of_day_hold_it_back(record: Record, anna: Person, clock: FixedClock) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    evening = KindSettings(at=time(18))
    settings = ReminderSettings(quiet_hours=QuietHours(time(17), time(19))).with_kind(ReminderKind.RECOMMENDED, evening)
    record.reminders.change_settings(settings)
    assert record.reminders.settings == settings
    assert record.reminders.look().show == ()
    clock.at = time(18, 30)
    assert record.reminders.look().show == ()
    assert why(record, ReminderKind.RECOMMENDED) is Outcome.QUIET
    clock.at = time(19)
    assert kinds(record.reminders.look().show) == [ReminderKind.RECOMMENDED]


def test_a_kind_switched_off_says_why_it_was_not_shown(record: Record, anna: Person) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    off = {kind: KindSettings(is_on=False) for kind in ReminderKind}
    record.reminders.change_settings(ReminderSettings(kinds=off))
    decision = record.reminders.look()
    assert (decision.show, decision.listed) == ((), ())
    assert why(record, ReminderKind.RECOMMENDED) is Outcome.OFF


def test_a_plan_is_reminded_of_the_day_before_and_holds_the_other_dates(record: Record, anna: Person) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    record.plans.add(anna.id, Kind.MICRODERMABRASION, TODAY + timedelta(1))
    assert kinds(record.reminders.look().show) == [ReminderKind.PLANNED]


def test_a_touch_up_may_be_looked_at_from_day_ten(record: Record, anna: Person, clock: FixedClock) -> None:
    record.entries.add(anna.id, BotoxDraft(on=TODAY, product="dysport"))
    clock.day += timedelta(10)
    assert kinds(record.reminders.look().show) == [ReminderKind.TOUCH_UP_REVIEW]


def test_archiving_withdraws_all_reminders(record: Record, anna: Person) -> None:
    log_session(record, anna, TODAY - DUE_IN)
    record.reminders.look()
    record.people.change(anna.id, replace(PersonDraft(name="Anna Example"), is_archived=True))
    assert record.reminders.look().listed == ()


def test_ratings_are_asked_after_a_treatment_until_one_is_made(record: Record, clock: FixedClock) -> None:
    anna = record.people.add(PersonDraft(name="Anna Example"))
    record.entries.add(anna.id, BotoxDraft(on=TODAY - timedelta(7), product="dysport"))
    asked = record.asked_ratings.next_of(anna.id, record.entries.of(anna.id))
    assert asked is not None
    assert asked.on == TODAY
    assert ReminderKind.RATING in kinds(record.reminders.look().show)
    record.entries.add(anna.id, invented.rating(TODAY))
    assert ReminderKind.RATING not in kinds(record.reminders.look().listed)
    following = record.asked_ratings.next_of(anna.id, record.entries.of(anna.id))
    assert following is not None
    assert following.on == TODAY + timedelta(7)


def test_settings_outlive_a_restart_and_can_be_undone(
    record: Record, catalog: Catalog, clock: FixedClock, tmp_path: Path
) -> None:
    record.asked_ratings.change_schedule(SILENT)
    again = open_record(record.path, catalog, clock)
    assert again.asked_ratings.schedule == SILENT
    again.undo.undo()
    assert again.asked_ratings.schedule == RatingScheduleSettings()
    again.close()


def test_many_people_are_looked_at_in_a_fixed_number_of_statements(record: Record) -> None:
    from sqlalchemy import event

    def statements(count: int) -> int:
        for _ in range(count):
            person = record.people.add(PersonDraft(name=f"Somebody {uuid4().hex}"))
            record.entries.add(person.id, invented.session(TODAY - DUE_IN))
        sent: list[str] = []
        remember = lambda *arguments: sent.append(arguments[2])  # noqa: E731
        event.listen(record._store._engine, "before_cursor_execute", remember)
        record.reminders.listed()
        event.remove(record._store._engine, "before_cursor_execute", remember)
        return len(sent)

    assert statements(1) == statements(9)
