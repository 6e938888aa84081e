"""The due list of the record on screen: made when it is first asked for, read in the worker thread, kept up to date."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from tracker.core.errors import SkintervalError
from tracker.core.worklist import DueTally, due_tally
from tracker.ui.jobs import Jobs
from tracker.ui.shown_names import shown_name
from tracker.ui.theme import Theme
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.core.records import Person
    from tracker.core.worklist import DueItem, Key
    from tracker.services.record import Record
    from tracker.ui.worklist.page import DuePage

FEWEST_PEOPLE = 2
COUNT_AFTER_MS = 1_000


class DueList(QObject):
    """Keeps the page "Due" of one record among ``pages``. ``personActivated`` carries a person's id.

    ``counted`` carries what is due in numbers, ``readingFailed`` why that could not be read. ``is_counted``: that is
    asked for whether or not the page is on screen, as in a practice, whose list is offered even for one person; before
    the page is first shown nothing else is held. ``pageMade`` carries the page then.
    """

    personActivated = Signal(object)
    backRequested = Signal()
    counted = Signal(object)
    readingFailed = Signal(object)
    pageMade = Signal(object)

    def __init__(self, pages: QStackedWidget, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._theme = theme
        self._jobs = Jobs()
        self._record: Record | None = None
        self._is_stale = True
        self._is_reading = False
        self._tally: DueTally | None = None
        self.is_counted = False
        self._back_to: Person | None = None
        self.page: DuePage | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNT_AFTER_MS)
        self._soon.timeout.connect(self.count)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._jobs.stop)

    @property
    def record(self) -> "Record | None":
        """Return the record that it is of."""
        return self._record

    @property
    def is_shown(self) -> bool:
        """Return whether the due list is on screen."""
        return self.page is not None and self._pages.currentWidget() is self.page

    @property
    def is_offered(self) -> bool:
        """Return whether the record has several people who are not archived."""
        fewest = 1 if self.is_counted else FEWEST_PEOPLE
        return self._record is not None and self._record.people.count(include_archived=False) >= fewest

    @property
    def is_reading(self) -> bool:
        """Return whether the list is being read."""
        return self._is_reading

    def set_record(self, record: "Record | None") -> None:
        """Belong to another record; nothing of the former one stays, and nothing of it is read any more."""
        self._jobs.stop()
        self._soon.stop()
        self._tally = None
        self._record, self._is_stale, self._is_reading = record, True, False
        self._back_to = None
        if self.page is not None:
            self._pages.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None

    def show(self, person: "Person | None") -> "DuePage":
        """Return the page, with the way back to ``person`` unless a rail leads there; read again where it changed."""
        page = self.page or self._make_page()
        self._back_to = person
        self._name_way_back()
        if self._is_stale:
            self._read()
        return page

    def show_names(self) -> None:
        """Name clients as they are named now."""
        if self.page is not None:
            self._name_way_back()
            self.page.table.show_names()

    def _name_way_back(self) -> None:
        if self.page is not None:
            # In a practice the rail is the way back.
            person = None if self.is_counted else self._back_to
            self.page.show_back_to("" if person is None else shown_name(person))

    def count(self) -> None:
        """Say by `counted` what is due, though the page may not be on screen; read first where it has changed."""
        if self._is_stale:
            self._read()
        elif self._tally is not None:
            self.counted.emit(self._tally)

    def read_again(self) -> None:
        """Read again after a change or on a new day: now where the list is on screen, else when it is shown."""
        self._is_stale = True
        if self.is_shown:
            self._read()
        elif self.is_counted:
            # Several changes in a row are counted once.
            self._soon.start()

    def _make_page(self) -> "DuePage":
        from tracker.ui.worklist.page import DuePage

        self.page = DuePage(self._theme, self._pages)
        self._pages.addWidget(self.page)
        self.page.personActivated.connect(self.personActivated)
        self.page.backRequested.connect(self.backRequested)
        self.page.againRequested.connect(self.read_again)
        self.page.practitionersWanted.connect(self._on_practitioners_wanted)
        # Up to now it was only counted.
        self._is_stale = True
        if self._is_reading:
            self.page.busy.begin()
        self.pageMade.emit(self.page)
        return self.page

    def _read(self) -> None:
        record = self._record
        if record is None or self._is_reading:
            return
        self._is_stale, self._is_reading = False, True
        if self.page is not None:
            self.page.busy.begin()
        if self.page is None:
            self._jobs.run(
                lambda _job: record.due_board.tally(record.clock.today()),
                lambda tally: self._on_counted(record, tally),
                lambda problem: self._on_failed(record, problem),
                self,
            )
            return
        by_practitioner = bool(self.page.filter.practitioner)
        self._jobs.run(
            lambda _job: (*due_today(record), practitioners(record) if by_practitioner else None),
            lambda found: self._on_read(record, *found),
            lambda problem: self._on_failed(record, problem),
            self,
        )

    def _on_practitioners_wanted(self) -> None:
        record = self._record
        if record is None:
            return
        self._jobs.run(
            lambda _job: practitioners(record),
            lambda given_by: self._on_practitioners_read(record, given_by),
            lambda problem: self._on_failed(record, problem),
            self,
        )

    def _on_practitioners_read(self, record: "Record", given_by: "Mapping[Key, str]") -> None:
        if record is self._record and self.page is not None:
            self.page.show_practitioners(given_by)

    def _on_read(
        self, record: "Record", today: date, items: "tuple[DueItem, ...]", given_by: "Mapping[Key, str] | None"
    ) -> None:
        # What was still on its way when the record was closed is dropped.
        if record is not self._record:
            return
        if self.page is not None:
            self.page.show_items(items, today, given_by)
        self._on_counted(record, due_tally(items))

    def _on_counted(self, record: "Record", tally: DueTally) -> None:
        if record is not self._record:
            return
        self._tally = tally
        self.counted.emit(tally)
        self._end_reading()

    def _on_failed(self, record: "Record", problem: SkintervalError) -> None:
        if record is not self._record:
            return
        if self.page is not None:
            self.page.show_problem(error(problem))
        self.readingFailed.emit(problem)
        self._end_reading()

    def _end_reading(self) -> None:
        """Be ready to read again, and do so where the record has changed meanwhile."""
        self._is_reading = False
        if self.page is not None:
            self.page.busy.end()
        if self._is_stale:
            self.read_again()


def due_today(record: "Record") -> "tuple[date, tuple[DueItem, ...]]":
    """Return today and what is due then in a record. Takes long where there are thousands of people."""
    today = record.clock.today()
    return today, record.due_board.items(today)


def practitioners(record: "Record") -> "Mapping[Key, str]":
    """Return who gave the last treatment of each kind. Takes long where there are thousands of people."""
    return record.spacing.latest_practitioners()
