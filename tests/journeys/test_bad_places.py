"""A record asked for where none can be: the window says so instead of failing."""

from pathlib import Path

from journey_steps import stop
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.ui.application import Program
from tracker.ui.preferences import Preferences


def test_a_folder_that_cannot_be_made_is_said_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "file").write_text("no folder")
    program = Program(qapp, Preferences(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)), clock)
    with qtbot.waitSignal(program.desk.settled, timeout=20_000):
        program.show(tmp_path / "file" / "deep" / "record.db", is_demo=False)
    problem = program.window.stage.problem
    assert problem.isVisible()
    assert "does not exist" in problem.text.text()
    stop(program)
