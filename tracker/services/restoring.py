"""Bringing a backup back: looked at first, then put in the place of the closed record, whose state before is kept."""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tracker.core.backup_manifest import Contents, Manifest
from tracker.core.backup_names import backup_name
from tracker.core.clock import Clock
from tracker.core.errors import OverRecordError, RecordUnreadableError
from tracker.core.passphrase import Passphrase, Secret
from tracker.services.backup_folder import Backup, BackupFolder
from tracker.store.backup import checked_contents, manifest_of, require_as_made, told_contents
from tracker.store.keys import FileKey, new_key
from tracker.store.opening import open_store, version_of
from tracker.store.restoring import put_in_place
from tracker.store.unlocking import is_plain, unlocked
from tracker.store.version import VERSIONS

_MUCH_FEWER = 0.8
_KEPT_ANYHOW = ("locked", "no_permission")
_SHUT = ("encrypted", "wrong_secret")


@dataclass(frozen=True, slots=True)
class Examined:
    """A backup that was proved whole. ``manifest`` is None where there is none: then the file was checked instead."""

    path: Path
    contents: Contents
    manifest: Manifest | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the state before lies; None where there was none.

    ``former`` is what that holds, None where it could not be read.
    """

    contents: Contents
    kept: Path | None
    former: Contents | None


def examine(path: Path, secret: Secret | None = None) -> Examined:
    """Return what the backup at ``path`` holds, after its bytes were compared with its manifest or wholly checked.

    What the manifest says of them, which has no checksum, is compared with what is there. ``secret`` opens an encrypted
    one. Raise `RecordUnreadableError`: ``not_as_made`` where it differs from its manifest, else as opening a record
    does.
    """
    if not path.exists():
        raise RecordUnreadableError(str(path), "missing")
    manifest = manifest_of(path)
    if manifest is not None:
        require_as_made(path, manifest)
    key = _key_of_backup(path, secret)
    version = version_of(path, key, read_only=True)
    if version not in VERSIONS:
        raise RecordUnreadableError(str(path), "newer", version)
    if manifest is None:
        return Examined(path, checked_contents(path, key), None)
    if not manifest.contents.agrees_with(told_contents(path, key)):
        raise RecordUnreadableError(str(path), "not_as_made")
    return Examined(path, manifest.contents, manifest)


def has_much_fewer(then: Contents, now: Contents) -> bool:
    """Return whether a backup has more than a fifth fewer entries than the record: the person has to know that."""
    return then.entries < now.entries * _MUCH_FEWER


def restore(
    backup: Examined, path: Path, roots: Sequence[Path], clock: Clock, secret: Secret | None = None
) -> Restored:
    """Put a backup in the place of the closed record at ``path``, which nobody else may have open.

    The state before is kept: as a backup in its folder in the first of ``roots``; where it cannot be opened, beside
    the record. ``secret`` opens both; a record that was encrypted stays so. An older backup is brought to this
    version. Raise `RecordUnreadableError`, `NotSavedError` or `OverRecordError`; the record then is as it was. That is
    so, too, where nothing shows that ``secret`` is right: it opens neither.
    """
    if path.exists() and path.samefile(backup.path):
        raise OverRecordError(str(backup.path))
    key = _key_of_backup(backup.path, secret)
    former, former_key = _backed_up(path, roots, clock, secret, is_proved=key is not None)
    wanted = key or former_key or _new_key(secret)
    aside = _free_name(path, clock)
    found = put_in_place(backup.path, backup.manifest, key, path, wanted=wanted, kept_as=aside)
    if former is None or former.manifest is None:
        return Restored(found, aside if aside.exists() else None, None)
    with suppress(OSError):
        aside.unlink(missing_ok=True)
    return Restored(found, former.path, former.manifest.contents)


def _key_of_backup(path: Path, secret: Secret | None) -> FileKey | None:
    # A passphrase that is given is that of the record: a plain backup of it needs none.
    return None if is_plain(path) else unlocked(path, secret, read_only=True)


def _new_key(secret: Secret | None) -> FileKey | None:
    """Return the key under which a plain backup is restored, where the record that it replaces cannot be opened."""
    return new_key(secret) if isinstance(secret, Passphrase) else None


def _backed_up(
    path: Path, roots: Sequence[Path], clock: Clock, secret: Secret | None, *, is_proved: bool
) -> tuple[Backup | None, FileKey | None]:
    """Take a backup of the record as it is and return it, None where the record cannot be opened, and its key.

    Where the ``secret`` is not proved already, it has to open the record.
    """
    if not path.exists():
        return None, None
    try:
        store = open_store(path, clock, None if is_plain(path) else secret, backups=roots[0])
    except RecordUnreadableError as error:
        if error.reason in _KEPT_ANYHOW or (error.reason in _SHUT and not is_proved):
            raise
        return None, None
    with closing(store):
        folder = BackupFolder(roots, store.record_id())
        try:
            taken = folder.take(store.copy_to, path, store.key, made=clock.now(), reason="before_restore")
        except RecordUnreadableError:
            return None, store.key
        return taken, store.key


def _free_name(path: Path, clock: Clock) -> Path:
    moment = Path(backup_name(clock.now())).stem
    names = (
        path.with_name(f"{path.stem}.before-restore-{moment}{'' if number == 1 else f'-{number}'}{path.suffix}")
        for number in count(1)
    )
    return next(name for name in names if not name.exists())
