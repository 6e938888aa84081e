"""A practice signs an entry, tries to edit it, amends it and sees both versions."""

from collections.abc import Callable
from typing import Any

from dialog_keys import press, tab_to
from journey_steps import (
    CTRL,
    SHIFT,
    begin_without_passphrase,
    dialog_by,
    entries_of,
    opened_dialog,
    record_of,
    shortcut,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.ui.application import Program

OSEI = "Dr A. Osei"


def begin(program: Program, qtbot: QtBot) -> None:
    """Give a name on the first screen, list who works here, choose them, and rate the skin."""
    begin_without_passphrase(program, qtbot)
    program.window.commands.who_works_here.trigger()
    dialog = opened_dialog(program, qtbot)
    tab_to(dialog.name)
    press(OSEI, Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    menu = program.window.menus.working_as
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    dialog_by(program, qtbot, Qt.Key.Key_R)
    press("5", "6", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(entries_of(program)) == 1)


def test_a_signed_entry_changes_only_in_the_open(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start()
    begin(program, qtbot)
    shortcut(program, Qt.Key.Key_2)
    history: Any = program.window.stage.view.history
    qtbot.waitUntil(lambda: history.table.hasFocus() or QApplication.focusWidget() is not None)
    history.table.setFocus()
    shortcut(program, Qt.Key.Key_S, CTRL | SHIFT)
    (signed,) = entries_of(program)
    assert signed.signed_by == OSEI
    history.table.setFocus()
    press(Qt.Key.Key_Return)
    dialog = opened_dialog(program, qtbot)
    assert dialog.windowTitle() == "Amend rating"
    tab_to(dialog.note)
    press("left side")
    shortcut(program, Qt.Key.Key_Return)
    assert dialog.field("reason").problem
    assert entries_of(program) == (signed,)
    press("read again")
    shortcut(program, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entries_of(program)[0].note == "left side")
    (amended,) = entries_of(program)
    assert (amended.signed_by, amended.signed_at) == (OSEI, signed.signed_at)
    shown = dict(history.detail.facts)
    assert shown["Amended"].startswith(OSEI)
    assert shown["Amended"].endswith(": read again")
    under = history.detail._facts[[row.text[0] for row in history.detail._facts].index("Amended")]._under.text()
    assert under.split("\n") == ["Note before: not recorded", "Note after: left side"]
    (versions,) = record_of(program).entries.amendments_of(signed.id)
    assert (versions.before, versions.after) == (signed, amended)
