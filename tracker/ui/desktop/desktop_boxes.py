"""The two choices of how the program lives on the desktop: starting at login, staying in the tray."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tracker.core.errors import NotWrittenError
from tracker.ui import messages
from tracker.ui.preferences import Preferences
from tracker.ui.scale import px
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.ui.desktop.autostart import Autostart


class DesktopBoxes(QWidget):
    """Boxes that apply at once. That of the tray is left out where the desktop has none."""

    def __init__(
        self, preferences: Preferences, start: "Autostart", parent: QWidget | None = None, *, has_tray: bool
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._start = start
        self._build(has_tray)
        self._connect()

    def _build(self, has_tray: bool) -> None:
        self.login = QCheckBox(self.tr("&Start when I log in"), self)
        self.login.setObjectName("start_at_login")
        self.login.setAccessibleName(self.tr("Start when I log in"))
        self.login.setChecked(self._start.is_on())
        self.tray = QCheckBox(self.tr("&Keep in the tray when the window is closed"), self)
        self.tray.setObjectName("keep_in_tray")
        self.tray.setAccessibleName(self.tr("Keep in the tray when the window is closed"))
        self.tray.setChecked(self._preferences.keep_in_tray is True)
        self.tray.setVisible(has_tray)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.login)
        column.addWidget(self.tray)

    def _connect(self) -> None:
        self.login.toggled.connect(self._on_login_chosen)
        self.tray.toggled.connect(self._on_tray_chosen)

    def _on_login_chosen(self, is_on: bool) -> None:
        try:
            self._start.switch(is_on)
        except NotWrittenError as problem:
            with QSignalBlocker(self.login):
                self.login.setChecked(not is_on)
            messages.tell(self.window(), self.tr("Nothing was changed"), error(problem))

    def _on_tray_chosen(self, is_kept: bool) -> None:
        self._preferences.keep_in_tray = is_kept
