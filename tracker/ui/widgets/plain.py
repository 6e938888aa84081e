"""Labels and tooltips that show text from people as it stands, never as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_NARROWEST = 24


def plain_tooltip(text: str) -> str:
    """Return ``text`` so that a tooltip shows it letter by letter."""
    # Imported with the first tooltip: it is not needed for the window's first paint.
    import html

    return f"<span>{html.escape(text).replace(chr(10), '<br>')}</span>" if text else ""


class PlainLabel(QLabel):
    """A label of plain text. ``role`` names its type style; ``elide`` shortens it and makes the whole its tooltip."""

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, elide: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_eliding = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def is_elided(self) -> bool:
        """Return whether the text does not fit and is shown shortened."""
        return self._is_eliding and self._shown() != self.text()

    def _shown(self) -> str:
        line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell_whole(self) -> None:
        self.setToolTip(plain_tooltip(self.text()) if self.is_elided else "")

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._is_eliding:
            self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROWEST), hint.height()) if self._is_eliding else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_eliding:
            self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_eliding:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )
