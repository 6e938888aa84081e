"""What waits for a paint: work that is not to keep a picture waiting, and marks for measuring the start.

With SKINTERVAL_MARKS set, each first paint is a line on standard error.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

LAST_MARK = "chart"
_LONGEST_MS = 500
_IMPORTED = time.monotonic()
_asked: set[str] = set()


class PaintWatch(QObject):
    """Tells by ``painted``, once, that ``widget`` has handled a paint event. Holds no reference that keeps it alive."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(0)
        self._after.timeout.connect(self.painted)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._after.start()
        return False


class DrawnWatch(QObject):
    """Tells by ``drawn``, once, that all of a window that wanted it was painted anew, or that it takes too long.

    Nothing is ever painted of a window that nobody sees.
    """

    drawn = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._after = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._after.timeout.connect(self._on_over)
        self._after.start()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            # What waits for the paint of one widget comes first.
            self._after.start(1)
        return False

    def _on_over(self) -> None:
        self._window.removeEventFilter(self)
        self.drawn.emit()
        self.deleteLater()


def mark_first_paint(name: str, widget: QWidget) -> None:
    """Print a mark when ``widget`` is next painted, once for each name; where marks are not wanted, do nothing."""
    if os.environ.get("SKINTERVAL_MARKS") and name not in _asked:
        _asked.add(name)
        PaintWatch(widget).painted.connect(lambda: _mark(name))


def _mark(name: str) -> None:
    sys.stderr.write(f"mark {name} {milliseconds_since_start():.0f}\n")
    sys.stderr.flush()
    if os.environ["SKINTERVAL_MARKS"] == "quit" and name == LAST_MARK:
        QApplication.quit()


def milliseconds_since_start() -> float:
    """Return the age of this process; where the system does not tell it, the time since this module was imported."""
    stat = Path("/proc/self/stat")
    if not stat.exists():
        return (time.monotonic() - _IMPORTED) * 1000
    started_ticks = int(stat.read_text("ascii", "replace").rpartition(")")[2].split()[19])
    started = started_ticks / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
