"""The backups of one record: a folder of files, each known by the manifest beside it. No record need be open."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tracker.core.backup_manifest import Manifest
from tracker.core.backup_names import MANIFEST_SUFFIX, SUFFIX, moment_of
from tracker.core.backup_thinning import thinned
from tracker.core.errors import NotWrittenError
from tracker.core.lasting import names_to_disk
from tracker.store.backup import CopyTo, free_path, is_as_made, manifest_of, manifest_path, take_backup
from tracker.store.keys import FileKey
from tracker.store.leftovers import remove_leftovers

_LEFT = timedelta(hours=1)
"""Nobody writes a backup so slowly that nothing is added to it for so long."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; ``manifest`` is None where there is none beside it that can be read: it must be taken on trust."""

    path: Path
    made: datetime
    manifest: Manifest | None


class BackupFolder:
    """The folders named ``record_id`` in ``roots``: new backups go into the first, the others were used before.

    There may be none yet.
    """

    def __init__(self, roots: Sequence[Path], record_id: str) -> None:
        self._folders = tuple(root / record_id for root in roots)
        self.path = self._folders[0]

    def all(self) -> tuple[Backup, ...]:
        """Return the backups, newest first. Other files in the folders are none; what cannot be read is left out."""
        found = [backup for folder in self._folders for backup in backups_in(folder)]
        return tuple(sorted(found, key=lambda backup: (backup.made, len(backup.path.name), backup.path), reverse=True))

    def take(self, copy_to: CopyTo, source: Path, key: FileKey | None, *, made: datetime, reason: str) -> Backup:
        """Take a backup of the record at ``source``. Raise as `take_backup` does; the older ones are as they were."""
        path = free_path(self.path, made)
        manifest = take_backup(copy_to, source, path, key, made=made, reason=reason)
        return Backup(path, manifest.made, manifest)

    def thin(self, now: datetime) -> int:
        """Remove the backups of the first folder that have had their day; return how many are gone.

        A backup without a manifest, or of another size than that says, is neither counted nor removed. What is left of
        backups during which the program was killed goes as well.
        """
        self.clear_leftovers(before=now - _LEFT)
        whole = {one.path: one.made for one in backups_in(self.path) if is_of_its_size(one)}
        gone = thinned(whole, now)
        for path in sorted(gone):
            # One that the system does not give up is tried again with the next backup.
            with suppress(NotWrittenError):
                remove(path)
        return sum(not path.exists() for path in gone)

    def clear_leftovers(self, *, before: datetime | None = None) -> None:
        """Remove what is left of backups that were never finished; with ``before``, if untouched since.

        Without it a backup that is being made just now fails.
        """
        for folder in self._folders:
            remove_leftovers(folder, _is_of_backup, before=before)


def _is_of_backup(name: str) -> bool:
    return moment_of(name.removesuffix(MANIFEST_SUFFIX).removesuffix(SUFFIX) + SUFFIX) is not None


def backups_in(folder: Path) -> Iterator[Backup]:
    """Yield the backups in one folder; none where there is no such folder or it cannot be read."""
    with suppress(OSError):
        for path in folder.iterdir():
            backup = backup_at(path)
            if backup is not None:
                yield backup


def backup_at(path: Path) -> Backup | None:
    """Return the backup at ``path``, None where that is no file or has no name of a backup."""
    made = moment_of(path.name)
    try:
        if made is None or path.is_symlink() or not path.is_file():
            return None
    except OSError:
        return None
    manifest = manifest_of(path)
    return Backup(path, made if manifest is None else manifest.made, manifest)


def is_verified(backup: Backup) -> bool:
    """Return whether it has a manifest and is, byte for byte, what that says. Takes a while for a large one."""
    return backup.manifest is not None and is_as_made(backup.path, backup.manifest)


def newest_verified(backups: tuple[Backup, ...]) -> Backup | None:
    """Return the first of ``backups``, newest first, that is verified."""
    return next((backup for backup in backups if is_verified(backup)), None)


def remove(path: Path) -> None:
    """Remove the backup at ``path`` and its manifest. Raise `NotWrittenError` where the system refuses."""
    try:
        # Its manifest last: one without its backup is no harm.
        path.unlink(missing_ok=True)
        manifest_path(path).unlink(missing_ok=True)
        # It may lie open where the others are encrypted by now: what is said to be gone stays gone.
        names_to_disk(path.parent)
    except OSError as error:
        raise NotWrittenError(str(path), error.strerror or type(error).__name__) from error


def is_of_its_size(backup: Backup) -> bool:
    """Return whether it has a manifest and the size that this says: looked at quickly, it is whole."""
    with suppress(OSError):
        return backup.manifest is not None and backup.path.stat().st_size == backup.manifest.size
    return False
