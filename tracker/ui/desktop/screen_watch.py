"""Tells when the screen is locked, where the desktop says so: on Linux over the session bus."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tracker.ui.desktop.bus import Bus

SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class ScreenWatch(QObject):
    """``locked`` follows when the screen is locked. Silent on other systems and without a bus.

    ``address`` is that of the session bus where it is not the usual one.
    """

    locked = Signal()

    def __init__(
        self, parent: QObject | None = None, *, platform: str = sys.platform, address: str | None = None
    ) -> None:
        super().__init__(parent)
        self.bus: Bus | None = None
        if platform == "linux":
            self._listen(address)

    def close(self) -> None:
        """Stop listening, at the end of the program."""
        if self.bus is not None:
            self.bus.close()

    def _listen(self, address: str | None) -> None:
        from jeepney import DBusAddress

        from tracker.ui.desktop.bus import Bus, session_address

        try:
            self.bus = Bus(address or session_address())
        except OSError:
            return
        for name, path in SCREEN_SAVERS:
            saver = DBusAddress(path, bus_name=name, interface=name)
            self.bus.listen(saver, "ActiveChanged", self._on_active_changed)

    def _on_active_changed(self, is_active: bool) -> None:
        if is_active:
            self.locked.emit()
