"""Where the window stood when it was closed, and how it comes forward."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from tracker.ui.preferences import Preferences

DESIGNED = QSize(1280, 800)
_NAME = "window"


def restore_window(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it was; the first time, give it the size of the design as far as the screen has room."""
    if window.restoreGeometry(preferences.layout(_NAME)):
        return
    room = window.screen().availableGeometry().size()
    window.resize(DESIGNED.boundedTo(room).expandedTo(window.minimumSize()))


def bring_forward(window: QWidget) -> None:
    """Show a window in front of the others, also one that is minimised or hidden."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def keep_window(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where the window is."""
    preferences.keep_layout(_NAME, window.saveGeometry())
    preferences.save()
