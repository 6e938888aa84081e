"""Tells when the screen is locked, where the desktop says so: on Linux over the session bus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.ui.desktop.bus_watch import BusWatch

if TYPE_CHECKING:
    from tracker.ui.desktop.bus import Bus

SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class ScreenWatch(BusWatch):
    """``locked`` follows when the screen is locked. Silent on other systems and without a session bus."""

    locked = Signal()

    def _usual_address(self) -> str:
        from tracker.ui.desktop.bus import session_address

        return session_address()

    def _listen(self, bus: "Bus") -> None:
        from jeepney import DBusAddress

        for name, path in SCREEN_SAVERS:
            saver = DBusAddress(path, bus_name=name, interface=name)
            bus.listen(saver, "ActiveChanged", self._on_active_changed)

    def _on_active_changed(self, is_active: bool) -> None:
        if is_active:
            self.locked.emit()
