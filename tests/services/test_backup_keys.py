"""A passphrase set, changed or taken away reaches the backups too: each is verified before the old one goes."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from backup_world import backups_of
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.passphrase import Passphrase
from tracker.services import backup_keys
from tracker.services.backup_folder import BackupFolder, is_verified
from tracker.services.backup_keys import copies_beside, rekey_backups
from tracker.services.encryption import change_passphrase, decrypt, encrypt
from tracker.services.record import create_record, open_record
from tracker.store import keys
from tracker.store.keys import FileKey
from tracker.store.unlocking import unlocked

FIRST, SECOND = Passphrase("the first one"), Passphrase("the second one")


class World:
    """A closed plain record of one person with two backups."""

    def __init__(self, folder: Path, catalog: Catalog, clock: FixedClock) -> None:
        self.path, self.catalog, self.clock = folder / "record.db", catalog, clock
        with closing(create_record(self.path, catalog, clock)) as record:
            record.people.add(PersonDraft(name="Anna Example"))
            backups = backups_of(record, folder / "backups")
            self.folder: BackupFolder = backups.folder
            for hour in (12, 13):
                clock.at = clock.at.replace(hour=hour)
                backups.make("hourly")

    def key(self, passphrase: Passphrase | None) -> FileKey | None:
        return unlocked(self.path, passphrase)

    def names(self, passphrase: Passphrase | None) -> list[list[str]]:
        found = []
        for backup in self.folder.all():
            with closing(open_record(backup.path, self.catalog, self.clock, passphrase)) as record:
                assert record.check() == ()
                found.append([person.name for person in record.people.all()])
        return found

    def is_anna_seen(self) -> bool:
        return any(b"Anna Example" in path.read_bytes() for path in self.folder.path.iterdir())


@pytest.fixture
def world(tmp_path: Path, catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a plain record with two backups; keys are quickly made."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    return World(tmp_path, catalog, clock)


def encrypted(world: World) -> FileKey | None:
    encrypt(world.path, FIRST, world.clock)
    new = world.key(FIRST)
    rekey_backups(world.folder, None, new)
    return new


def test_the_backups_of_a_record_that_is_encrypted_are_encrypted_and_no_plain_one_is_left(world: World) -> None:
    assert world.is_anna_seen()
    encrypt(world.path, FIRST, world.clock)
    made = [backup.made for backup in world.folder.all()]
    done = rekey_backups(world.folder, None, world.key(FIRST))
    assert (done.done, done.left) == (2, ())
    assert not world.is_anna_seen()
    assert world.names(FIRST) == [["Anna Example"]] * 2
    assert [backup.made for backup in world.folder.all()] == made
    assert all(is_verified(backup) for backup in world.folder.all())
    assert len(list(world.folder.path.iterdir())) == 4


def test_encrypting_keeps_the_id_of_the_record_and_of_its_backups(world: World) -> None:
    encrypted(world)
    with closing(open_record(world.path, world.catalog, world.clock, FIRST)) as record:
        assert backups_of(record, world.folder.path.parent).all() == world.folder.all()
    ids = {backup.manifest.contents.record_id for backup in world.folder.all() if backup.manifest}
    assert ids == {world.folder.path.name}


def test_a_changed_passphrase_opens_the_backups_too(world: World) -> None:
    old = encrypted(world)
    change_passphrase(world.path, FIRST, SECOND, world.clock)
    assert rekey_backups(world.folder, old, world.key(SECOND)).done == 2
    assert world.names(SECOND) == [["Anna Example"]] * 2


def test_a_passphrase_taken_away_is_taken_from_the_backups(world: World) -> None:
    old = encrypted(world)
    decrypt(world.path, FIRST, world.clock)
    assert rekey_backups(world.folder, old, None).done == 2
    assert world.names(None) == [["Anna Example"]] * 2


def test_what_is_under_the_new_key_already_is_left_alone(world: World) -> None:
    new = encrypted(world)
    before = {path: path.stat().st_mtime_ns for path in world.folder.path.iterdir()}
    assert rekey_backups(world.folder, None, new) == backup_keys.Rekeyed(0, ())
    assert {path: path.stat().st_mtime_ns for path in world.folder.path.iterdir()} == before


def test_damaged_backups_and_those_of_an_older_key_stay_and_are_named(world: World) -> None:
    damaged, kept = world.folder.all()
    old = tmp_copy(kept.path, world.folder.path / "2020-01-01T000000Z.db")
    encrypt(old, SECOND, world.clock)
    damaged.path.write_bytes(damaged.path.read_bytes()[:-1])
    encrypt(world.path, FIRST, world.clock)
    done = rekey_backups(world.folder, None, world.key(FIRST))
    assert done.done == 1
    assert [backup.path for backup in done.left] == [damaged.path, old]
    assert damaged.path.exists()


def test_an_end_before_the_old_backup_is_removed_leaves_both_and_the_next_run_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        """Stands for the end of the process."""

    def end(_path: Path) -> None:
        raise KilledError

    encrypt(world.path, FIRST, world.clock)
    monkeypatch.setattr(backup_keys, "remove", end)
    with pytest.raises(KilledError):
        rekey_backups(world.folder, None, world.key(FIRST))
    assert len(world.folder.all()) == 3
    assert all(is_verified(backup) for backup in world.folder.all())
    monkeypatch.undo()
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    rekey_backups(world.folder, None, world.key(FIRST))
    assert not world.is_anna_seen()


def test_copies_beside_the_record_are_named(world: World) -> None:
    names = ["record.version-0002.db", "record.before-restore-2026-03-09T130000Z.db"]
    for name in (*names, "record.version-0002.txt", "other.version-0001.db"):
        (world.path.parent / name).touch()
    assert [path.name for path in copies_beside(world.path)] == sorted(names)
    assert copies_beside(world.path.parent / "nowhere" / "record.db") == ()


def tmp_copy(path: Path, target: Path) -> Path:
    shutil.copy(path, target)
    return target


def test_what_a_killed_program_left_of_a_plain_backup_goes_when_the_record_is_encrypted(world: World) -> None:
    left = world.folder.path / ".2026-03-09T130000Z-2.db.0123456789abcdef.new"
    left.write_bytes(b"Anna Example")
    encrypted(world)
    assert not left.exists()
    assert not world.is_anna_seen()
