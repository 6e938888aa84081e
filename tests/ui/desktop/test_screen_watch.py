"""The lock of the screen, as screen savers tell it on a real bus."""

from pathlib import Path

import pytest
from jeepney.bus_messages import message_bus
from private_bus import ScreenSaver
from pytestqt.qtbot import QtBot

from tracker.ui.desktop.bus import Reply
from tracker.ui.desktop.screen_watch import SCREEN_SAVERS, ScreenWatch


@pytest.mark.parametrize("name", [name for name, _path in SCREEN_SAVERS])
def test_locking_the_screen_is_told_and_unlocking_is_not(qtbot: QtBot, bus_address: str, name: str) -> None:
    saver = ScreenSaver(bus_address, name)
    watch = ScreenWatch(platform="linux", address=bus_address)
    locked: list[bool] = []
    answers: list[Reply] = []
    watch.locked.connect(lambda: locked.append(True))
    assert watch.bus is not None
    watch.bus.call(message_bus, "GetId", answered=answers.append, wait_ms=20_000)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    for is_active in (True, False, True, False):
        saver.turn(is_active)
    qtbot.waitUntil(lambda: len(locked) >= 2)
    assert len(locked) == 2
    watch.close()
    saver.stop()


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_where_nobody_tells_it_nothing_happens(qtbot: QtBot, tmp_path: Path, platform: str) -> None:
    watch = ScreenWatch(platform=platform, address=f"unix:path={tmp_path}/none")
    assert watch.bus is None
