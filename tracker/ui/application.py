"""The running window program: Qt's application, the window, and the record that it shows."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tracker.paths import default_record, log_folder
from tracker.ui.crash.last_word import ENDED
from tracker.ui.crash.path import CrashPath
from tracker.ui.desktop.end_signals import EndSignals
from tracker.ui.first_window import SHOW, STAY, is_heard
from tracker.ui.jobs import Jobs
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.record_desk import RecordDesk
from tracker.ui.theme import install_theme
from tracker.ui.window_state import bring_forward

if TYPE_CHECKING:
    from tracker.core.clock import Clock
    from tracker.ui.desktop.presence import Presence
    from tracker.ui.desktop.wake import WakeWatch
    from tracker.ui.lock.gate import Gate
    from tracker.ui.lock.lock import Lock
    from tracker.ui.reminders.reminder_desk import ReminderDesk


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
    crashes.closeRequested.connect(program.window.preferences.keep_end_by_error)
    crashes.closeRequested.connect(lambda _report: application.exit(ENDED))
    crashes.install()
    asked_to_end = EndSignals(application)
    asked_to_end.asked.connect(application.quit)
    program.show(database, is_demo=is_demo, is_minimised=is_minimised)
    code = application.exec()
    program.close()
    asked_to_end.release()
    crashes.uninstall()
    return code
