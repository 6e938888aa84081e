"""The seal: damage since the last closing is found at the next opening, and what is no damage is not called so."""

import json
import os
import random
import shutil
import sqlite3
import stat
from pathlib import Path
from uuid import UUID

import pytest
from support import FixedClock

from tracker.core.changes import ChangeLabel
from tracker.core.errors import RecordUnreadableError
from tracker.core.records import Person
from tracker.store import edits, opening, queries
from tracker.store.creating import create_file
from tracker.store.keys import FileKey
from tracker.store.opening import open_store
from tracker.store.seal import read_seal, take_seal
from tracker.store.side_files import SEAL, side_file
from tracker.store.store import Store

PAGE = 4_096


def person(number: int) -> Person:
    return Person(id=UUID(int=number, version=4), name=f"Anna Example {number}")


def add(store: Store, *people: Person) -> None:
    with store.write(ChangeLabel("add", "person")) as write:
        edits.add(write.recorder, people)


@pytest.fixture
def closed(path: Path, clock: FixedClock) -> Path:
    """Return a closed record of a few people."""
    store = open_store(path, clock)
    add(store, *(person(number) for number in range(1, 30)))
    store.close()
    return path


def refused(path: Path, clock: FixedClock) -> RecordUnreadableError:
    with pytest.raises(RecordUnreadableError) as found:
        open_store(path, clock)
    return found.value


def names(path: Path, clock: FixedClock) -> set[str]:
    store = open_store(path, clock)
    with store.read() as connection:
        found = {one.name for one in queries.people(connection, include_archived=True)}
    store.close()
    return found


def written_to(path: Path, clock: FixedClock) -> None:
    store = open_store(path, clock)
    add(store, person(500))
    store.close()


def test_closing_seals_the_file_privately_and_without_its_path(closed: Path) -> None:
    assert set(json.loads(side_file(closed, SEAL).read_text())) == {"size", "change_counter", "sha256"}
    assert stat.S_IMODE(side_file(closed, SEAL).stat().st_mode) == 0o600
    assert {file.name for file in closed.parent.iterdir()} <= {"record.db", "record.db-journal", "record.db.seal"}


def test_any_flipped_bit_is_found_at_opening(closed: Path, clock: FixedClock) -> None:
    whole, choose = closed.read_bytes(), random.Random(5)
    expected = names(closed, clock)
    for _ in range(150):
        damaged = bytearray(whole)
        place = choose.randrange(len(whole))
        damaged[place] ^= 1 << choose.randrange(8)
        closed.write_bytes(damaged)
        if 24 <= place < 28:
            # SQLite's count of changes: the file passes for one that was written to, and nothing else differs.
            continue
        assert refused(closed, clock).reason in ("damaged", "foreign")
        assert closed.read_bytes() == damaged
    closed.write_bytes(whole)
    assert names(closed, clock) == expected


def test_a_flipped_count_of_changes_changes_nothing_that_is_shown(closed: Path, clock: FixedClock) -> None:
    expected, damaged = names(closed, clock), bytearray(closed.read_bytes())
    damaged[27] ^= 4
    closed.write_bytes(damaged)
    assert names(closed, clock) == expected


def test_a_seal_travels_with_a_copy(closed: Path, clock: FixedClock, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    copy = other / "renamed.db"
    shutil.copy(closed, copy)
    shutil.copy(side_file(closed, SEAL), side_file(copy, SEAL))
    damaged = bytearray(copy.read_bytes())
    damaged[-10] ^= 1
    assert names(copy, clock)
    copy.write_bytes(damaged)
    assert refused(copy, clock).reason == "damaged"


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"size": "x"}', b"[" * 100_000])
def test_a_seal_that_cannot_be_read_is_no_seal(closed: Path, clock: FixedClock, content: bytes) -> None:
    side_file(closed, SEAL).write_bytes(content)
    assert names(closed, clock)
    written_to(closed, clock)
    assert read_seal(closed) is not None


def test_a_file_without_a_seal_is_sealed_by_who_writes_to_it(closed: Path, clock: FixedClock) -> None:
    side_file(closed, SEAL).unlink()
    names(closed, clock)
    assert read_seal(closed) is None
    written_to(closed, clock)
    assert read_seal(closed) is not None


def test_a_write_by_another_program_is_no_damage(closed: Path, clock: FixedClock) -> None:
    other = sqlite3.connect(closed)
    other.execute("UPDATE person SET allergies = 'changed'")
    other.commit()
    other.close()
    sealed = read_seal(closed)
    assert names(closed, clock)
    written_to(closed, clock)
    assert read_seal(closed) != sealed


