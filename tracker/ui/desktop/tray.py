"""The icon in the tray, with the menu of what a person does most."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from tracker.ui.icons import app_icon


class Tray(QObject):
    """Shows the icon as long as it lives. ``logRequested`` carries the word of a `Kind`."""

    openRequested = Signal()
    logRequested = Signal(str)
    remindersRequested = Signal()
    quitRequested = Signal()

    def __init__(self, parent: QObject | None = None, *, platform: str = sys.platform) -> None:
        super().__init__(parent)
        # A click opens the menu there, and would open the window with it.
        self._is_click_for_menu = platform == "darwin"
        self._build()
        self._connect()
        self.icon.show()

    def _build(self) -> None:
        self.menu = QMenu()
        self.open = self._action("trayOpen", self.tr("&Open Skinterval"))
        self.menu.addSeparator()
        self.log = {
            "botox": self._action("trayLog-botox", self.tr("Log &botox…")),
            "microdermabrasion": self._action("trayLog-microdermabrasion", self.tr("Log &microdermabrasion session…")),
            "rating": self._action("trayLog-rating", self.tr("&Rate skin…")),
        }
        self.reminders = self._action("trayReminders", self.tr("Remin&ders…"))
        self.menu.addSeparator()
        self.quit = self._action("trayQuit", self.tr("&Quit"))
        self.icon = QSystemTrayIcon(app_icon(), self)
        self.icon.setToolTip("Skinterval")
        self.icon.setContextMenu(self.menu)

    def _action(self, name: str, text: str) -> QAction:
        action = self.menu.addAction(text)
        action.setObjectName(name)
        # The system's own menu bar must not take them out of this menu.
        action.setMenuRole(QAction.MenuRole.NoRole)
        return action

    def _connect(self) -> None:
        self.open.triggered.connect(self.openRequested)
        for kind, action in self.log.items():
            action.triggered.connect(lambda _checked=False, kind=kind: self.logRequested.emit(kind))
        self.reminders.triggered.connect(self.remindersRequested)
        self.quit.triggered.connect(self.quitRequested)
        self.icon.activated.connect(self._on_activated)

    def allow(self, kind: str, is_allowed: bool) -> None:
        """Let entries of a kind be logged, or not."""
        self.log[kind].setEnabled(is_allowed)

    def close(self) -> None:
        """Take the icon away; some systems would leave it standing."""
        self.icon.hide()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicks = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)
        if reason in clicks and not self._is_click_for_menu:
            self.openRequested.emit()
