"""Waking from sleep, as a login manager tells it on a real bus."""

from pathlib import Path

import pytest
from jeepney.bus_messages import message_bus
from private_bus import LoginManager
from pytestqt.qtbot import QtBot

from tracker.ui.desktop.bus import Reply
from tracker.ui.desktop.wake import WakeWatch


def wait_until_heard(qtbot: QtBot, watch: WakeWatch) -> None:
    """Wait until the bus has read all that the watch has sent it, and so knows what it listens to."""
    answers: list[Reply] = []
    assert watch.bus is not None
    watch.bus.call(message_bus, "GetId", answered=answers.append, wait_ms=20_000)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert not answers[0].error


def test_falling_asleep_and_waking_are_told_once_each(qtbot: QtBot, bus_address: str) -> None:
    manager = LoginManager(bus_address)
    watch = WakeWatch(platform="linux", address=bus_address)
    woken: list[bool] = []
    slept: list[bool] = []
    watch.woke.connect(lambda: woken.append(True))
    watch.sleeping.connect(lambda: slept.append(len(woken) == len(slept)))
    wait_until_heard(qtbot, watch)
    manager.prepare_for_sleep(True)
    manager.prepare_for_sleep(False)
    manager.prepare_for_sleep(True)
    manager.prepare_for_sleep(False)
    qtbot.waitUntil(lambda: len(woken) >= 2)
    assert len(woken) == 2
    assert slept == [True, True]
    watch.close()
    manager.stop()


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_where_nobody_tells_it_nothing_happens(qtbot: QtBot, tmp_path: Path, platform: str) -> None:
    watch = WakeWatch(platform=platform, address=f"unix:path={tmp_path}/none")
    assert watch.bus is None
