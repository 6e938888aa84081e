"""The dialog of the report: a true preview, what to put into it, and the ways out: printer, PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.core.errors import NotSavedError, NotWrittenError, OverRecordError
from tracker.ui.reports.choices import Choices
from tracker.ui.reports.contents import ReportContents, contents_of
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.paper_dialog import PaperDialog
from tracker.ui.reports.pdf import write_pdf
from tracker.ui.reports.person_file import read_person
from tracker.ui.reports.printing import paint, prepare, print_report
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.widgets.side_scroll import side_scroll
from tracker.ui.words.documents import document_title, suggested_file_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

_REDRAW_MS = 80
_WIDTH, _HEIGHT = 1100, 820
_WHOLE, _WIDE = "whole", "wide"


class ReportDialog(PaperDialog):
    """Shows the report of one person as it will be printed."""

    def __init__(
        self, record: "Record", person: "Person", preferences: "Preferences", theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__("report", self.tr("Report"), theme, parent)
        self._file = read_person(record, person.id)
        self._record_path = record.path
        self._pages: Pages | None = None
        self.choices = Choices(self._file.timeline, preferences.paper, preferences.first_day_of_week)
        self.contents: ReportContents = self._gathered()
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._build()
        self._connect()
        self._take_size(_WIDTH, _HEIGHT)

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
        column.addWidget(self._build_preview(self.tr("Preview of the report")), 1)
        self._canvas().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return side

    def _choice_side(self) -> QWidget:
        side = QFrame(self)
        side.setFixedWidth(px(320))
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(self.tr("Report"), "headline", side))
        column.addWidget(side_scroll(self.choices, self), 1)
        self._build_message(column)
        self._build_ways_out(column)
        return side

    def _connect(self) -> None:
        super()._connect()
        self.choices.changed.connect(self._redraw.start)
        self._redraw.timeout.connect(self._on_redraw)
        self.zoom.chosenChanged.connect(self._on_zoom_chosen)

    def _gathered(self) -> ReportContents:
        return contents_of(self._file, self.choices.options)

    def save_pdf(self, path: Path) -> None:
        """Write the report to ``path`` and say so, or say why not."""
        self._settle()
        try:
            write_pdf(self.contents, path, record=self._record_path)
        except (NotWrittenError, OverRecordError) as found:
            self._say_not_saved(found)
            return
        self._say_saved(path)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the report with what was chosen for ``printer`` and say so, or say why not."""
        try:
            print_report(printer, self.contents)
        except NotSavedError as found:
            self._say_not_printed(found)
            return
        self._say_printed()

    @property
    def is_waiting(self) -> bool:
        """Return whether a change is still to be drawn."""
        return self._redraw.isActive()

    def _settle(self) -> None:
        """Take in choices that still wait to be drawn."""
        if self._redraw.isActive():
            self._redraw.stop()
            self._on_redraw()

    def _on_redraw(self) -> None:
        self.contents = self._gathered()
        self._pages = None
        self.message.hide_message()
        self._show_pages()
        self.preview.updatePreview()

    def _show_pages(self) -> Pages:
        if self._pages is None:
            self._pages = lay_out(self.contents)
            prepare(self._printer, self._pages.sheet, document_title(self.contents))
            count = len(self._pages)
            words = self.tr("%n page", "", count) if count == 1 else self.tr("%n pages", "", count)
            self.page_count.setText(f"{words}, {self.contents.options.paper}")
        return self._pages

    def _on_paint_requested(self, printer: "QPrinter") -> None:
        pages = self._show_pages()
        paint(printer, pages, range(len(pages)))

    def _on_zoom_chosen(self, chosen: str) -> None:
        if chosen == _WHOLE:
            self.preview.fitInView()
        else:
            self.preview.fitToWidth()

    def _on_print(self) -> None:
        self._settle()
        printer, pages = self._new_printer(), self._show_pages()
        prepare(printer, pages.sheet, document_title(self.contents))
        self._ask_print(printer, len(pages))

    def _on_save(self) -> None:
        self._settle()
        self._ask_save(self.tr("Save report as PDF"), suggested_file_name(self.contents))
