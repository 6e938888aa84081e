"""A backup is whole, checked, known again by its manifest, and taken while others save."""

import shutil
import stat
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as driver
from backup_world import ANNA, MADE, Saving, add_people, add_ratings, backed_up
from sqlalchemy.exc import IntegrityError
from support import TODAY, FixedClock

from tracker import __version__
from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.core.passphrase import Passphrase
from tracker.core.records import Person
from tracker.store import backup, keys, placing
from tracker.store.backup import checked_contents, is_as_made, manifest_of, manifest_path, require_as_made, take_backup
from tracker.store.checksum import sha256_of
from tracker.store.creating import create_file
from tracker.store.opening import open_store
from tracker.store.store import Store
from tracker.store.version import HEAD

PASSPHRASE = Passphrase("invented and long enough")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where a backup goes: a name in an empty folder."""
    folder = tmp_path / "backups"
    folder.mkdir(0o700)
    return folder / "2026-03-09T120000Z.db"


@pytest.fixture
def filled(store: Store) -> Store:
    """Return an open record of one person with three ratings."""
    add_people(store, ANNA)
    add_ratings(store, ANNA, 3)
    return store


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_a_backup_opens_as_the_record_that_it_was_taken_of(filled: Store, target: Path, clock: FixedClock) -> None:
    backed_up(filled, target)
    with closing(open_store(target, clock)) as copy, copy.read() as there, filled.read() as here:
        for table in ("person", "rating", "change", "change_head"):
            statement = f"SELECT * FROM {table}"
            assert there.exec_driver_sql(statement).all() == here.exec_driver_sql(statement).all()
    assert (copy.record_id(), copy.path) == (filled.record_id(), target)


def test_the_manifest_says_what_the_backup_holds(filled: Store, target: Path) -> None:
    manifest = backed_up(filled, target, "hourly")
    assert manifest_of(target) == manifest
    assert (manifest.made, manifest.reason, manifest.app) == (MADE, "hourly", __version__)
    assert (manifest.size, manifest.sha256) == (target.stat().st_size, sha256_of(target))
    found = manifest.contents
    assert (found.people, found.entries, found.newest) == (1, 3, TODAY)
    assert (found.schema, found.record_id) == (HEAD, filled.record_id())
    assert (found.rows["person"], found.rows["rating"], found.rows["botox"]) == (1, 3, 0)
    assert "Anna" not in manifest_path(target).read_text()


def test_backup_and_manifest_are_private_and_alone_in_the_folder(filled: Store, target: Path) -> None:
    backed_up(filled, target)
    assert names(target.parent) == ["2026-03-09T120000Z.db", "2026-03-09T120000Z.json"]
    assert {stat.S_IMODE(found.stat().st_mode) for found in target.parent.iterdir()} == {0o600}


def test_backups_taken_while_another_thread_writes_are_consistent(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.writer.PAGES_AT_ONCE", 3)
    saving = Saving(filled)
    saving.start()
    for number in range(8):
        path = target.with_name(f"{number}.db")
        found = backed_up(filled, path).contents
        # Each verb adds a person and their rating: a backup with the one and not the other would be half a save.
        assert found.people - 1 == found.entries - 3
    saving.stop()
    assert saving.saves >= 8


def test_saves_that_are_made_during_a_backup_are_in_it(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.writer.PAGES_AT_ONCE", 3)
    late = Person(id=UUID(int=7, version=4), name="Late Example")
    steps: list[int] = []

    def save_once(done: int, _total: int) -> None:
        if not steps:
            add_people(filled, late)
        steps.append(done)

    manifest = take_backup(
        lambda connection: filled.copy_to(connection, save_once), filled.path, target, None, made=MADE, reason="asked"
    )
    assert len(steps) > 3
    assert manifest.contents.people == 2


def test_a_save_that_fails_during_a_backup_is_in_neither(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.writer.PAGES_AT_ONCE", 3)

    def fail_once(done: int, _total: int) -> None:
        if done < 10:
            with pytest.raises(IntegrityError):
                add_people(filled, Person(id=UUID(int=8, version=4), name="Nobody"), ANNA)

    manifest = take_backup(
        lambda connection: filled.copy_to(connection, fail_once), filled.path, target, None, made=MADE, reason="asked"
    )
    assert manifest.contents.people == 1
    add_ratings(filled, ANNA, 1)


class CancelledError(Exception):
    """Stands for a person who cancels."""


def test_a_cancelled_backup_leaves_nothing_and_saves_go_on(filled: Store, target: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        take_backup(
            lambda connection: filled.copy_to(connection, cancel), filled.path, target, None, made=MADE, reason="asked"
        )
    assert names(target.parent) == []
    add_ratings(filled, ANNA, 1)
    backed_up(filled, target)


def test_another_program_that_locks_the_record_is_said(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = driver.connect(str(filled.path), isolation_level=None)
    monkeypatch.setattr("tracker.store.engine._SETTINGS", ())
    monkeypatch.setattr("tracker.store.engine.BUSY_SECONDS", 0)
    with closing(Store(filled.path, FixedClock())) as impatient:
        impatient.touch()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSavedError) as refused:
            backed_up(impatient, target)
    other.close()
    assert refused.value.reason == "locked"
    assert names(target.parent) == []


def test_a_full_disk_leaves_no_half_backup_and_the_older_ones(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(filled, target)
    before = {found: found.read_bytes() for found in target.parent.iterdir()}
    real = backup.connect_bare

    def small(path: Path, mode: str, key: object = None) -> object:
        connection = real(path, mode, key)  # type: ignore[arg-type]
        connection.execute("PRAGMA max_page_count = 10").fetchall()
        return connection

    monkeypatch.setattr(backup, "connect_bare", small)
    with pytest.raises(NotSavedError) as refused:
        backed_up(filled, target.with_name("2026-03-09T130000Z.db"))
    assert refused.value.reason == "disk_full"
    assert {found: found.read_bytes() for found in target.parent.iterdir()} == before


class KilledError(BaseException):
    """Stands for the end of the process at this point."""


@pytest.mark.parametrize("step", ["os.open", "to_disk", "_rename"])
@pytest.mark.parametrize("time", [1, 2, 3])
def test_an_end_at_any_step_leaves_no_backup_that_would_be_listed(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch, step: str, time: int
) -> None:
    owner, name = (placing.os, "open") if step == "os.open" else (placing, step)
    real, calls = getattr(owner, name), iter(range(1, 100))

    def end(*arguments: object, **named: object) -> object:
        if (step != "os.open" or ".new" in str(arguments[0])) and next(calls) == time:
            raise KilledError
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, end)
    try:
        backed_up(filled, target)
    except KilledError:
        monkeypatch.undo()
        assert not target.exists() or manifest_of(target) is not None
        assert all(name.endswith((".db", ".json")) for name in names(target.parent))
    monkeypatch.undo()
    backed_up(filled, target.with_name("2026-03-09T130000Z.db"))


def test_a_backup_never_replaces_a_file(filled: Store, target: Path) -> None:
    backed_up(filled, target)
    before = target.read_bytes(), manifest_path(target).read_bytes()
    add_ratings(filled, ANNA, 1)
    with pytest.raises(RecordUnreadableError) as refused:
        backed_up(filled, target)
    assert refused.value.reason == "exists"
    assert (target.read_bytes(), manifest_path(target).read_bytes()) == before


def test_a_damaged_record_is_not_backed_up(filled: Store, target: Path) -> None:
    filled.close()
    content = bytearray(filled.path.read_bytes())
    content[-4096:] = bytes(4096)
    filled.path.write_bytes(content)
    with pytest.raises(RecordUnreadableError) as refused:
        backed_up(filled, target)
    assert (refused.value.reason, refused.value.path) == ("damaged", str(filled.path))
    assert names(target.parent) == []


def test_a_backup_of_which_one_bit_differs_is_not_as_made(filled: Store, target: Path) -> None:
    manifest = backed_up(filled, target)
    assert is_as_made(target, manifest)
    content = bytearray(target.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)
    assert not is_as_made(target, manifest)
    with pytest.raises(RecordUnreadableError) as refused:
        require_as_made(target, manifest)
    assert refused.value.reason == "not_as_made"


def test_a_backup_that_is_gone_is_not_as_made(filled: Store, target: Path) -> None:
    manifest = backed_up(filled, target)
    target.unlink()
    assert not is_as_made(target, manifest)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"{}", b" " * 70_000])
def test_a_manifest_that_is_none_is_not_taken_for_one(filled: Store, target: Path, content: bytes | None) -> None:
    backed_up(filled, target)
    if content is None:
        manifest_path(target).unlink()
    else:
        manifest_path(target).write_bytes(content)
    assert manifest_of(target) is None


def test_the_passphrase_of_the_record_opens_its_backup_and_no_text_lies_open(
    tmp_path: Path, target: Path, clock: FixedClock
) -> None:
    path = tmp_path / "encrypted.db"
    create_file(path, key=keys.new_key(PASSPHRASE))
    with closing(open_store(path, clock, PASSPHRASE)) as store:
        add_people(store, ANNA)
        backed_up(store, target)
    assert all(b"Anna Example" not in found.read_bytes() for found in target.parent.iterdir())
    assert target.read_bytes()[:16] == path.read_bytes()[:16]
    with closing(open_store(target, clock, PASSPHRASE)) as copy, copy.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM person").all() == [("Anna Example",)]


def test_each_damaged_page_of_an_encrypted_backup_is_noticed(tmp_path: Path, target: Path, clock: FixedClock) -> None:
    path = tmp_path / "encrypted.db"
    create_file(path, key=keys.new_key(PASSPHRASE))
    with closing(open_store(path, clock, PASSPHRASE)) as store:
        backed_up(store, target)
        whole = target.read_bytes()
        for page in range(1, len(whole) // 4096):
            content = bytearray(whole)
            content[page * 4096 + 1000] ^= 1
            target.write_bytes(content)
            with pytest.raises(RecordUnreadableError) as refused:
                checked_contents(target, store.key)
            assert refused.value.reason in ("damaged", "foreign")


def test_a_record_has_one_id_which_its_copies_share(store: Store, tmp_path: Path, clock: FixedClock) -> None:
    copy, other = tmp_path / "copy.db", tmp_path / "other.db"
    first = store.record_id()
    store.close()
    shutil.copy(store.path, copy)
    create_file(other)
    with closing(open_store(copy, clock)) as copied, closing(open_store(other, clock)) as another:
        assert first == copied.record_id() != another.record_id()
    assert len(first) == 8


def test_a_record_without_an_id_is_given_one_that_stays(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 0")
    given = store.record_id()
    assert given == store.record_id()
    assert int(given, 16) > 0


def test_undoing_everything_leaves_the_id(store: Store) -> None:
    before = store.record_id()
    add_people(store, ANNA)
    store.undo()
    assert store.record_id() == before
