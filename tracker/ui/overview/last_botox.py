"""What the card of the last botox holds: a small face, units by region, lot and expiry, day and practitioner."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.records import Botox
from tracker.ui.overview.small_face import SmallFace
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import face_map as words
from tracker.ui.words.entries import region_units


class LastBotox(QWidget):
    """Shows one treatment whose points are known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = SmallFace(theme, self)
        self.title = PlainLabel("", "medium", self, elide=True)
        self.regions = PlainLabel("", "small", self, elide=True)
        self.lot = PlainLabel("", "small", self, elide=True)
        self.when = PlainLabel("", "caption", self, elide=True)
        self._build()

    def _build(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(px(3))
        lines.addStretch(1)
        for line in (self.title, self.regions, self.lot, self.when):
            lines.addWidget(line)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self.face, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)

    def show_treatment(self, treatment: Botox, catalog: Catalog) -> None:
        """Show a treatment."""
        regions = region_units(treatment, catalog)
        self.title.setText(words.last_botox(treatment))
        self.regions.setText(regions[:1].upper() + regions[1:])
        self.lot.setText(words.lot_line(treatment))
        self.lot.setVisible(bool(self.lot.text()))
        self.when.setText(words.day_and_provider(treatment))
        self.face.show_treatment(treatment, catalog)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(words.points_line(treatment, catalog))
