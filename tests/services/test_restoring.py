"""A backup brought back: proved first, in one step, with the state before kept, whatever happens on the way."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from backup_world import backups_of
from invented import rating
from support import FixedClock

from tracker.core.backup_manifest import Contents
from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError, OverRecordError, RecordUnreadableError, SkintervalError
from tracker.core.passphrase import Passphrase
from tracker.services.backup_folder import Backup
from tracker.services.encryption import change_passphrase
from tracker.services.record import create_record, open_record
from tracker.services.restoring import Restored, examine, has_much_fewer, restore
from tracker.store import keys, placing, restoring
from tracker.store.backup import manifest_path
from tracker.store.opening_check import is_proved
from tracker.store.side_files import SEAL, side_file
from tracker.store.version import HEAD

DATABASES = Path(__file__).parents[1] / "data" / "databases"
PASSPHRASE, FORMER = Passphrase("invented and long"), Passphrase("the former one")


class World:
    """A closed record with a backup of an earlier state: one person of two, one rating of three."""

    def __init__(self, folder: Path, catalog: Catalog, clock: FixedClock, passphrase: Passphrase | None = None) -> None:
        self.path, self.root = folder / "record.db", folder / "backups"
        self.catalog, self.clock, self.passphrase = catalog, clock, passphrase
        with closing(create_record(self.path, catalog, clock, passphrase)) as record:
            anna = record.people.add(PersonDraft(name="Anna Example"))
            record.entries.add(anna.id, rating(date(2026, 1, 5)))
            self.backup: Backup = backups_of(record, self.root).make("asked")
            record.people.add(PersonDraft(name="Berta Beispiel"))
            record.entries.add(anna.id, rating(date(2026, 2, 5)))
            record.entries.add(anna.id, rating(date(2026, 3, 5)))
        clock.at = clock.at.replace(hour=13)

    def restore(self, backup: Path | None = None, secret: Passphrase | None = None) -> Restored:
        secret = secret or self.passphrase
        return restore(examine(backup or self.backup.path, secret), self.path, [self.root], self.clock, secret)

    def names(self, path: Path | None = None, secret: Passphrase | None = None) -> list[str]:
        opened = open_record(path or self.path, self.catalog, self.clock, secret or self.passphrase)
        with closing(opened) as record:
            assert record.check() == ()
            return [person.name for person in record.people.all(include_archived=True)]

    def others(self) -> list[str]:
        """Return the names of what lies beside the record, its seal apart."""
        own = (self.path, self.root, side_file(self.path, SEAL))
        return sorted(found.name for found in self.path.parent.iterdir() if found not in own)


@pytest.fixture
def world(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> World:
    """Return a plain record with its backup."""
    return World(tmp_path, catalog, clock)


@pytest.fixture
def encrypted(tmp_path: Path, catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return an encrypted record with its backup; its key is quickly made."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    return World(tmp_path, catalog, clock, PASSPHRASE)


EARLIER, LATER = ["Anna Example"], ["Anna Example", "Berta Beispiel"]


def test_a_restored_record_is_as_it_was_when_the_backup_was_made(world: World) -> None:
    done = world.restore()
    assert world.names() == EARLIER
    assert is_proved(world.path)
    assert (done.contents.people, done.contents.entries, done.contents.newest) == (1, 1, date(2026, 1, 5))
    assert world.path.stat().st_mode & 0o777 == 0o600


def test_the_state_before_is_kept_as_a_backup_that_can_be_restored_in_turn(world: World) -> None:
    kept = world.restore().kept
    assert kept is not None
    assert kept.parent == world.backup.path.parent
    assert world.others() == []
    examined = examine(kept)
    assert examined.manifest is not None
    assert examined.manifest.reason == "before_restore"
    world.restore(kept)
    assert world.names() == LATER


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(bytes(4096)),
        lambda path: path.write_bytes(b"no record at all"),
        lambda path: path.write_bytes(path.read_bytes()[:-5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(40_960) + path.read_bytes()[45_056:]),
    ],
)
def test_a_record_that_cannot_be_opened_is_kept_as_it_is(world: World, spoil: Callable[[Path], object]) -> None:
    spoil(world.path)
    damaged = world.path.read_bytes()
    kept = world.restore().kept
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert world.others() == ["record.before-restore-2026-03-09T130000Z.db"]
    assert world.names() == EARLIER


def test_a_record_that_is_gone_comes_back(world: World) -> None:
    world.path.unlink()
    assert world.restore().kept is None
    assert (world.names(), world.others()) == (EARLIER, [])


def test_a_backup_without_its_manifest_is_checked_and_restored(world: World) -> None:
    manifest_path(world.backup.path).unlink()
    assert examine(world.backup.path).manifest is None
    world.restore()
    assert world.names() == EARLIER


def test_mutated_backups_are_never_accepted(world: World) -> None:
    random, whole = Random(1), world.backup.path.read_bytes()
    before = world.path.read_bytes()
    for _ in range(300):
        content = bytearray(whole)
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        world.backup.path.write_bytes(content)
        with pytest.raises(RecordUnreadableError) as refused:
            world.restore()
        assert (refused.value.reason, refused.value.path) == ("not_as_made", str(world.backup.path))
    assert world.path.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ('"people": 1', '"people": 2'),
        ('"entries": 1', '"entries": 9'),
        ('"newest": "2026-01-05"', '"newest": "2026-03-05"'),
        ('"rating": 1', '"rating": 3'),
    ],
)
def test_a_manifest_that_tells_of_something_else_is_noticed(world: World, said: str, other: str) -> None:
    manifest = manifest_path(world.backup.path)
    text = manifest.read_text("ascii")
    assert said in text
    manifest.write_text(text.replace(said, other), "ascii")
    before = world.path.read_bytes()
    with pytest.raises(RecordUnreadableError) as refused:
        world.restore()
    assert (refused.value.reason, refused.value.path) == ("not_as_made", str(world.backup.path))
    assert world.path.read_bytes() == before


def test_tables_that_the_version_of_a_backup_did_not_know_are_no_difference(world: World) -> None:
    manifest = manifest_path(world.backup.path)
    told = json.loads(manifest.read_text("ascii"))
    del told["rows"]["amendment"]
    told["rows"]["a_table_of_another_version"] = 7
    manifest.write_text(json.dumps(told), "ascii")
    world.restore()
    assert world.names() == EARLIER


def test_a_backup_that_changes_after_it_was_examined_is_refused(world: World) -> None:
    examined = examine(world.backup.path)
    world.backup.path.write_bytes(world.backup.path.read_bytes().replace(b"Anna", b"Otto"))
    before = world.path.read_bytes()
    with pytest.raises(RecordUnreadableError) as refused:
        restore(examined, world.path, [world.root], world.clock)
    assert refused.value.reason == "not_as_made"
    assert (world.path.read_bytes(), world.others()) == (before, [])


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "foreign"), (bytes(8192), "foreign"), (b"SQLite format 3\0" + bytes(4080), "foreign")]
)
def test_files_of_others_are_not_restored(world: World, tmp_path: Path, content: bytes, reason: str) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(content)
    with pytest.raises(RecordUnreadableError) as refused:
        world.restore(foreign)
    assert (refused.value.reason, refused.value.path) == (reason, str(foreign))
    assert world.names() == LATER


def test_a_backup_that_is_not_there_is_said(world: World, tmp_path: Path) -> None:
    with pytest.raises(RecordUnreadableError) as refused:
        world.restore(tmp_path / "nowhere.db")
    assert refused.value.reason == "missing"


def test_a_backup_of_a_newer_version_is_not_restored(world: World) -> None:
    manifest_path(world.backup.path).unlink()
    with closing(driver.connect(str(world.backup.path))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(RecordUnreadableError) as refused:
        world.restore()
    assert refused.value.reason == "newer"


def test_the_record_itself_is_no_backup_of_it(world: World) -> None:
    with pytest.raises(OverRecordError):
        world.restore(world.path)


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_an_older_backup_is_brought_to_this_version(world: World, tmp_path: Path, version: str) -> None:
    older = tmp_path / "older.db"
    shutil.copy(DATABASES / f"version-{version}.db", older)
    before = older.read_bytes()
    assert world.restore(older).contents.schema == version
    assert older.read_bytes() == before
    with closing(driver.connect(str(world.path))) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    assert world.names()
    assert world.others() == ["older.db"]


def test_the_backup_of_another_record_is_known_by_its_id(world: World, tmp_path: Path) -> None:
    with closing(create_record(tmp_path / "other.db", world.catalog, world.clock)) as other:
        foreign = backups_of(other, world.root).make("asked")
    own = examine(world.backup.path).contents.record_id
    assert examine(foreign.path).contents.record_id != own
    assert world.restore(foreign.path).contents.record_id != own


@pytest.mark.parametrize(("then", "now", "expected"), [(80, 100, False), (79, 100, True), (0, 0, False), (0, 1, True)])
def test_a_fifth_fewer_entries_is_much(then: int, now: int, expected: bool) -> None:
    assert has_much_fewer(_with_entries(then), _with_entries(now)) is expected


def _with_entries(count: int) -> Contents:
    return Contents("00c0ffee", "", HEAD, {}, 1, count, None)


def test_a_restored_backup_of_an_encrypted_record_opens_with_its_passphrase(encrypted: World) -> None:
    encrypted.restore()
    assert encrypted.names() == EARLIER
    everything = b"".join(path.read_bytes() for path in encrypted.path.parent.rglob("*") if path.is_file())
    assert b"Anna Example" not in everything


def test_a_plain_backup_restored_into_an_encrypted_record_is_encrypted(
    encrypted: World, tmp_path: Path, catalog: Catalog
) -> None:
    plain = World(_folder(tmp_path, "plain"), catalog, encrypted.clock)
    encrypted.restore(plain.backup.path)
    assert b"Anna Example" not in encrypted.path.read_bytes()
    assert encrypted.names() == EARLIER


def test_a_plain_backup_in_place_of_a_damaged_encrypted_record_is_encrypted(
    encrypted: World, tmp_path: Path, catalog: Catalog
) -> None:
    plain = World(_folder(tmp_path, "plain"), catalog, encrypted.clock)
    encrypted.path.write_bytes(bytes(100))
    encrypted.restore(plain.backup.path)
    assert encrypted.names() == EARLIER


@pytest.mark.parametrize(("secret", "reason"), [(None, "encrypted"), (FORMER, "wrong_secret")])
def test_no_plain_backup_takes_the_place_of_an_encrypted_record_without_its_passphrase(
    encrypted: World, tmp_path: Path, catalog: Catalog, secret: Passphrase | None, reason: str
) -> None:
    plain = World(_folder(tmp_path, "plain"), catalog, encrypted.clock)
    before = encrypted.path.read_bytes()
    examined = examine(plain.backup.path, secret)
    with pytest.raises(RecordUnreadableError) as refused:
        restore(examined, encrypted.path, [encrypted.root], encrypted.clock, secret)
    assert (refused.value.reason, refused.value.path) == (reason, str(encrypted.path))
    assert encrypted.path.read_bytes() == before
    assert len(list(encrypted.root.rglob("*.db"))) == 1


def test_a_backup_under_a_former_passphrase_takes_the_place_of_the_record(encrypted: World) -> None:
    change_passphrase(encrypted.path, PASSPHRASE, FORMER, encrypted.clock)
    kept = encrypted.restore().kept
    assert encrypted.names() == EARLIER
    assert kept is not None
    assert encrypted.names(kept, FORMER) == LATER


def test_an_encrypted_backup_takes_the_place_of_a_plain_record(
    world: World, tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    other = World(_folder(tmp_path, "other"), catalog, world.clock, PASSPHRASE)
    kept = world.restore(other.backup.path, PASSPHRASE).kept
    assert world.names(secret=PASSPHRASE) == EARLIER
    assert kept is not None
    assert world.names(kept) == LATER


def test_without_its_passphrase_an_encrypted_backup_is_not_restored(encrypted: World) -> None:
    for secret, reason in ((None, "encrypted"), (FORMER, "wrong_secret")):
        with pytest.raises(RecordUnreadableError) as refused:
            examine(encrypted.backup.path, secret)
        assert refused.value.reason == reason
    assert encrypted.names() == LATER


def _folder(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    return folder


def test_a_save_that_was_cut_short_is_not_played_into_the_restored_record(world: World, tmp_path: Path) -> None:
    writer = driver.connect(str(world.path), isolation_level=None)
    writer.execute("PRAGMA cache_size=1")
    writer.execute("BEGIN")
    writer.execute("UPDATE person SET notes = 'half a save'")
    writer.execute(
        "CREATE TABLE filler AS WITH n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i < 5000) SELECT * FROM n"
    )
    cut = _folder(tmp_path, "cut") / "record.db"
    shutil.copy(world.path, cut)
    shutil.copy(f"{world.path}-journal", f"{cut}-journal")
    writer.execute("ROLLBACK")
    writer.close()
    done = restore(examine(world.backup.path), cut, [world.root], world.clock)
    assert world.names(cut) == EARLIER
    assert done.kept is not None
    assert world.names(done.kept) == LATER


def test_a_journal_that_belongs_to_no_record_is_moved_away(world: World) -> None:
    world.path.unlink()
    world.path.with_name("record.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(8000))
    world.restore()
    assert world.names() == EARLIER
    assert world.others() == ["record.before-restore-2026-03-09T130000Z.db-journal"]


def test_a_record_that_another_program_uses_is_not_replaced(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.engine.BUSY_SECONDS", 0)
    other = driver.connect(str(world.path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordUnreadableError) as refused:
        world.restore()
    assert refused.value.reason == "locked"
    other.close()
    assert world.names() == LATER


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_cannot_take_its_place_leaves_no_copy_of_the_record_beside_it(
    world: World, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    def refused(*_arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        if not has_links:
            patched.setattr(Path, "hardlink_to", refused)
        patched.setattr(placing, "replace", refused)
        with pytest.raises(NotSavedError):
            world.restore()
    assert world.others() == []
    assert world.names() == LATER
    world.restore()
    assert world.names() == EARLIER


class KilledError(BaseException):
    """Stands for the end of the process at this point."""


STEPS: tuple[tuple[Any, str], ...] = (
    (os, "open"),
    (os, "fsync"),
    (os, "replace"),
    (os, "rename"),
    (os, "link"),
    (os, "unlink"),
    (placing, "to_disk"),
    (restoring, "bring_to_head"),
    (restoring, "checked_contents"),
)


def counted(limit: int, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> list[str]:
    """Let the ``limit``-th step and all after it fail, counted over all kinds of steps; return what was done."""
    done: list[str] = []

    def wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            if len(done) >= limit:
                raise error
            done.append(name)
            return real(*arguments, **named)

        return step

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, wrapped(name, getattr(owner, name)))
    return done


def glanced_at(path: Path) -> list[str]:
    """Return the names of the people in a sound file."""
    with closing(driver.connect(str(path))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY name")]


@pytest.mark.parametrize("is_damaged", [False, True])
@pytest.mark.parametrize("error", [KilledError(), OSError(28, "No space left on device")], ids=["killed", "full"])
def test_an_end_at_any_step_leaves_the_one_or_the_other_whole(
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    is_damaged: bool,
) -> None:
    template = World(_folder(tmp_path, "template"), catalog, clock)
    if is_damaged:
        template.path.write_bytes(template.path.read_bytes()[:-5000])
    former = template.path.read_bytes()
    for limit in range(80):
        path = _folder(tmp_path, f"{is_damaged}-{limit}") / "record.db"
        shutil.copy(template.path, path)
        examined = examine(template.backup.path)
        roots = [path.parent / "backups"]
        with monkeypatch.context() as patched:
            done = counted(limit, patched, error)
            with suppress(KilledError, SkintervalError, OSError):
                restore(examined, path, roots, clock)
        if path.read_bytes() == former:
            assert is_damaged or glanced_at(path) == LATER
        else:
            assert glanced_at(path) == EARLIER
            kept = [*path.parent.glob("record.before-restore-*"), *path.parent.glob("backups/*/*.db")]
            assert kept
        if len(done) < limit:
            break
    else:
        pytest.fail("more steps than were tried")
