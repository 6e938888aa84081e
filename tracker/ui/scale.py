"""The one place that knows how large text is: sizes are px at 100 percent and follow the system's text scale."""

import sys

from PySide6.QtGui import QGuiApplication

PLAIN_DPI = 72.0 if sys.platform == "darwin" else 96.0
LARGEST = 2.0


def text_scale() -> float:
    """Return the system's text scale, 1.0 to 2.0 (the logical resolution against the platform's plain one)."""
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return 1.0
    return min(LARGEST, max(1.0, screen.logicalDotsPerInchY() / PLAIN_DPI))


def px(size: float) -> int:
    """Return ``size`` px at 100 percent as px at the system's text scale."""
    return int(size * text_scale())
