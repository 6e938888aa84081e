"""The dialog of a printed list: a preview, the paper, and the ways out. All of it is made beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.ui.fonts import load_fonts
from tracker.ui.history.detail_parts import breakable
from tracker.ui.jobs import Job, JobCancelledError, Jobs
from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.layouts import Layouts, MakeListing, ReadLetterhead, nobodys
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.paper_dialog import PaperDialog
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.reports.printing import paint, paper_of, prepare, print_pages
from tracker.ui.reports.sheet import Sheet
from tracker.ui.scale import px
from tracker.ui.whole_file import write_whole
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.ui.theme import Theme

PREVIEWED = 5
"""Pages shown in the preview: drawing the hundreds of a large practice would hold the window up."""
_WIDTH, _HEIGHT, _SIDE = 900, 780, 220
_LONGEST = 90
"""Letters of the title beside the preview; the page has all of it."""


class ListingDialog(PaperDialog):
    """Shows the list that ``make`` returns as it will be printed. ``record`` is the file a PDF must not replace.

    ``make`` and ``letterhead`` are called in the worker thread.
    """

    def __init__(
        self,
        make: MakeListing,
        title: str,
        file_name: str,
        record: Path,
        paper: str,
        theme: "Theme",
        parent: QWidget | None,
        letterhead: ReadLetterhead = nobodys,
    ) -> None:
        super().__init__("listing", title, theme, parent)
        self._title = title
        self._file_name = file_name
        self._record = record
        self._layouts = Layouts(make, letterhead)
        self._jobs = Jobs()
        self._pages: Pages | None = None
        # The worker thread finds them there.
        load_fonts()
        self._build(paper)
        self._connect()
        self._take_size(_WIDTH, _HEIGHT)
        self._lay_out()

    def _build(self, paper: str) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(px(24), px(20), px(24), px(20))
        row.setSpacing(px(24))
        row.addWidget(self._build_preview(self.tr("Preview of the list")), 1)
        row.addWidget(self._build_side(paper))
        self.busy = BusyLine(self)

    def _build_side(self, paper: str) -> QWidget:
        side = QWidget(self)
        side.setFixedWidth(px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self.page_count = PlainLabel("", "small", side, wrap=True)
        self.page_count.setObjectName("pageCount")
        self.papers = Segments([(A4, self.tr("A4")), (LETTER, self.tr("Letter"))], side, name=self.tr("Paper"))
        self.papers.choose(paper)
        cut = self._title if len(self._title) <= _LONGEST else f"{self._title[: _LONGEST - 1]}…"
        for part in (PlainLabel(breakable(cut), "headline", side, wrap=True), self.page_count, self.papers):
            column.addWidget(part)
        self._build_message(column)
        self.progress = WorkProgress(self.tr("Pages made"), side)
        column.addWidget(self.progress)
        column.addStretch(1)
        self._build_ways_out(column)
        return side

    def _connect(self) -> None:
        super()._connect()
        self.papers.chosenChanged.connect(self._on_paper_chosen)
        self.progress.appeared.connect(self._on_progress_appeared)

    @property
    def is_waiting(self) -> bool:
        """Return whether pages are being laid out, saved or printed."""
        return self._pages is None or self.progress.is_working

    def save_pdf(self, path: Path) -> None:
        """Write the list to ``path`` beside the window, then say so, or why not."""
        paper = self.papers.chosen

        def work(job: Job) -> None:
            pages = self._layouts.pages(job, paper)
            write_whole(path, pdf_bytes(pages, self._title, job.report), record=self._record)

        self._work(work, lambda: self._say_saved(path), self._say_not_saved)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the list beside the window with what was chosen for ``printer``, then say so, or why not."""
        paper = paper_of(printer, self.papers.chosen)
        self._work(
            lambda job: print_pages(printer, self._layouts.pages(job, paper), job.report),
            self._say_printed,
            self._say_not_printed,
        )

    def _work(
        self, work: Callable[[Job], None], done: Callable[[], None], failed: Callable[[SkintervalError], None]
    ) -> None:
        def on_failed(problem: SkintervalError) -> None:
            self.progress.end()
            if isinstance(problem, JobCancelledError):
                self.message.show_message("info", self.tr("Cancelled."))
            else:
                failed(problem)

        def on_done(_nothing: None) -> None:
            self.progress.end()
            done()

        self.message.hide_message()
        self.progress.begin(self._jobs.run(work, on_done, on_failed, self))

    def _lay_out(self) -> None:
        paper, self._pages = self.papers.chosen, None
        prepare(self._printer, Sheet.of(paper), self._title)
        self.busy.begin()
        self._jobs.run(
            lambda job: self._layouts.pages(job, paper),
            lambda pages: self._on_laid_out(paper, pages),
            self._on_failed,
            self,
        )

    def _said_count(self, count: int) -> str:
        words = self.tr("%n page", "", count) if count == 1 else self.tr("%n pages", "", count)
        if count <= PREVIEWED:
            return words
        return self.tr("{pages}; the first {shown} are shown here").format(pages=words, shown=PREVIEWED)

    def _on_laid_out(self, paper: str, pages: Pages) -> None:
        # Another paper may have been chosen meanwhile; its pages are on their way.
        if paper != self.papers.chosen:
            return
        self.busy.end()
        self._pages = pages
        self.page_count.setText(self._said_count(len(pages)))
        self._say_missing(self._layouts.missing)
        self.preview.updatePreview()

    def _on_failed(self, problem: SkintervalError) -> None:
        self.busy.end()
        if not isinstance(problem, JobCancelledError):
            self.message.show_message("error", error(problem))

    def _on_paper_chosen(self) -> None:
        self.message.hide_message()
        self._lay_out()

    def _on_progress_appeared(self, is_shown: bool) -> None:
        for control in (self.papers, self.print_button, self.save_button):
            control.setEnabled(not is_shown)
        (self.progress.cancel_button if is_shown else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_paint_requested(self, printer: "QPrinter") -> None:
        if self._pages is not None:
            paint(printer, self._pages, range(min(PREVIEWED, len(self._pages))))

    def _on_print(self) -> None:
        printer = self._new_printer()
        prepare(printer, Sheet.of(self.papers.chosen), self._title)
        self._ask_print(printer, 0 if self._pages is None else len(self._pages))

    def _on_save(self) -> None:
        self._ask_save(self.tr("Save list as PDF"), f"{self._file_name}.pdf")

    def done(self, result: int) -> None:
        """Stop what is under way, then close; a file that is stopped is not written."""
        self._jobs.stop()
        super().done(result)
