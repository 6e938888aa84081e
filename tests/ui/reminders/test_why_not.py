"""Why was I not reminded? Each reminder with its state, its steps, and whose it is."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from dialog_keys import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.drafts import BotoxDraft, PersonDraft
from tracker.core.records import Person
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import QuietHours, ReminderSettings
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.reminders.why_dialog import EVERYBODY, WhyDialog
from tracker.ui.reminders.why_table import Column
from tracker.ui.words.reminder_stories import moment

pytestmark = pytest.mark.qt_log_ignore("does not support")
CHANGED = "What it counts from was changed or deleted, another entry moved its day, or the person was archived."
Show = Callable[[], WhyDialog]


@pytest.fixture
def show(window: MainWindow, opened: Callable[[type[QDialog]], QDialog]) -> Show:
    """Return a function that opens the answers from the menu."""

    def open_answers() -> WhyDialog:
        window.commands.why_not_reminded.trigger()
        dialog = opened(WhyDialog)
        assert isinstance(dialog, WhyDialog)
        return dialog

    return open_answers


def cells(dialog: WhyDialog, column: Column) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def steps(dialog: WhyDialog) -> list[str]:
    return [dialog.steps.item(row).text() for row in range(dialog.steps.count())]


def test_days_that_have_come_stand_first_with_what_became_of_each(show: Show, quiet_record: Record) -> None:
    quiet_record.reminders.look()
    quiet_record.reminders.dismiss([one for one in quiet_record.reminders.listed() if one.plan_id is None])
    dialog = show()
    assert cells(dialog, Column.WHAT) == [
        "Botox, planned",
        "Microdermabrasion, window opens",
        "Microdermabrasion, earliest day",
        "Microdermabrasion, past its window",
    ]
    assert cells(dialog, Column.ABOUT) == ["Tue 10 Mar", "Mon 9 Mar", "Mon 2 Mar", "Mon 30 Mar"]
    shown = moment(quiet_record.clock.now(), TODAY)
    assert cells(dialog, Column.SHOWN) == [shown, shown, "Not shown", "Not shown"]
    assert cells(dialog, Column.STATE) == [
        "It stands in the list.",
        "It was dismissed.",
        "A later date of the same kind stands in its place.",
        "Its day has not come.",
    ]


def test_the_steps_of_the_chosen_one_are_told_newest_first(show: Show, quiet_record: Record, clock: FixedClock) -> None:
    night = ReminderSettings(quiet_hours=QuietHours(time(22), time(8)))
    quiet_record.reminders.change_settings(night)
    clock.at = time(23)
    quiet_record.reminders.look()
    dialog = show()
    assert dialog.state.text() == "Your quiet hours are on until 08:00."
    assert dialog.about.text() == "Botox, planned. About Tue 10 Mar."
    assert [step.partition(". ")[2] for step in steps(dialog)] == ["Your quiet hours were on. It stood in the list."]
    dialog.reject()
    clock.day, clock.at = TODAY + timedelta(1), time(9)
    quiet_record.reminders.look()
    dialog = show()
    press(Qt.Key.Key_Down)
    assert dialog.about.text() == "Microdermabrasion, window opens. About Mon 9 Mar, counted from Mon 23 Feb."
    assert [step.partition(". ")[2] for step in steps(dialog)] == [
        "It was shown as a notification.",
        "Your quiet hours were on. It stood in the list.",
    ]


def test_what_is_gone_keeps_its_last_reason(show: Show, quiet_record: Record, anna: Person) -> None:
    quiet_record.reminders.look()
    quiet_record.entries.remove([entry.id for entry in quiet_record.entries.of(anna.id)])
    quiet_record.reminders.look()
    dialog = show()
    assert CHANGED in cells(dialog, Column.STATE)


def test_what_is_put_off_names_its_day(show: Show, quiet_record: Record) -> None:
    quiet_record.reminders.snooze(quiet_record.reminders.listed(), TODAY + timedelta(5))
    assert cells(show(), Column.STATE).count("It is put off to Sat 14 Mar.") == 2


def test_a_rating_says_what_asks_for_it(show: Show, quiet_record: Record, anna: Person) -> None:
    quiet_record.asked_ratings.change_schedule(RatingScheduleSettings())
    quiet_record.entries.add(anna.id, BotoxDraft(on=TODAY - timedelta(7), product="dysport"))
    dialog = show()
    ratings = {what for what in cells(dialog, Column.WHAT) if what.startswith("Rate skin")}
    assert ratings >= {"Rate skin: day 7 after botox", "Rate skin: your rhythm"}


def test_one_person_is_shown_at_first_and_everybody_can_be_chosen(
    show: Show, due: Callable[[str], Person], anna: Person, qtbot: QtBot
) -> None:
    due("Bo Invented")
    dialog = show()
    assert dialog.table.isColumnHidden(Column.PERSON)
    assert len(cells(dialog, Column.WHAT)) == 4
    dialog.who.choose(EVERYBODY)
    qtbot.waitUntil(lambda: not dialog.table.isColumnHidden(Column.PERSON))
    assert set(cells(dialog, Column.PERSON)) == {"Anna Example", "Bo Invented"}
    dialog.who.choose(str(anna.id))
    assert len(cells(dialog, Column.WHAT)) == 4


def test_alone_in_a_record_nobody_is_asked_whose_reminders_to_show(show: Show) -> None:
    assert not show().who.isVisible()


def test_without_any_reminder_it_says_what_they_count_from(
    show: Show, quiet_record: Record, window: MainWindow
) -> None:
    window.stage.show_person(quiet_record.people.add(PersonDraft(name="Cleo Sample")).id)
    dialog = show()
    assert dialog.state.text() == "There is nothing to remind of yet: reminders count from what is logged."
    assert not dialog.table.isVisible()
    assert not dialog.steps.isVisible()


def test_enter_closes_and_esc_too(show: Show) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = show()
        left: list[date] = []
        dialog.finished.connect(lambda _result, left=left: left.append(TODAY))
        press(key)
        assert left == [TODAY]
