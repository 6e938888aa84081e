"""The dialogs of contacts: logged by few keys, changed, removed, and kept when something is wrong."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import invented
import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.drafts import ContactDraft, PersonDraft
from tracker.core.records import Kind, Person
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.ui.dialogs.contacts import ContactsDialog
from tracker.ui.dialogs.log_contact import LogContactDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words.reminder_stories import state_text

LEFT, REACHED, BOOKED, DECLINED = ContactOutcome
Open = Callable[..., Any]


@pytest.fixture
def open_contact(
    qtbot: QtBot, record: Record, person: Person, preferences: Preferences, theme: Theme, window: QMainWindow
) -> Open:
    """Return a function that opens the dialog on a person's botox and returns it once it has the focus."""

    def open_dialog(about: Any = None, **given: Any) -> LogContactDialog:
        asked = [(person, Kind.BOTOX)] if about is None else about
        dialog = LogContactDialog(record, asked, preferences, theme, window, **given)
        dialog.open()
        qtbot.waitUntil(
            lambda: QApplication.focusWidget() is not None and dialog.isAncestorOf(QApplication.focusWidget())
        )
        return dialog

    return open_dialog


def logged(record: Record, person: Person) -> Contact:
    (contact,) = record.contacts.of(person.id)
    return contact


def test_enter_alone_logs_a_message_left_today_to_ask_again_in_a_week(
    open_contact: Open, record: Record, person: Person
) -> None:
    dialog = open_contact()
    assert dialog.subtitle_label.text() == "Maya Lindqvist, Botox"
    press(Qt.Key.Key_Return)
    contact = logged(record, person)
    assert (contact.outcome, contact.on, contact.until) == (LEFT, TODAY, TODAY + timedelta(7))
    assert (contact.treatment, contact.note, contact.provider) == (Kind.BOTOX, None, None)


@pytest.mark.parametrize(("key", "outcome"), list(zip("1234", ContactOutcome, strict=True)))
def test_a_digit_chooses_the_outcome_and_its_day_is_asked_for(
    open_contact: Open, record: Record, person: Person, key: str, outcome: ContactOutcome
) -> None:
    dialog = open_contact()
    press(key)
    assert dialog.outcome.outcome is outcome
    assert dialog.field("until").isHidden() is (outcome is DECLINED)
    assert dialog.declined.isHidden() is (outcome is not DECLINED)
    booked = outcome is BOOKED
    assert dialog.until.edit.accessibleName() == ("Booked for" if booked else "Ask again on")
    save_from_any_field()
    assert logged(record, person).until == (None if outcome is DECLINED else TODAY + timedelta(7))


def test_a_contact_is_by_whoever_works_here_now(open_contact: Open, record: Record, person: Person) -> None:
    record.made_by = "Dr C. Example"
    open_contact()
    press(Qt.Key.Key_Return)
    assert logged(record, person).provider == "Dr C. Example"


def test_long_names_are_broken_within_the_dialog(open_contact: Open, record: Record, person: Person) -> None:
    other = record.people.add(PersonDraft(name="W" * 500))
    dialog = open_contact([(person, Kind.BOTOX), (other, Kind.BOTOX)])
    assert dialog.names.minimumSizeHint().width() < dialog.width() // 2
    dialog.reject()


def test_the_day_proposed_follows_the_contact_until_it_is_changed(open_contact: Open) -> None:
    dialog = open_contact()
    dialog.when.set_day(TODAY - timedelta(3))
    assert dialog.until.day == TODAY + timedelta(4)
    dialog.until.edit.set_day(TODAY + timedelta(30))
    dialog.when.set_day(TODAY)
    assert dialog.until.day == TODAY + timedelta(30)


def test_a_day_that_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    open_contact: Open, record: Record, person: Person
) -> None:
    dialog = open_contact()
    dialog.note.fill("asked for a morning")
    dialog.when.set_day(TODAY + timedelta(1))
    dialog.until.edit.set_day(TODAY)
    dialog.save()
    assert dialog.field("on").problem == "This day is in the future."
    assert dialog.field("until").problem == "This day must come after the contact."
    assert record.contacts.of(person.id) == ()
    dialog.when.set_day(TODAY - timedelta(1))
    dialog.save()
    assert logged(record, person).note == "asked for a morning"


def test_everything_is_reached_by_tab(open_contact: Open) -> None:
    dialog = open_contact()
    for control in (dialog.when, dialog.until.edit, dialog.provider, dialog.note, dialog.save_button):
        tab_to(control)


