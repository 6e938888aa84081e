"""How the window looks: theme, motion and full screen, as chosen in the menu and in the settings."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from tracker.ui.actions import Actions
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme


class WindowLook(QObject):
    """Follows the View menu and the preferences."""

    def __init__(self, window: QMainWindow, actions: Actions, preferences: Preferences, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._preferences = preferences
        self._theme = theme
        actions.full_screen.toggled.connect(self._on_full_screen)
        actions.themes.triggered.connect(self._on_theme_chosen)
        preferences.changed.connect(self._on_preference_changed)
        self._tick_theme()

    def _tick_theme(self) -> None:
        for action in self._actions.themes.actions():
            action.setChecked(action.data() == self._preferences.theme)

    def _on_full_screen(self, is_full: bool) -> None:
        if is_full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _on_theme_chosen(self, action: QAction) -> None:
        self._preferences.theme = action.data()

    def _on_preference_changed(self, name: str) -> None:
        if name == "theme":
            self._theme.choose_mode(self._preferences.theme)
            self._tick_theme()
        elif name == "reduce_motion":
            self._theme.is_motion_reduced = self._preferences.reduce_motion
