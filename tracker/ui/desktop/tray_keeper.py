"""Closing the window can leave the program in the tray: asked once, off at first."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tracker.ui import messages
from tracker.ui.preferences import Preferences
from tracker.ui.window_state import bring_forward


class TrayKeeper(QObject):
    """Decides what closing ``window`` means. Made only where there is a tray icon to come back by.

    ``left`` follows when the person has quit; the program is to end then.
    """

    left = Signal()

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._is_leaving = False
        window.installEventFilter(self)

    def open(self) -> None:
        """Show the window in front of the others."""
        QGuiApplication.setQuitOnLastWindowClosed(True)
        bring_forward(self._window)

    def hide(self) -> None:
        """Leave nothing but the tray icon."""
        # A dialog that closes while the window is hidden would count as the last window.
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._window.hide()

    def quit(self) -> None:
        """Close the window for good, whatever was chosen."""
        self._is_leaving = True
        if self._window.close():
            self.left.emit()
        self._is_leaving = False

    def _ask(self) -> None:
        # A question on a minimised window would not be seen.
        self.open()
        question = messages.Message(
            title=self.tr("Keep Skinterval in the tray?"),
            text=self.tr(
                "Reminders appear while Skinterval runs. In the tray it goes on running after its window is closed, "
                "until you choose Quit in its menu."
            ),
            yes=self.tr("Keep it in the tray"),
            no=self.tr("Close it"),
        )
        messages.ask(self._window, question, self._on_answered)

    def _on_answered(self, is_kept: bool) -> None:
        self._preferences.keep_in_tray = is_kept
        self._preferences.save()
        if is_kept:
            self.hide()
        else:
            # Where the answer comes at once, the window is still being closed and would not hear of it.
            QTimer.singleShot(0, self, self.quit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_close = watched is self._window and event.type() == QEvent.Type.Close
        is_kept = self._preferences.keep_in_tray
        if not is_close or is_kept is False or self._is_leaving or _is_session_ending():
            return super().eventFilter(watched, event)
        event.ignore()
        if is_kept:
            self.hide()
        else:
            self._ask()
        return True


def _is_session_ending() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
