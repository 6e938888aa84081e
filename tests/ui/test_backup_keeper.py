"""The record in the window is backed up by itself, and a failure is said once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError
from tracker.services.backups import Backups
from tracker.ui.backup_keeper import BackupKeeper
from tracker.ui.jobs import Jobs
from tracker.ui.preferences import Preferences


@pytest.fixture
def kept(record: Any, tmp_path: Path) -> Any:
    """Return a record of one person that has a folder of backups."""
    record.backup_roots = (tmp_path / "backups",)
    record.people.add(PersonDraft(name="Anna Example"))
    return record


@pytest.fixture
def keeper(qtbot: QtBot, preferences: Preferences, kept: Any) -> Iterator[BackupKeeper]:
    """Return a keeper that follows the record."""
    parent, jobs = QObject(), Jobs()
    made = BackupKeeper(preferences, jobs, parent)
    made.follow(kept)
    yield made
    made.follow(None)
    jobs.stop()


def reasons(record: Any) -> list[str]:
    return [backup.manifest.reason for backup in record.backups.all()]


def test_a_change_is_backed_up(qtbot: QtBot, keeper: BackupKeeper, kept: Any, preferences: Preferences) -> None:
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert reasons(kept) == ["hourly"]
    assert preferences.record_id(kept.path) == kept.backups.folder.path.name


@pytest.mark.parametrize("is_left", [False, True], ids=["looking", "leaving"])
def test_whose_backups_they_are_is_known_also_where_a_verb_made_them(
    qtbot: QtBot, keeper: BackupKeeper, kept: Any, preferences: Preferences, is_left: bool
) -> None:
    kept.backups.make("asked")
    keeper.leave() if is_left else keeper.look()
    qtbot.waitUntil(lambda: keeper._job is None)
    assert reasons(kept) == ["asked"]
    assert preferences.record_id(kept.path) == kept.backups.folder.path.name


def test_changes_are_backed_up_at_most_once_an_hour(
    qtbot: QtBot, keeper: BackupKeeper, kept: Any, clock: FixedClock
) -> None:
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    kept.people.add(PersonDraft(name="Berta Beispiel"))
    clock.at = clock.at.replace(minute=59)
    keeper.look()
    qtbot.waitUntil(lambda: keeper._job is None)
    assert len(reasons(kept)) == 1
    clock.at = clock.at.replace(hour=13, minute=0)
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert len(reasons(kept)) == 2


def test_what_has_not_changed_is_not_looked_at_again(
    qtbot: QtBot, keeper: BackupKeeper, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    clock.day = clock.day.replace(day=10)
    monkeypatch.setattr(Backups, "make_if_changed", lambda *_arguments, **_named: pytest.fail("looked"))
    keeper.look()
    assert keeper._job is None


def test_leaving_backs_up_what_has_changed(qtbot: QtBot, keeper: BackupKeeper, kept: Any) -> None:
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    kept.people.add(PersonDraft(name="Berta Beispiel"))
    keeper.leave()
    assert sorted(reasons(kept)) == ["closing", "hourly"]
    keeper.leave()
    assert len(reasons(kept)) == 2


def test_a_failure_is_said_once_until_a_backup_is_made(
    qtbot: QtBot, keeper: BackupKeeper, kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    keeper.failed.connect(said.append)

    def refuse(*_arguments: object) -> None:
        raise NotSavedError("disk_full")

    with monkeypatch.context() as full:
        full.setattr(Backups, "make", refuse)
        for _ in range(3):
            keeper.look()
            qtbot.waitUntil(lambda: keeper._job is None)
        assert len(said) == 1
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert reasons(kept) == ["hourly"]


def test_leaving_with_a_full_disk_lets_the_record_be_closed(
    keeper: BackupKeeper, kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise NotSavedError("disk_full")

    monkeypatch.setattr(Backups, "make", refuse)
    keeper.leave()
    assert reasons(kept) == []


def test_a_record_without_a_folder_of_backups_is_left_alone(keeper: BackupKeeper, kept: Any) -> None:
    kept.backup_roots = ()
    keeper.follow(kept)
    keeper.look()
    assert keeper._job is None


def test_a_newest_backup_that_is_spoilt_is_replaced_at_the_first_look(
    qtbot: QtBot, keeper: BackupKeeper, kept: Any, clock: FixedClock
) -> None:
    with qtbot.waitSignal(keeper.made) as first:
        keeper.look()
    path = first.args[0].path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    keeper._note_change(None)
    keeper.look()
    qtbot.waitUntil(lambda: keeper._job is None)
    assert len(reasons(kept)) == 1
    clock.day = clock.day.replace(day=10)
    keeper.follow(kept)
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert len(reasons(kept)) == 2
    keeper.follow(kept)
    keeper.look()
    qtbot.waitUntil(lambda: keeper._job is None)
    assert len(reasons(kept)) == 2
