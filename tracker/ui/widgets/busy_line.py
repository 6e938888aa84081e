"""A line in the accent's colour that says that something is under way; it appears only where that takes a while."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.theme import active_theme

AFTER_MS = 300
THICKNESS = 2


class BusyLine(QWidget):
    """Lies along the upper edge of ``page``, over its content. ``doing`` is its name, "Reading" where none is given."""

    def __init__(self, page: QWidget, doing: str = "") -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(doing or self.tr("Reading"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self.show)
        page.installEventFilter(self)
        self._lie_over(page)
        self.hide()

    def begin(self) -> None:
        """Show the line unless `end` comes soon."""
        if self.isHidden():
            self._later.start()

    def end(self) -> None:
        """Show it no longer."""
        self._later.stop()
        self.hide()

    def _lie_over(self, page: QWidget) -> None:
        self.setGeometry(0, 0, page.width(), THICKNESS)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._lie_over(watched)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), active_theme().color("accent"))
