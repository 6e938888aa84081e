"""Something that a desktop or system tells over a bus, where there is one: on Linux. Silent elsewhere."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tracker.ui.desktop.bus import Bus


class BusWatch(QObject):
    """Listens from its making to `close`; ``address`` is that of the bus where it is not the usual one."""

    def __init__(
        self, parent: QObject | None = None, *, platform: str = sys.platform, address: str | None = None
    ) -> None:
        super().__init__(parent)
        self.bus: Bus | None = None
        if platform == "linux":
            self._connect(address)

    def close(self) -> None:
        """Stop listening, at the end of the program."""
        if self.bus is not None:
            self.bus.close()

    def _connect(self, address: str | None) -> None:
        from tracker.ui.desktop.bus import Bus

        try:
            self.bus = Bus(address or self._usual_address())
        except OSError:
            return
        self._listen(self.bus)

    def _usual_address(self) -> str:
        """Return the address of the bus. Raise `OSError` where there is none."""
        raise NotImplementedError

    def _listen(self, bus: "Bus") -> None:
        """Say what is to be heard on the bus."""
        raise NotImplementedError
