"""The dialog of everything that is printed of people: a true preview, what to put into it, a printer and a PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.core.errors import SkintervalError
from tracker.ui.jobs import JobCancelledError
from tracker.ui.reports.choices import Choices
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.glyphs import UnprintableError, texts_in, without_glyph
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.offer import offer_of, offer_of_several
from tracker.ui.reports.output import into_file, onto_printer
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.paper_dialog import PaperDialog
from tracker.ui.reports.printing import as_printed, paint, prepare
from tracker.ui.reports.sources import People
from tracker.ui.scale import px
from tracker.ui.steps import Steps, Work
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.widgets.side_scroll import side_scroll
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words import documents as words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.core.records import Named
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

_REDRAW_MS = 80
_WIDTH, _HEIGHT = 1100, 860
_WHOLE, _WIDE = "whole", "wide"


class ReportDialog(PaperDialog):
    """Shows the documents of one person as they will be printed; of several people those of the first.

    The documents of several are made person by person while the dialog tells how far it is and can be cancelled.
    """

    def __init__(
        self,
        record: "Record",
        people: "Sequence[Named]",
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
    ) -> None:
        super().__init__("report", self.tr("Print"), theme, parent)
        self._people = People(record, people)
        self._pages: Pages | None = None
        self._steps: Steps | None = None
        self._told: frozenset[str] = frozenset()
        first, is_one = self._people.first, len(people) == 1
        offer = offer_of(first) if is_one else offer_of_several(first.timeline.today, first.letterhead is not None)
        self.choices = Choices(offer, preferences)
        self.contents: ReportContents = self._people.of_first(self.choices.options)
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._build()
        self._connect()
        self._take_size(_WIDTH, _HEIGHT)

    def take(self, documents: frozenset[Document], map_of: UUID | None = None) -> None:
        """Begin with other documents than the progress report, and with the face map of a treatment."""
        self.choices.take(documents, map_of)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._preview_side(), 1)
        row.addWidget(self._choice_side())

    def _preview_side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(20), 0, px(20))
        column.setSpacing(px(12))
        self.zoom = Segments([(_WHOLE, self.tr("Whole page")), (_WIDE, self.tr("Page width"))], name=self.tr("Zoom"))
        self.zoom.choose(_WHOLE)
        self.page_count = PlainLabel("", "small", side)
        self.page_count.setObjectName("pageCount")
        top = QHBoxLayout()
        top.addWidget(self.zoom)
        top.addStretch(1)
        top.addWidget(self.page_count)
        column.addLayout(top)
        column.addWidget(self._build_preview(self.tr("Preview of the pages")), 1)
        self._canvas().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return side

    def _choice_side(self) -> QWidget:
        side = QFrame(self)
        side.setFixedWidth(px(320))
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(self.tr("Print"), "headline", side))
        column.addWidget(side_scroll(self.choices, self), 1)
        self._build_message(column)
        self.progress = WorkProgress(self.tr("Clients printed"), side)
        column.addWidget(self.progress)
        self._build_ways_out(column)
        return side

    def _connect(self) -> None:
        super()._connect()
        self.choices.changed.connect(self._redraw.start)
        self._redraw.timeout.connect(self._on_redraw)
        self.zoom.chosenChanged.connect(self._on_zoom_chosen)
        self.progress.appeared.connect(self._on_progress_appeared)

    def save_pdf(self, path: Path) -> None:
        """Write the documents to ``path`` and say so, or say why not."""
        self._settle()
        work = into_file(self._people, self.choices.options, self._title, path, self._told)
        self._do(work, lambda: self._say_saved(path), self._say_not_saved)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the documents with what was chosen for ``printer`` and say so, or say why not."""
        self._settle()
        work = onto_printer(self._people, as_printed(printer, self.choices.options), printer, self._told)
        self._do(work, self._say_printed, self._say_not_printed)

    def _do(self, work: Work, say_done: Callable[[], None], say_failed: Callable[[SkintervalError], None]) -> None:
        """Do ``work`` at once for one person, in steps for several; then say what became of it."""

        def on_done(is_something: bool) -> None:
            self.progress.end()
            if is_something:
                say_done()
            else:
                self.message.show_message("info", words.nothing_to_print())

        def on_failed(problem: SkintervalError) -> None:
            self.progress.end()
            if isinstance(problem, JobCancelledError):
                self.message.show_message("info", self.tr("Cancelled."))
            elif isinstance(problem, UnprintableError):
                self._tell_missing(problem.letters)
                self.message.show_message(
                    "plan", self.tr("Nothing is printed yet."), self.tr("Print or save again to do it all the same.")
                )
            else:
                say_failed(problem)

        self.message.hide_message()
        self._steps = Steps(work, on_done, on_failed, self)
        if len(self._people) == 1:
            self._steps.finish()
        else:
            self.progress.begin(self._steps)
            self._steps.begin()

    @property
    def _title(self) -> str:
        """Return the title of the file: of several people it names nobody."""
        if len(self._people) == 1:
            return words.document_title(self.contents)
        return words.documents_name(self.contents.options.documents)

    @property
    def _file_name(self) -> str:
        if len(self._people) == 1:
            return words.suggested_file_name(self.contents)
        return words.file_name_of_several(self.contents.options.documents, self.contents.printed_on)

    @property
    def is_waiting(self) -> bool:
        """Return whether a change is still to be drawn, or something is being saved or printed."""
        return self._redraw.isActive() or self.progress.is_working

    def _settle(self) -> None:
        """Take in choices that still wait to be drawn."""
        if self._redraw.isActive():
            self._redraw.stop()
            self._on_redraw()

    def _on_redraw(self) -> None:
        self.contents = self._people.of_first(self.choices.options)
        self._pages = None
        self.message.hide_message()
        self._show_pages()
        self.preview.updatePreview()

    def _show_pages(self) -> Pages:
        if self._pages is None:
            self._pages = lay_out(self.contents)
            prepare(self._printer, self._pages.sheet, self._title)
            self.page_count.setText(self._said_count(len(self._pages)))
            self._tell_missing(self._missing())
            has_something = bool(self.contents.options.documents)
            for button in (self.print_button, self.save_button):
                button.setEnabled(has_something)
        return self._pages

    def _said_count(self, count: int) -> str:
        if not self.contents.options.documents:
            return words.nothing_chosen()
        if len(self._people) > 1:
            return words.of_several(len(self._people))
        said = self.tr("%n page", "", count) if count == 1 else self.tr("%n pages", "", count)
        return f"{said}, {self.contents.options.paper}"

    def _missing(self) -> Sequence[str]:
        """Return the characters that no font here has; of further people those of their names, others when printed."""
        others = () if self.contents.identity is None else self._people.listed[1:]
        return without_glyph([*texts_in(self.contents), *(person.name for person in others)])

    def _tell_missing(self, letters: Sequence[str]) -> None:
        self._told = frozenset(letters)
        self._say_missing(letters)

    def _on_paint_requested(self, printer: "QPrinter") -> None:
        pages = self._show_pages()
        if len(pages):
            paint(printer, pages, range(len(pages)))

    def _on_zoom_chosen(self, chosen: str) -> None:
        if chosen == _WHOLE:
            self.preview.fitInView()
        else:
            self.preview.fitToWidth()

    def _on_progress_appeared(self, is_shown: bool) -> None:
        for control in (self.choices, self.print_button, self.save_button):
            control.setEnabled(not is_shown)
        (self.progress.cancel_button if is_shown else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        if self.progress.is_working:
            # The buttons are switched off only where the work takes a while.
            return
        self._settle()
        printer, pages = self._new_printer(), self._show_pages()
        prepare(printer, pages.sheet, self._title)
        self._ask_print(printer, len(pages) if len(self._people) == 1 else 0)

    def _on_save(self) -> None:
        if self.progress.is_working:
            return
        self._settle()
        self._ask_save(self.tr("Save as PDF"), self._file_name)

    def done(self, result: int) -> None:
        """Stop what is under way, then close; a file that is stopped is not written."""
        if self._steps is not None:
            self._steps.cancel()
        super().done(result)
