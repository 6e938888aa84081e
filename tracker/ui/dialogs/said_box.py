"""A box to tick with a sentence under it that says what it does."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel

_INDENT = 26


def said_box(box: QCheckBox, words: str) -> QVBoxLayout:
    """Return ``box`` over its sentence, which is read out with it."""
    said = PlainLabel(words, "small", box.parentWidget(), wrap=True)
    said.setContentsMargins(px(_INDENT), 0, 0, 0)
    box.setAccessibleDescription(words)
    column = QVBoxLayout()
    column.setSpacing(px(2))
    column.addWidget(box)
    column.addWidget(said)
    return column
