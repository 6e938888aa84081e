"""The running window program: Qt's application, the window, and the record that it shows."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tracker.core.errors import NotSavedError, RecordInUseError, RecordUnreadableError, SkintervalError
from tracker.paths import default_record, log_folder, resource_folder
from tracker.ui.backup_keeper import BackupKeeper
from tracker.ui.backup_roots import backup_roots
from tracker.ui.crash.last_word import ENDED
from tracker.ui.crash.path import CrashPath
from tracker.ui.desktop.end_signals import EndSignals
from tracker.ui.first_window import SHOW, STAY, FirstWindow, is_heard
from tracker.ui.jobs import Job, Jobs
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.record_access import Access, access_to
from tracker.ui.theme import install_theme
from tracker.ui.window_state import bring_forward

if TYPE_CHECKING:
    from tracker.core.catalog import Catalog
    from tracker.core.clock import Clock
    from tracker.core.passphrase import Secret
    from tracker.services.backup_folder import Backup
    from tracker.services.backup_keys import Rekeyed
    from tracker.services.record import Record
    from tracker.services.restoring import Examined, Restored
    from tracker.ui.desktop.presence import Presence
    from tracker.ui.desktop.wake import WakeWatch
    from tracker.ui.lock.gate import Gate
    from tracker.ui.lock.lock import Lock
    from tracker.ui.reminders.reminder_desk import ReminderDesk


class _Opened(NamedTuple):
    record: Record
    access: Access


class _ShutError(SkintervalError):
    """The record at ``path`` is encrypted and its secret not known yet; its ``access`` is held meanwhile."""

    def __init__(self, path: Path, access: Access) -> None:
        super().__init__(str(path))
        self.path = path
        self.access = access


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
        self._clock = clock
        self._jobs = jobs
        self._record: Record | None = None
        self._access = Access()
        self._read_only_path: Path | None = None
        self._first: FirstWindow | None = None
        self._demo_folder: Path | None = None
        self._are_charts_asked_for = False
        self.keeper = BackupKeeper(window.preferences, jobs, self)
        self.keeper.failed.connect(self._on_not_backed_up)
        window.openRecordRequested.connect(self.open)
        window.newRecordRequested.connect(self.create)
        window.readOnlyRequested.connect(self.open_read_only)
        window.restoreRequested.connect(self.restore)

    def open(self, path: Path) -> None:
        """Open an existing record and show it; a record that cannot be opened leaves the former one on screen."""
        self._read_only_path = None
        self._jobs.run(lambda _job: self._opened(path), self._on_opened, self._on_failed, self)

    def unlock(self, path: Path, secret: Secret, failed: Callable[[SkintervalError], None]) -> None:
        """Open an encrypted record and show it; ``failed`` gets why it stays shut."""
        is_read_only = path == self._read_only_path
        self._jobs.run(
            lambda _job: self._opened(path, secret, is_read_only=is_read_only), self._on_opened, failed, self
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

        def rewritten(_job: Job) -> tuple[_Opened, Rekeyed | None]:
            from tracker.services.backup_keys import follow_key, former_key

            before = former_key(path, roots, self._clock, former) if roots else None
            secret = work(path)
            followed = None if before is None else follow_key(before, path, secret)
            return self._opened(path, secret), followed

        def on_rewritten(found: tuple[_Opened, Rekeyed | None]) -> None:
            opened, followed = found
            self._on_opened(opened)
            done(opened.record)
            if followed is not None:
                self._tell_of_backups(followed, opened.record)

        def on_failed(problem: SkintervalError) -> None:
            def on_former_opened(opened: _Opened) -> None:
                self._on_opened(opened)
                failed(problem)

            self._jobs.run(lambda _job: self._opened(path, former), on_former_opened, self._on_failed, self)

        self._jobs.run(rewritten, on_rewritten, on_failed, self)

    def _tell_of_backups(self, followed: Rekeyed, record: Record) -> None:
        from tracker.services.backup_keys import copies_beside
        from tracker.ui import messages
        from tracker.ui.words.backups import copies, rekeyed

        said = [*rekeyed(followed, is_encrypted=record.is_encrypted), *copies(copies_beside(record.path))]
        if said:
            messages.tell(self._window, self.tr("The backups of this record"), "\n".join(said))

    def open_read_only(self, path: Path) -> None:
        """Open an existing record and show it; nothing is written into it or beside it."""
        self._read_only_path = path
        self._jobs.run(lambda _job: self._opened(path, is_read_only=True), self._on_opened, self._on_failed, self)

    def create(self, path: Path) -> None:
        """Create a new record and show it."""
        self._jobs.run(lambda _job: self._created(path), self._on_opened, self._on_failed, self)

    def open_or_create(self, path: Path) -> None:
        """Open the record at ``path``; create one where there was none, but never in the place of one that is gone."""
        self._jobs.run(lambda _job: self._opened_or_created(path), self._on_opened, self._on_failed, self)

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
                self._jobs.run(lambda _job: self._opened(path, former), self._on_opened, self._on_failed, self)
            messages.tell(self._window, self.tr("Nothing was restored"), error(problem))

        self._jobs.run(lambda _job: self._restored(path, backup, secret), self._on_restored, on_failed, self)

    def open_demo(self) -> None:
        """Show a copy of the demo in a folder of its own, which is removed at the end."""
        self._jobs.run(lambda _job: self._demo(), self._on_opened, self._on_failed, self)

    def close(self) -> None:
        """Close the record and remove the demo."""
        self._jobs.stop()
        if self._first is not None:
            self._first.stop()
        if self._record is not None:
            self.keeper.leave()
            self._record.close()
            self._record = None
        self._access.give_back()
        if self._demo_folder is not None:
            import shutil

            shutil.rmtree(self._demo_folder, ignore_errors=True)

    def _is_demo(self, record: Record) -> bool:
        return self._demo_folder is not None and record.path.parent == self._demo_folder

    def _opened(self, path: Path, secret: Secret | None = None, *, is_read_only: bool = False) -> _Opened:
        from tracker.services.leftovers import clear_leftovers
        from tracker.services.record import open_record

        access = access_to(path, self._access, is_read_only_asked=is_read_only)
        try:
            if access.lock is not None:
                clear_leftovers(path)
            is_read_only = access.read_only is not None
            roots = backup_roots(self._window.preferences)
            record = open_record(path, _shipped_catalog(), self._clock, secret, read_only=is_read_only, backups=roots)
        except BaseException as error:
            if isinstance(error, RecordUnreadableError) and error.reason == "encrypted":
                raise _ShutError(path, access) from error
            self._give_back(access)
            raise
        return _Opened(record, access)

    def _opened_or_created(self, path: Path) -> _Opened:
        if _is_there(path):
            return self._opened(path)
        preferences = self._window.preferences
        if path in preferences.recent_records or preferences.record_id(path) is not None:
            raise RecordUnreadableError(str(path), "missing")
        return self._created(path)

    def _created(self, path: Path) -> _Opened:
        from tracker.services.record import create_record

        _make_folder(path)
        access = access_to(path, self._access)
        with self._given_back_after_error(access):
            record = create_record(path, _shipped_catalog(), self._clock)
            record.backup_roots = backup_roots(self._window.preferences)
            return _Opened(record, access)

    def _restored(self, path: Path, backup: Examined, secret: Secret | None) -> tuple[_Opened, Restored]:
        from tracker.services.record import open_record
        from tracker.services.restoring import restore

        _make_folder(path)
        access = access_to(path, self._access)
        with self._given_back_after_error(access):
            if access.read_only is not None:
                raise NotSavedError("read_only")
            roots = backup_roots(self._window.preferences)
            done = restore(backup, path, roots, self._clock, secret)
            record = open_record(path, _shipped_catalog(), self._clock, secret, backups=roots)
            return _Opened(record, access), done

    def _on_restored(self, found: tuple[_Opened, Restored]) -> None:
        from tracker.ui import messages
        from tracker.ui.words.backups import restored

        opened, done = found
        self._on_opened(opened)
        self._window.preferences.keep_record_id(opened.record.path, done.contents.record_id)
        messages.tell(self._window, self.tr("The backup is restored"), "\n".join(restored(done)))

    @contextmanager
    def _given_back_after_error(self, access: Access) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._give_back(access)
            raise

    def _give_back(self, access: Access) -> None:
        """Let others write to a record that could not be opened, unless it is the one that is held."""
        if access is not self._access:
            access.give_back()

    def _demo(self) -> _Opened:
        import tempfile

        from tracker.services.demo import create_demo
        from tracker.services.record import open_record

        with _folder_errors(Path(tempfile.gettempdir())):
            self._demo_folder = Path(tempfile.mkdtemp(prefix="skinterval-demo-"))
        path = self._demo_folder / "demo.db"
        create_demo(path, _shipped_catalog(), self._clock, resource_folder() / "demo")
        # Nobody else can come upon it, so that it needs no lock.
        return _Opened(open_record(path, _shipped_catalog(), self._clock), Access())

    def let_go(self) -> None:
        """Show nothing of the record on screen, and close it. Nobody else may write to it until another is opened."""
        if self._record is not None:
            self._window.close_record()
            self.keeper.leave()
            self._record.close()
            self._record = None

    def _on_opened(self, opened: _Opened) -> None:
        self.let_go()
        self._hold(opened.access, opened.record.path)
        self._record = opened.record
        self.keeper.follow(self._record)
        self.opened.emit()
        self._window.show_record(self._record, remember=not self._is_demo(self._record))
        self._window.stage.notices.follow(self._record.path, self._access)
        if not self._are_charts_asked_for:
            self._are_charts_asked_for = True
            self._jobs.run(_warm_charts, lambda _nothing: self._on_charts_warmed(), self._on_failed, self)
        else:
            self._window.warm_charts()
        if not self._is_demo(self._record):
            self._look_around(self._record.path)
            self._compare_clocks(self._record)
            self._check_after_unclean_end(self._record)

    def _hold(self, access: Access, path: Path) -> None:
        """Hold the access to one record in the place of the one before, and hear of second starts on it."""
        if access is not self._access:
            self._access.give_back()
        self._access = access
        if self._first is None:
            self._first = FirstWindow(self)
            self._first.called.connect(self.called)
        if self._access.lock is not None:
            self._first.listen(path)
        else:
            self._first.stop()

    def _check_after_unclean_end(self, record: Record) -> None:
        """Say how the look through the file ended. An encrypted one is proved page by page as it is read."""
        if self._access.lock is None or not self._access.lock.was_left or record.is_encrypted:
            return
        notices = self._window.stage.notices
        self._jobs.run(
            lambda _job: record.wait_until_checked(),
            lambda _nothing: notices.follow_check(record.path),
            self._on_failed,
            self,
        )

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
        self.settled.emit()

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
        if isinstance(problem, _ShutError):
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

    def _shut(self, found: _ShutError) -> None:
        """Stand before an encrypted record, which nobody else may write to meanwhile; the one on screen goes."""
        self.let_go()
        self._hold(found.access, found.path)
        self.shut.emit(found.path)


_SPOILT = ("damaged", "altered", "empty", "foreign", "missing")
"""What can be wrong with a record that a backup can replace."""


def _damaged(problem: SkintervalError) -> Path | None:
    """Return the record that holds something which may be read still, but cannot be opened."""
    if isinstance(problem, RecordUnreadableError) and problem.reason in ("damaged", "altered"):
        return Path(problem.path)
    return None


def _shipped_catalog() -> Catalog:
    from tracker.core.catalog import load_catalog

    return load_catalog(resource_folder() / "catalog")


@contextmanager
def _folder_errors(path: Path) -> Iterator[None]:
    """Say what the system refuses at ``path`` as an error of the world."""
    try:
        yield
    except PermissionError as found:
        raise RecordUnreadableError(str(path), "no_permission") from found
    except OSError as found:
        raise RecordUnreadableError(str(path), "folder_missing") from found


def _is_there(path: Path) -> bool:
    with _folder_errors(path):
        return path.exists()


def _make_folder(path: Path) -> None:
    with _folder_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def _warm_charts(_job: Job) -> None:
    from tracker.ui.charts.warming import warm_charts

    warm_charts()


class Program:
    """The window and what it needs, put together; ``desk`` opens records into ``window``.

    ``presence`` is the tray icon: None before the chart stands, and where the desktop has no tray.
    """

    def __init__(self, application: QApplication, preferences: Preferences, clock: Clock) -> None:
        theme = install_theme(application, preferences.theme)
        self.window = MainWindow(preferences, theme, clock)
        self.desk = RecordDesk(self.window, clock, Jobs())
        self.desk.called.connect(self.come_forward)
        self.presence: Presence | None = None
        self.reminders: ReminderDesk | None = None
        self._gate: Gate | None = None
        self.lock: Lock | None = None
        self._application = application
        self._clock = clock
        self.desk.shut.connect(lambda path: self.gate.ask(path))
        self.desk.opened.connect(self._join_first_run, Qt.ConnectionType.SingleShotConnection)
        # Tray and reminders can wait until the chart stands.
        self.desk.settled.connect(self._join_desktop, Qt.ConnectionType.SingleShotConnection)

    def show(self, database: Path | None, *, is_demo: bool, is_minimised: bool = False) -> None:
        """Show the window; once it is painted, open ``database`` (else the person's own record) or the demo in it.

        ``is_minimised`` leaves it in the tray, or minimised where there is none, and opens the record all the same.
        """
        if is_minimised:
            self._join_tray()
            if self.presence is None:
                self.window.showMinimized()
            else:
                self.presence.keeper.hide()
            QTimer.singleShot(0, self.window, lambda: self._open(database, is_demo))
            return
        self.window.framePainted.connect(lambda: self._open(database, is_demo))
        self.window.show()

    @property
    def gate(self) -> Gate:
        """Return what stands before encrypted records; imported when it is first needed."""
        if self._gate is None:
            from tracker.ui.desktop.key_keeper import KeyKeeper
            from tracker.ui.lock.gate import Gate

            self._gate = Gate(self.window, self.desk, KeyKeeper())
        return self._gate

    def _join_first_run(self) -> None:
        from tracker.ui.lock.first_run import FirstRun

        FirstRun(self.window, self.desk)

    def come_forward(self) -> None:
        """Show the window in front of the others, wherever it was."""
        if self.presence is not None:
            self.presence.keeper.open()
        else:
            bring_forward(self.window)

    def _open(self, database: Path | None, is_demo: bool) -> None:
        if is_demo:
            self.desk.open_demo()
        else:
            self.desk.open_or_create(database or default_record())

    def _join_tray(self) -> None:
        from tracker.ui.desktop.presence import join_tray

        self.presence = join_tray(self.window, self.window.preferences)
        if self.presence is not None:
            self.presence.left.connect(self._application.quit)

    def _join_desktop(self) -> None:
        from tracker.ui.desktop.wake import WakeWatch

        if self.presence is None:
            self._join_tray()
        wake = WakeWatch(self.window)
        self._join_lock(wake)
        self._join_reminders(wake)

    def _join_lock(self, wake: WakeWatch) -> None:
        from tracker.ui.desktop.screen_watch import ScreenWatch
        from tracker.ui.lock.lock import Lock
        from tracker.ui.lock.passphrase_desk import PassphraseDesk

        self.lock = Lock(self.window, self.desk, self.gate, wake, ScreenWatch(self.window))
        PassphraseDesk(self.window, self.desk, self.gate)

    def _join_reminders(self, wake: WakeWatch) -> None:
        from tracker.ui.desktop.ways import make_notifier
        from tracker.ui.reminders.reminder_desk import ReminderDesk

        icon = None if self.presence is None else self.presence.tray.icon
        notifier = make_notifier(icon, parent=self.window)
        self.reminders = ReminderDesk(self.window, self._clock, notifier, wake, self.presence)

    def close(self) -> None:
        """Let go of the desktop and of the record, at the end."""
        if self.reminders is not None:
            self.reminders.close()
        if self.presence is not None:
            self.presence.tray.close()
        if self.lock is not None:
            self.lock.close()
        if self._gate is not None:
            self._gate.close()
        self.desk.close()


def _collect_garbage_again() -> None:
    # What was made at start lives as long as the program: the collector need not look at it again.
    gc.enable()
    gc.freeze()


def run_application(database: Path | None, *, is_demo: bool, is_minimised: bool, clock: Clock) -> int:
    """Open the window on a record and run until it is closed; return the exit code, 1 after an error of ours."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Skinterval")
    application.setDesktopFileName("skinterval")
    if not is_demo and is_heard(database or default_record(), STAY if is_minimised else SHOW):
        return 0
    program = Program(application, Preferences.of_this_user(), clock)
    program.desk.settled.connect(_collect_garbage_again, Qt.ConnectionType.SingleShotConnection)
    crashes = CrashPath(log_folder(), clock, program.window.theme, program.window)
    crashes.closeRequested.connect(lambda: application.exit(ENDED))
    crashes.install()
    asked_to_end = EndSignals(application)
    asked_to_end.asked.connect(application.quit)
    program.show(database, is_demo=is_demo, is_minimised=is_minimised)
    code = application.exec()
    program.close()
    asked_to_end.release()
    crashes.uninstall()
    return code
