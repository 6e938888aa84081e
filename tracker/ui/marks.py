"""Marks for measuring the start: with SKINTERVAL_MARKS set, one line on standard error at each first paint."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

LAST_MARK = "chart"
_IMPORTED = time.monotonic()


class PaintWatch(QObject):
    """Calls ``painted`` once, after the first paint event that ``widget`` has handled."""

    def __init__(self, widget: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._painted = painted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self._painted()
        self.deleteLater()


def mark_first_paint(name: str, widget: QWidget) -> None:
    """Print a mark when ``widget`` is next painted; where marks are not asked for, do nothing."""
    if os.environ.get("SKINTERVAL_MARKS"):
        PaintWatch(widget, lambda: _mark(name))


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
