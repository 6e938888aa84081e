"""Started at login: out of the way, with the record open all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from journey_steps import record_of
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tracker.ui.application import Program

# The offscreen platform has neither a tray nor windows that stand before each other.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", r"raise\(\)")
Start = Callable[..., Program]


def test_without_a_tray_the_window_starts_minimised_on_its_record(start: Start, tmp_path: Path) -> None:
    program = start(is_minimised=True)
    assert program.presence is None
    assert program.window.isMinimized()
    assert record_of(program).path == tmp_path / "own" / "skinterval.db"


def test_with_a_tray_nothing_is_seen_until_it_is_opened(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    program = start(is_minimised=True)
    assert program.presence is not None
    assert not program.window.isVisible()
    record = record_of(program)
    with qtbot.waitSignal(program.window.framePainted):
        program.presence.tray.open.trigger()
    assert program.window.isVisible()
    assert record_of(program) is record
    program.window.preferences.keep_in_tray = False


def test_an_ordinary_start_joins_the_tray_once_the_chart_stands(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    program = start()
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: program.presence is not None, timeout=20_000)
    program.window.preferences.keep_in_tray = False
