"""The demo: opens on the overview of its home person, remembers nothing, leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path

from journey_steps import person_of, record_of, shortcut, stop
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.ui.application import Program
from tracker.ui.record_pages import OVERVIEW

Start = Callable[..., Program]


def test_the_demo_opens_on_the_overview_of_its_home_person(start: Start, qtbot: QtBot) -> None:
    program = start(is_demo=True)
    assert program.window.stage.view.tab == OVERVIEW
    assert person_of(program).name == "Maya Lindqvist"
    assert program.window.status.file.text() == "Demo with invented people, gone when you quit"


def test_the_demo_is_not_remembered_and_leaves_no_file(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start(is_demo=True)
    folder = record_of(program).path.parent
    assert folder.is_dir()
    assert program.window.preferences.recent_records == ()
    stop(program)
    assert not folder.exists()
    assert not (tmp_path / "own").exists()
    assert "skinterval-demo" not in (tmp_path / "settings.ini").read_text()


def test_the_history_takes_the_keys_when_it_is_opened_by_its_shortcut(start: Start, qtbot: QtBot) -> None:
    program = start(is_demo=True)
    shortcut(program, Qt.Key.Key_2)
    history = program.window.stage.view.history
    assert history is not None
    assert history.table.hasFocus()
    QTest.keyClick(history.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text()
