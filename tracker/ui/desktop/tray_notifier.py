"""Notifications as messages beside the tray icon: the only way on Windows and macOS, the second one on Linux."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from tracker.ui.desktop.notifier import Notification, Notifier


class TrayNotifier(Notifier):
    """Shows messages through ``icon``. Only the newest can be clicked, none has buttons, none can be taken back."""

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._newest = ""
        icon.messageClicked.connect(self._on_message_clicked)

    @property
    def is_possible(self) -> bool:
        return self._icon.isVisible() and self._icon.supportsMessages()

    def show_one(self, notification: Notification) -> bool:
        if not self.is_possible:
            self.notShown.emit(notification.key, "no_tray")
            return False
        self._newest = notification.key
        self._icon.showMessage(notification.title, notification.text, self._icon.icon())
        self.shown.emit(notification.key)
        return True

    def withdraw(self, key: str) -> None:
        if key == self._newest:
            self._newest = ""

    def _on_message_clicked(self) -> None:
        if self._newest:
            self.activated.emit(self._newest)
