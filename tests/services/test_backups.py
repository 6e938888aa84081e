"""The backups of a record: made, listed whatever else lies there, thinned, and looked into for a person."""

import os
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from backup_world import backups_of
from invented import rating
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError, NotWrittenError, RecordUnreadableError
from tracker.core.passphrase import Passphrase
from tracker.services import backup_folder
from tracker.services.backup_folder import Backup, BackupFolder, is_verified, newest_verified, remove
from tracker.services.backups import Backups
from tracker.services.record import create_record
from tracker.store import keys
from tracker.store.backup import manifest_path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of all backups; there is none yet."""
    return tmp_path / "data" / "backups"


@pytest.fixture
def backups(record: Any, root: Path) -> Backups:
    """Return the backups of an empty record."""
    return backups_of(record, root)


def hourly(backups: Backups, clock: FixedClock, count: int) -> list[Backup]:
    """Make backups an hour apart."""
    made = []
    for number in range(count):
        clock.at = clock.at.replace(hour=number % 24)
        made.append(backups.make("hourly"))
    return made


def test_a_backup_lies_in_the_private_folder_of_its_record(record: Any, backups: Backups, root: Path) -> None:
    person = record.people.add(PersonDraft(name="Anna Example"))
    record.entries.add(person.id, rating())
    made = backups.make("asked")
    assert made.path == root / backups_of(record, root).folder.path.name / "2026-03-09T120000Z.db"
    assert (root.stat().st_mode | made.path.parent.stat().st_mode) & 0o777 == 0o700
    assert made.manifest is not None
    assert (made.manifest.contents.people, made.manifest.contents.entries) == (1, 1)


def test_backups_are_listed_newest_first(backups: Backups, clock: FixedClock) -> None:
    made = hourly(backups, clock, 4)
    made.append(backups.make("asked"))
    assert backups.all() == tuple(reversed(made))


def test_there_are_none_before_the_first(backups: Backups) -> None:
    assert backups.all() == ()
    assert newest_verified(backups.all()) is None


def test_foreign_and_broken_files_in_the_folder_do_no_harm(backups: Backups) -> None:
    made = backups.make("asked")
    folder = made.path.parent
    (folder / "notes.txt").write_text("mine")
    (folder / "2026-01-01T000000Z.json").write_text("[")
    (folder / "2026-99-99T000000Z.db").write_bytes(b"no day")
    (folder / "2025-01-01T000000Z.db").mkdir()
    (folder / "2025-01-02T000000Z.db").symlink_to(folder / "nowhere")
    (folder / "2025-01-03T000000Z.db").write_bytes(b"no database")
    (folder / "2025-01-03T000000Z.json").write_bytes(b"\xff" * 9)
    first, second = backups.all()
    assert first == made
    assert (second.path.name, second.manifest) == ("2025-01-03T000000Z.db", None)
    assert not is_verified(second)
    assert backups.closed() == (second,)
    backups.make("asked")
    assert (folder / "notes.txt").read_text() == "mine"
    assert second.path.exists()


def test_a_backup_whose_manifest_was_changed_is_not_verified(backups: Backups) -> None:
    made = backups.make("asked")
    assert is_verified(made)
    text = manifest_path(made.path).read_text()
    assert made.manifest is not None
    manifest_path(made.path).write_text(text.replace(made.manifest.sha256, "0" * 64))
    (listed,) = backups.all()
    assert not is_verified(listed)
    assert newest_verified(backups.all()) is None


def test_the_newest_verified_backup_is_found_behind_a_damaged_one(backups: Backups, clock: FixedClock) -> None:
    older, newer = hourly(backups, clock, 2)
    newer.path.write_bytes(newer.path.read_bytes()[:-1])
    assert newest_verified(backups.all()) == older


def test_making_one_removes_those_that_have_had_their_day(backups: Backups, clock: FixedClock) -> None:
    start = clock.day - timedelta(days=40)
    for number in range(40):
        clock.day = start + timedelta(days=number)
        backups.make("hourly")
    days = [(clock.day - backup.made.date()).days for backup in backups.all()]
    assert days[:18] == list(range(18))
    assert 20 < len(days) < 24
    assert len(list(backups.folder.path.iterdir())) == 2 * len(days)


def test_a_damaged_backup_takes_no_whole_one_with_it(backups: Backups, clock: FixedClock) -> None:
    made = hourly(backups, clock, 6)
    for broken in made[-2:]:
        broken.path.write_bytes(b"")
    clock.day += timedelta(days=5_000)
    backups.folder.thin(clock.now())
    assert backups.all() == tuple(reversed(made))


def test_what_the_system_does_not_give_up_stays_listed(
    backups: Backups, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = hourly(backups, clock, 8)

    def refuse(path: Path) -> None:
        raise NotWrittenError(str(path), "denied")

    monkeypatch.setattr(backup_folder, "thinned", lambda whole, _now: frozenset(list(whole)[:2]))
    monkeypatch.setattr(backup_folder, "remove", refuse)
    assert backups.folder.thin(clock.now()) == 0
    assert len(backups.all()) == len(made)


@pytest.mark.skipif(os.name == "nt", reason="Windows brings no folder to the disk")
def test_what_was_removed_is_gone_after_a_power_cut_too(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backups.make("asked")
    left: list[tuple[int, list[Path]]] = []
    real = os.fsync

    def sync(handle: int) -> None:
        real(handle)
        left.append((os.fstat(handle).st_ino, list(made.path.parent.iterdir())))

    monkeypatch.setattr(os, "fsync", sync)
    remove(made.path)
    assert left == [(made.path.parent.stat().st_ino, [])]


def test_a_refusal_to_remove_is_said(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backups.make("asked")

    def refuse(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(NotWrittenError):
        remove(made.path)
    assert backups.all() == (made,)


def test_removing_takes_the_manifest_along(backups: Backups) -> None:
    made = backups.make("asked")
    remove(made.path)
    assert list(made.path.parent.iterdir()) == []
    remove(made.path)


def test_a_folder_that_cannot_be_made_is_said(record: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((NotSavedError, RecordUnreadableError)):
        backups_of(record, tmp_path / "file" / "backups").make("asked")


def test_folders_used_before_are_still_listed(record: Any, backups: Backups, root: Path, tmp_path: Path) -> None:
    first = backups.make("asked")
    moved = backups_of(record, tmp_path / "stick", root)
    second = moved.make("asked")
    assert set(moved.all()) == {first, second}
    assert second.path.is_relative_to(tmp_path / "stick")


def test_a_copy_of_the_record_shares_its_folder_and_another_record_has_its_own(
    record: Any, backups: Backups, root: Path, catalog: Catalog, clock: FixedClock, tmp_path: Path
) -> None:
    backups.make("asked")
    other = create_record(tmp_path / "other.db", catalog, clock)
    assert backups_of(other, root).all() == ()
    other.close()


def test_the_backups_that_hold_a_person_are_found(record: Any, backups: Backups, clock: FixedClock) -> None:
    backups.make("asked")
    anna = record.people.add(PersonDraft(name="Anna Example"))
    clock.at = clock.at.replace(hour=13)
    with_her = backups.make("asked")
    record.undo.undo()
    clock.at = clock.at.replace(hour=14)
    with_her_change = backups.make("asked")
    assert backups.holding(anna.id) == (with_her_change, with_her)
    assert backups.closed() == ()


def test_an_encrypted_backup_is_looked_into_with_the_key_of_the_record(
    tmp_path: Path, root: Path, catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    record = create_record(tmp_path / "encrypted.db", catalog, clock, Passphrase("invented"))
    other = create_record(tmp_path / "other.db", catalog, clock, Passphrase("invented too"))
    anna = record.people.add(PersonDraft(name="Anna Example"))
    backups = backups_of(record, root)
    made = backups.make("asked")
    foreign = backups_of(other, root).make("asked")
    shutil.copy(foreign.path, made.path.with_name("2026-01-01T000000Z.db"))
    assert backups.holding(anna.id) == (made,)
    assert [backup.path.name for backup in backups.closed()] == ["2026-01-01T000000Z.db"]
    for opened in (record, other):
        opened.close()


HOUR = timedelta(hours=1)


def test_what_is_in_a_backup_already_is_not_backed_up_again(record: Any, backups: Backups, clock: FixedClock) -> None:
    record.people.add(PersonDraft(name="Anna Example"))
    first = backups.make_if_changed("closing")
    assert first is not None
    clock.day += timedelta(days=1)
    assert backups.make_if_changed("closing") is None
    record.people.add(PersonDraft(name="Berta Beispiel"))
    assert backups.make_if_changed("closing") is not None
    first.path.write_bytes(b"")
    record.undo.undo()
    assert backups.make_if_changed("closing") is not None


def test_an_empty_record_is_not_backed_up_by_itself(backups: Backups) -> None:
    assert backups.make_if_changed("closing") is None


def test_at_most_one_backup_an_hour_is_made(record: Any, backups: Backups, clock: FixedClock) -> None:
    record.people.add(PersonDraft(name="Zoe Example"))
    assert backups.make_if_changed("hourly", at_least_after=HOUR) is not None
    record.people.add(PersonDraft(name="Anna Example"))
    clock.at = clock.at.replace(minute=59)
    assert backups.make_if_changed("hourly", at_least_after=HOUR) is None
    clock.at = clock.at.replace(hour=13, minute=0)
    assert backups.make_if_changed("hourly", at_least_after=HOUR) is not None


def test_a_backup_from_the_future_does_not_hinder_the_next(record: Any, backups: Backups, clock: FixedClock) -> None:
    clock.day += timedelta(days=3_000)
    backups.make("hourly")
    clock.day -= timedelta(days=3_000)
    record.people.add(PersonDraft(name="Anna Example"))
    assert backups.make_if_changed("hourly", at_least_after=HOUR) is not None
    clock.at = clock.at.replace(hour=14)
    assert backups.make_if_changed("hourly", at_least_after=HOUR) is None


def test_a_backup_to_a_file_of_choice_replaces_none(record: Any, backups: Backups, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen.db"
    made = backups.make_at(chosen)
    assert is_verified(made)
    with pytest.raises(RecordUnreadableError) as refused:
        backups.make_at(chosen)
    assert refused.value.reason == "exists"
    with pytest.raises(RecordUnreadableError):
        backups.make_at(record.path)


def test_a_folder_of_no_record_is_empty(root: Path) -> None:
    assert BackupFolder([root], "00c0ffee").all() == ()


def left_over(backups: Backups, name: str, age: timedelta, clock: FixedClock) -> Path:
    """Leave what a killed program leaves of a backup, last written to so long ago."""
    path = backups.folder.path / name
    path.write_bytes(b"Anna Example")
    moment = (clock.now() - age).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_what_is_left_of_backups_that_were_never_finished_goes_with_the_next(
    backups: Backups, clock: FixedClock
) -> None:
    backups.make("asked")
    old = [
        left_over(backups, f".{name}.0123456789abcdef.new", timedelta(hours=2), clock)
        for name in ("2026-03-09T110000Z.db", "2026-03-09T110000Z-2.json")
    ]
    others = left_over(backups, ".notes.db.0123456789abcdef.new", timedelta(hours=2), clock)
    under_way = left_over(backups, ".2026-03-09T120000Z-2.db.fedcba9876543210.new", timedelta(minutes=1), clock)
    backups.make("asked")
    assert [path.exists() for path in (*old, others, under_way)] == [False, False, True, True]


def test_a_backup_is_made_where_the_newest_is_spoilt(backups: Backups, clock: FixedClock) -> None:
    assert backups.make_if_spoilt("hourly") is None
    older, newest = hourly(backups, clock, 2)
    older.path.write_bytes(b"")
    assert backups.make_if_spoilt("hourly") is None
    newest.path.write_bytes(newest.path.read_bytes()[:-1] + b"x")
    clock.at = clock.at.replace(hour=14)
    made = backups.make_if_spoilt("hourly")
    assert made is not None
    assert newest_verified(backups.all()) == made
    assert backups.make_if_spoilt("hourly") is None
