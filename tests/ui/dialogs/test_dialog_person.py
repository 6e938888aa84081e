"""Adding people and changing what is known of them."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from dialog_keys import focused, press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from support import type_text

from tracker.core.drafts import PersonDraft
from tracker.core.records import Gender, Person
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.dialogs.person import PersonDialog
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel


@pytest.fixture
def open_person(record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot) -> Any:
    """Return a function that opens the dialog."""

    def open_dialog(person: Person | None = None) -> PersonDialog:
        dialog = PersonDialog(record, theme, window, person=person)
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.name)
        return dialog

    return open_dialog


def test_everything_known_of_a_person_is_entered_by_keyboard(open_person: Any, record: Record) -> None:
    dialog = open_person()
    told: list[Person] = []
    dialog.saved.connect(told.append)
    type_text(dialog.name, "Zoë Ångström")
    for field, text in (
        (dialog.sort_name, "Angstrom Zoe"),
        (dialog.client_number, "1288"),
        (dialog.birth_date, "1980-05-06"),
        (dialog.phone, "+46 1"),
        (dialog.email, "zoe@example.org"),
    ):
        tab_to(field)
        press(text)
    tab_to(dialog.skin_type)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    tab_to(dialog.allergies)
    press("latex")
    tab_to(dialog.notes)
    press("prefers mornings")
    tab_to(dialog.details)
    press(Qt.Key.Key_Space)
    tab_to(dialog.cautions)
    press(Qt.Key.Key_Space)
    save_from_any_field()
    (person,) = record.people.all()
    assert told == [person]
    assert (person.name, person.sort_name, person.client_number) == ("Zoë Ångström", "Angstrom Zoe", "1288")
    assert (person.birth_date, person.phone, person.email) == (date(1980, 5, 6), "+46 1", "zoe@example.org")
    assert (person.skin_type, person.allergies, person.notes) == (3, "latex", "prefers mornings")
    assert person.cautions == ("isotretinoin",)


def test_a_name_is_needed_and_enter_saves(open_person: Any, record: Record) -> None:
    dialog = open_person()
    press(Qt.Key.Key_Return)
    assert dialog.field("name").problem == "This is needed."
    press("Anna", Qt.Key.Key_Return)
    assert [person.name for person in record.people.all()] == ["Anna"]


def test_known_facts_are_shown_and_kept(open_person: Any, record: Record) -> None:
    draft = PersonDraft(
        name="Anna", birth_date=date(1970, 1, 2), cautions=("cold_sores", "asthma"), skin_type=6, notes="a\nb"
    )
    person = record.people.add(draft)
    dialog = open_person(person)
    assert dialog.draft() == draft
    assert dialog.details.is_open
    assert not dialog.is_changed()
    dialog.archived.setChecked(True)
    save_from_any_field()
    changed = record.people.get(person.id)
    assert changed.is_archived
    assert changed.cautions == ("cold_sores", "asthma")


def test_a_birth_date_in_the_future_is_refused(open_person: Any, record: Record) -> None:
    dialog = open_person()
    press("Anna")
    dialog.birth_date.setText("2026-03-10")
    save_from_any_field()
    assert dialog.field("birth_date").problem == "This day is in the future."
    assert record.people.count() == 0


def test_a_new_person_cannot_be_archived(open_person: Any) -> None:
    assert not open_person().archived.isVisible()


def test_gender_tags_and_a_private_note_are_kept(open_person: Any, record: Record) -> None:
    record.people.add(PersonDraft(name="Bo", tags=("VIP", "Vegan, strict")))
    dialog = open_person()
    press("Anna")
    tab_to(dialog.gender)
    press(Qt.Key.Key_Right)
    tab_to(dialog.tags)
    press("mornings, v")
    assert dialog.tags.offered == ["Vegan, strict", "VIP"]
    press("ip")
    assert dialog.tags.offered == []
    tab_to(dialog.private_note)
    press("likes tea")
    save_from_any_field()
    anna = next(person for person in record.people.all() if person.name == "Anna")
    assert (anna.gender, anna.tags, anna.private_note) == (Gender.MALE, ("mornings", "vip"), "likes tea")


def test_a_tag_in_use_is_completed(open_person: Any, record: Record) -> None:
    record.people.add(PersonDraft(name="Bo", tags=("VIP",)))
    dialog = open_person()
    tab_to(dialog.tags)
    press("new, v", Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert dialog.tags.tags == ("new", "VIP")
    assert dialog.tags.isAncestorOf(focused())
    dialog.done(0)


def test_tags_that_were_not_edited_stay_as_they_are(open_person: Any, record: Record) -> None:
    bo = record.people.add(PersonDraft(name="Bo", tags=("Vegan, strict", "VIP")))
    dialog = open_person(bo)
    assert dialog.draft().tags == bo.tags


def test_whoever_looks_like_somebody_here_is_saved_at_the_second_time(open_person: Any, record: Record) -> None:
    record.people.add(PersonDraft(name="Zoë Møller", client_number="17"))
    dialog = open_person()
    press("Moller Zoe", Qt.Key.Key_Return)
    assert dialog.alike.isVisible()
    assert dialog.alike.text.startswith("Somebody like this is here already.")
    assert [label.text() for label in dialog.alike.findChildren(PlainLabel) if label.text()] == [
        "Zoë Møller, 17",
        "Same name",
    ]
    assert record.people.count() == 1
    tab_to(dialog.alike.buttons[0])
    tab_to(dialog.name)
    press(Qt.Key.Key_Return)
    assert record.people.count() == 2


def test_whoever_is_here_already_is_opened_instead(open_person: Any, record: Record) -> None:
    zoe = record.people.add(PersonDraft(name="Zoë", email="zoe@example.org"))
    dialog = open_person()
    chosen: list[UUID] = []
    dialog.existingChosen.connect(chosen.append)
    press("Someone")
    dialog.email.setText("ZOE@example.org")
    save_from_any_field()
    asked: list[str] = []
    with messages.answered_by(lambda message: bool(asked.append(message.yes))):
        dialog.alike.buttons[0].click()
    assert dialog.isVisible()
    with messages.answered_by(lambda message: True):
        dialog.alike.buttons[0].click()
    assert (asked, chosen, dialog.isVisible()) == (["Open without saving"], [zoe.id], False)
    assert record.people.count() == 1


def test_whoever_is_changed_is_not_compared(open_person: Any, record: Record) -> None:
    record.people.add(PersonDraft(name="Zoë"))
    dialog = open_person(record.people.add(PersonDraft(name="Zoë")))
    save_from_any_field()
    assert not dialog.isVisible()


def test_goals_are_chosen_kept_and_taken_back(open_person: Any, record: Record) -> None:
    dialog = open_person()
    type_text(dialog.name, "Zoë")
    tab_to(dialog.goal_wrinkles)
    press("8")
    save_from_any_field()
    (zoe,) = record.people.all()
    assert zoe.goals == {"wrinkles": 8}
    again = open_person(zoe)
    assert (again.goal_texture.chosen, again.goal_wrinkles.chosen) == ("", "8")
    tab_to(again.goal_wrinkles)
    press(Qt.Key.Key_Backspace)
    save_from_any_field()
    assert record.people.get(zoe.id).goals == {}
    record.undo.undo()
    assert record.people.get(zoe.id).goals == {"wrinkles": 8}
