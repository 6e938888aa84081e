"""The reminder centre: looks when it must, hands over once, and survives a desktop that shows nothing."""

from collections import Counter
from datetime import date, time, timedelta
from typing import Any
from unittest.mock import Mock

import invented
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from support import TODAY, FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError
from tracker.core.records import Kind, Person
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.ui.desktop.notifier import Notification, Notifier
from tracker.ui.jobs import Jobs
from tracker.ui.preferences import Preferences
from tracker.ui.reminders.announcement import DISMISS, LOG, SNOOZE
from tracker.ui.reminders.centre import ReminderCentre


class HeardNotifier(Notifier):
    """Keeps what it is given; a desktop that ``works`` shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Notification] = []
        self.withdrawn: list[str] = []
        self.works = True

    def show_one(self, notification: Notification) -> bool:
        self.heard.append(notification)
        if self.works:
            self.shown.emit(notification.key)
        else:
            self.notShown.emit(notification.key, "no_service")
        return self.works

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)


@pytest.fixture
def notifier() -> HeardNotifier:
    return HeardNotifier()


@pytest.fixture
def anna(record: Record) -> Person:
    """Return somebody with a session that is due again today, who is asked for no ratings."""
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False))
    anna = record.people.add(PersonDraft(name="Anna Example"))
    record.entries.add(anna.id, invented.session(TODAY - timedelta(14)))
    return anna


@pytest.fixture
def centre(qtbot: QtBot, clock: FixedClock, notifier: HeardNotifier, preferences: Preferences) -> Any:
    jobs = Jobs()
    centre = ReminderCentre(clock, jobs, notifier, preferences)
    yield centre
    centre.set_record(None)
    jobs.stop()


def looked(qtbot: QtBot, centre: ReminderCentre, record: Record, act: Any) -> tuple[Reminder, ...]:
    """Do something and return the list after the look that follows; the centre has counted it."""
    with qtbot.waitSignal(centre.looked):
        act()
    listed = record.reminders.listed()
    assert centre.listed == Counter(one.person_id for one in listed)
    return listed


def test_a_record_is_looked_at_as_soon_as_it_is_shown(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    listed = looked(qtbot, centre, record, lambda: centre.set_record(record))
    assert [one.kind for one in listed] == [ReminderKind.RECOMMENDED]
    assert [one.key for one in notifier.heard] == [listed[0].key]


def test_a_notification_names_neither_person_nor_treatment_unless_asked(
    qtbot: QtBot,
    centre: ReminderCentre,
    record: Record,
    anna: Person,
    notifier: HeardNotifier,
    preferences: Preferences,
) -> None:
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    (heard,) = notifier.heard
    assert heard.title == "Skinterval: a date is coming up."
    assert "Microdermabrasion" not in heard.title + heard.text
    preferences.notification_words = True
    bo = record.people.add(PersonDraft(name="Bo Example"))
    looked(qtbot, centre, record, lambda: record.entries.add(bo.id, invented.session(TODAY - timedelta(14))))
    assert (notifier.heard[1].title, notifier.heard[1].text[:16]) == ("Bo Example", "Microdermabrasio")


def test_many_at_once_are_one_notification(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    for number in range(4):
        person = record.people.add(PersonDraft(name=f"Invented {number}"))
        record.entries.add(person.id, invented.session(TODAY - timedelta(14)))
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    (heard,) = notifier.heard
    with qtbot.waitSignal(centre.listRequested):
        notifier.activated.emit(heard.key)
    assert heard.title == "Skinterval: 5 dates are coming up."
    assert heard.actions == ()
    assert sum(centre.listed.values()) == 5


def test_a_minute_that_changes_nothing_brings_no_look(
    qtbot: QtBot,
    centre: ReminderCentre,
    record: Record,
    anna: Person,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    survey = Mock(wraps=record.reminders.survey)
    monkeypatch.setattr(record.reminders, "survey", survey)
    clock.at = time(12, 1)
    centre.tick()
    clock.at = time(12, 10)
    looked(qtbot, centre, record, centre.tick)
    assert survey.call_count == 1


def test_a_new_day_brings_the_next_reminder_once(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, clock: FixedClock, notifier: HeardNotifier
) -> None:
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    clock.day += timedelta(21)
    listed = looked(qtbot, centre, record, centre.tick)
    assert [one.kind for one in listed] == [ReminderKind.LAPSED]
    looked(qtbot, centre, record, centre.look)
    assert len(notifier.heard) == 2
    assert notifier.withdrawn == [notifier.heard[0].key]


def test_a_change_is_followed_for_the_person_whom_it_touches(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    bo = record.people.add(PersonDraft(name="Bo Example"))
    record.entries.add(bo.id, invented.session(TODAY - timedelta(20)))
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    listed = looked(
        qtbot, centre, record, lambda: record.entries.add(anna.id, invented.session(TODAY, override_reason="test"))
    )
    assert [one.person_id for one in listed] == [bo.id]
    assert len(notifier.withdrawn) == 1


def test_what_the_desktop_did_not_show_is_written_down(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    notifier.works = False
    looked(qtbot, centre, record, lambda: centre.set_record(record))

    def whys() -> list[Outcome | None]:
        return [story.why for story in record.reminders.stories() if story.kind is ReminderKind.RECOMMENDED]

    qtbot.waitUntil(lambda: whys() == [Outcome.FAILED])
    assert centre.listed == {anna.id: 1}


def test_the_buttons_of_a_notification_answer_it(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    centre.answered.connect(lambda verb: verb())
    (reminder,) = looked(qtbot, centre, record, lambda: centre.set_record(record))
    with qtbot.waitSignal(centre.logRequested) as asked:
        notifier.actionChosen.emit(reminder.key, LOG)
    assert asked.args == [reminder]
    with qtbot.waitSignal(centre.opened) as opened:
        notifier.activated.emit(reminder.key)
    assert opened.args == [reminder]
    assert looked(qtbot, centre, record, lambda: notifier.actionChosen.emit(reminder.key, SNOOZE)) == ()
    record.undo.undo()
    assert looked(qtbot, centre, record, centre.look) == (reminder,)


def test_dismissing_on_the_desktop_ends_it(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    centre.answered.connect(lambda verb: verb())
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    assert looked(qtbot, centre, record, lambda: notifier.actionChosen.emit(notifier.heard[0].key, DISMISS)) == ()


def test_a_record_that_is_let_go_is_looked_at_no_more(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    looked(qtbot, centre, record, lambda: centre.set_record(record))
    centre.set_record(None)
    assert centre.listed == {}
    record.plans.add(anna.id, Kind.MICRODERMABRASION, date(2026, 3, 10))
    centre.look()
    centre.tick()
    assert len(notifier.heard) == 1


def test_a_record_that_takes_no_line_still_says_what_stands_open(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    event.listen(record._store._engine, "checkout", lambda raw, *_: raw.execute("PRAGMA query_only=ON").fetchall())
    listed = looked(qtbot, centre, record, lambda: centre.set_record(record))
    assert [one.kind for one in listed] == [ReminderKind.RECOMMENDED]
    assert notifier.heard == []
    with pytest.raises(NotSavedError):
        record.reminders.look()


def test_nothing_of_a_demo_leaves_the_window(
    qtbot: QtBot, centre: ReminderCentre, record: Record, anna: Person, notifier: HeardNotifier
) -> None:
    listed = looked(qtbot, centre, record, lambda: centre.set_record(record, can_notify=False))
    assert (len(listed), notifier.heard) == (1, [])
