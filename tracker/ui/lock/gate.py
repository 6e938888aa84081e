"""Stands before encrypted records: the passphrase, the recovery key or this computer's key store opens them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.core.locking import LockReason
from tracker.core.passphrase import RecoveryKey, Secret
from tracker.ui import messages
from tracker.ui.jobs import Job, Jobs
from tracker.ui.lock.unlock_page import UnlockPage
from tracker.ui.words.errors import error
from tracker.ui.words.locking import why_locked

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.desktop.key_keeper import KeyKeeper
    from tracker.ui.main_window import MainWindow
    from tracker.ui.record_desk import RecordDesk


class Gate(QObject):
    """Puts the page that asks for the passphrase on the window, and opens the record with what is given there."""

    def __init__(self, window: "MainWindow", desk: "RecordDesk", keeper: "KeyKeeper") -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._keeper = keeper
        self._jobs = Jobs()
        self._path = Path()
        self._is_offered = False
        self.page = UnlockPage(window.theme, window)
        window.pages.addWidget(self.page)
        self._connect()

    def _connect(self) -> None:
        stage = self._window.stage
        self.page.secretGiven.connect(self._on_secret_given)
        stage.controller.rememberChosen.connect(self._on_remember_chosen)
        self.page.openRequested.connect(stage.files.ask_open)
        stage.recordShown.connect(self._on_record_shown)
        self._window.pages.currentChanged.connect(lambda _place: self._follow_page())

    def ask(self, path: Path) -> None:
        """Open an encrypted record: by itself where its key is kept on this computer, else with what is typed."""
        is_remembered = self._window.preferences.is_remembered(path)

        def look(_job: Job) -> tuple[bool, RecoveryKey | None]:
            return self._keeper.is_offered(), self._keeper.key_of(path) if is_remembered else None

        self._path = path
        self._jobs.run(look, lambda found: self._on_looked(path, *found), self._say, self)

    def show_page(self, path: Path, reason: LockReason) -> None:
        """Ask for the passphrase of ``path``."""
        self._stand_before(path)
        self.page.ask(path, self._why(reason), can_remember=self._is_offered)

    def show_waiting(self, path: Path, reason: LockReason) -> None:
        """Stand before a record that is not closed yet, for something is being saved; the passphrase is asked later."""
        self._stand_before(path)
        self.page.wait(path, self._why(reason))

    def _stand_before(self, path: Path) -> None:
        self._path = path
        self._window.menus.show_personal(False)
        self._window.pages.setCurrentWidget(self.page)

    def _why(self, reason: LockReason) -> str:
        return why_locked(reason, self._window.preferences.lock_minutes)

    def close(self) -> None:
        """Wait for the key store, at the end of the program."""
        self._jobs.stop()

    def _on_looked(self, path: Path, is_offered: bool, key: RecoveryKey | None) -> None:
        self._take_offer(is_offered)
        if path != self._path:
            return
        if key is None:
            self.show_page(path, LockReason.CLOSED)
        else:
            self._desk.unlock(path, key, lambda problem: self._on_kept_key_failed(path, problem))

    def _take_offer(self, is_offered: bool) -> None:
        self._is_offered = self._window.stage.controller.can_remember = is_offered

    def _on_remember_chosen(self, is_on: bool) -> None:
        record = self._window.stage.record
        if record is None or record.recovery_key is None:
            return
        if is_on:
            self.remember(record.path, record.recovery_key)
        else:
            self.forget(record.path)

    def _on_kept_key_failed(self, path: Path, problem: SkintervalError) -> None:
        if not _is_wrong_secret(problem):
            self._desk.show_failed(problem)
            return
        self.forget(path)
        self.show_page(path, LockReason.CLOSED)

    def _on_secret_given(self, secret: Secret) -> None:
        self._desk.unlock(self._path, secret, self._on_refused)

    def _on_refused(self, problem: SkintervalError) -> None:
        if _is_wrong_secret(problem):
            self.page.refuse()
        else:
            self._desk.show_failed(problem)

    def _on_record_shown(self, record: "Record") -> None:
        if record.is_encrypted and not self._is_offered:
            self._jobs.run(lambda _job: self._keeper.is_offered(), self._take_offer, self._say, self)
        if self.page.remember.isChecked() and record.path == self._path and record.recovery_key is not None:
            self.remember(record.path, record.recovery_key)
        self.page.leave(record.path)

    def remember(self, path: Path, key: RecoveryKey) -> None:
        """Keep the key of a record on this computer."""
        self._jobs.run(
            lambda _job: self._keeper.keep(path, key),
            lambda _nothing: self._window.preferences.keep_remembered(path, True),
            self._say,
            self,
        )

    def follow_key(self, record: "Record") -> None:
        """Keep the new key of a record on this computer where its former one was; forget it where there is none."""
        if not self._window.preferences.is_remembered(record.path):
            return
        if record.recovery_key is None:
            self.forget(record.path)
        else:
            self.remember(record.path, record.recovery_key)

    def forget(self, path: Path) -> None:
        """Keep the key of a record on this computer no more."""
        self._window.preferences.keep_remembered(path, False)
        self._jobs.run(lambda _job: self._keeper.forget(path), _nothing, self._say, self)

    def _say(self, problem: SkintervalError) -> None:
        messages.tell(self._window, self.tr("The key was not kept"), error(problem))

    def _follow_page(self) -> None:
        """Leave the status bar out while it has nothing to say."""
        self._window.status.setVisible(self._window.pages.currentWidget() is not self.page)


def _is_wrong_secret(problem: SkintervalError) -> bool:
    return isinstance(problem, RecordUnreadableError) and problem.reason == "wrong_secret"


def _nothing(_result: object) -> None:
    """Do nothing with what a job returns."""
