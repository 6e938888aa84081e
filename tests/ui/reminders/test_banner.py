"""The strip over a person's pages: what it shows, and what its buttons do."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from dialog_keys import press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.records import TREATMENTS, Kind, Person
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.rating_schedule import Ask
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.reminders.banner import ReminderBanner
from tracker.ui.reminders.list_dialog import ReminderListDialog
from tracker.ui.reminders.snooze_day import SnoozeDayDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")
Opened = Callable[[type[QDialog]], QDialog]


@pytest.fixture
def banner(window: MainWindow) -> ReminderBanner:
    return window.stage.view.banner


def show_again(window: MainWindow, record: Record) -> None:
    window.stage.view.show_reminders(record.reminders.tally().listed)


def test_the_most_urgent_reminder_is_shown_with_how_many_more_there_are(banner: ReminderBanner) -> None:
    assert banner.isVisible()
    assert banner.sentence.text() == "Planned for tomorrow: botox"
    assert banner.accessibleDescription() == "Planned for tomorrow: botox"
    assert banner.list_button.text() == "1 more"


def test_without_reminders_the_page_stands_where_it_stood(
    window: MainWindow, banner: ReminderBanner, qtbot: QtBot
) -> None:
    view = window.stage.view
    view.show_reminders({})
    assert not banner.isVisible()
    qtbot.waitUntil(lambda: view.pages.y() == view.bar.y() + view.bar.height())


def test_only_the_person_on_screen_is_reminded_and_the_others_are_counted(
    window: MainWindow, banner: ReminderBanner, quiet_record: Record, due: Callable[[str], Person]
) -> None:
    bo = due("Bo Invented")
    show_again(window, quiet_record)
    others = window.status.others
    assert banner.list_button.text() == "1 more"
    assert (others.isVisible(), others.text()) == (True, "2 reminders for other people")
    cleo = quiet_record.people.add(PersonDraft(name="Cleo Sample"))
    window.stage.show_person(cleo.id)
    assert not banner.isVisible()
    assert others.text() == "4 reminders for other people"
    window.stage.show_person(bo.id)
    assert banner.reminder is not None
    assert banner.reminder.person_id == bo.id


def test_the_count_of_the_others_opens_the_list(
    window: MainWindow, quiet_record: Record, due: Callable[[str], Person], opened: Opened
) -> None:
    due("Bo Invented")
    show_again(window, quiet_record)
    window.status.others.click()
    assert opened(ReminderListDialog)
    window.close_record()
    assert not window.status.others.isVisible()


def test_log_now_opens_the_dialog_of_what_is_reminded_of(banner: ReminderBanner, opened: Opened) -> None:
    banner.log_button.click()
    assert opened(LogBotoxDialog)


def test_a_rating_is_rated_now(
    window: MainWindow, banner: ReminderBanner, record: Record, anna: Person, opened: Opened
) -> None:
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False))
    record.entries.add(anna.id, RatingDraft(on=TODAY - timedelta(14), scores={"texture": 5, "wrinkles": 5}))
    record.reminders.dismiss([one for one in record.reminders.listed() if not one.asks])
    show_again(window, record)
    assert banner.sentence.text() == "Rate skin: your rhythm, 14 days after 23 Feb"
    assert banner.log_button.text() == "Rate &now"
    banner.log_button.click()
    assert opened(RateDialog)


def test_snoozing_and_dismissing_are_saved_and_can_be_undone(
    window: MainWindow, banner: ReminderBanner, quiet_record: Record
) -> None:
    banner.snooze_menu.days[1].trigger()
    show_again(window, quiet_record)
    assert banner.sentence.text() == "Microdermabrasion: the window opens today, Mon 9 Mar"
    banner.dismiss_button.click()
    assert quiet_record.reminders.listed() == ()
    assert window.stage.strip.text == "Reminder dismissed"
    window.commands.undo.trigger()
    window.commands.undo.trigger()
    assert len(quiet_record.reminders.listed()) == 2


def test_a_reminder_cannot_be_put_off_past_the_day_on_which_it_is_of_use(banner: ReminderBanner) -> None:
    enabled = {count: action.isEnabled() for count, action in banner.snooze_menu.days.items()}
    assert enabled == {1: True, 3: False, 7: False}
    assert banner.snooze_menu.days[1].text() == "&1 day, Tue 10 Mar"


def test_another_day_must_be_after_today_and_of_use(
    banner: ReminderBanner, quiet_record: Record, opened: Opened
) -> None:
    banner.snooze_menu.other.trigger()
    dialog = opened(SnoozeDayDialog)
    assert isinstance(dialog, SnoozeDayDialog)
    dialog.edit.set_day(TODAY)
    tab_to(dialog.snooze_button)
    press(Qt.Key.Key_Space)
    assert dialog.field.problem == "The day must be after today."
    dialog.edit.set_day(TODAY + timedelta(2))
    assert dialog.field.problem == ""
    dialog.snooze_button.click()
    assert dialog.field.problem == "This is of use only until Tue 10 Mar."
    dialog.edit.set_day(TODAY + timedelta(1))
    dialog.snooze_button.click()
    assert not dialog.isVisible()
    assert len(quiet_record.reminders.listed()) == 1


def test_the_banner_is_reached_by_tab_from_the_views_and_opens_the_list(
    window: MainWindow, banner: ReminderBanner, opened: Opened
) -> None:
    window.stage.view.bar.tabs.setFocus()
    stops: tuple[QWidget, ...] = (banner.log_button, banner.snooze_button, banner.dismiss_button, banner.list_button)
    for stop in stops:
        tab_to(stop)
        assert stop.accessibleName() or stop.property("text")
    press(Qt.Key.Key_Return)
    assert opened(ReminderListDialog)


def test_the_answers_stand_under_a_sentence_that_leaves_them_no_room(
    window: MainWindow, banner: ReminderBanner, anna: Person, qtbot: QtBot
) -> None:
    window.resize(window.minimumSize())
    asks = tuple(Ask(kind=kind, since=TODAY - timedelta(7), day=7) for kind in (*TREATMENTS, Kind.RATING))
    rating = Reminder(
        kind=ReminderKind.RATING, person_id=anna.id, treatment=Kind.BOTOX, on=TODAY, since=TODAY, asks=asks
    )
    assert banner.log_button.y() < banner.sentence.geometry().bottom()
    banner.show_reminders([rating, rating], TODAY)
    qtbot.waitUntil(lambda: banner.log_button.y() > banner.sentence.geometry().bottom())
    assert not banner.sentence.is_elided
    assert banner.list_button.geometry().right() <= banner.width()
