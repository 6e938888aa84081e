"""The card of the last botox: a small face, units by region, lot and expiry, day and practitioner."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Entry
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import face_map as words
from tracker.ui.words.entries import region_units

if TYPE_CHECKING:
    from tracker.ui.overview.small_face import SmallFace


class LastBotoxCard(Card):
    """Shows the last treatment whose sites are known; ``treatment`` is None where the last one has none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(20, 12))
        self._theme = theme
        self.treatment: Botox | None = None
        self._face: SmallFace | None = None
        self._build()
        self.hide()

    def _build(self) -> None:
        self.title = PlainLabel("", "medium", self, elide=True)
        self.regions = PlainLabel("", "small", self, elide=True)
        self.lot = PlainLabel("", "small", self, elide=True)
        self.when = PlainLabel("", "caption", self, elide=True)
        lines = QVBoxLayout()
        lines.setSpacing(px(3))
        lines.addStretch(1)
        for line in (self.title, self.regions, self.lot, self.when):
            lines.addWidget(line)
        lines.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(px(16))
        self._row.addLayout(lines, 1)
        self.inner.addLayout(self._row)

    def show_last(self, newest_first: Iterable[Entry], catalog: Catalog) -> None:
        """Show the last main treatment among entries."""
        main = (entry for entry in newest_first if isinstance(entry, Botox) and not entry.is_touch_up)
        last = next(main, None)
        self.treatment = last if last is not None and last.points else None
        if self.treatment is not None:
            self._show(self.treatment, catalog)

    def _show(self, treatment: Botox, catalog: Catalog) -> None:
        regions = region_units(treatment, catalog)
        self.title.setText(words.last_botox(treatment))
        self.regions.setText(regions[:1].upper() + regions[1:])
        self.lot.setText(words.lot_line(treatment))
        self.lot.setVisible(bool(self.lot.text()))
        self.when.setText(words.day_and_provider(treatment))
        self._face_widget().show_treatment(treatment, catalog)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(words.points_line(treatment, catalog))

    def _face_widget(self) -> "SmallFace":
        if self._face is None:
            # The first paint of the window does without the drawing.
            from tracker.ui.overview.small_face import SmallFace

            self._face = SmallFace(self._theme, self)
            self._row.insertWidget(0, self._face, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._face