def test_many_clients_are_named_and_the_rest_counted(open_contact: Open, record: Record) -> None:
    people = [record.people.add(PersonDraft(name=f"<b>{number}</b>")) for number in range(8)]
    dialog = open_contact([(one, kind) for one in people for kind in (Kind.BOTOX, Kind.MICRODERMABRASION)])
    assert dialog.subtitle_label.text() == "16 treatments, 8 clients"
    assert dialog.names.text() == ", ".join(f"<b>{number}</b>" for number in range(6)) + " and 2 more"
    dialog.save()
    assert {len(record.contacts.of(one.id)) for one in people} == {2}


def test_a_contact_of_the_client_asks_what_it_is_about(open_contact: Open, record: Record, person: Person) -> None:
    dialog = open_contact([(person, None)], asks_treatment=True)
    dialog.save()
    assert logged(record, person).treatment is None
    dialog = open_contact([(person, None)], asks_treatment=True)
    dialog.treatment.choose("microdermabrasion")
    dialog.save()
    assert record.contacts.of(person.id)[0].treatment is Kind.MICRODERMABRASION


def test_a_contact_is_changed_from_what_it_was(open_contact: Open, record: Record, person: Person) -> None:
    until = TODAY + timedelta(20)
    draft = ContactDraft(outcome=BOOKED, on=TODAY - timedelta(2), until=until, provider="Dr A. Osei", note="kept")
    (contact,) = record.contacts.log([(person.id, Kind.BOTOX)], draft)
    dialog = open_contact(contact=contact)
    assert dialog.draft() == draft
    assert not dialog.is_changed()
    dialog.outcome.choose(REACHED.value)
    dialog.save()
    changed = logged(record, person)
    assert (changed.id, changed.outcome, changed.until, changed.note) == (contact.id, REACHED, until, "kept")


@pytest.fixture
def contacted(main_window: MainWindow, record: Record) -> tuple[MainWindow, Person]:
    """Return the window on somebody with two contacts."""
    person = record.people.add(PersonDraft(name="Maya Lindqvist"))
    until = TODAY + timedelta(3)
    left = ContactDraft(outcome=LEFT, on=TODAY - timedelta(4), until=until, provider="Dr A. Osei", note="no\nanswer")
    record.contacts.log([(person.id, None)], left)
    record.contacts.log([(person.id, Kind.BOTOX)], ContactDraft(outcome=DECLINED, on=TODAY))
    main_window.show_record(record)
    return main_window, person


def contacts_dialog(window: MainWindow) -> ContactsDialog:
    window.commands.contacts.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ContactsDialog)
    return dialog


def lines(dialog: ContactsDialog) -> list[str]:
    return [dialog.list.item(place).text() for place in range(dialog.list.count())]


def test_the_contacts_of_a_client_are_listed_and_removed_and_come_back(
    contacted: tuple[MainWindow, Person], record: Record
) -> None:
    window, person = contacted
    dialog = contacts_dialog(window)
    assert lines(dialog) == [
        "Mon 9 Mar: does not want to be asked, botox\nNo reminders until the treatment is logged again",
        "Thu 5 Mar: message left, both treatments\nAsk again Thu 12 Mar. Dr A. Osei. no answer",
    ]
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert len(lines(dialog)) == 1
    assert len(record.contacts.of(person.id)) == 1
    dialog.remove_button.click()
    assert dialog.nothing.isVisible()
    assert not dialog.edit_button.isEnabled()
    dialog.accept()
    window.commands.undo.trigger()
    window.commands.undo.trigger()
    assert len(lines(contacts_dialog(window))) == 2


def test_from_the_list_one_is_changed_or_logged_and_the_list_comes_back(
    contacted: tuple[MainWindow, Person], record: Record
) -> None:
    window, person = contacted
    QTest.keyClick(contacts_dialog(window).list, Qt.Key.Key_Return)
    changing = QApplication.activeModalWidget()
    assert isinstance(changing, LogContactDialog)
    assert changing.windowTitle() == "Change contact"
    changing.outcome.choose(BOOKED.value)
    changing.save()
    again = QApplication.activeModalWidget()
    assert isinstance(again, ContactsDialog)
    assert lines(again)[0] == "Mon 9 Mar: booked, botox\nBooked for Mon 16 Mar"
    again.log_button.click()
    logging = QApplication.activeModalWidget()
    assert isinstance(logging, LogContactDialog)
    logging.reject()
    assert isinstance(QApplication.activeModalWidget(), ContactsDialog)
    assert len(record.contacts.of(person.id)) == 2


def test_why_was_i_not_reminded_names_the_contact(contacted: tuple[MainWindow, Person], record: Record) -> None:
    _, person = contacted
    record.entries.add(person.id, invented.session(TODAY - timedelta(30)))
    told = record.reminders.stories(person.id)
    story = next(one for one in told if one.contact is not None and one.kind is ReminderKind.RECOMMENDED)
    assert state_text(story, record.reminders.settings, TODAY) == (
        "Answered by the contact of Thu 5 Mar: message left. Ask again Thu 12 Mar."
    )
