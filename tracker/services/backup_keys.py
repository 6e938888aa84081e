"""The backups of a record whose key changed: each is written anew and verified, then the old one is removed."""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.core.backup_manifest import Manifest
from tracker.core.clock import Clock
from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.core.passphrase import Secret
from tracker.services.backup_folder import Backup, BackupFolder, remove
from tracker.store.backup import free_path, named_at_the_end, require_as_made, vouch_for
from tracker.store.keys import FileKey
from tracker.store.opening import open_store
from tracker.store.rekeying import copy_under
from tracker.store.unlocking import is_plain, unlocked, unlocked_by_key


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """How many backups are under the new key now, and which are not: damaged ones, and those of an older key."""

    done: int
    left: tuple[Backup, ...]


def rekey_backups(folder: BackupFolder, old: FileKey | None, new: FileKey | None) -> Rekeyed:
    """Write each backup that ``old`` opens anew under ``new`` (None: not encrypted), verify it and remove the old one.

    One that cannot be is left as it is and named; nothing is raised.
    """
    # A backup still being made of the former file would be under its key.
    folder.clear_leftovers()
    done, left = 0, []
    for backup in folder.all():
        if _is_under(backup, new):
            continue
        try:
            _rekey(backup, old, new)
        except SkintervalError:
            left.append(backup)
        else:
            done += 1
    return Rekeyed(done, tuple(left))


def _is_under(backup: Backup, key: FileKey | None) -> bool:
    with suppress(RecordUnreadableError):
        return is_plain(backup.path) if key is None else unlocked_by_key(backup.path, key) is not None
    return False


def _rekey(backup: Backup, old: FileKey | None, new: FileKey | None) -> None:
    own = unlocked_by_key(backup.path, old)
    if backup.manifest is not None:
        require_as_made(backup.path, backup.manifest)
    path = free_path(backup.path.parent, backup.made)
    with named_at_the_end(path) as temporary:
        copy_under(backup.path, own, temporary, new)
        vouch_for(temporary, path, new, made=backup.made, reason=_reason(backup.manifest), source=backup.path)
    remove(backup.path)


def _reason(manifest: Manifest | None) -> str:
    return "re_encrypted" if manifest is None else manifest.reason


@dataclass(frozen=True, slots=True)
class FormerKey:
    """The backups of a closed record and the key that it had; taken down before the key is changed."""

    folder: BackupFolder
    key: FileKey | None


def former_key(path: Path, roots: Sequence[Path], clock: Clock, secret: Secret | None) -> FormerKey:
    """Return the backups in ``roots`` of the closed record at ``path``, which ``secret`` opens, and its key.

    Raise as opening a record does.
    """
    with closing(open_store(path, clock, secret, backups=roots[0])) as store:
        return FormerKey(BackupFolder(roots, store.record_id()), store.key)


def follow_key(former: FormerKey, path: Path, secret: Secret | None) -> Rekeyed:
    """Bring the backups under the key that the closed record at ``path`` has by now, which ``secret`` opens.

    Raise `RecordUnreadableError` where it does not.
    """
    return rekey_backups(former.folder, former.key, unlocked(path, secret))


def copies_beside(path: Path) -> tuple[Path, ...]:
    """Return the copies that the program laid beside the record at ``path``: before an upgrade and before a restore."""
    beginnings = (f"{path.stem}.version-", f"{path.stem}.before-restore-")
    with suppress(OSError):
        return tuple(
            sorted(
                found
                for found in path.parent.iterdir()
                if found.name.startswith(beginnings) and found.suffix == path.suffix
            )
        )
    return ()
