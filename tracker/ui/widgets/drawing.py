"""A small drawing in a token's colour that follows the theme and the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme


class Drawing(QWidget):
    """Shows one icon or glyph. Decoration: what it says always stands beside it in words."""

    def __init__(self, name: str, color_token: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.color_token = color_token
        self._size = px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drawing(self, name: str, color_token: str) -> None:
        """Show another drawing."""
        self.name, self.color_token = name, color_token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawn = pixmap(self.name, active_theme(), self.color_token, self._size, self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - self._size) // 2, drawn)
