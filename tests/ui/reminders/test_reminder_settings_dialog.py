"""The settings of reminders and of the schedule: each change is one change of the record, wrong input is said."""

from collections.abc import Callable, Iterator
from datetime import time

import pytest
from dialog_keys import focused, press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from tracker.core.changes import ChangeSet
from tracker.core.errors import NotSavedError
from tracker.core.records import Person
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import KindSettings, QuietHours, ReminderKind
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.dialogs.settings import SettingsDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.reminders.settings_dialog import ReminderSettingsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def dialog(
    main_window: MainWindow, record: Record, anna: Person, opened: Callable[[type[QDialog]], QDialog]
) -> ReminderSettingsDialog:
    """Return the settings of reminders, opened from the settings of the program."""
    main_window.show_record(record, person_id=anna.id)
    record.asked_ratings.change_schedule(RatingScheduleSettings())
    main_window.commands.settings.trigger()
    settings = opened(SettingsDialog)
    assert isinstance(settings, SettingsDialog)
    settings.reminders_button.click()
    found = opened(ReminderSettingsDialog)
    assert isinstance(found, ReminderSettingsDialog)
    return found


@pytest.fixture
def changes(dialog: ReminderSettingsDialog, record: Record) -> Iterator[list[ChangeSet]]:
    """Return the changes of the record since the dialog was opened."""
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    yield heard
    record.unlisten(heard.append)


def type_over(edit: QLineEdit, text: str, leave: Qt.Key = Qt.Key.Key_Tab) -> None:
    tab_to(edit)
    edit.selectAll()
    press(text, leave)


def test_each_kind_is_switched_and_timed_by_keys_alone(
    dialog: ReminderSettingsDialog, record: Record, changes: list[ChangeSet]
) -> None:
    row = dialog.kinds.rows[ReminderKind.LAPSED]
    tab_to(row.box)
    press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    type_over(row.notice, "3")
    type_over(row.at, "18:15")
    assert record.reminders.settings.kinds[ReminderKind.LAPSED] == KindSettings(notice_days=3, at=time(18, 15))
    assert len(changes) == 4
    record.undo.undo()
    assert record.reminders.settings.kinds[ReminderKind.LAPSED] == KindSettings(notice_days=3)


def test_a_number_is_saved_when_it_is_finished_not_at_every_key(
    dialog: ReminderSettingsDialog, record: Record, changes: list[ChangeSet]
) -> None:
    tab_to(dialog.schedule.days)
    dialog.schedule.days.selectAll()
    press("28")
    assert changes == []
    press(Qt.Key.Key_Return)
    assert record.asked_ratings.schedule.rhythm_days == 28
    press(Qt.Key.Key_Tab)
    assert len(changes) == 1
    assert dialog.isVisible()


def test_a_kind_switched_off_takes_no_days_and_no_time(dialog: ReminderSettingsDialog, record: Record) -> None:
    row = dialog.kinds.rows[ReminderKind.RATING]
    row.box.click()
    assert not record.reminders.settings.kinds[ReminderKind.RATING].is_on
    assert not row.notice.isEnabled()
    assert not row.at.isEnabled()


def test_quiet_hours_are_offered_and_changed(dialog: ReminderSettingsDialog, record: Record) -> None:
    assert record.reminders.settings.quiet_hours is None
    dialog.quiet.box.click()
    assert record.reminders.settings.quiet_hours == QuietHours(time(22), time(8))
    type_over(dialog.quiet.end, "630")
    assert record.reminders.settings.quiet_hours == QuietHours(time(22), time(6, 30))
    dialog.quiet.box.click()
    assert record.reminders.settings.quiet_hours is None


def test_both_ways_of_asking_to_rate_can_be_switched_off(dialog: ReminderSettingsDialog, record: Record) -> None:
    dialog.schedule.around.click()
    dialog.schedule.rhythm.click()
    assert record.asked_ratings.schedule == RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)
    assert not dialog.schedule.days.isEnabled()


