"""The veil over the window behind a dialog: 72 percent, or opaque where what lies behind must not be seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

THIN = 0.72


class Veil(QWidget):
    """Covers all of a window below its menu bar, and follows its size."""

    def __init__(self, window: QWidget, theme: "Theme", is_opaque: bool) -> None:
        super().__init__(window)
        self.covered = window
        self._theme = theme
        self.is_opaque = is_opaque
        self.setObjectName("veil")
        self._cover()
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Uncover the window."""
        self.covered.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _cover(self) -> None:
        self.setGeometry(uncovered_area(self.covered))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color("veil")
        if not self.is_opaque:
            color.setAlphaF(THIN)
        painter = QPainter(self)
        painter.fillRect(self.rect(), color)
        painter.end()


def uncovered_area(window: QWidget) -> QRect:
    """Return the part of ``window`` below its menu bar, in its own coordinates."""
    area = window.rect()
    menu = window.menuWidget() if isinstance(window, QMainWindow) else None
    if menu is not None and menu.isVisible():
        area.setTop(menu.geometry().bottom() + 1)
    return area
