"""A practitioner's morning on the demo, by keyboard alone: find a client, review, react to the due list, come back."""

from collections.abc import Callable

from dialog_keys import focused, press
from journey_steps import CTRL, SHIFT, dialog_by, person_of, shortcut
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tracker.ui.application import Program
from tracker.ui.clients.browser import ClientBrowser

Start = Callable[..., Program]
CLIENTS = 16


def opened(start: Start, qtbot: QtBot) -> tuple[Program, ClientBrowser]:
    """Start the demo and return it with its list of clients, once that is read."""
    program = start(is_demo=True)
    qtbot.waitUntil(lambda: program.window.stage.practice.is_open)
    shell = program.window.stage.practice.shell
    assert shell is not None
    qtbot.waitUntil(lambda: shell.pane.browser.list.rows.rowCount() == CLIENTS)
    return program, shell.pane.browser


def test_a_client_is_found_and_reviewed_and_the_next_one_too(start: Start, qtbot: QtBot) -> None:
    program, browser = opened(start, qtbot)
    assert program.window.windowTitle() == "Northgate Skin Clinic – Skinterval"
    shortcut(program, Qt.Key.Key_F)
    press("sol", Qt.Key.Key_Return)
    assert person_of(program).name == "Ingrid Solberg"
    shortcut(program, Qt.Key.Key_2)
    history = program.window.stage.view.history
    assert history is not None
    shortcut(program, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert history.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    assert browser.list.hasFocus()
    shortcut(program, Qt.Key.Key_F)
    press(Qt.Key.Key_Escape, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: person_of(program).name == "Jonas Keller")
    dialog = dialog_by(program, qtbot, Qt.Key.Key_B)
    dialog.reject()


def test_the_due_list_leads_to_a_client_and_back_to_the_same_row(start: Start, qtbot: QtBot) -> None:
    program, browser = opened(start, qtbot)
    shortcut(program, Qt.Key.Key_G)
    due = program.window.stage.due
    qtbot.waitUntil(lambda: due.page is not None and not due.is_reading)
    assert due.page is not None
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    item = due.page.table.current_item()
    assert item is not None
    press(Qt.Key.Key_Return)
    assert person_of(program).id == item.person.id
    assert str(browser.list.currentIndex().data()) == item.person.name
    shortcut(program, Qt.Key.Key_G)
    assert focused() is due.page.table
    assert due.page.table.current_item() == item


def test_names_are_hidden_while_a_client_sits_beside_the_screen(start: Start, qtbot: QtBot) -> None:
    program, browser = opened(start, qtbot)
    shortcut(program, Qt.Key.Key_H, CTRL | SHIFT)
    shown = [str(browser.list.rows.index(row).data()) for row in range(CLIENTS)]
    assert all(text.startswith("no. ") or text == "M. L." for text in shown)
