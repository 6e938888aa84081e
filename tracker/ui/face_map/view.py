"""The Face map tab of one person: a treatment and units over time, two treatments compared, or why there is nothing."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.units_over_time.visits import Visit, visits_of
from tracker.ui.face_map.compare_page import ComparePage
from tracker.ui.face_map.empty import EmptyFaceMap
from tracker.ui.face_map.visit_page import VisitPage
from tracker.ui.preferences import Preferences
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from tracker.services.record import Record

WIDEST = 1600
_SIDE, _TOP, _FOOT = 20, 20, 16


class FaceMapView(PageScroll):
    """Shows the botox treatments of one person. ``logRequested`` asks for a new one.

    ``printRequested`` carries the id of the one whose map is to be printed.
    """

    logRequested = Signal()
    printRequested = Signal(object)

    def __init__(
        self, record: "Record", person_id: UUID, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._record = record
        self._person_id = person_id
        self._visits: tuple[Visit, ...] = ()
        self._build(theme, preferences)
        self._connect()
        self.set_person(person_id)

    def _build(self, theme: Theme, preferences: Preferences) -> None:
        self.setObjectName("faceMapView")
        catalog = self._record.catalog
        self.visit = VisitPage(theme, catalog, preferences, self.page)
        self.comparison = ComparePage(theme, catalog, preferences, self.page)
        self.empty = EmptyFaceMap(self.page)
        self._column = QVBoxLayout(self.page)
        for part in (self.visit, self.comparison, self.empty):
            self._column.addWidget(part, 1)

    def _connect(self) -> None:
        self.empty.logAsked.connect(self.logRequested)
        self.visit.compareAsked.connect(self.compare)
        self.visit.card.printAsked.connect(lambda: self.printRequested.emit(self.visit.chosen.treatment.id))
        self.comparison.backAsked.connect(self.show_one)

    @property
    def first_widget(self) -> QWidget:
        """Return what takes the keys when the tab is shown."""
        if not self._visits:
            return self.empty.log_button
        return self.comparison.table.grid if self.is_comparing else self.visit.table.grid

    @property
    def is_comparing(self) -> bool:
        """Return whether two treatments are on screen."""
        return not self.comparison.isHidden()

    def set_person(self, person_id: UUID) -> None:
        """Show the treatments of a person, the newest of another one than was on screen."""
        if person_id != self._person_id:
            self._visits = ()
        self._person_id = person_id
        self.reload()

    def reload(self) -> None:
        """Read the treatments again; those on screen stay where they still are."""
        shown = self._shown_ids()
        self._visits = visits_of(self._record.entries.of(self._person_id))
        found = {visit.treatment.id: place for place, visit in enumerate(self._visits)}
        places = [found[one] for one in shown if one in found]
        if not self._visits:
            self._show_part(self.empty)
        elif len(places) > 1:
            self._show_two(places[0], places[1])
        else:
            self._show_one(places[0] if places else 0)

    def _shown_ids(self) -> tuple[UUID, ...]:
        if not self._visits:
            return ()
        comparison = self.comparison
        shown = (comparison.first.visit, comparison.second.visit) if self.is_comparing else (self.visit.chosen,)
        return tuple(visit.treatment.id for visit in shown)

    def compare(self) -> None:
        """Show the chosen treatment beside the one before it."""
        newer = min(self.visit.place, len(self._visits) - 2)
        self._show_two(newer + 1, newer)
        self.comparison.first.day.setFocus()

    def show_one(self) -> None:
        """Show one treatment again."""
        self._show_one(self.comparison.second.place)
        self.visit.table.grid.setFocus()

    def _show_one(self, place: int) -> None:
        self.visit.card.ways.read()
        self.visit.show_visits(self._visits, place)
        self.visit.table.button.setEnabled(len(self._visits) > 1)
        self._show_part(self.visit)

    def _show_two(self, first: int, second: int) -> None:
        self.comparison.show_visits(self._visits, first, second)
        self._show_part(self.comparison)

    def _show_part(self, shown: QWidget) -> None:
        for part in (self.visit, self.comparison, self.empty):
            part.setVisible(part is shown)
        self.make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(px(_SIDE), (self.viewport().width() - px(WIDEST)) // 2 + px(_SIDE))
        self._column.setContentsMargins(side, px(_TOP), side, px(_FOOT))
        super().resizeEvent(event)
