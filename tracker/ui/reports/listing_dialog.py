"""The dialog of a printed list: a preview, the paper, and the ways out: printer, PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGraphicsView,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.core.errors import NotSavedError, NotWrittenError, OverRecordError
from tracker.paths import documents_folder
from tracker.ui.reports.listing import Listing, lay_out_listing
from tracker.ui.reports.options import A4, LETTER
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.reports.printing import paint, paper_of, prepare, print_pages
from tracker.ui.scale import px
from tracker.ui.whole_file import write_whole
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.ui.theme import Theme

PREVIEWED = 10
"""Pages shown in the preview: drawing the hundreds of a large practice would hold the window up."""
_AROUND, _WIDTH, _HEIGHT = 24, 900, 780


class ListingDialog(QDialog):
    """Shows a list as it will be printed. ``record`` is the file that a PDF must not replace."""

    saved = Signal(object)

    def __init__(
        self, listing: Listing, file_name: str, record: Path, paper: str, theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._listing = listing
        self._file_name = file_name
        self._record = record
        self._theme = theme
        self._printer = self._new_printer()
        self._pages: Pages | None = None
        self.setObjectName("listing")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(listing.title)
        self.setAccessibleName(listing.title)
        self._build(paper)
        self._connect()
        self._on_theme_changed()
        self._take_size()

    def _build(self, paper: str) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(px(24), px(20), px(24), px(20))
        row.setSpacing(px(24))
        row.addWidget(self._build_preview(), 1)
        side = QWidget(self)
        side.setFixedWidth(px(220))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(self._listing.title, "headline", side, wrap=True))
        self.page_count = PlainLabel("", "small", side, wrap=True)
        self.page_count.setObjectName("pageCount")
        self.papers = Segments([(A4, self.tr("A4")), (LETTER, self.tr("Letter"))], side, name=self.tr("Paper"))
        self.papers.choose(paper)
        self.message = MessageFrame(side)
        for part in (self.page_count, self.papers, self.message):
            column.addWidget(part)
        column.addStretch(1)
        self.print_button = self._button(self.tr("&Print…"), "print", column)
        self.print_button.setProperty("kind", "primary")
        self.print_button.setDefault(True)
        self.save_button = self._button(self.tr("&Save as PDF…"), "save", column)
        self.close_button = self._button(self.tr("&Close"), "close", column)
        row.addWidget(side)

    def _build_preview(self) -> QWidget:
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        self.preview = QPrintPreviewWidget(self._printer, self)
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName(self.tr("Preview of the list"))
        self.preview.setViewMode(QPrintPreviewWidget.ViewMode.SinglePageView)
        self.preview.fitInView()
        self._canvas().setAccessibleName(self.preview.accessibleName())
        return self.preview

    def _button(self, words: str, name: str, column: QVBoxLayout) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        column.addWidget(button)
        return button

    def _connect(self) -> None:
        self.papers.chosenChanged.connect(self._on_paper_chosen)
        self.preview.paintRequested.connect(self._on_paint_requested)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.close)
        self._theme.changed.connect(self._on_theme_changed)

    def save_pdf(self, path: Path) -> None:
        """Write the list to ``path`` and say so, or say why not."""
        try:
            write_whole(path, pdf_bytes(self._laid_out(), self._listing.title), record=self._record)
        except (NotWrittenError, OverRecordError) as found:
            self.message.show_message("error", self.tr("Not saved."), error(found))
            return
        self.message.show_message("info", self.tr("Saved."), QDir.toNativeSeparators(str(path)))
        self.saved.emit(path)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the list with what was chosen for ``printer`` and say so, or say why not."""
        try:
            print_pages(printer, lay_out_listing(self._listing, paper_of(printer, self.papers.chosen)))
        except NotSavedError:
            self.message.show_message("error", self.tr("Not printed."), self.tr("The printer did not start."))
            return
        self.message.show_message("info", self.tr("Handed over to the printer."))

    def _new_printer(self) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        return QPrinter(QPrinter.PrinterMode.HighResolution)

    def _canvas(self) -> QGraphicsView:
        """Return the view inside of Qt's preview, which has no way of its own to its looks and its name."""
        return self.preview.findChildren(QGraphicsView)[0]

    def _take_size(self) -> None:
        parent = self.parentWidget()
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(min(px(_WIDTH), room.width() - 2 * _AROUND), min(px(_HEIGHT), room.height() - 2 * _AROUND))

    def _laid_out(self) -> Pages:
        if self._pages is None:
            self._pages = lay_out_listing(self._listing, self.papers.chosen)
            prepare(self._printer, self._pages, self._listing.title)
            count = len(self._pages)
            words = self.tr("%n page", "", count) if count == 1 else self.tr("%n pages", "", count)
            if count > PREVIEWED:
                words = self.tr("{pages}; the first {shown} are shown here").format(pages=words, shown=PREVIEWED)
            self.page_count.setText(words)
        return self._pages

    def _on_paper_chosen(self) -> None:
        self._pages = None
        self.message.hide_message()
        self._laid_out()
        self.preview.updatePreview()

    def _on_theme_changed(self) -> None:
        self._canvas().scene().setBackgroundBrush(self._theme.color("sidebar"))

    def _on_paint_requested(self, printer: "QPrinter") -> None:
        pages = self._laid_out()
        paint(printer, pages, range(min(PREVIEWED, len(pages))))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        printer, pages = self._new_printer(), self._laid_out()
        prepare(printer, pages, self._listing.title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(pages))
        dialog.accepted.connect(lambda: self.print_on(printer))
        # QPrintDialog hides the plain open() of every dialog behind one that takes a slot by its name.
        QDialog.open(dialog)

    def _on_save(self) -> None:
        folder = str(documents_folder())
        dialog = QFileDialog(self, self.tr("Save list as PDF"), folder, self.tr("PDF document (*.pdf)"))
        dialog.setObjectName("saveListing")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._file_name}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(Path(chosen)))
        dialog.open()
