"""The pages of a record's tabs: each is made where it is first needed, and read again when it is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.core.records import Kind
from tracker.ui.overview.overview import OverviewView
from tracker.ui.preferences import Preferences
from tracker.ui.shortcuts import LOG
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import key_words

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.face_map.view import FaceMapView
    from tracker.ui.history.view import HistoryView
    from tracker.ui.plan.view import PlanView
    from tracker.ui.progress_page.view import ProgressView

OVERVIEW, HISTORY, FACE_MAP, PROGRESS, PLAN = range(5)
TABS = (OVERVIEW, HISTORY, FACE_MAP, PROGRESS, PLAN)


class RecordPages(QStackedWidget):
    """Shows one page of one person. Signals that end in ``Made`` carry a page first needed."""

    historyMade = Signal(object)
    faceMapMade = Signal(object)
    progressMade = Signal(object)
    planMade = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._record: Record | None = None
        self._person: Person | None = None
        self._place = OVERVIEW
        self._stale = set(TABS)
        self.history: HistoryView | None = None
        self.face_map: FaceMapView | None = None
        self.progress: ProgressView | None = None
        self.plan: PlanView | None = None
        self.overview = OverviewView(theme, preferences, _log_hints(), self)
        self.addWidget(self.overview)

    def set_person(self, record: "Record | None", person: "Person | None") -> None:
        """Belong to a person of a record, to nobody with None; what is shown is read by `freshen`."""
        if record is not self._record:
            # Nobody first: dropping a page puts another one on screen, which would read of a person who is gone.
            self._record = self._person = None
            self._drop_pages()
        self._record, self._person = record, person
        self._stale = set(TABS)

    def show_tab(self, place: int) -> None:
        """Put the page of a tab on screen, one of `TABS`."""
        self._place = place
        page = self._page(place)
        if page is not None:
            self.setCurrentWidget(page)
        self.freshen()

    def read_again(self) -> None:
        """Read again what is on screen now, the other pages when they are shown."""
        self._stale = set(TABS)
        self.freshen()

    def freshen(self) -> None:
        """Read the page on screen where it has changed."""
        place = self._place
        if self._record is None or self._person is None or place not in self._stale:
            return
        self._stale.discard(place)
        if place == OVERVIEW:
            self.overview.show_person(self._record, self._person.id)
        elif place == HISTORY and self.history is not None:
            self.history.set_person(self._person.id)
        elif place == FACE_MAP and self.face_map is not None:
            self.face_map.set_person(self._person.id)
        elif place == PROGRESS and self.progress is not None:
            self.progress.set_person(self._person.id)
        elif place == PLAN and self.plan is not None:
            self.plan.set_person(self._person.id)

    def first_widget(self) -> QWidget | None:
        """Return what has the keys when a page is shown; None where the overview keeps them where they are."""
        if self._place == HISTORY and self.history is not None:
            return self.history.table
        if self._place == FACE_MAP and self.face_map is not None:
            return self.face_map.first_widget
        if self._place == PROGRESS and self.progress is not None:
            return self.progress.first_widget
        if self._place == PLAN and self.plan is not None:
            return self.plan.weeks.timeline
        return None

    def _page(self, place: int) -> QWidget | None:
        """Return the page of a tab, made where it is first needed; None where there is nobody to show."""
        if place == HISTORY and self.history is None and self._record is not None:
            self._make_history(self._record)
        if place == FACE_MAP and self.face_map is None and self._record is not None and self._person is not None:
            self._make_face_map(self._record, self._person)
        if place == PROGRESS and self.progress is None and self._record is not None and self._person is not None:
            self._make_progress(self._record, self._person)
        if place == PLAN and self.plan is None and self._record is not None and self._person is not None:
            self._make_plan(self._record, self._person)
        return (self.overview, self.history, self.face_map, self.progress, self.plan)[place]

    def _make_history(self, record: "Record") -> None:
        from tracker.ui.history.view import HistoryView

        self.history = HistoryView(record, self._theme, self._preferences, self)
        self.addWidget(self.history)
        self._stale.add(HISTORY)
        self.historyMade.emit(self.history)

    def _make_face_map(self, record: "Record", person: "Person") -> None:
        from tracker.ui.face_map.view import FaceMapView

        self.face_map = FaceMapView(record, person.id, self._theme, self._preferences, self)
        self.addWidget(self.face_map)
        self._stale.discard(FACE_MAP)
        self.faceMapMade.emit(self.face_map)

    def _make_progress(self, record: "Record", person: "Person") -> None:
        from tracker.ui.progress_page.view import ProgressView

        self.progress = ProgressView(record, person.id, self._theme, self)
        self.addWidget(self.progress)
        self._stale.discard(PROGRESS)
        self.progressMade.emit(self.progress)

    def _make_plan(self, record: "Record", person: "Person") -> None:
        from tracker.ui.plan.view import PlanView

        self.plan = PlanView(record, person.id, self._theme, self)
        self.addWidget(self.plan)
        self._stale.discard(PLAN)
        self.planMade.emit(self.plan)

    def _drop_pages(self) -> None:
        """Let go of all that reads the record."""
        made = [page for page in (self.history, self.face_map, self.progress, self.plan) if page is not None]
        self._place = OVERVIEW
        self.setCurrentIndex(OVERVIEW)
        for page in made:
            self.removeWidget(page)
            page.deleteLater()
        self.history = self.face_map = self.progress = self.plan = None


def _log_hints() -> dict[Kind, str]:
    return {Kind(kind): key_words(keys) for kind, keys in LOG.items()}
