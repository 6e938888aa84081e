"""One line of text that opens something: shortened where it does not fit, told whole as its tooltip."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.plain import plain_tooltip

_SIDE, _ICON, _GAP, _HEIGHT = 6, 16, 8, 28
_NARROWEST = 60
_LONGEST_SHOWN = 1_000


class LineButton(QPushButton):
    """Shows an icon and a line. ``token`` is the ink of both. Its accessible name is the whole text."""

    def __init__(self, icon: str, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._token = token
        self._text = ""
        self.setProperty("kind", "line")
        self.setAutoDefault(True)
        self.setFixedHeight(px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def line(self) -> str:
        """Return the text."""
        return self._text

    @property
    def is_elided(self) -> bool:
        """Return whether the text is shown shortened."""
        return self._shown() != self._text

    def show_line(self, text: str) -> None:
        """Show another text, in one line."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self._tell_whole()
        self.update()

    def _room(self) -> QRect:
        return self.rect().adjusted(px(_SIDE) + px(_ICON) + px(_GAP), 0, -px(_SIDE), 0)

    def _shown(self) -> str:
        if len(self._text) > _LONGEST_SHOWN:
            return QFontMetrics(self.font()).elidedText(
                self._text[:_LONGEST_SHOWN] + "…", Qt.TextElideMode.ElideRight, self._room().width()
            )
        return QFontMetrics(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, self._room().width())

    def _tell_whole(self) -> None:
        self.setToolTip(plain_tooltip(self._text) if self.is_elided else "")

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self._text[:_LONGEST_SHOWN]) + 2
        return QSize(words + 2 * px(_SIDE) + px(_ICON) + px(_GAP), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROWEST), px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style draws the ground, which says that it can be pressed; the line is drawn over it.
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - px(_ICON)) // 2
        drawn = pixmap(self._icon_name, active_theme(), self._token, px(_ICON), self.devicePixelRatioF())
        painter.drawPixmap(px(_SIDE), top, drawn)
        painter.setPen(active_theme().color(self._token))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self._room(), flags, self._shown())
