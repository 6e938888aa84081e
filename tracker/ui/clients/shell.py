"""What a practice has around its records: the rail, the pane of clients, and the head of each record."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.worklist import DueTally
from tracker.ui.clients.head import PracticeHead
from tracker.ui.clients.nobody import NobodyPage
from tracker.ui.clients.pane import NARROWEST, STRIP, WIDEST, WIDTH, ClientPane
from tracker.ui.clients.rail import Rail
from tracker.ui.marks import PaintWatch
from tracker.ui.scale import px
from tracker.ui.words.worklist import treatment_count

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.record_stage import RecordStage
    from tracker.ui.window_frame import WindowFrame

NARROW_UNDER = 1080
STEP = 24
_LAYOUT = "clients"


class PracticeShell(QObject):
    """Stands around the stage while the record on it is that of a practice."""

    def __init__(self, stage: "RecordStage", window: "WindowFrame") -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = window
        self._record: Record | None = None
        self.names = window.names
        self._build()
        self._connect()

    def _build(self) -> None:
        window = self._window
        self.rail = Rail(window)
        window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.pane = ClientPane(window.theme, self.names, window.panes)
        window.panes.insertWidget(0, self.pane)
        window.panes.setStretchFactor(1, 1)
        self._list_width = _width_in(window.preferences.layout(_LAYOUT)) or px(WIDTH)
        self.head = PracticeHead(window.theme, window.commands, self.names, self._stage.view)
        self.nobody = NobodyPage(window)
        window.pages.addWidget(self.nobody)
        for widget in (self.rail, self.pane, self.head):
            widget.hide()

    def _connect(self) -> None:
        stage, do, browser = self._stage, self._window.commands, self.pane.browser
        self.rail.clientsRequested.connect(self.show_clients)
        self.rail.dueRequested.connect(do.due_list.trigger)
        self.rail.settingsRequested.connect(do.settings.trigger)
        do.due_list.enabledChanged.connect(self.rail.due.setEnabled)
        browser.chosen.connect(self._on_chosen)
        browser.entered.connect(lambda: stage.view.focus_next_pane(None))
        browser.newRequested.connect(do.add_person.trigger)
        browser.dueWanted.connect(stage.due.count)
        self.nobody.newRequested.connect(do.add_person.trigger)
        self.nobody.importRequested.connect(do.import_history.trigger)
        self.head.detailsRequested.connect(do.person_details.trigger)
        do.find_client.triggered.connect(self.find)
        do.print_clients.triggered.connect(self._on_print)
        do.hide_names.toggled.connect(self.names.hide)
        self.names.changed.connect(stage.due.show_names)
        do.wider_list.triggered.connect(lambda: self._widen(px(STEP)))
        do.narrower_list.triggered.connect(lambda: self._widen(-px(STEP)))
        stage.view.personShown.connect(self._on_person_shown)
        stage.view.left.connect(self._on_record_left)
        stage.due.counted.connect(self._on_due_counted)
        stage.due.readingFailed.connect(self._on_due_failed)
        stage.controller.people.personAdded.connect(lambda person: browser.reveal(person.id))
        self.pane.folded.connect(self._share_width)
        self._window.panes.splitterMoved.connect(self._keep_width)
        self._window.installEventFilter(self)

    def _on_print(self) -> None:
        controller = self._stage.controller
        controller.try_out(lambda: controller.print_people(self.pane.browser.listed))

    @property
    def is_shown(self) -> bool:
        """Return whether the record on screen is that of a practice."""
        return self._record is not None

    def enter(self, record: "Record") -> None:
        """Stand around a record; the list is read once the record's first page is painted."""
        if record is self._record:
            return
        self._record = record
        self.pane.browser.set_record(record)
        self.rail.due.setEnabled(self._window.commands.due_list.isEnabled())
        self.rail.show_due_count(None, "")
        self.rail.show()
        self._stage.view.show_head(self.head)
        self._stage.due.is_counted = True
        self._fit()
        self._share_width()
        if self._stage.view.person is not None:
            self._begin()
        else:
            PaintWatch(self._stage.view.overview.viewport()).painted.connect(self._begin)

    def leave(self) -> None:
        """Stand around nothing; nothing of the record stays."""
        if self._record is None:
            return
        self._record = None
        self.pane.browser.set_record(None)
        self.head.forget()
        self._stage.due.is_counted = False
        self._stage.view.show_head(None)
        self.names.hide(False)
        self._window.commands.hide_names.setChecked(False)
        for widget in (self.rail, self.pane):
            widget.hide()

    def show_page(self, page: QWidget) -> None:
        """Follow the page on screen: beside a record stands the list, the due list has the window to itself."""
        is_record = page in (self._stage.view, self.nobody)
        self.pane.setVisible(is_record)
        self.rail.mark(self.rail.clients if is_record else self.rail.due)
        if page is self.nobody:
            self._begin()
        elif is_record:
            self._mark_person()

    def read_again(self) -> None:
        """Read the list again after a change or on a new day."""
        self.pane.browser.read_again()

    def show_clients(self) -> None:
        """Go to the list, from wherever the window is."""
        self._stage.show_record_page()
        self.pane.focus_list()

    def find(self) -> None:
        """Go to the search of clients; from the history to its own search first."""
        view, focused = self._stage.view, QApplication.focusWidget()
        history = view.history
        if history is not None and focused is not None and history.isAncestorOf(focused):
            view.focus_search()
            if QApplication.focusWidget() is not focused:
                return
        self._stage.show_record_page()
        self.pane.focus_search()

    def takes_focus_after(self, focused: QWidget | None) -> bool:
        """Return whether the list is the next pane after the one that has the focus."""
        pages = self._stage.view.pages
        return self.is_shown and self.pane.isVisible() and focused is not None and pages.isAncestorOf(focused)

    def _begin(self) -> None:
        if self._record is not None:
            self.pane.browser.begin()
            self._mark_person()
            if self._window.focusWidget() is None and self.pane.isVisible():
                self._take_keys()
            if self._stage.view.overview.chart.is_warm:
                # Else counting waits for the chart, which is about to be put in place.
                self._stage.due.count()

    def _take_keys(self) -> None:
        """Let the keys of the list work from the start; those of the record where the list would lie over it."""
        if self.pane.is_narrow:
            self._stage.view.focus_next_pane(None)
        else:
            self.pane.focus_list()

    def _mark_person(self) -> None:
        person = self._stage.view.person
        self.pane.browser.show_person(None if person is None else person.id)

    def _fit(self) -> None:
        self.pane.set_narrow(self._window.width() < px(NARROW_UNDER))

    def _share_width(self) -> None:
        self.pane.set_list_width(self._list_width)
        panes, width = self._window.panes, px(STRIP) if self.pane.is_narrow else self._list_width
        panes.setSizes([width, panes.width() - width])

    def _widen(self, by: int) -> None:
        self._list_width = min(px(WIDEST), max(px(NARROWEST), self._list_width + by))
        self._share_width()
        self._keep_width()

    def _keep_width(self) -> None:
        if not self.pane.is_narrow:
            self._list_width = self._window.panes.sizes()[0]
        self._window.preferences.keep_layout(_LAYOUT, QByteArray(str(self._list_width).encode()))

    def _on_chosen(self, person_id: UUID) -> None:
        self._stage.controller.try_out(lambda: self._stage.show_person(person_id))

    def _on_person_shown(self, person: "Person") -> None:
        if self._record is not None:
            self.head.show_person(person, self._record.clock.today())

    def _on_record_left(self) -> None:
        if self._record is not None and self.pane.isVisible():
            self.pane.focus_list()

    def _on_due_counted(self, tally: DueTally) -> None:
        if self._record is None:
            return
        self.rail.show_due_count(tally.treatments, treatment_count(tally.treatments))
        self.pane.browser.show_due(tally.people)

    def _on_due_failed(self, problem: SkintervalError) -> None:
        if self._record is not None:
            self.pane.browser.show_due_problem(problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize and self._record is not None:
            self._fit()
        return False


def _width_in(kept: QByteArray) -> int:
    """Return the width kept, 0 where none was."""
    text = bytes(kept.data())
    return int(text) if text.isdigit() else 0
