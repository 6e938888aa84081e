"""One of two treatments that are compared: which one, its face, and its facts in a line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.units_over_time.visits import Spot, Visit
from tracker.ui.face_map.visit_map import VisitMap
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import face_map as words
from tracker.ui.words.dates import day_table


class ComparedVisit(QWidget):
    """Chooses and draws a visit. ``visitChosen`` carries its place among all."""

    visitChosen = Signal(int)

    def __init__(self, theme: Theme, catalog: Catalog, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._visits: Sequence[Visit] = ()
        self.day = QComboBox(self)
        self.day.setAccessibleName(name)
        self.facts = PlainLabel("", "caption", self, elide=True)
        self.map = VisitMap(theme, catalog.sites, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.day, self.facts, self.map):
            column.addWidget(part, 1 if part is self.map else 0)
        self.day.currentIndexChanged.connect(self._on_index_changed)
        self.map.stepAsked.connect(lambda step: self._step(-step))

    @property
    def place(self) -> int:
        """Return the place of the visit among all, newest first."""
        return self.day.currentIndex()

    @property
    def visit(self) -> Visit:
        """Return the visit."""
        return self._visits[self.place]

    def show_visits(self, visits: Sequence[Visit], chosen: int) -> None:
        """Offer other visits, newest first, and show the one at a place."""
        self._visits = visits
        self.day.blockSignals(True)
        self.day.clear()
        self.day.addItems([day_table(visit.treatment.on) for visit in visits])
        self.day.setCurrentIndex(chosen)
        self.day.blockSignals(False)
        self._show()

    def ring(self, spot: Spot | None) -> None:
        """Put the ring around a spot of the face."""
        self.map.ring(spot)

    def _show(self) -> None:
        visit = self.visit
        self.facts.setText(words.visit_facts(visit, self._catalog))
        points = words.points_line(visit.treatment, self._catalog)
        self.map.show_treatment(visit.treatment, words.map_name(visit, self._catalog), points)

    def _step(self, step: int) -> None:
        if 0 <= self.place + step < len(self._visits):
            self.day.setCurrentIndex(self.place + step)

    def _on_index_changed(self, place: int) -> None:
        self._show()
        self.visitChosen.emit(place)
