"""The list of reminders: what stands in it, the three answers by key and by button, and its empty state."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from dialog_keys import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.reminders.list_dialog import ReminderListDialog
from tracker.ui.reminders.settings_dialog import ReminderSettingsDialog
from tracker.ui.reminders.why_dialog import WhyDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")
Opened = Callable[[type[QDialog]], QDialog]
OPENS = "Microdermabrasion: the window opens today, Mon 9 Mar"
PLANNED = "Planned for tomorrow: botox"


@pytest.fixture
def show(window: MainWindow, opened: Opened, qtbot: QtBot) -> Callable[[], ReminderListDialog]:
    """Return a function that opens the list from the menu."""

    def open_list() -> ReminderListDialog:
        window.commands.reminders.trigger()
        dialog = opened(ReminderListDialog)
        assert isinstance(dialog, ReminderListDialog)
        qtbot.waitUntil(lambda: dialog.list.hasFocus() or dialog.nothing.isVisible())
        return dialog

    return open_list


def titles(dialog: ReminderListDialog) -> list[str]:
    model = dialog.list.rows
    return [model.row_at(model.index(place)).title for place in range(model.rowCount())]


def test_reminders_of_one_person_stand_by_day_without_a_name(show: Callable[[], ReminderListDialog]) -> None:
    dialog = show()
    assert titles(dialog) == [OPENS, PLANNED]
    assert dialog.subtitle_label.text() == "2 open"
    said = dialog.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{OPENS}. today. Last 23 Feb, 14 days ago."


def test_reminders_of_several_people_stand_under_their_names_the_one_on_screen_first(
    show: Callable[[], ReminderListDialog], due: Callable[[str], Person]
) -> None:
    due("Aaron Sample")
    dialog = show()
    assert titles(dialog) == ["Anna Example", OPENS, PLANNED, "Aaron Sample", OPENS, PLANNED]
    names = [dialog.list.rows.flags(dialog.list.rows.index(place)) for place in (0, 3)]
    assert names == [Qt.ItemFlag.NoItemFlags] * 2


def test_arrows_pass_over_names_and_enter_logs_for_the_person_of_the_row(
    show: Callable[[], ReminderListDialog], due: Callable[[str], Person], window: MainWindow, opened: Opened
) -> None:
    bo = due("Bo Invented")
    dialog = show()
    assert [one.plan_id is None for one in dialog.list.chosen] == [True]
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert dialog.list.chosen[0].person_id == bo.id
    press(Qt.Key.Key_Return)
    assert opened(LogMicrodermabrasionDialog)
    assert window.stage.view.person == bo


def test_the_button_logs_the_chosen_row_too(show: Callable[[], ReminderListDialog], opened: Opened) -> None:
    dialog = show()
    press(Qt.Key.Key_Down)
    dialog.log_button.click()
    assert not dialog.isVisible()
    assert opened(LogBotoxDialog)


def test_delete_dismisses_and_the_next_row_is_chosen(
    show: Callable[[], ReminderListDialog], quiet_record: Record
) -> None:
    dialog = show()
    press(Qt.Key.Key_Delete)
    assert titles(dialog) == [PLANNED]
    assert len(dialog.list.chosen) == 1
    assert len(quiet_record.reminders.listed()) == 1
    press(Qt.Key.Key_Delete)
    assert quiet_record.reminders.listed() == ()
    assert dialog.nothing.isVisible()
    assert not dialog.list.isVisible()


def test_s_offers_days_for_all_chosen_rows_in_one_change(
    show: Callable[[], ReminderListDialog], quiet_record: Record, qtbot: QtBot
) -> None:
    dialog = show()
    dialog.list.selectAll()
    assert not dialog.log_button.isEnabled()
    press(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    dialog.snooze_menu.days[1].trigger()
    dialog.snooze_menu.close()
    assert quiet_record.reminders.listed() == ()
    quiet_record.undo.undo()
    assert len(quiet_record.reminders.listed()) == 2


def test_nothing_to_remind_of_says_what_comes_next(
    show: Callable[[], ReminderListDialog], quiet_record: Record, anna: Person, clock: FixedClock
) -> None:
    quiet_record.reminders.dismiss(quiet_record.reminders.listed())
    dialog = show()
    assert dialog.nothing.text() == "Nothing to remind of now."
    assert dialog.next_line.text() == "Next is Mon 30 Mar: microdermabrasion, past its window."
    assert QApplication.focusWidget() is dialog.close_list


def test_what_was_put_off_is_among_what_comes_next(
    show: Callable[[], ReminderListDialog], quiet_record: Record, anna: Person
) -> None:
    session, plan = quiet_record.reminders.listed()
    quiet_record.reminders.dismiss([plan])
    quiet_record.reminders.snooze([session], TODAY + timedelta(5))
    assert show().next_line.text() == "Next is Sat 14 Mar: microdermabrasion, window opens."


def test_somebody_new_has_nothing_and_nothing_to_come(
    show: Callable[[], ReminderListDialog], quiet_record: Record, anna: Person, window: MainWindow
) -> None:
    cleo = quiet_record.people.add(PersonDraft(name="Cleo Sample"))
    quiet_record.reminders.dismiss(quiet_record.reminders.listed())
    window.stage.show_person(cleo.id)
    dialog = show()
    assert dialog.nothing.isVisible()
    assert not dialog.next_line.isVisible()


def test_an_answer_that_cannot_be_saved_is_said_and_the_row_stays(
    show: Callable[[], ReminderListDialog], quiet_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_reminders: object) -> None:
        raise NotSavedError("locked")

    dialog = show()
    monkeypatch.setattr(quiet_record.reminders, "dismiss", refuse)
    dialog.dismiss_button.click()
    assert dialog.problem.text == "Not saved. Another program is using the record."
    assert titles(dialog) == [OPENS, PLANNED]


@pytest.mark.parametrize(("name", "other"), [("why_button", WhyDialog), ("settings_button", ReminderSettingsDialog)])
def test_the_list_leads_to_the_reasons_and_to_the_settings(
    show: Callable[[], ReminderListDialog], opened: Opened, name: str, other: type[QDialog]
) -> None:
    dialog = show()
    getattr(dialog, name).click()
    assert opened(other)


def test_many_reminders_scroll_in_a_list_of_a_few_rows(
    show: Callable[[], ReminderListDialog], quiet_record: Record, anna: Person, window: MainWindow
) -> None:
    for ahead in range(12):
        person = quiet_record.people.add(PersonDraft(name=f"Example {ahead:03}"))
        quiet_record.plans.add(person.id, Kind.BOTOX, TODAY)
    window.resize(window.minimumSize())
    dialog = show()
    assert dialog.subtitle_label.text() == "14 open"
    assert dialog.height() <= window.height()
    assert not dialog.body.verticalScrollBar().isVisible()
    press(Qt.Key.Key_End)
    assert dialog.list.currentIndex().row() == dialog.list.rows.rowCount() - 1
    assert dialog.list.chosen[0].on == TODAY
