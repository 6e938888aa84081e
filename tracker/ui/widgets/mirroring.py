"""What is painted by hand follows the direction of reading, as Qt's own widgets do."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle


def mirrored(cell: QRect, part: QRect) -> QRect:
    """Return where ``part`` of ``cell`` stands: mirrored within it where lines are read from the right."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), cell, part)
