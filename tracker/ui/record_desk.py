"""What the window does with records: opened, shown, rewritten, restored and let go of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.core.errors import RecordInUseError, RecordUnreadableError, SkintervalError
from tracker.ui.backup_keeper import BackupKeeper
from tracker.ui.backup_roots import backup_roots
from tracker.ui.first_window import FirstWindow
from tracker.ui.jobs import Job, Jobs
from tracker.ui.marks import DrawnWatch
from tracker.ui.record_door import Opened, RecordDoor, ShutError

if TYPE_CHECKING:
    from tracker.core.clock import Clock
    from tracker.core.passphrase import Secret
    from tracker.services.backup_folder import Backup
    from tracker.services.backup_keys import Rekeyed
    from tracker.services.record import Record
    from tracker.services.restoring import Examined, Restored
    from tracker.ui.main_window import MainWindow
    from tracker.ui.record_access import Access

_SPOILT = ("damaged", "altered", "empty", "foreign", "missing")
"""What can be wrong with a record that a backup can replace."""


class RecordDesk(QObject):
    """Opens and closes records for the window, on the worker thread, so that the window never waits.

    What is needed only after the window's first paint is imported where it is used. ``settled`` follows when the first
    record stands with its chart, or could not be opened; ``called`` when the program was started again on the record.
    ``shut`` carries the path of an encrypted record that was to be opened; nothing is on screen then. ``opened`` comes
    before a record is shown.
    """

    opened = Signal()
    settled = Signal()
    called = Signal()
    shut = Signal(object)

    def __init__(self, window: MainWindow, clock: Clock, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._door = RecordDoor(window.preferences, clock)
        self._record: Record | None = None
        self._read_only_path: Path | None = None
        self._first: FirstWindow | None = None
        self._are_charts_asked_for = False
        self.keeper = BackupKeeper(window.preferences, jobs, self)
        self.keeper.failed.connect(self._on_not_backed_up)
        window.openRecordRequested.connect(self.open)
        window.newRecordRequested.connect(self.create)
        window.readOnlyRequested.connect(self.open_read_only)
        window.takeOverRequested.connect(self.take_over)
        window.restoreRequested.connect(self.restore)

    def open(self, path: Path) -> None:
        """Open an existing record and show it; a record that cannot be opened leaves the former one on screen."""
        self._read_only_path = None
        self._jobs.run(lambda _job: self._door.open(path), self._on_opened, self._on_failed, self)

    def unlock(self, path: Path, secret: Secret, failed: Callable[[SkintervalError], None]) -> None:
        """Open an encrypted record and show it; ``failed`` gets why it stays shut."""
        is_read_only = path == self._read_only_path
        self._jobs.run(
            lambda _job: self._door.open(path, secret, is_read_only=is_read_only), self._on_opened, failed, self
        )

    def rewrite(
        self,
        work: Callable[[Path], Secret | None],
        done: Callable[[Record], None],
        failed: Callable[[SkintervalError], None],
    ) -> None:
        """Close the record on screen, let ``work`` write its file anew, and show it again by the secret returned.

        The backups come under the new key as well. Where ``work`` fails the former file is there still, and is shown
        again; ``failed`` gets why.
        """
        if self._record is None:
            return
        path, former, roots = self._record.path, self._record.recovery_key, self._record.backup_roots
        self.let_go()

        def on_rewritten(found: tuple[Opened, Rekeyed | None]) -> None:
            opened, followed = found
            self._on_opened(opened)
            done(opened.record)
            if followed is not None:
                self._tell_of_backups(followed, opened.record)

        def on_failed(problem: SkintervalError) -> None:
            def on_former_opened(opened: Opened) -> None:
                self._on_opened(opened)
                failed(problem)

            self._jobs.run(lambda _job: self._door.open(path, former), on_former_opened, self._on_failed, self)

        self._jobs.run(lambda _job: self._door.rewrite(path, work, former, roots), on_rewritten, on_failed, self)

    def _tell_of_backups(self, followed: Rekeyed, record: Record) -> None:
        from tracker.services.backup_keys import copies_beside
        from tracker.ui import messages
        from tracker.ui.words.backups import copies, kept_elsewhere, rekeyed

        elsewhere = self._window.preferences.backups_elsewhere(record.backups.folder.path.name)
        said = [
            *rekeyed(followed, is_encrypted=record.is_encrypted),
            *kept_elsewhere(elsewhere),
            *copies(copies_beside(record.path)),
        ]
        if said:
            messages.tell(self._window, self.tr("The backups of this record"), "\n".join(said))

    def open_read_only(self, path: Path) -> None:
        """Open an existing record and show it; nothing is written into it or beside it."""
        self._read_only_path = path
        self._jobs.run(lambda _job: self._door.open(path, is_read_only=True), self._on_opened, self._on_failed, self)

    def take_over(self, found: RecordInUseError) -> None:
        """Open a record and show it that was left open on another computer, as a person says."""
        path = Path(found.path)
        self._read_only_path = None
        self._jobs.run(lambda _job: self._door.open(path, taken_from=found), self._on_opened, self._on_failed, self)

    def create(self, path: Path) -> None:
        """Create a new record and show it."""
        self._jobs.run(lambda _job: self._door.create(path), self._on_opened, self._on_failed, self)

    def open_or_create(self, path: Path) -> None:
        """Open the record at ``path``; create one where there was none, but never in the place of one that is gone."""
        self._jobs.run(lambda _job: self._door.open_or_create(path), self._on_opened, self._on_failed, self)

    def restore(self, path: Path, backup: Examined, secret: Secret | None) -> None:
        """Put a backup in the place of the record at ``path`` and show it; the record is as it was where that fails."""
        former = None
        if self._record is not None and self._record.path == path:
            former = self._record.recovery_key
            self.let_go()

        def on_failed(problem: SkintervalError) -> None:
            from tracker.ui import messages
            from tracker.ui.words.errors import error

            if self._record is None:
                self._jobs.run(lambda _job: self._door.open(path, former), self._on_opened, self._on_failed, self)
            messages.tell(self._window, self.tr("Nothing was restored"), error(problem))

        self._jobs.run(lambda _job: self._door.restore(path, backup, secret), self._on_restored, on_failed, self)

    def open_demo(self) -> None:
        """Show a copy of the demo in a folder of its own, which is removed at the end."""
        self._jobs.run(lambda _job: self._door.open_demo(), self._on_opened, self._on_failed, self)

    def close(self) -> None:
        """Close the record and remove the demo; nothing is told any more."""
        self.blockSignals(True)
        self._jobs.stop()
        if self._first is not None:
            self._first.stop()
        if self._record is not None:
            self.keeper.leave()
            self._record.close()
            self._record = None
        self._door.held.give_back()
        self._door.remove_demo()

    def _on_restored(self, found: tuple[Opened, Restored]) -> None:
        from tracker.ui import messages
        from tracker.ui.words.backups import restored

        opened, done = found
        self._on_opened(opened)
        self._window.preferences.keep_record_id(opened.record.path, done.contents.record_id)
        messages.tell(self._window, self.tr("The backup is restored"), "\n".join(restored(done)))

    def let_go(self) -> None:
        """Show nothing of the record on screen, and close it. Nobody else may write to it until another is opened."""
        if self._record is not None:
            self._window.close_record()
            self.keeper.leave()
            self._record.close()
            self._record = None

    def _on_opened(self, opened: Opened) -> None:
        self.let_go()
        self._hold(opened.access)
        self._record = opened.record
        self.keeper.follow(self._record)
        self.opened.emit()
        try:
            self._window.show_record(self._record, remember=not self._door.is_demo(self._record))
        except RecordUnreadableError as problem:
            self._hear(self._record.path)
            self._on_found_damaged(self._record, problem)
            return
        self._window.stage.notices.follow(self._record.path, self._door.held)
        record = self._record
        # What is read and imported from here on would keep the record's first picture waiting.
        DrawnWatch(self._window).drawn.connect(lambda: self._on_seen(record))

    def _on_seen(self, record: Record) -> None:
        """Do what a record needs once it is on screen."""
        if record is not self._record:
            return
        self._hear(record.path)
        if not self._are_charts_asked_for:
            self._are_charts_asked_for = True
            self._jobs.run(_warm_charts, lambda _nothing: self._on_charts_warmed(), self._on_failed, self)
        else:
            self._window.warm_charts()
        if not self._door.is_demo(record):
            self._look_around(record.path)
            self._compare_clocks(record)
            self._look_through(record)

    def _hold(self, access: Access) -> None:
        """Hold the access to one record in the place of the one before, of whose second starts nothing is heard now."""
        if access is not self._door.held:
            self._door.held.give_back()
        self._door.held = access
        if self._first is not None:
            self._first.stop()

    def _hear(self, path: Path) -> None:
        """Hear of second starts on the record at ``path``, whose lock is held; nobody else can start it otherwise."""
        if self._door.held.lock is None:
            return
        if self._first is None:
            self._first = FirstWindow(self)
            self._first.called.connect(self.called)
        self._first.listen(path)

    def _look_through(self, record: Record) -> None:
        """Look at what of the file was not looked at before it was shown, and say after an unclean end how that ended.

        An encrypted one is proved page by page as it is read, and all of it here: what is damaged is known while the
        backups that lack it are few.
        """
        notices = self._window.stage.notices

        def look(_job: Job) -> None:
            record.wait_until_checked()
            if record.is_encrypted:
                record.prove_pages()

        self._jobs.run(
            look,
            lambda _nothing: notices.follow_check(record.path),
            lambda problem: self._on_found_damaged(record, problem),
            self,
        )

    def _on_found_damaged(self, record: Record, problem: SkintervalError) -> None:
        if record is self._record:
            self.let_go()
            self._on_failed(problem)

    def _look_around(self, path: Path) -> None:
        from tracker.ui.surroundings import surroundings_of

        notices = self._window.stage.notices
        self._jobs.run(
            lambda _job: surroundings_of(path),
            lambda found: notices.follow_surroundings(path, found),
            self._on_failed,
            self,
        )

    def _compare_clocks(self, record: Record) -> None:
        """Say where the record was last changed by a clock that was far ahead of this one."""
        notices = self._window.stage.notices
        self._jobs.run(
            lambda _job: record.changes.latest_at(),
            lambda at: notices.follow_latest_change(record.path, at),
            self._on_failed,
            self,
        )

    def _on_charts_warmed(self) -> None:
        self._window.warm_charts()
        DrawnWatch(self._window).drawn.connect(self.settled)

    def _offer_backup(self, problem: SkintervalError) -> None:
        """Look for the newest good backup of a record that is spoilt, and offer it on the page that says so."""
        if self._record is not None or not isinstance(problem, RecordUnreadableError) or problem.reason not in _SPOILT:
            return
        path = Path(problem.path)
        roots, record_id = backup_roots(self._window.preferences), self._window.preferences.record_id(path)
        page = self._window.stage.problem
        page.offer_backup(path, None)
        if record_id is None:
            return

        def newest(_job: Job) -> Backup | None:
            from tracker.services.backup_folder import BackupFolder, newest_verified

            return newest_verified(BackupFolder(roots, record_id).all())

        self._jobs.run(newest, lambda backup: page.offer_backup(path, backup), self._on_failed, self)

    def _on_not_backed_up(self, problem: SkintervalError) -> None:
        from tracker.ui.words.backups import not_backed_up

        self._window.status.tell(not_backed_up(problem))

    def _on_failed(self, problem: SkintervalError) -> None:
        if isinstance(problem, ShutError):
            self._shut(problem)
        else:
            self.show_failed(problem)
        self.settled.emit()

    def show_failed(self, problem: SkintervalError) -> None:
        """Say why a record was not opened, with the ways on that there are."""
        from tracker.ui.words.errors import error

        if isinstance(problem, RecordInUseError):
            self._window.show_in_use(problem)
        elif isinstance(problem, RecordUnreadableError) and problem.reason == "missing":
            self._window.show_missing(Path(problem.path), error(problem))
        else:
            self._window.show_problem(error(problem), _damaged(problem))
        self._offer_backup(problem)

    def _shut(self, found: ShutError) -> None:
        """Stand before an encrypted record, which nobody else may write to meanwhile; the one on screen goes."""
        self.let_go()
        self._hold(found.access)
        self._hear(found.path)
        self.shut.emit(found.path)


def _damaged(problem: SkintervalError) -> Path | None:
    """Return the record that holds something which may be read still, but cannot be opened."""
    if isinstance(problem, RecordUnreadableError) and problem.reason in ("damaged", "altered"):
        return Path(problem.path)
    return None


def _warm_charts(_job: Job) -> None:
    from tracker.ui.charts.warming import warm_charts

    warm_charts()
