"""A message in the page: what stands against something, or what went wrong, where it happened."""

import html

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.restyle import restyle

MOTION_MS = 120
_UNBOUND = 16_777_215
_ICONS = {
    "firm": ("state-soon", "soon"),
    "error": ("state-soon", "soon"),
    "plan": ("state-wait", "wait"),
    "info": ("note", "accent"),
}
_STRONG_INK = {"firm": "soon", "error": "soon", "plan": "wait", "info": "text"}


class MessageFrame(QFrame):
    """Shows a strong sentence, text, a source line and at most one button; further fields stand in ``extra``."""

    actionTriggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("msg")
        self._said = ("info", "", "")
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(12), px(14), px(12))
        row.setSpacing(px(12))
        self._icon = Drawing("note", "accent", 20, self)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._source = PlainLabel("", "source", self, wrap=True)
        self._button = QPushButton(self)
        self.extra = QVBoxLayout()
        self.extra.setSpacing(px(8))
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self._label)
        column.addWidget(self._source)
        column.addLayout(self.extra)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self._growth = QPropertyAnimation(self, b"maximumHeight", self)
        self._growth.setDuration(MOTION_MS)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)

    def _connect(self) -> None:
        self._button.clicked.connect(self.actionTriggered)
        self._growth.finished.connect(self._on_grown)
        active_theme().changed.connect(self._write)

    @property
    def kind(self) -> str:
        """Return the kind shown: firm, plan, error or info."""
        return self._said[0]

    @property
    def text(self) -> str:
        """Return everything said, as one plain line."""
        return " ".join(part for part in (self._said[1], self._said[2], self._source.text()) if part)

    @property
    def button(self) -> QPushButton:
        """Return the message's button, hidden while there is no action."""
        return self._button

    def show_message(self, kind: str, strong: str, text: str = "", source: str = "", action: str = "") -> None:
        """Show a message of ``kind`` firm, plan, error or info; all words are plain text."""
        self._said = (kind, strong, text)
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            restyle(self)
        self._icon.show_drawing(*_ICONS[kind])
        self._source.setText(source)
        self._source.setVisible(bool(source))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        is_one_line = not source and self.extra.isEmpty()
        align = Qt.AlignmentFlag.AlignVCenter if is_one_line else Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._icon, align)
        self._write()
        self.setAccessibleName(self.text)
        if self.isHidden():
            self._grow()

    def hide_message(self) -> None:
        """Take the message away."""
        self._growth.stop()
        self.hide()

    def _grow(self) -> None:
        self.show()
        if active_theme().is_motion_reduced or not self.isVisible():
            return
        self._growth.setStartValue(0)
        self._growth.setEndValue(max(self.sizeHint().height(), self.heightForWidth(self.width())))
        self._growth.start()

    def _write(self) -> None:
        kind, strong, text = self._said
        ink = active_theme().tokens[_STRONG_INK[kind]]
        bold = f'<span style="font-weight:600; color:{ink}">{html.escape(strong)}</span>'
        self._label.setText(f"{bold} {html.escape(text)}" if text else bold)

    def _on_grown(self) -> None:
        self.setMaximumHeight(_UNBOUND)
