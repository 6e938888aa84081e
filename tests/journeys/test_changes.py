"""A record that stands up to questions: what was logged, edited and undone is read from the entry."""

from collections.abc import Callable
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field
from journey_steps import begin_without_passphrase, dialog_by, entries_of, opened_dialog, person_of, shortcut
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.drafts import PersonDraft
from tracker.ui.application import Program

pytestmark = pytest.mark.qt_log_ignore("does not support")
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def rows(dialog: Any) -> list[tuple[str, str]]:
    model = dialog.table.model()
    return [(model.index(row, 2).data(), model.index(row, 3).data()) for row in range(model.rowCount())]


def changes_of_the_entry(program: Program, qtbot: QtBot) -> Any:
    """Open the changes of the entry that is chosen in the history."""
    history = program.window.stage.view.history
    assert history is not None
    qtbot.keyClick(history.table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = opened_dialog(program, qtbot)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    return dialog


def test_an_edit_and_its_undo_are_read_from_the_entry(
    start: Callable[[], Program], qtbot: QtBot, clock: FixedClock
) -> None:
    program = start()
    stage = program.window.stage
    begin_without_passphrase(program, qtbot)
    dialog_by(program, qtbot, Qt.Key.Key_R)
    press("7")
    press("8")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(entries_of(program)) == 1)
    shortcut(program, Qt.Key.Key_2)
    history = stage.view.history
    assert history is not None
    history.select_entry(entries_of(program)[0].id)
    qtbot.keyClick(history.table, Qt.Key.Key_Return)
    opened_dialog(program, qtbot)
    press("3")
    save_from_any_field()
    qtbot.waitUntil(lambda: entries_of(program)[0].texture == 3)  # type: ignore[union-attr]

    dialog = changes_of_the_entry(program, qtbot)
    assert rows(dialog)[0] == ("Rating changed, 9 Mar 2026", "Texture: 7 → 3")
    assert rows(dialog)[1][0] == "Rating saved, 9 Mar 2026"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())

    shortcut(program, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: entries_of(program)[0].texture == 7)  # type: ignore[union-attr]
    dialog = changes_of_the_entry(program, qtbot)
    assert rows(dialog)[0] == ("Undone: Rating changed, 9 Mar 2026", "Texture: 3 → 7")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())

    assert stage.record is not None
    stage.record.people.change(person_of(program).id, PersonDraft(name="Maya Berg"))
    dialog = dialog_by(program, qtbot, Qt.Key.Key_C, CTRL_SHIFT)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert rows(dialog)[0] == ("Person changed", "Name: Maya Lindqvist → Maya Berg")
    assert len(rows(dialog)) == 5
    press(Qt.Key.Key_Escape)
    assert stage.record.check() == ()
