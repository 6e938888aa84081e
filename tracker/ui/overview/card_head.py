"""The top of an overview card: glyph, name and state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.records import Kind
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.pill import Pill
from tracker.ui.widgets.plain import PlainLabel


class CardHead(QWidget):
    """One line: the treatment's glyph in ink, its name, and the pill at the right."""

    def __init__(self, kind: Kind, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Drawing(GLYPHS[kind.value], "treat", 12, self)
        self.pill = Pill(self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._glyph)
        row.addWidget(PlainLabel(name, "medium", self, elide=True))
        row.addStretch(1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(px(22))

    def take_in(self, *parts: QWidget) -> None:
        """Take in parts before the pill."""
        for part in parts:
            self._row.insertWidget(self._row.count() - 1, part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_empty(self, is_empty: bool) -> None:
        """Pale the glyph while nothing was logged."""
        self._glyph.show_drawing(self._glyph.name, "noneSolid" if is_empty else "treat")
