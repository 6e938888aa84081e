"""Where the window stood when it was closed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from tracker.ui.preferences import Preferences

DESIGNED = QSize(1280, 800)
_NAME = "window"


def restore_window(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it was; the first time, give it the size of the design as far as the screen has room."""
    if window.restoreGeometry(preferences.layout(_NAME)):
        return
    room = window.screen().availableGeometry().size()
    window.resize(DESIGNED.boundedTo(room).expandedTo(window.minimumSize()))


def keep_window(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where the window is."""
    preferences.keep_layout(_NAME, window.saveGeometry())
    preferences.save()
