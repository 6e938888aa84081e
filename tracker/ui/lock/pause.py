"""The pause after wrong passphrases, counted down second by second."""

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.core.locking import pause_after

SECOND_MS = 1_000


class Pause(QObject):
    """Counts wrong tries. ``ticked`` follows each change of ``seconds``, what is left to wait.

    It counts by a timer and not by the clock, which whoever guesses could set.
    """

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seconds = 0
        self._tries = 0
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)

    def count_wrong(self) -> None:
        """Count one more wrong try, and begin the pause that it brings."""
        self._tries += 1
        self.seconds = pause_after(self._tries)
        if self.seconds:
            self._second.start()
        self.ticked.emit()

    def forget(self) -> None:
        """Begin anew: the record was opened."""
        self._tries = self.seconds = 0
        self._second.stop()
        self.ticked.emit()

    def tick(self) -> None:
        """Let a second pass."""
        self.seconds = max(0, self.seconds - 1)
        if not self.seconds:
            self._second.stop()
        self.ticked.emit()