def test_without_a_true_seal_broken_pages_are_found(closed: Path, clock: FixedClock) -> None:
    side_file(closed, SEAL).unlink()
    damaged = bytearray(closed.read_bytes())
    damaged[5 * PAGE : 6 * PAGE] = bytes(PAGE)
    closed.write_bytes(damaged)
    assert refused(closed, clock).reason == "damaged"


def test_a_save_that_was_cut_short_is_no_damage(closed: Path, clock: FixedClock, tmp_path: Path) -> None:
    copy, expected = tmp_path / "copy.db", names(closed, clock)
    store = open_store(closed, clock)
    with store.write(ChangeLabel("add", "person")) as write:
        write.connection.exec_driver_sql("PRAGMA cache_spill = 1")
        write.connection.exec_driver_sql("PRAGMA cache_size = 1")
        edits.add(write.recorder, [person(number) for number in range(100, 200)])
        for ending in ("", "-journal", ".seal"):
            shutil.copy(f"{closed}{ending}", f"{copy}{ending}")
    store.close()
    assert Path(f"{copy}-journal").stat().st_size > 0
    assert names(copy, clock) == expected


def test_an_end_without_closing_is_no_damage(closed: Path, clock: FixedClock, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    store = open_store(closed, clock)
    add(store, person(77))
    for ending in ("", ".seal"):
        shutil.copy(f"{closed}{ending}", f"{copy}{ending}")
    store.close()
    assert "Anna Example 77" in names(copy, clock)


def test_a_file_that_nobody_wrote_to_keeps_its_seal(closed: Path, clock: FixedClock) -> None:
    before = side_file(closed, SEAL).stat()
    names(closed, clock)
    assert side_file(closed, SEAL).stat().st_mtime_ns == before.st_mtime_ns


def test_an_encrypted_file_has_no_seal(tmp_path: Path, clock: FixedClock) -> None:
    path, key = tmp_path / "encrypted.db", FileKey(bytes(32), bytes(range(16)))
    create_file(path, key=key)
    store = open_store(path, clock, key.recovery_key)
    add(store, person(1))
    store.close()
    take_seal(path)
    assert not side_file(path, SEAL).exists()


def test_a_plain_file_without_its_beginning_is_damaged_and_not_called_encrypted(
    closed: Path, clock: FixedClock
) -> None:
    damaged = bytearray(closed.read_bytes())
    damaged[0] ^= 1
    closed.write_bytes(damaged)
    assert refused(closed, clock).reason == "damaged"


def test_a_folder_that_takes_nothing_leaves_the_record_without_a_seal(
    closed: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(closed, clock)
    add(store, person(77))
    sealed = read_seal(closed)
    monkeypatch.setattr("tracker.store.placing.os.open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))
    store.close()
    monkeypatch.undo()
    assert read_seal(closed) == sealed
    assert "Anna Example 77" in names(closed, clock)


class TestLargeFile:
    """A file that is looked through while it is read: here every file counts as large."""

    @pytest.fixture(autouse=True)
    def everything_is_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let no file be small."""
        monkeypatch.setattr(opening, "AT_ONCE_BYTES", -1)

    def test_damage_is_said_before_anything_is_saved(self, closed: Path, clock: FixedClock) -> None:
        damaged = bytearray(closed.read_bytes())
        damaged[-10] ^= 1
        closed.write_bytes(damaged)
        store = open_store(closed, clock, waits=False)
        with pytest.raises(RecordUnreadableError) as found:
            add(store, person(77))
        assert found.value.reason == "damaged"
        with pytest.raises(RecordUnreadableError), store.read():
            pass
        with pytest.raises(RecordUnreadableError):
            store.wait_until_checked()
        store.close()
        assert closed.read_bytes() == damaged

    def test_a_whole_one_is_saved_to_and_sealed(self, closed: Path, clock: FixedClock) -> None:
        store = open_store(closed, clock, waits=False)
        add(store, person(77))
        store.wait_until_checked()
        store.close()
        assert "Anna Example 77" in names(closed, clock)


def test_a_file_is_on_the_disk_as_it_is_before_it_is_sealed(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(path, clock)
    add(store, *(person(number) for number in range(1, 300)))
    store.close()
    store = open_store(path, clock)
    undone = store.undo()
    store.pack()
    synced: list[int] = []
    real = os.fsync

    def sync(handle: int) -> None:
        real(handle)
        synced.append(os.fstat(handle).st_ino)

    # SQLite makes the file smaller without waiting for the disk: after a power cut it would not be what was sealed.
    monkeypatch.setattr(os, "fsync", sync)
    store.close()
    assert undone is not None
    assert synced[0] == path.stat().st_ino
