"""Steps that journeys share: what a person does with the whole program in front of them."""

from typing import Any

from dialog_keys import focused, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tracker.core.records import Entry, Person
from tracker.services.record import Record
from tracker.ui.application import Program
from tracker.ui.lock.protect_page import ProtectPage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def stop(program: Program) -> None:
    """End the program as closing its window does."""
    program.window.close()
    program.window.close_record()
    program.close()


def record_of(program: Program) -> Record:
    """Return the record on screen."""
    record = program.window.stage.record
    assert record is not None
    return record


def person_of(program: Program) -> Person:
    """Return the person on screen."""
    person = program.window.stage.view.person
    assert person is not None
    return person


def entries_of(program: Program) -> tuple[Entry, ...]:
    """Return the entries of the person on screen, newest first."""
    return record_of(program).entries.of(person_of(program).id)


def begin_without_passphrase(program: Program, qtbot: QtBot, name: str = "Maya Lindqvist") -> None:
    """Give a name on the first screen, and go on without a passphrase."""
    stage, pages = program.window.stage, program.window.pages
    qtbot.waitUntil(lambda: stage.welcome.isVisible() and stage.welcome.name.hasFocus())
    press(name, Qt.Key.Key_Return)
    page = pages.currentWidget()
    assert isinstance(page, ProtectPage)
    page.skip_button.click()
    qtbot.waitUntil(lambda: stage.view.isVisible())


def shortcut(program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    """Press a shortcut in the window."""
    if QApplication.activeWindow() is None:
        # Offscreen there is no window manager that gives the focus back when a dialog closes.
        program.window.activateWindow()
        QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifier)


def dialog_by(program: Program, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> Any:
    """Press a shortcut and return the dialog that it opens, once that has the focus."""
    shortcut(program, key, modifier)
    return opened_dialog(program, qtbot)


def opened_dialog(program: Program, qtbot: QtBot) -> Any:
    """Return the dialog over the window, once it has the focus."""
    found: list[QDialog] = []

    def has_focus() -> bool:
        found[:] = [dialog for dialog in program.window.findChildren(QDialog) if dialog.isVisible()]
        return bool(found) and QApplication.focusWidget() is not None and found[-1].isAncestorOf(focused())

    qtbot.waitUntil(has_focus)
    return found[-1]


def find_client(program: Program, qtbot: QtBot, letters: str, name: str) -> None:
    """Type the first letters of a client into the search of a practice and go to their record."""
    qtbot.waitUntil(lambda: program.window.stage.practice.is_open)
    shell = program.window.stage.practice.shell
    assert shell is not None
    browser = shell.pane.browser
    qtbot.waitUntil(lambda: browser.list.rows.rowCount() > 0)
    shortcut(program, Qt.Key.Key_F)
    if not browser.search.hasFocus():
        # In the history the key leads to the search there first.
        shortcut(program, Qt.Key.Key_F)
    press(letters, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person_of(program).name == name)
