"""Reminders fire in the real program: against a notification service and a login manager on a private bus."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import invented
import pytest
from journey_steps import entries_of, person_of, record_of
from private_bus import LoginManager, NotificationService, private_bus
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.records import Kind
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.ui.application import Program
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

Start = Callable[..., Program]
IDLE_MS = 30_000


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a bus that is the session's and the system's of this test."""
    with private_bus(tmp_path) as address:
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            monkeypatch.setenv(name, address)
        yield address


@pytest.fixture
def desktop(bus: str) -> Iterator[NotificationService]:
    """Return a desktop that shows notifications."""
    service = NotificationService(bus)
    yield service
    service.stop()


def started(qtbot: QtBot, start: Start) -> Program:
    program = start()
    qtbot.waitUntil(lambda: program.reminders is not None, timeout=IDLE_MS)
    return program


def somebody(record: Record, treated_days_ago: int) -> None:
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False))
    anna = record.people.add(PersonDraft(name="Anna Example"))
    record.entries.add(anna.id, invented.session(TODAY - timedelta(treated_days_ago)))


def test_a_moved_clock_fires_once_and_the_button_logs(
    qtbot: QtBot, start: Start, desktop: NotificationService, clock: FixedClock
) -> None:
    program = started(qtbot, start)
    somebody(record_of(program), 13)
    qtbot.waitUntil(lambda: program.window.stage.view.person is not None)
    assert program.reminders is not None
    clock.day += timedelta(1)
    with qtbot.waitSignal(program.reminders.centre.looked, timeout=IDLE_MS):
        program.reminders.centre.tick()
    qtbot.waitUntil(lambda: len(desktop.shown) == 1, timeout=IDLE_MS)
    (shown,) = desktop.shown
    assert shown.title == "Skinterval: a date is coming up."
    assert program.window.stage.view.banner.isVisible()

    desktop.invoke(shown.number, "log")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LogMicrodermabrasionDialog), timeout=IDLE_MS)
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(entries_of(program)) == 2, timeout=IDLE_MS)
    qtbot.waitUntil(lambda: desktop.closed == [shown.number], timeout=IDLE_MS)
    assert not program.window.stage.view.banner.isVisible()
    assert len(desktop.shown) == 1


def test_waking_from_sleep_catches_up(
    qtbot: QtBot, start: Start, bus: str, desktop: NotificationService, clock: FixedClock
) -> None:
    login = LoginManager(bus)
    program = started(qtbot, start)
    somebody(record_of(program), 7)
    assert program.reminders is not None
    with qtbot.waitSignal(program.reminders.centre.looked, timeout=IDLE_MS):
        pass
    qtbot.waitUntil(lambda: len(desktop.shown) == 1, timeout=IDLE_MS)
    clock.day += timedelta(40)
    login.prepare_for_sleep(True)
    login.prepare_for_sleep(False)
    qtbot.waitUntil(lambda: len(desktop.shown) == 2, timeout=IDLE_MS)
    login.stop()
    record, person = record_of(program), person_of(program)
    assert [one.kind for one in record.reminders.listed(person.id)] == [ReminderKind.LAPSED]


def test_a_restart_repeats_nothing_and_a_planned_treatment_is_told_the_day_before(
    qtbot: QtBot, start: Start, desktop: NotificationService, clock: FixedClock
) -> None:
    program = started(qtbot, start)
    somebody(record_of(program), 14)
    qtbot.waitUntil(lambda: len(desktop.shown) == 1, timeout=IDLE_MS)
    program.window.close_record()
    program.close()
    again = started(qtbot, start)
    assert again.reminders is not None
    qtbot.waitUntil(lambda: len(again.reminders.centre.listed) == 1, timeout=IDLE_MS)
    record, person = record_of(again), person_of(again)
    record.plans.add(person.id, Kind.MICRODERMABRASION, TODAY + timedelta(1))
    qtbot.waitUntil(lambda: len(desktop.shown) == 2, timeout=IDLE_MS)
    assert [one.kind for one in record.reminders.listed()] == [ReminderKind.PLANNED]
    assert again.reminders.centre.listed == {person.id: 1}
