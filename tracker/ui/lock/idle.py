"""Notices that nobody uses the program, or that the computer has slept."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from tracker.ui.shortcuts import LOCK

if TYPE_CHECKING:
    from tracker.core.clock import Clock

MINUTE_MS, SECOND_MS = 60_000, 1_000
SLEPT = timedelta(seconds=30)
"""So long between two seconds, and the computer has slept."""
_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.HoverMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Sees every key, move and touch in the program while it watches.

    ``idled`` follows so many minutes without any, ``slept`` a leap of the clock. ``lockPressed`` follows the key that
    locks: over an open dialog no menu hears it.
    """

    idled = Signal()
    slept = Signal()
    lockPressed = Signal()

    def __init__(self, clock: "Clock", parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen: datetime | None = None
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.timeout.connect(self.idled)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)

    def begin(self, minutes: int) -> None:
        """Watch; call it again for another number of minutes."""
        self.quiet.setInterval(minutes * MINUTE_MS)
        self.quiet.start()
        if not self._second.isActive():
            self._seen = self._clock.now()
            self._second.start()
            _application().installEventFilter(self)

    def end(self) -> None:
        """Watch no more."""
        self.quiet.stop()
        self._second.stop()
        _application().removeEventFilter(self)

    def tick(self) -> None:
        """Look how far the clock has gone since it was last looked at."""
        now, before = self._clock.now(), self._seen
        self._seen = now
        if before is not None and now - before > SLEPT:
            self.slept.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _USE:
            return False
        self.quiet.start()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _locks(event):
            self.lockPressed.emit()
            return True
        return False


def _locks(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(LOCK)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("There is no application")
    return application
