"""Reads changes beside the window, a page at a time; a newer search takes the place of one under way."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from tracker.core.change_history import PAGE, ChangeKey, ChangePage, RecordedChange
from tracker.core.errors import SkintervalError
from tracker.ui.changes.search import ChangeSearch
from tracker.ui.jobs import Job, Jobs
from tracker.ui.words.change_history import ChangeLine, change_line
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record

Read = tuple[list[ChangeLine], ChangeKey | None]


class ChangeReader(QObject):
    """Reads the changes of a person, or of one entry of theirs.

    ``pageRead`` carries lines and whether they are the first, ``failed`` why nothing was read.
    """

    pageRead = Signal(object, bool)
    failed = Signal(str)

    def __init__(self, record: "Record", person_id: UUID, entry_id: UUID | None, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs = Jobs()
        self._record = record
        self._person_id = person_id
        self._entry_id = entry_id
        self._search = ChangeSearch()
        self._following: ChangeKey | None = None
        self._job: Job | None = None

    @property
    def is_reading(self) -> bool:
        """Return whether a page is being read."""
        return self._job is not None

    @property
    def has_more(self) -> bool:
        """Return whether there are earlier changes than those read."""
        return self._following is not None

    @property
    def search(self) -> ChangeSearch:
        """Return what is looked for."""
        return self._search

    def begin(self, search: ChangeSearch) -> None:
        """Read the newest changes that are looked for."""
        if self._job is not None:
            self._job.cancel()
        self._search, self._following = search, None
        self._read(None)

    def read_on(self) -> None:
        """Read the page after the last, unless one is being read."""
        if self._following is not None and self._job is None:
            self._read(self._following)

    def stop(self) -> None:
        """Read no more."""
        self.jobs.stop()

    def lines(self, job: Job, search: ChangeSearch, start: ChangeKey | None = None, most: int = PAGE) -> Read:
        """Return at most ``most`` lines, and where to read on. Takes long; for a worker thread."""
        page = self._page(job, search, start, most)
        return [self._line(change) for change in page.changes], page.following

    def _read(self, start: ChangeKey | None) -> None:
        search, is_first = self._search, start is None
        job = self.jobs.run(
            lambda job: self.lines(job, search, start),
            lambda read: self._on_read(job, read, is_first=is_first),
            lambda problem: self._on_failed(job, problem),
            self,
        )
        self._job = job

    def _page(self, job: Job, search: ChangeSearch, start: ChangeKey | None, most: int) -> ChangePage:
        def wanted(change: RecordedChange) -> bool:
            job.report(0, 0)
            return search.wants_kind(change) and (not search.terms or search.matches(change, self._line(change)))

        changes = self._record.changes
        if self._entry_id is not None:
            return changes.of_entry(self._entry_id, start, wanted=wanted, most=most)
        return changes.of_person(self._person_id, start, wanted=wanted, most=most)

    def _line(self, change: RecordedChange) -> ChangeLine:
        return change_line(change, self._record.catalog, self._person_id)

    def _on_read(self, job: Job, read: Read, *, is_first: bool) -> None:
        # What a search found that was given up since is dropped.
        if job is self._job:
            self._job = None
            lines, self._following = read
            self.pageRead.emit(lines, is_first)

    def _on_failed(self, job: Job, problem: SkintervalError) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error(problem))
