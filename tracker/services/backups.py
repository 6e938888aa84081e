"""The backups of an open record: taken while others save, and looked into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from uuid import UUID

from tracker.core.backup_manifest import Contents
from tracker.core.clock import Clock
from tracker.core.errors import NotWrittenError, RecordUnreadableError, SkintervalError
from tracker.services.backup_folder import Backup, BackupFolder, is_of_its_size, is_verified, remove
from tracker.store.backup import holds_person, take_backup
from tracker.store.chain import BEGINNING
from tracker.store.contents import contents, head
from tracker.store.store import Store
from tracker.store.unlocking import unlocked_by_key
from tracker.store.writer import Progress


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of the backups that somebody was in: how many are gone, and which still hold them.

    ``problem`` is why no backup without them could be made, None where that did not fail.
    """

    removed: int
    left: tuple[Backup, ...]
    problem: SkintervalError | None = None


class Backups:
    """The backups of one record. ``roots`` hold a folder for each record; the first is where new ones go."""

    def __init__(self, store: Store, clock: Clock, roots: Sequence[Path]) -> None:
        self._store = store
        self._clock = clock
        self._roots = roots

    @cached_property
    def folder(self) -> BackupFolder:
        """Return where they lie. Raise `NotSavedError` where the record has no id yet and cannot be given one."""
        return BackupFolder(self._roots, self._store.record_id())

    def make(self, reason: str, report: Progress | None = None) -> Backup:
        """Take a backup for one of `BACKUP_REASONS`, and remove those that have had their day.

        Saves go on meanwhile. Raise `NotSavedError` where a disk refuses, `RecordUnreadableError` where the record is
        damaged, and what ``report`` raises; the older backups are as they were.
        """
        store, now = self._store, self._clock.now()
        made = self.folder.take(
            lambda target: store.copy_to(target, report), store.path, store.key, made=now, reason=reason
        )
        self.folder.thin(now)
        return made

    def make_if_changed(self, reason: str, *, at_least_after: timedelta = timedelta(0)) -> Backup | None:
        """Take a backup if what the record holds is in none yet, and the newest is older than ``at_least_after``.

        Return it, None where none was needed, as for a record that nothing was ever written into. A backup from the
        future delays none. Raise as `make` does.
        """
        now = self._clock.now()
        if any(timedelta(0) <= now - backup.made < at_least_after for backup in self._whole()):
            return None
        return self.make(reason) if self.is_behind() else None

    def make_if_spoilt(self, reason: str) -> Backup | None:
        """Take a backup if the newest is no longer, byte for byte, what was checked and counted when it was made.

        Return it, None where none was needed. Takes a while for a large one. Raise as `make` does.
        """
        newest = next((backup for backup in self.all() if backup.manifest is not None), None)
        return None if newest is None or is_verified(newest) else self.make(reason)

    def is_behind(self) -> bool:
        """Return whether what the record holds is in no backup yet. Raise `RecordUnreadableError`."""
        with self._store.read() as connection:
            last_change = head(connection.connection.dbapi_connection)
        held = {backup.manifest.contents.head for backup in self._whole() if backup.manifest is not None}
        return last_change not in (BEGINNING, *held)

    def _whole(self) -> list[Backup]:
        return [backup for backup in self.all() if is_of_its_size(backup)]

    def make_at(self, path: Path, report: Progress | None = None) -> Backup:
        """Take a backup to a file of choice. Raise as `make` does, `RecordUnreadableError` also where one is there."""
        store, now = self._store, self._clock.now()
        manifest = take_backup(
            lambda target: store.copy_to(target, report), store.path, path, store.key, made=now, reason="asked"
        )
        return Backup(path, now, manifest)

    def contents(self) -> Contents:
        """Return what the record itself holds now."""
        with self._store.read() as connection:
            return contents(connection.connection.dbapi_connection)

    def is_on_same_disk(self) -> bool:
        """Return whether new backups go to the disk on which the record is."""
        folder = next(one for one in (self.folder.path, *self.folder.path.parents) if one.exists())
        return folder.stat().st_dev == self._store.path.stat().st_dev

    def all(self) -> tuple[Backup, ...]:
        """Return the backups, newest first."""
        return self.folder.all()

    def holding(self, person_id: UUID, report: Progress | None = None) -> tuple[Backup, ...]:
        """Return the backups that a person of this record is in, or was: in the data or in what it says of changes.

        Each is opened, so it takes long; whatever ``report`` raises ends it. See `closed` for those that cannot be.
        """
        return tuple(backup for backup in self._each(report) if self._holds(backup, person_id))

    def closed(self, report: Progress | None = None) -> tuple[Backup, ...]:
        """Return the backups that the record's own key does not open, or that are damaged: anybody may be in them."""
        return tuple(backup for backup in self._each(report) if self._holds(backup, UUID(int=0)) is None)

    def _each(self, report: Progress | None) -> Iterator[Backup]:
        found = self.all()
        for number, backup in enumerate(found, start=1):
            if report is not None:
                report(number, len(found))
            yield backup

    def forget(self, person_id: UUID) -> Forgotten:
        """Make a backup of the record, from which the person was erased, then remove those that hold them.

        One that the system does not give up is named; where no backup can be made, all are. Nothing is raised.
        """
        found = self.holding(person_id)
        if not found:
            return Forgotten(0, ())
        try:
            self.make("after_erasing")
        except SkintervalError as problem:
            return Forgotten(0, found, problem)
        left = tuple(backup for backup in found if not _is_removed(backup))
        return Forgotten(len(found) - len(left), left)

    def _holds(self, backup: Backup, person_id: UUID) -> bool | None:
        try:
            return holds_person(backup.path, unlocked_by_key(backup.path, self._store.key), person_id)
        except RecordUnreadableError:
            return None


def _is_removed(backup: Backup) -> bool:
    try:
        remove(backup.path)
    except NotWrittenError:
        return False
    return True
