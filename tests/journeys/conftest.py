"""The real program on a temporary folder: the window, the worker thread, the file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journey_steps import stop
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.ui.application import Program
from tracker.ui.preferences import Preferences


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Callable[..., Program]]:
    """Return a function that starts the program on the same record and settings each time, as after a restart.

    ``waits`` is False where the record does not open by itself.
    """
    started: list[Program] = []

    def start_program(*, is_demo: bool = False, is_minimised: bool = False, waits: bool = True) -> Program:
        preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        preferences.theme, preferences.reduce_motion = "light", True
        program = Program(qapp, preferences, clock)
        started.append(program)
        program.window.resize(1280, 800)
        program.show(tmp_path / "own" / "skinterval.db", is_demo=is_demo, is_minimised=is_minimised)
        if not is_minimised:
            program.window.activateWindow()
        if waits:
            qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
        return program

    yield start_program
    for program in started:
        stop(program)
