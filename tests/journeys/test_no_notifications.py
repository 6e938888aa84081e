"""A desktop without any way to notify: reminders stand in the window, and no start asks again in vain."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import invented
import pytest
from journey_steps import stop
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.services.record import create_record
from tracker.ui.application import Program


def test_starts_without_notifications_write_nothing_more(
    qtbot: QtBot,
    start: Callable[..., Program],
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    path = tmp_path / "own" / "skinterval.db"
    path.parent.mkdir()
    record = create_record(path, catalog, clock)
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.session(TODAY - timedelta(14)))
    record.close()
    lines = [lines_after_a_start(qtbot, start) for _ in range(3)]
    assert lines[0] > 0
    assert lines == [lines[0]] * 3


def lines_after_a_start(qtbot: QtBot, start: Callable[..., Program]) -> int:
    program = start()
    qtbot.waitUntil(lambda: program.reminders is not None and bool(program.reminders.centre.listed), timeout=20_000)
    record = program.window.stage.record
    assert record is not None
    with record._store.read() as connection:
        count: int = connection.exec_driver_sql("SELECT count(*) FROM reminder_log").scalar_one()
    stop(program)
    return count
