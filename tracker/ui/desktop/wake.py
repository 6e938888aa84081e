"""Tells when the computer falls asleep and wakes, where the system says so: logind on Linux."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tracker.ui.desktop.bus import Bus


class WakeWatch(QObject):
    """``sleeping`` comes before each sleep, ``woke`` after it.

    Silent on other systems and without a bus: a gap between two ticks tells it there.

    ``address`` is that of the system bus where it is not the usual one.
    """

    sleeping = Signal()
    woke = Signal()

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

        from tracker.ui.desktop.bus import Bus, system_address

        name, path = "org.freedesktop.login1", "/org/freedesktop/login1"
        try:
            self.bus = Bus(address or system_address())
        except OSError:
            return
        login = DBusAddress(path, bus_name=name, interface=f"{name}.Manager")
        self.bus.listen(login, "PrepareForSleep", self._on_prepare_for_sleep)

    def _on_prepare_for_sleep(self, is_before: bool) -> None:
        (self.sleeping if is_before else self.woke).emit()
