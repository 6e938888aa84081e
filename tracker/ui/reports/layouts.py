"""A list made and laid out beside the window, once for each paper."""

from collections.abc import Callable

from tracker.ui.jobs import Job
from tracker.ui.reports.listing import Listing
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.pages import Pages

MakeListing = Callable[[Job], Listing]


class Layouts:
    """Keeps a list that is made when it is first asked for, and its pages. Used in one worker thread."""

    def __init__(self, make: MakeListing) -> None:
        self._make = make
        self._listing: Listing | None = None
        self._by_paper: dict[str, Pages] = {}

    def pages(self, job: Job, paper: str) -> Pages:
        """Return the pages on a paper of that name. Takes long where there are thousands of rows."""
        if self._listing is None:
            self._listing = self._make(job)
        if paper not in self._by_paper:
            self._by_paper[paper] = lay_out_listing(self._listing, paper, job.report)
        return self._by_paper[paper]
