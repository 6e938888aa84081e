"""A rating that was saved on the wrong client goes to the right one, from the history by keys."""

from collections.abc import Callable

import pytest
from dialog_keys import press, tab_to
from journey_steps import dialog_by, entries_of, find_client, opened_dialog, shortcut
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.core.records import Rating
from tracker.ui.application import Program
from tracker.ui.dialogs.move_entry import MoveEntryDialog

# Offscreen there is nothing that could hold the keys for a menu.
pytestmark = pytest.mark.qt_log_ignore("does not support")


def choose_in_menu(widget: QWidget, letter: Qt.Key) -> None:
    """Open the context menu of ``widget`` as the menu key does, and choose in it by a letter."""

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, letter)

    QTimer.singleShot(0, widget, choose)
    middle = widget.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, asked)


def test_a_rating_on_the_wrong_client_is_moved(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start(is_demo=True)
    find_client(program, qtbot, "leil", "Leila Haddad")
    dialog_by(program, qtbot, Qt.Key.Key_R)
    press("7", "6", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(entries_of(program)) == 5)
    wrong = entries_of(program)[0]
    assert isinstance(wrong, Rating)

    shortcut(program, Qt.Key.Key_2)
    history = program.window.stage.view.history
    assert history is not None
    tab_to(history.table)
    press(Qt.Key.Key_Home)
    choose_in_menu(history.table, Qt.Key.Key_M)
    opened_dialog(program, qtbot)
    press("farid", Qt.Key.Key_Return)
    assert isinstance(opened_dialog(program, qtbot), MoveEntryDialog)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(entries_of(program)) == 4)

    find_client(program, qtbot, "far", "Farid Haddad")
    (moved,) = entries_of(program)
    assert isinstance(moved, Rating)
    assert (moved.id, moved.texture, moved.wrinkles) == (wrong.id, 7, 6)
    shortcut(program, Qt.Key.Key_Z)
    assert entries_of(program) == ()
