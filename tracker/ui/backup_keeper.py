"""Backs the record in the window up by itself: after changes, at most once an hour, and when it is left."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.core.errors import SkintervalError
from tracker.ui.jobs import Job, Jobs
from tracker.ui.preferences import Preferences

if TYPE_CHECKING:
    from tracker.services.backup_folder import Backup
    from tracker.services.record import Record

EVERY = timedelta(hours=1)
_MINUTE_MS = 60_000


class _Looked(NamedTuple):
    """The backup that was made, whether one is needed all the same as it was too soon, and the id of the record."""

    backup: "Backup | None"
    is_behind: bool
    record_id: str


class BackupKeeper(QObject):
    """Looks every minute whether a backup is due. ``failed`` carries why none was made, once until one is made again.

    ``made`` carries each backup. The first look at a record proves its newest backup, and replaces one that is spoilt:
    it would be missed only when it is needed.
    """

    failed = Signal(object)
    made = Signal(object)

    def __init__(self, preferences: Preferences, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._jobs = jobs
        self._record: Record | None = None
        self._has_changed = True
        self._is_failing = False
        self._is_proved = False
        self._job: Job | None = None
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.look)

    def follow(self, record: "Record | None") -> None:
        """Keep the backups of a record from now on; None, or one that is only read or has none, is left alone."""
        if self._record is not None:
            self._record.unlisten(self._note_change)
        has_backups = record is not None and bool(record.backup_roots) and not record.is_read_only
        self._record = record if has_backups else None
        self._has_changed, self._is_failing, self._is_proved = True, False, False
        if self._record is None:
            self._minute.stop()
            return
        self._record.listen(self._note_change)
        self._minute.start()

    def look(self) -> None:
        """Make a backup on the worker thread where one is due."""
        record = self._record
        if record is None or self._job is not None or not self._has_changed:
            return
        self._has_changed = False
        proves = not self._is_proved
        self._job = self._jobs.run(
            lambda _job: _made_if_due(record, proves=proves),
            lambda found: self._on_looked(record, found),
            self._on_failed,
            self,
        )

    def leave(self) -> None:
        """Make a backup of what has changed, before the record is closed; the next start tries again what fails."""
        record = self._record
        self.follow(None)
        if record is None:
            return
        with suppress(SkintervalError):
            found = _made_at_leaving(record)
            self._note(record, found.backup, found.record_id)

    def back_up(self, then: Callable[[], None]) -> None:
        """Make on the worker thread the backup that `leave` would make; call ``then`` after it, whatever came of it.

        ``then`` is called at once where none is needed. Nothing is backed up after that.
        """
        record = self._record
        if record is None or not _is_behind(record):
            self.follow(None)
            then()
            return

        def end(found: "_Looked | None") -> None:
            if found is not None:
                self._note(record, found.backup, found.record_id)
            self.follow(None)
            then()

        self._jobs.run(lambda _job: _made_at_leaving(record), end, lambda _problem: end(None), self)

    def _note_change(self, _change: object) -> None:
        # Verbs may run in a worker thread; a flag is all that they touch here.
        self._has_changed = True

    def _on_looked(self, record: "Record", found: _Looked) -> None:
        self._job = None
        if record is not self._record:
            return
        self._has_changed = self._has_changed or found.is_behind
        self._is_failing, self._is_proved = False, True
        self._note(record, found.backup, found.record_id)

    def _on_failed(self, problem: SkintervalError) -> None:
        self._job, self._has_changed = None, True
        if not self._is_failing:
            self._is_failing = True
            self.failed.emit(problem)

    def _note(self, record: "Record", backup: "Backup | None", record_id: str) -> None:
        # Also where none was needed: a verb may have made it, and if the file is damaged one day it is to be found.
        self._preferences.keep_record_id(record.path, record_id)
        if backup is not None:
            self.made.emit(backup)


def _made_at_leaving(record: "Record") -> _Looked:
    backup = record.backups.make_if_changed("closing")
    return _Looked(backup, False, record.backups.folder.path.name)


def _is_behind(record: "Record") -> bool:
    with suppress(SkintervalError):
        return record.backups.is_behind()
    return False


def _made_if_due(record: "Record", *, proves: bool) -> _Looked:
    backups = record.backups
    backup = backups.make_if_changed("hourly", at_least_after=EVERY)
    if backup is None and proves:
        backup = backups.make_if_spoilt("hourly")
    return _Looked(backup, backup is None and backups.is_behind(), backups.folder.path.name)
