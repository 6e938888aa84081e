"""Checking a record on screen: what is found in words, cancelled in between, the search made anew."""

from collections.abc import Callable
from contextlib import closing

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.services.record import Record
from tracker.ui.dialogs.check import CheckDialog
from tracker.ui.jobs import JobCancelledError
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme

Show = Callable[[], CheckDialog]


@pytest.fixture
def show(qtbot: QtBot, record: Record, theme: Theme) -> Show:
    """Return a function that opens the dialog over nothing and waits for the check."""
    person = record.people.add(invented.person())
    record.entries.add(person.id, invented.rating())

    def shown() -> CheckDialog:
        dialog = CheckDialog(record, theme, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.is_checking)
        return dialog

    return shown


def damage(record: Record, statement: str) -> None:
    with closing(driver.connect(record.path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_sound_record_is_called_sound(show: Show) -> None:
    dialog = show()
    assert dialog.said.text() == "The record is sound: 1 person, 1 entry."
    assert dialog.findings == ()
    assert dialog.list.isHidden()
    assert dialog.mend_button.isHidden()


def test_what_is_found_is_said_with_what_can_be_done(show: Show, record: Record) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    dialog = show()
    assert dialog.said.text() == "The record is not sound: 1 problem; keep a copy of it."
    found, remedy = dialog.list.toPlainText().splitlines()
    assert found == f"Not as its last recorded change left it: rating of 7 February 2026, {invented.person().name}"
    assert remedy == "Keep a copy of the file. Compare what it says with a copy from before."


def test_the_search_is_made_anew_and_checked_again(show: Show, record: Record, qtbot: QtBot) -> None:
    damage(record, "DELETE FROM person_search")
    dialog = show()
    dialog.mend_button.click()
    qtbot.waitUntil(lambda: not dialog.is_checking)
    assert dialog.message.text == "The search was made anew."
    assert dialog.findings == ()
    assert dialog.mend_button.isHidden()


def test_a_cancelled_check_says_that_nothing_is_known(
    show: Show, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(**_how: object) -> None:
        raise JobCancelledError

    monkeypatch.setattr(record, "check", cancelled)
    assert show().said.text() == "The check was cancelled. Nothing is known yet."


def test_it_opens_from_the_file_menu(main_window: MainWindow, record: Record, qtbot: QtBot) -> None:
    main_window.show_record(record)
    action = main_window.commands.check
    assert action in main_window.menus.file.actions()
    action.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: dialog.findings == ())
