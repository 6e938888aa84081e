"""The ways of changes onto paper: all that are looked for are read and laid out beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.paths import documents_folder
from tracker.ui.changes.paper import ChangesPaper, lay_out
from tracker.ui.changes.reader import ChangeReader
from tracker.ui.changes.search import ChangeSearch
from tracker.ui.jobs import Job
from tracker.ui.reports.contents import Identity
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.reports.printing import paint, paper_of
from tracker.ui.whole_file import write_whole
from tracker.ui.words.change_paper import document_title, suggested_file_name
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences

MOST_PRINTED = 2_000


class PaperDesk(QObject):
    """Prints and saves what ``reader`` looks for. ``saved`` carries a path, ``failed`` why nothing came of it."""

    saved = Signal(object)
    printed = Signal()
    failed = Signal(str)

    def __init__(
        self, record: "Record", person: "Person", preferences: "Preferences", reader: ChangeReader, dialog: QWidget
    ) -> None:
        super().__init__(dialog)
        self._record = record
        self._person = person
        self._preferences = preferences
        self._reader = reader
        self._dialog = dialog

    def ask_save(self, about: str, *, with_private: bool) -> None:
        """Ask where the PDF shall be."""
        title, folder = self.tr("Save changes as PDF"), str(documents_folder())
        dialog = QFileDialog(self._dialog, title, folder, self.tr("PDF document (*.pdf)"))
        dialog.setObjectName("saveChangesDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested_file_name(self._person.name, self._record.clock.today()))
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(Path(chosen), about, with_private=with_private))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_pdf(self, path: Path, about: str, *, with_private: bool) -> None:
        """Write the PDF; `saved` or `failed` follows."""
        title, paper = document_title(self._person.name), self._preferences.paper
        search = self._reader.search

        def work(job: Job) -> Path:
            pages = lay_out(self._contents(job, search, about, paper, with_private=with_private))
            write_whole(path, pdf_bytes(pages, title), record=self._record.path)
            return path

        self._reader.jobs.run(work, self.saved.emit, self._on_failed, self)

    def ask_print(self, about: str, *, with_private: bool) -> None:
        """Ask for a printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(document_title(self._person.name))
        printer.setCreator("Skinterval")
        dialog = QPrintDialog(printer, self._dialog)
        dialog.accepted.connect(lambda: self.print_on(printer, about, with_private=with_private))
        dialog.finished.connect(dialog.deleteLater)
        # QPrintDialog hides the plain open() of every dialog behind one that takes a slot by its name.
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter", about: str, *, with_private: bool) -> None:
        """Print on the paper that ``printer`` holds; `printed` or `failed` follows."""
        paper, search = paper_of(printer, self._preferences.paper), self._reader.search
        self._reader.jobs.run(
            lambda job: lay_out(self._contents(job, search, about, paper, with_private=with_private)),
            lambda pages: self._paint(printer, pages),
            self._on_failed,
            self,
        )

    def _contents(self, job: Job, search: ChangeSearch, about: str, paper: str, *, with_private: bool) -> ChangesPaper:
        lines, following = self._reader.lines(job, search, most=MOST_PRINTED)
        return ChangesPaper(
            identity=Identity(self._person.name, self._person.birth_date, self._person.client_number),
            about=about,
            printed_on=self._record.clock.today(),
            lines=lines,
            is_cut=following is not None,
            with_private=with_private,
            paper=paper,
        )

    def _paint(self, printer: "QPrinter", pages: Pages) -> None:
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
        try:
            paint(printer, pages, range(first - 1, min(last, len(pages))))
        except NotSavedError:
            self.failed.emit(self.tr("Not printed. The printer did not start."))
            return
        self.printed.emit()

    def _on_failed(self, problem: SkintervalError) -> None:
        self.failed.emit(error(problem))
