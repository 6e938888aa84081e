"""Lets the program end in order when the system asks it to: at log-out, at shut-down, by Ctrl+C in a terminal."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKING = ("SIGTERM", "SIGINT", "SIGHUP")
"""Not every system knows all of them."""


class EndSignals(QObject):
    """``asked`` follows when the system asks the program to end; until `release` it does not end by itself."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Python runs its own answer to a signal only between two of its instructions, and while Qt waits there is none:
        # the number of the signal is written into a socket at once, and that wakes Qt.
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._former_handle = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _ASKING if hasattr(signal, name)]
        self._former = {number: signal.signal(number, lambda *_: None) for number in numbers}
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_written)

    def release(self) -> None:
        """Let the signals do again what they did before."""
        for number, former in self._former.items():
            signal.signal(number, former)
        signal.set_wakeup_fd(self._former_handle)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    def _on_written(self) -> None:
        written = self._reading.recv(64)
        if any(number in self._former for number in written):
            self.asked.emit()
