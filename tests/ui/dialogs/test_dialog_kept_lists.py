"""Who works here and text templates as dialogs, and templates in notes."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QToolButton
from pytestqt.qtbot import QtBot
from support import TODAY, type_text

from tracker.core.drafts import BotoxDraft
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.dialogs.fields import NoteEdit
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_contact import LogContactDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.person import PersonDialog
from tracker.ui.dialogs.practitioners import PractitionersDialog
from tracker.ui.dialogs.templates import TemplatesDialog
from tracker.ui.dialogs.what_happened import WhatHappenedDialog
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("does not support")
Open = Callable[..., Any]


def listed(dialog: Any) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.fixture
def kept(record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot) -> Callable[[type], Any]:
    """Return a function that opens the dialog of a list."""

    def open_dialog(kind: type) -> Any:
        dialog = kind(record, theme, window)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return open_dialog


def test_practitioners_are_added_renamed_and_marked_as_having_left(kept: Callable[[type], Any], record: Record) -> None:
    dialog = kept(PractitionersDialog)
    assert dialog.nothing.isVisible()
    assert not dialog.list.isVisible()
    type_text(dialog.name, "Zoë Łuksza")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.name.setText("Bo")
    dialog.add_one.click()
    assert listed(dialog) == ["Bo", "Zoë Łuksza"]
    dialog.list.setCurrentRow(0)
    assert dialog.name.text() == "Bo"
    dialog.name.setText("Bo Ek")
    dialog.change_one.click()
    dialog.has_left.click()
    assert listed(dialog) == ["Zoë Łuksza", "Bo Ek, has left"]
    assert dialog.has_left.text() == "Works here a&gain"
    dialog.has_left.click()
    assert [one.name for one in record.practitioners.here()] == ["Bo Ek", "Zoë Łuksza"]


def test_what_is_wrong_with_a_name_is_said_beside_it(kept: Callable[[type], Any], record: Record) -> None:
    record.practitioners.add("Bo")
    dialog = kept(PractitionersDialog)
    dialog.name.setText("Bo")
    dialog.add_one.click()
    assert dialog.fields["name"].problem == "“Bo” is there already."


def test_only_who_was_never_named_is_removed(
    kept: Callable[[type], Any], record: Record, person: Person, qtbot: QtBot
) -> None:
    record.practitioners.add("Bo")
    record.practitioners.add("Never named")
    record.made_by = "Bo"
    record.templates.add(";a", "text")
    record.made_by = None
    dialog = kept(PractitionersDialog)
    dialog.list.setCurrentRow(0)
    dialog.remove_one.click()
    qtbot.waitUntil(lambda: "having left" in dialog.failure.text)
    dialog.list.setCurrentRow(1)
    dialog.remove_one.click()
    qtbot.waitUntil(lambda: listed(dialog) == ["Bo"])


def test_templates_are_added_changed_and_removed(kept: Callable[[type], Any], record: Record) -> None:
    dialog = kept(TemplatesDialog)
    dialog.abbreviation.setText("two words")
    dialog.add_one.click()
    assert dialog.fields["abbreviation"].problem == "An abbreviation is one word without blanks."
    assert dialog.fields["text"].problem == "This is needed."
    dialog.abbreviation.setText(";a")
    dialog.text.fill("Aftercare\nsheet given")
    dialog.add_one.click()
    assert listed(dialog) == [";a Aftercare sheet given"]
    dialog.list.setCurrentRow(0)
    dialog.text.fill("Sheet given")
    dialog.change_one.click()
    assert [one.text for one in record.templates.all()] == ["Sheet given"]
    dialog.remove_one.click()
    assert not record.templates.all()
    assert dialog.nothing.isVisible()


@pytest.mark.parametrize(
    ("key", "becomes"),
    [
        (Qt.Key.Key_Space, "Zoë: Seen 🌿\nand told "),
        (Qt.Key.Key_Return, "Zoë: Seen 🌿\nand told\n"),
        (Qt.Key.Key_Tab, "Zoë: Seen 🌿\nand told"),
    ],
)
def test_an_abbreviation_expands_and_undo_brings_it_back(
    opened: Open, record: Record, key: Qt.Key, becomes: str
) -> None:
    record.templates.add(";å", "Seen 🌿\nand told")
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setFocus()
    type_text(dialog.note, "Zoë: ")
    type_text(dialog.note, ";å")
    QTest.keyClick(dialog.note, key)
    assert dialog.note.text == becomes
    dialog.note.undo()
    assert dialog.note.text == "Zoë: ;å"


@pytest.mark.parametrize("typed", ["x;a", ";ab", "", ";a "])
def test_what_is_no_abbreviation_stays_as_it_is(opened: Open, record: Record, typed: str) -> None:
    record.templates.add(";a", "Seen")
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setFocus()
    type_text(dialog.note, typed)
    QTest.keyClick(dialog.note, Qt.Key.Key_Space)
    assert dialog.note.text == typed + " "


def test_every_note_expands_abbreviations(
    record: Record, person: Person, preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    record.templates.add("看後", "Seen")
    record.made_by = "Dr C. Example"
    signed = record.entries.add(person.id, BotoxDraft(on=TODAY, product="other"))
    record.entries.sign([signed.id])
    given = (preferences, theme, window)
    dialogs = (
        LogContactDialog(record, [(person, None)], *given),
        WhatHappenedDialog(record, person, *given),
        PersonDialog(record, theme, window, person=person),
        LogBotoxDialog(record, person, *given, entry=record.entries.get(signed.id)),
    )
    notes = [note for dialog in dialogs for note in dialog.findChildren(NoteEdit)]
    for note in notes:
        type_text(note, "看後")
        QTest.keyClick(note, Qt.Key.Key_Space)
    assert [note.text for note in notes] == ["Seen "] * (1 + 2 + 3 + 3)


def test_the_menu_of_a_note_inserts_a_template(opened: Open, record: Record) -> None:
    record.templates.add(";a", "<b>Seen</b> & told")
    dialog = opened(LogMicrodermabrasionDialog)
    button = dialog.note.findChild(QToolButton, "insert_template")
    assert button.accessibleName() == "Insert template"
    button.menu().actions()[0].trigger()
    assert dialog.note.text == "<b>Seen</b> & told"


def test_a_note_without_templates_has_no_button(opened: Open) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.note.findChild(QToolButton, "insert_template") is None
