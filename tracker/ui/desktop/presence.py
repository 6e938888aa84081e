"""The tray icon joined to the window: what its menu does, and what closing the window means."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from tracker.ui.desktop.tray import Tray
from tracker.ui.desktop.tray_keeper import TrayKeeper
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences


class Presence(QObject):
    """A window with a tray icon. ``left`` follows when the person has quit; the program is to end then."""

    left = Signal()

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self.tray = Tray(self)
        self.keeper = TrayKeeper(window, preferences)
        self._connect()

    def _connect(self) -> None:
        commands = self._window.commands
        commands.quit.triggered.disconnect(self._window.close)
        commands.quit.triggered.connect(self.keeper.quit)
        self.tray.openRequested.connect(self.keeper.open)
        self.tray.remindersRequested.connect(self.keeper.open)
        self.tray.quitRequested.connect(self.keeper.quit)
        self.tray.logRequested.connect(self._on_log_requested)
        self.keeper.left.connect(self.left)
        for kind in self.tray.log:
            action = commands.log[kind]
            action.enabledChanged.connect(lambda is_on, kind=kind: self.tray.allow(kind, is_on))
            self.tray.allow(kind, action.isEnabled())

    def _on_log_requested(self, kind: str) -> None:
        self.keeper.open()
        self._window.commands.log[kind].trigger()


def join_tray(window: MainWindow, preferences: Preferences) -> Presence | None:
    """Give the window a tray icon, where the desktop has a tray."""
    return Presence(window, preferences) if QSystemTrayIcon.isSystemTrayAvailable() else None
