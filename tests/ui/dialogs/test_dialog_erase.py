"""Erasing on screen: nothing happens by a key pressed too soon, and it is said what goes and what was done."""

from collections.abc import Callable
from pathlib import Path

import invented
import pytest
from dialog_keys import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock, type_text

from tracker.core.errors import NotSavedError
from tracker.core.records import Person
from tracker.services.backup_folder import Backup
from tracker.services.record import Record
from tracker.store.store import Store
from tracker.ui import messages
from tracker.ui.dialogs.erase import EraseDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme

Show = Callable[[], EraseDialog]
HOSTILE = "Zoë <b>Møller</b> & %1"


@pytest.fixture
def person(record: Record) -> Person:
    record.people.add(invented.person(name="Stays", client_number="1"))
    added = record.people.add(invented.person(name=HOSTILE, client_number="0417"))
    record.entries.add(added.id, invented.botox())
    return added


@pytest.fixture
def show(qtbot: QtBot, record: Record, person: Person, theme: Theme) -> Show:
    """Return a function that opens the dialog over nothing."""

    def shown() -> EraseDialog:
        dialog = EraseDialog(record, person, theme, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return shown


def texts(dialog: EraseDialog) -> list[str]:
    from tracker.ui.widgets.plain import PlainLabel

    return [label.text() for label in dialog.body.findChildren(PlainLabel)]


def test_it_says_who_and_what_goes(show: Show) -> None:
    said = texts(show())
    assert f"{HOSTILE}, 0417, 29 Feb 1984" in said
    assert {"1 botox treatment", "4 recorded changes"} <= set(said)
    assert any(text.startswith("Backups kept elsewhere, copies, exported files") for text in said)


def test_enter_and_escape_cancel_even_where_the_name_is_typed(show: Show, record: Record) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = show()
        assert dialog.typed.hasFocus()
        type_text(dialog.typed, "0417")
        press(key)
        assert not dialog.isVisible()
    assert record.people.count() == 2


@pytest.mark.parametrize(("typed", "can_erase"), [("zoe <b>moller</b> & %1", True), ("0417", True), ("Zoë", False)])
def test_only_the_name_or_the_number_lets_it_go_on(show: Show, typed: str, can_erase: bool) -> None:
    dialog = show()
    assert not dialog.erase_button.isEnabled()
    type_text(dialog.typed, typed)
    assert dialog.erase_button.isEnabled() is can_erase


def test_what_cannot_be_saved_is_said_and_nobody_is_erased(
    show: Show, record: Record, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise NotSavedError("locked")

    dialog = show()
    type_text(dialog.typed, "0417")
    monkeypatch.setattr(Store, "write", refuse)
    dialog.erase_button.click()
    qtbot.waitUntil(lambda: not dialog.message.isHidden())
    assert dialog.message.text == "Not erased. Another program is using the record. The record is as it was."
    assert dialog.erase_button.isEnabled()
    assert record.people.count() == 2


def test_from_the_menu_the_person_goes_and_another_one_is_shown(
    main_window: MainWindow, record: Record, person: Person, qtbot: QtBot
) -> None:
    main_window.show_record(record, person_id=person.id)
    main_window.commands.erase_person.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EraseDialog)
    type_text(dialog.typed, "0417")
    dialog.erase_button.click()
    qtbot.waitUntil(lambda: main_window.stage.view.person is not None and main_window.stage.view.person.id != person.id)
    assert [one.name for one in record.people.all()] == ["Stays"]
    assert main_window.stage.strip.text == "Person erased for good"
    assert main_window.stage.strip.button.isHidden()


def test_a_file_that_cannot_be_packed_is_said(
    main_window: MainWindow, record: Record, person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: Store) -> None:
        raise NotSavedError("disk_full")

    said: list[messages.Message] = []
    monkeypatch.setattr(Store, "pack", refuse)
    main_window.show_record(record, person_id=person.id)
    main_window.commands.erase_person.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EraseDialog)
    type_text(dialog.typed, "0417")
    with messages.answered_by(lambda message: bool(said.append(message))):
        dialog.erase_button.click()
        qtbot.waitUntil(lambda: bool(said))
    assert said[0].text.startswith("The person was erased for good. The file could not be made smaller")


@pytest.fixture
def backup(record: Record, person: Person, tmp_path: Path) -> Backup:
    """Return a backup that holds the person."""
    record.backup_roots = (tmp_path / "backups",)
    return record.backups.make("asked")


def erased_by(dialog: EraseDialog, qtbot: QtBot) -> str:
    """Erase the person and return what is said of it."""
    said: list[messages.Message] = []
    with messages.answered_by(lambda message: bool(said.append(message))):
        dialog.erase_button.click()
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    return said[0].text


def test_nobody_is_erased_before_it_is_known_which_backups_hold_them(show: Show, backup: Backup, qtbot: QtBot) -> None:
    dialog = show()
    dialog.typed.setText("0417")
    qtbot.waitUntil(dialog.erase_button.isEnabled)
    assert "These backups hold this person" in texts(dialog)
    assert any(": 2 people, 1 entry" in text for text in texts(dialog))
    assert dialog.backups.box.isVisible()
    assert not dialog.backups.box.isChecked()


def test_the_backups_that_still_hold_them_are_named(show: Show, backup: Backup, qtbot: QtBot, record: Record) -> None:
    dialog = show()
    dialog.typed.setText("0417")
    qtbot.waitUntil(dialog.erase_button.isEnabled)
    said = erased_by(dialog, qtbot)
    assert said == f"The person was erased for good.\nThese backups still hold this person: {backup.path}"
    assert record.backups.all() == (backup,)


def test_with_the_box_the_backups_go_too(show: Show, backup: Backup, qtbot: QtBot, record: Record) -> None:
    dialog = show()
    dialog.typed.setText("0417")
    qtbot.waitUntil(dialog.erase_button.isEnabled)
    dialog.backups.box.setFocus()
    press(" ")
    said = erased_by(dialog, qtbot)
    assert said.endswith("1 backup that held this person was removed, after a fresh one was made.")
    (fresh,) = record.backups.all()
    assert HOSTILE.encode() not in fresh.path.read_bytes()
    assert not backup.path.exists()


def test_many_backups_are_counted_and_not_all_listed(
    show: Show, backup: Backup, qtbot: QtBot, record: Record, clock: FixedClock
) -> None:
    for hour in range(13, 20):
        clock.at = clock.at.replace(hour=hour)
        record.backups.make("hourly")
    dialog = show()
    qtbot.waitUntil(dialog.backups.box.isVisible)
    assert any(text.startswith("and 3 more, back to Mon 9 Mar 2026") for text in texts(dialog))
    assert sum(": 2 people" in text for text in texts(dialog)) == 5


def test_backups_that_cannot_be_looked_into_are_named_and_no_box_is_offered(
    show: Show, backup: Backup, qtbot: QtBot
) -> None:
    backup.path.write_bytes(b"who knows")
    dialog = show()
    qtbot.waitUntil(lambda: "No backup that can be looked into holds this person." in texts(dialog))
    assert any(text.startswith("These backups could not be looked into") for text in texts(dialog))
    assert not dialog.backups.box.isVisible()
