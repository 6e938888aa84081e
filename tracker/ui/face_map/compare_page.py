"""Two treatments on two faces, and a table of both with what differs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.units_over_time.comparison import compare
from tracker.core.units_over_time.visits import Spot, Visit
from tracker.ui.face_map.compared_visit import ComparedVisit
from tracker.ui.face_map.grid_rows import comparison_table
from tracker.ui.face_map.sides import GAP, Sides
from tracker.ui.face_map.table_card import TableCard
from tracker.ui.face_map.way_bar import WayBar
from tracker.ui.preferences import Preferences
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import face_map as words


class ComparePage(Sides):
    """Compares any two visits. ``backAsked`` follows the button under the table."""

    backAsked = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self.first = ComparedVisit(theme, catalog, self.tr("First date"), self)
        self.second = ComparedVisit(theme, catalog, self.tr("Second date"), self)
        self.ways = WayBar(preferences, self)
        self.table = TableCard(theme, self.tr("&Back to one date"), self)
        self.hold(self._faces(), self.table, (55, 45))
        self._connect()

    def _faces(self) -> Card:
        card = Card(self, inset=(16, 14))
        pair = QHBoxLayout()
        pair.setSpacing(px(GAP))
        pair.addWidget(self.first, 1)
        pair.addWidget(self.second, 1)
        card.inner.addLayout(pair, 1)
        card.inner.addSpacing(px(10))
        card.inner.addWidget(self.ways)
        card.inner.addSpacing(px(10))
        card.inner.addWidget(PlainLabel(words.record_keeping(), "caption", card, wrap=True))
        return card

    def _connect(self) -> None:
        for compared in (self.first, self.second):
            compared.visitChosen.connect(self._show)
            compared.map.spotChosen.connect(self.table.grid.choose_spot)
        self.ways.changed.connect(self._on_way_changed)
        self.table.grid.cellChosen.connect(self._on_cell_chosen)
        self.table.actionAsked.connect(self.backAsked)

    def show_visits(self, visits: Sequence[Visit], first: int, second: int) -> None:
        """Compare the visits at two places of all, newest first."""
        self.first.show_visits(visits, first)
        self.second.show_visits(visits, second)
        self.ways.read()
        self._on_way_changed()
        self._show()

    def _show(self) -> None:
        found = compare(self.first.visit, self.second.visit, self._catalog.sites)
        spot = self.table.grid.spot
        rows = comparison_table(found, self._catalog)
        row = next((place for place, row in enumerate(rows.rows) if row.spot and row.spot == spot), 0)
        self.table.grid.show_table(rows, row, None)
        self.table.say("", words.difference_key() if found.is_same_product else words.not_compared())
        self._ring(self.table.grid.spot)

    def _ring(self, spot: Spot | None) -> None:
        for compared in (self.first, self.second):
            compared.ring(spot)

    def _on_cell_chosen(self, _row: int, _column: int) -> None:
        self._ring(self.table.grid.spot)

    def _on_way_changed(self) -> None:
        for compared in (self.first, self.second):
            compared.map.show_as(mirrored=self.ways.is_mirrored, areas=self.ways.areas.isChecked())
