"""A list made and laid out beside the window, once for each paper."""

from collections.abc import Callable
from dataclasses import replace

from tracker.ui.jobs import Job
from tracker.ui.reports.glyphs import texts_in, without_glyph
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.listing import Listing
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.pages import Pages

MakeListing = Callable[[Job], Listing]
ReadLetterhead = Callable[[], Letterhead | None]


def nobodys() -> None:
    """Read no letterhead."""


class Layouts:
    """Keeps a list that is made when it is first asked for, and its pages. Used in one worker thread.

    ``letterhead`` reads whose paper it is. ``missing`` are the characters that no font here has, known with the pages.
    """

    def __init__(self, make: MakeListing, letterhead: ReadLetterhead = nobodys) -> None:
        self._make = make
        self._letterhead = letterhead
        self.missing: tuple[str, ...] = ()
        self._listing: Listing | None = None
        self._by_paper: dict[str, Pages] = {}

    def pages(self, job: Job, paper: str) -> Pages:
        """Return the pages on a paper of that name. Takes long where there are thousands of rows."""
        if self._listing is None:
            self._listing = replace(self._make(job), letterhead=self._letterhead())
        if paper not in self._by_paper:
            self._by_paper[paper] = lay_out_listing(self._listing, paper, job.report)
            self.missing = without_glyph(texts_in(self._listing))
        return self._by_paper[paper]
