"""Buttons whose text has a second, quieter part: a key hint or a count."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import active_theme

HINT_OPACITY = 0.88
_GAP, _ICON_GAP, _STYLE_ICON_GAP = 9, 8, 4
_MENU_ARROW = 20
_INKS = {
    "primary": "onAccent",
    "quick": "accent",
    "flat": "accent",
    "link": "accent",
    "inverse": "window",
    "danger": "soon",
}


def key_words(keys: QKeySequence | QKeySequence.StandardKey | str) -> str:
    """Return keys as they are said on this system: "Ctrl B"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ").strip()


class KeyButton(QPushButton):
    """A push button with room for an icon before its text and a key hint after it.

    ``kind``: "", primary, quick, flat, link, inverse or danger.
    """

    def __init__(self, text: str, hint: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        # Enter presses a focused button in the window too, as it does in a dialog.
        self.setAutoDefault(True)
        self._hint = hint

    @property
    def hint(self) -> str:
        """Return the key hint; empty where none is shown."""
        return self._hint

    def show_hint(self, hint: str) -> None:
        """Show another key hint."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def _hint_font(self) -> QFont:
        return ui_font(CAPTION, QFont.Weight.Medium)

    def _hint_width(self) -> int:
        return px(_GAP) + QFontMetrics(self._hint_font()).horizontalAdvance(self._hint) if self._hint else 0

    def _ink(self) -> QColor:
        theme = active_theme()
        return theme.color(_INKS.get(str(self.property("kind")), "text") if self.isEnabled() else "text3")

    def _icon_width(self) -> int:
        return 0 if self.icon().isNull() else self.iconSize().width() + px(_ICON_GAP)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        spread = 0 if self.icon().isNull() else px(_ICON_GAP) - _STYLE_ICON_GAP
        return QSize(hint.width() + spread + self._hint_width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._hint and self.icon().isNull():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text, option.icon = option.text, "", QIcon()
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._draw_texts(painter, text)

    def _draw_texts(self, painter: QPainter, text: str) -> None:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        show = self.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, self)
        mnemonic = Qt.TextFlag.TextShowMnemonic if show else Qt.TextFlag.TextHideMnemonic
        font = QFont(self.font())
        metrics = QFontMetrics(font)
        width = metrics.size(int(Qt.TextFlag.TextShowMnemonic), text).width()
        room = self.width() - (0 if self.menu() is None else px(_MENU_ARROW))
        start = (room - width - self._icon_width() - self._hint_width()) // 2 + self._icon_width()
        if self._icon_width():
            self._draw_icon(painter, start - self._icon_width())
        painter.setPen(self._ink())
        painter.setFont(font)
        painter.drawText(QRect(start, 0, width + 2, self.height()), int(flags) | int(mnemonic), text)
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        painter.setFont(self._hint_font())
        painter.setOpacity(HINT_OPACITY)
        painter.drawText(QPoint(start + width + px(_GAP), baseline), self._hint)

    def _draw_icon(self, painter: QPainter, left: int) -> None:
        size = self.iconSize()
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        box = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
        self.icon().paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
