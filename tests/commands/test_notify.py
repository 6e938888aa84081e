"""``due --notify`` against a notification service on a private bus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from private_bus import NotificationService, private_bus
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import open_record
from tracker.ui.preferences import Preferences

Verb = Any
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bus(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a bus of the test's own, which is the session's; settings are the test's own too."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(Preferences, "of_this_user", lambda: Preferences(settings))
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def test_what_is_new_is_shown_once(verb: Verb, database: Path, bus: str, clock: FixedClock) -> None:
    service = NotificationService(bus)
    clock.day += timedelta(30)
    first = verb("due", "--database", database, "--notify", "--person", "Ada")
    second = verb("due", "--database", database, "--notify", "--person", "Ada")
    service.stop()
    assert (first.code, first.out, first.err) == (second.code, second.out, second.err) == (0, "", "")
    assert service.shown
    assert {shown.title for shown in service.shown} == {"Skinterval: a date is coming up."}
    assert all(shown.actions[::2] == ["default"] for shown in service.shown)


def test_a_desktop_without_notifications_is_said_and_tried_again(
    verb: Verb, database: Path, bus: str, clock: FixedClock, catalog: Catalog
) -> None:
    clock.day += timedelta(30)
    outcome = verb("due", "--database", database, "--notify", "--person", "Ada")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "The desktop took no notification; the dates stand in the program's list.\n"
    record = open_record(database, catalog, clock)
    whys = {story.kind: story.why for story in record.reminders.stories(record.people.named("Ada").id)}
    record.close()
    assert whys[ReminderKind.LAPSED] is Outcome.FAILED
    service = NotificationService(bus)
    assert verb("due", "--database", database, "--notify", "--person", "Ada").code == 0
    service.stop()
    assert service.shown


def test_nothing_new_needs_no_desktop(verb: Verb, tmp_path: Path, bus: str) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("person,date,event,texture,wrinkles\nBo Example,2026-03-08,rating,5,5\n", encoding="utf-8")
    assert verb("import", empty, "--database", tmp_path / "new.db").code == 0
    assert verb("due", "--database", tmp_path / "new.db", "--notify") == (0, "", "")


@pytest.mark.parametrize("also", [("--json",), ("--on", "2026-03-09")])
def test_notifying_goes_with_no_other_day_and_no_json(verb: Verb, database: Path, also: tuple[str, ...]) -> None:
    outcome = verb("due", "--database", database, "--notify", *also)
    assert outcome.code == 2
    assert "--notify" in outcome.err


def test_a_process_of_its_own_notifies_and_ends(database: Path, bus: str, tmp_path: Path) -> None:
    service = NotificationService(bus)
    # Every date of the record has come long before the real day on which this runs.
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "due", "--notify", "--database", str(database)],
        env={**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    service.stop()
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert service.shown
    assert all(shown.title.startswith("Skinterval: ") for shown in service.shown)
