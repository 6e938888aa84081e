"""Tells when the computer falls asleep and wakes, where the system says so: logind on Linux."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.ui.desktop.bus_watch import BusWatch

if TYPE_CHECKING:
    from tracker.ui.desktop.bus import Bus


class WakeWatch(BusWatch):
    """``sleeping`` comes before each sleep, ``woke`` after it.

    Silent on other systems and without a system bus: a gap between two ticks tells it there.
    """

    sleeping = Signal()
    woke = Signal()

    def _usual_address(self) -> str:
        from tracker.ui.desktop.bus import system_address

        return system_address()

    def _listen(self, bus: "Bus") -> None:
        from jeepney import DBusAddress

        name, path = "org.freedesktop.login1", "/org/freedesktop/login1"
        login = DBusAddress(path, bus_name=name, interface=f"{name}.Manager")
        bus.listen(login, "PrepareForSleep", self._on_prepare_for_sleep)

    def _on_prepare_for_sleep(self, is_before: bool) -> None:
        (self.sleeping if is_before else self.woke).emit()