def test_rating_again_the_next_day_is_asked_for_once_it_is_switched_on(
    dialog: ReminderSettingsDialog, record: Record
) -> None:
    assert not dialog.schedule.repeat.isChecked()
    dialog.schedule.repeat.click()
    assert record.asked_ratings.schedule == RatingScheduleSettings(is_repeat_on=True)
    dialog.schedule.repeat.click()
    assert record.asked_ratings.schedule == RatingScheduleSettings()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("rhythm-days", "3", "The number must be between 7 and 365."),
        ("planned-notice", "61", "The number must be between 0 and 60."),
        ("planned-notice", "soon", "“soon” is no number."),
        ("planned-at", "25:00", "“25:00” is no time of day."),
        ("planned-at", " ", "This is needed."),
    ],
)
def test_wrong_input_is_said_in_words_and_not_saved(
    dialog: ReminderSettingsDialog, changes: list[ChangeSet], name: str, typed: str, said: str
) -> None:
    edit = dialog.findChild(QLineEdit, name)
    assert edit is not None
    kept = edit.text()
    type_over(edit, typed)
    assert dialog.message.text == f"Not changed. {said}"
    assert edit.accessibleDescription() == said
    assert changes == []
    type_over(edit, kept)
    assert not dialog.pinned.isVisible()
    assert edit.accessibleDescription() == ""


def test_what_is_typed_last_is_saved_by_esc(dialog: ReminderSettingsDialog, record: Record) -> None:
    type_over(dialog.schedule.days, "21", Qt.Key.Key_Escape)
    assert record.asked_ratings.schedule.rhythm_days == 21


def test_leaving_with_wrong_input_asks_first(dialog: ReminderSettingsDialog, record: Record) -> None:
    asked: list[messages.Message] = []

    def keep_editing(message: messages.Message) -> bool:
        asked.append(message)
        return False

    with messages.answered_by(keep_editing):
        type_over(dialog.schedule.days, "1", Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert dialog.isVisible()
    assert record.asked_ratings.schedule.rhythm_days == 14
    dialog.schedule.days.fill(14)


def test_a_wrong_time_is_asked_about_in_a_box_that_esc_answers_with_keep_editing(
    dialog: ReminderSettingsDialog, record: Record, qtbot: QtBot
) -> None:
    dialog.quiet.box.click()
    type_over(dialog.quiet.start, "99", Qt.Key.Key_Escape)
    (box,) = dialog.findChildren(QMessageBox)
    qtbot.waitUntil(box.isActiveWindow)
    assert box.text() == "Close without saving?"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.quiet.start.text() == "99"
    dialog.reject()
    (again,) = (one for one in dialog.findChildren(QMessageBox) if one.isVisible())
    next(button for button in again.buttons() if button.text() == "Close without saving").click()
    assert not dialog.isVisible()
    assert record.reminders.settings.quiet_hours == QuietHours(time(22), time(8))


def test_a_change_that_cannot_be_saved_is_said_and_taken_back(
    dialog: ReminderSettingsDialog, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_settings: object) -> None:
        raise NotSavedError("disk_full")

    monkeypatch.setattr(record.reminders, "change_settings", refuse)
    dialog.quiet.box.click()
    assert dialog.message.text == "Nothing was changed. Not saved. The disk is full."
    assert not dialog.quiet.box.isChecked()


def test_notifications_name_nothing_unless_a_person_wants_it(
    dialog: ReminderSettingsDialog, preferences: Preferences
) -> None:
    assert not preferences.notification_words
    dialog.name_box.click()
    assert preferences.notification_words


def test_each_control_says_its_kind_to_those_who_hear_it(dialog: ReminderSettingsDialog) -> None:
    names = [edit.accessibleName() for edit in dialog.edits] + [
        box.accessibleName() for box in dialog.findChildren(QCheckBox)
    ]
    assert len(set(names)) == len(names)
    assert "Planned treatment, days before" in names
    assert focused() is dialog.kinds.rows[ReminderKind.EARLIEST].box


def test_without_a_record_the_settings_lead_to_no_reminders(
    main_window: MainWindow, opened: Callable[[type[QDialog]], QDialog], qtbot: QtBot
) -> None:
    main_window.stage.controller.settings()
    settings = opened(SettingsDialog)
    assert isinstance(settings, SettingsDialog)
    assert not settings.reminders_button.isVisible()
