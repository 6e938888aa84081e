"""The dialog of the report: a true preview, what to put into it, and the ways out: printer, PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGraphicsView,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.core.errors import NotSavedError, NotWrittenError, OverRecordError
from tracker.paths import documents_folder
from tracker.ui.reports.choices import Choices
from tracker.ui.reports.contents import ReportContents, contents_of
from tracker.ui.reports.pages import Pages, lay_out
from tracker.ui.reports.pdf import write_pdf
from tracker.ui.reports.printing import paint, prepare, print_report
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.widgets.side_scroll import side_scroll
from tracker.ui.words.errors import error
from tracker.ui.words.reports import document_title, suggested_file_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

_REDRAW_MS = 80
_AROUND = 24
_WHOLE, _WIDE = "whole", "wide"


class ReportDialog(QDialog):
    """Shows the report of one person as it will be printed. ``saved`` carries the path of a written PDF."""

    saved = Signal(object)

    def __init__(
        self, record: "Record", person: "Person", preferences: "Preferences", theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._person = person
        self._record_path = record.path
        self._catalog = record.catalog
        self._timeline = record.timelines.of(person.id)
        self._judgements = tuple(row.judgement for row in record.spacing.due(person_id=person.id))
        self._happened = record.adverse_events.of(person.id)
        self._pages: Pages | None = None
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("report")
        self.setWindowTitle(self.tr("Report"))
        self.setAccessibleName(self.tr("Report"))
        self.choices = Choices(self._timeline, preferences.paper, preferences.first_day_of_week)
        self.contents: ReportContents = self._gathered()
        self._printer = self._new_printer()
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._theme = theme
        self._build()
        self._connect()
        self._on_theme_changed()
        self._take_size()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._preview_side(), 1)
        row.addWidget(self._choice_side())

    def _preview_side(self) -> QWidget:
        from PySide6.QtPrintSupport import QPrintPreviewWidget

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
        self.preview = QPrintPreviewWidget(self._printer, side)
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName(self.tr("Preview of the report"))
        self.preview.setViewMode(QPrintPreviewWidget.ViewMode.SinglePageView)
        self.preview.fitInView()
        self._canvas().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._canvas().setAccessibleName(self.preview.accessibleName())
        column.addLayout(top)
        column.addWidget(self.preview, 1)
        return side

    def _choice_side(self) -> QWidget:
        side = QFrame(self)
        side.setFixedWidth(px(320))
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(self.tr("Report"), "headline", side))
        column.addWidget(side_scroll(self.choices, self), 1)
        self.message = MessageFrame(side)
        column.addWidget(self.message)
        self.print_button = self._button(self.tr("&Print…"), "print", column)
        self.print_button.setProperty("kind", "primary")
        self.print_button.setDefault(True)
        self.save_button = self._button(self.tr("&Save as PDF…"), "save", column)
        self.close_button = self._button(self.tr("&Close"), "close", column)
        return side

    def _button(self, words: str, name: str, column: QVBoxLayout) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        column.addWidget(button)
        return button

    def _connect(self) -> None:
        self.choices.changed.connect(self._redraw.start)
        self._redraw.timeout.connect(self._on_redraw)
        self.preview.paintRequested.connect(self._on_paint_requested)
        self.zoom.chosenChanged.connect(self._on_zoom_chosen)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.close)
        self._theme.changed.connect(self._on_theme_changed)

    def _canvas(self) -> QGraphicsView:
        """Return the view inside of Qt's preview, which has no way of its own to its looks and its name."""
        return self.preview.findChildren(QGraphicsView)[0]

    def _take_size(self) -> None:
        parent = self.parentWidget()
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(min(px(1100), room.width() - 2 * _AROUND), min(px(820), room.height() - 2 * _AROUND))

    def _gathered(self) -> ReportContents:
        options = self.choices.options
        return contents_of(self._person, self._timeline, self._judgements, self._catalog, options, self._happened)

    def _new_printer(self) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        return QPrinter(QPrinter.PrinterMode.HighResolution)

    def save_pdf(self, path: Path) -> None:
        """Write the report to ``path`` and say so, or say why not."""
        self._settle()
        try:
            write_pdf(self.contents, path, record=self._record_path)
        except (NotWrittenError, OverRecordError) as found:
            self.message.show_message("error", self.tr("Not saved."), error(found))
            return
        self.message.show_message("info", self.tr("Saved."), QDir.toNativeSeparators(str(path)))
        self.saved.emit(path)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the report with what was chosen for ``printer`` and say so, or say why not."""
        try:
            print_report(printer, self.contents)
        except NotSavedError:
            self.message.show_message("error", self.tr("Not printed."), self.tr("The printer did not start."))
            return
        self.message.show_message("info", self.tr("Handed over to the printer."))

    @property
    def is_waiting(self) -> bool:
        """Return whether a change is still to be drawn."""
        return self._redraw.isActive()

    def _settle(self) -> None:
        """Take in choices that still wait to be drawn."""
        if self._redraw.isActive():
            self._redraw.stop()
            self._on_redraw()

    def _on_theme_changed(self) -> None:
        self._canvas().scene().setBackgroundBrush(self._theme.color("sidebar"))

    def _on_redraw(self) -> None:
        self.contents = self._gathered()
        self._pages = None
        self.message.hide_message()
        self._show_pages()
        self.preview.updatePreview()

    def _show_pages(self) -> Pages:
        if self._pages is None:
            self._pages = lay_out(self.contents)
            prepare(self._printer, self._pages, document_title(self.contents))
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
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        self._settle()
        printer, pages = self._new_printer(), self._show_pages()
        prepare(printer, pages, document_title(self.contents))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(pages))
        dialog.accepted.connect(lambda: self.print_on(printer))
        # QPrintDialog hides the plain open() of every dialog behind one that takes a slot by its name.
        QDialog.open(dialog)

    def _on_save(self) -> None:
        self._settle()
        folder = str(documents_folder())
        dialog = QFileDialog(self, self.tr("Save report as PDF"), folder, self.tr("PDF document (*.pdf)"))
        dialog.setObjectName("saveReport")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested_file_name(self.contents))
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(Path(chosen)))
        dialog.open()
