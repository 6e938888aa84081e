"""The crash path: every error of ours that nothing caught ends here, from any thread, and the program goes on.

It expects more of them: one dialog at a time, one file for each kind, and a plain line where it fails itself.
"""

import sys
import threading
from functools import cached_property
from pathlib import PurePath
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.crash.last_word import say

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.core.clock import Clock
    from tracker.core.crash_report import Fault
    from tracker.ui.crash.dialog import CrashDialog
    from tracker.ui.crash.log import CrashLog
    from tracker.ui.theme import Theme

_LOST = "Skinterval met an error of its own and could not report it."


class CrashPath(QObject):
    """Catches what nothing else caught while it is installed; reports go into ``folder``.

    ``closeRequested`` follows when a person has enough; it carries where the report lies, None where it was not kept.
    What only an error needs is imported when one comes.
    """

    closeRequested = Signal(object)
    _met = Signal(object)

    def __init__(self, folder: "Path", clock: "Clock", theme: "Theme", window: QWidget) -> None:
        super().__init__(window)
        self._folder = folder
        self._clock = clock
        self._theme = theme
        self._window = window
        self._dialog: CrashDialog | None = None
        self._former = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # From whichever thread: told in this one, once the event loop runs again.
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python and Qt until `uninstall`."""
        self._former = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Leave errors to Python and Qt again."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._former
        qInstallMessageHandler(None)

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(0)
        else:
            self._take(error)

    def _on_uncaught_in_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not isinstance(found.exc_value, SystemExit):
            self._take(found.exc_value)

    def _on_unraisable(self, found: "sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            self._take(found.exc_value)

    @cached_property
    def _log(self) -> "CrashLog":
        from tracker.ui.crash.log import CrashLog

        return CrashLog(self._folder, self._clock)

    def _take(self, error: BaseException) -> None:
        """Keep a report at once; the dialog follows. Never raise."""
        try:
            from tracker.core.crash_report import faults_of

            faults = faults_of(error)
            say(self._log.keep(faults).text)
            self._met.emit(faults)
        except Exception:  # noqa: BLE001 - an error of the crash path itself must not call for the crash path
            say(_LOST)

    def _on_met(self, faults: "tuple[Fault, ...]") -> None:
        try:
            self._tell(faults)
        except Exception:  # noqa: BLE001 - as above
            self._dialog = None
            say(_LOST)

    def _tell(self, faults: "tuple[Fault, ...]") -> None:
        if self._dialog is not None:
            self._dialog.count_another()
            return
        from tracker.ui.crash.dialog import CrashDialog

        over = QApplication.activeModalWidget() or self._window
        self._dialog = CrashDialog(self._theme, over, faults=faults, kept=self._log.keep(faults))
        self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.finished.connect(self._on_dialog_gone)
        self._dialog.closeRequested.connect(self.closeRequested)
        self._dialog.open()

    def _on_dialog_gone(self) -> None:
        self._dialog = None

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        say(message)
        if kind is QtMsgType.QtFatalMsg:
            from tracker.core.crash_report import Fault, Place

            # Qt ends the process when this returns; its message may hold a path.
            file = PurePath(context.file or "").name
            place = Place(context.category or "", file, context.line, context.function or "")
            self._log.keep((Fault("Qt fatal message", (place,)),))
