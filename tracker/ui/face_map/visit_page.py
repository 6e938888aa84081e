"""One treatment on the face beside the units per site over time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.core.catalog import Catalog
from tracker.core.units_over_time.course import course_at
from tracker.core.units_over_time.table import UnitsTable, units_table, window_start
from tracker.core.units_over_time.visits import Spot, Visit
from tracker.ui.face_map.grid_rows import visits_table
from tracker.ui.face_map.sides import Sides
from tracker.ui.face_map.table_card import TableCard
from tracker.ui.face_map.visit_card import VisitCard
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words import catalog as names
from tracker.ui.words import face_map as words


class VisitPage(Sides):
    """Steps through visits. ``compareAsked`` follows the button under the table."""

    compareAsked = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._visits: Sequence[Visit] = ()
        self._table: UnitsTable | None = None
        self._chosen = 0
        self._spot: Spot | None = None
        self.card = VisitCard(theme, catalog, preferences, self)
        self.table = TableCard(theme, self.tr("&Compare two dates"), self)
        self.hold(self.card, self.table, (36, 64))
        self._connect()

    def _connect(self) -> None:
        self.card.stepAsked.connect(lambda step: self.choose(self._chosen - step))
        self.card.spotChosen.connect(self.table.grid.choose_spot)
        self.table.grid.cellChosen.connect(self._on_cell_chosen)
        self.table.grid.leftSideways.connect(lambda step: self.choose(self._chosen + step))
        self.table.actionAsked.connect(self.compareAsked)

    @property
    def chosen(self) -> Visit:
        """Return the visit that is shown."""
        return self._visits[self._chosen]

    @property
    def place(self) -> int:
        """Return its place among the visits, newest first."""
        return self._chosen

    def show_visits(self, visits: Sequence[Visit], chosen: int) -> None:
        """Show other visits, newest first and at least one; the site that was chosen stays where it can."""
        self._visits = visits
        self._table = None
        self.choose(chosen)

    def choose(self, place: int) -> None:
        """Show the visit at a place, newest first; nothing changes beyond the first and the last."""
        if not 0 <= place < len(self._visits):
            return
        self._chosen = place
        start = window_start(len(self._visits), place, 0 if self._table is None else self._table.start)
        if self._table is None or start != self._table.start:
            self._table = units_table(self._visits, start, self._catalog.sites)
        rows = visits_table(self._table, self._catalog)
        row = next((number for number, row in enumerate(rows.rows) if row.spot and row.spot == self._spot), 0)
        self.table.grid.show_table(rows, row, place - start)
        self._show_chosen()

    def _show_chosen(self) -> None:
        last = len(self._visits) - 1
        self.card.show_visit(self.chosen, has_earlier=self._chosen < last, has_later=self._chosen > 0)
        self._show_spot()

    def _show_spot(self) -> None:
        grid = self.table.grid
        self._spot = grid.spot or self._spot
        self.card.ring(grid.spot)
        row = grid.grid.row(grid.currentIndex())
        self.table.say(row.said if row is not None and row.spot else "", self._sentence(grid.spot))

    def _sentence(self, spot: Spot | None) -> str:
        products = {visit.product for visit in self._visits}
        product = names.product(self.chosen.product, self._catalog) if len(products) > 1 else ""
        said = "" if spot is None else words.course(course_at(self._visits, spot, self.chosen.product))
        parts = [words.course_line(said, product) if said else "", words.arrow_key()]
        return " ".join([*filter(None, parts), *([words.not_compared()] if product else [])])

    def _on_cell_chosen(self, _row: int, column: int) -> None:
        place = column + (0 if self._table is None else self._table.start)
        if place != self._chosen:
            self._chosen = place
            self._show_chosen()
        else:
            self._show_spot()
