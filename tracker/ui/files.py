"""Choosing files: records to open and make, lists to import, and where the export goes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.core.errors import SkintervalError
from tracker.paths import documents_folder
from tracker.ui import messages
from tracker.ui.jobs import Jobs
from tracker.ui.theme import Theme
from tracker.ui.whole_file import write_whole
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.words.errors import error
from tracker.ui.words.file_names import in_file_name

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record

RECORD_SUFFIX, LIST_SUFFIX = "db", "csv"


class FileChooser(QObject):
    """Asks for files with the system's dialog, without stopping the program.

    ``openChosen``, ``readOnlyChosen`` and ``newChosen`` carry the path of a record; ``exported`` carries the path of a
    list or a calendar file written.
    """

    openChosen = Signal(object)
    readOnlyChosen = Signal(object)
    newChosen = Signal(object)
    exported = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._jobs = Jobs()
        self._busy = BusyLine(window, self.tr("Writing"))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def ask_open(self) -> None:
        """Ask which record to open."""
        self._ask_record(self.tr("Open a record"), self.openChosen.emit)

    def ask_open_read_only(self) -> None:
        """Ask which record to open without changing anything in it."""
        self._ask_record(self.tr("Open a record read-only"), self.readOnlyChosen.emit)

    def ask_new(self) -> None:
        """Ask where a new record is to be."""
        chooser = self._dialog(self.tr("New record"), self._record_filter())
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(RECORD_SUFFIX)
        self._open(chooser, self.newChosen.emit)

    def ask_import(self, record: "Record") -> None:
        """Ask which list to import; then show what it holds before anything is written."""
        chooser = self._dialog(self.tr("Import a list"), self._list_filter())
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(chooser, lambda path: self.preview_import(record, path))

    def ask_export(self, record: "Record", person: "Person | None" = None) -> None:
        """Ask where the list of everything, or of what is one person's, goes, and write it."""
        title = self.tr("Export everything as a list") if person is None else self.tr("Export this person as a list")
        chooser = self._dialog(title, self._list_filter())
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(LIST_SUFFIX)
        name = record.path.stem if person is None else in_file_name(person.name) or record.path.stem
        chooser.selectFile(f"{name}.{LIST_SUFFIX}")
        self._open(chooser, lambda path: self.export(record, path, person))

    def export(self, record: "Record", path: Path, person: "Person | None" = None) -> None:
        """Write everything in a record, or what is one person's, to ``path``, whole or not at all.

        Like all lists it is made beside the window; ``exported`` follows, or a message.
        """
        person_id = None if person is None else person.id
        self._write(record, path, lambda: record.transfer.export(person_id))

    def ask_save_list(self, record: "Record", made: Callable[[], bytes], name: str) -> None:
        """Ask where a list goes, proposing ``name``, and write what ``made`` returns there, whole or not at all."""
        chooser = self._dialog(self.tr("Export a list"), self._list_filter())
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(LIST_SUFFIX)
        chooser.selectFile(f"{name}.{LIST_SUFFIX}")
        self._open(chooser, lambda path: self._write(record, path, made))

    def ask_backup(self, then: Callable[[Path], None]) -> None:
        """Ask which backup to restore."""
        chooser = self._dialog(self.tr("Restore a backup"), self._record_filter())
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(chooser, then)

    def ask_repaired(self, name: str, then: Callable[[Path], None]) -> None:
        """Ask where the new file goes into which a damaged record is saved, proposing ``name``."""
        chooser = self._dialog(self.tr("Save what can be read"), self._record_filter())
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(RECORD_SUFFIX)
        chooser.selectFile(name)
        self._open(chooser, then)

    def ask_calendar(self, record: "Record", person: "Person") -> None:
        """Ask what a calendar file is to hold and where it goes, and write it."""
        from tracker.ui.dialogs.calendar_file import CalendarDialog

        try:
            dialog = CalendarDialog(record, person, self._theme, self._window)
        except SkintervalError as found:
            messages.tell(self._window, self.tr("Nothing was exported"), error(found))
            return
        dialog.written.connect(self.exported)
        dialog.open()

    def stop(self) -> None:
        """Wait for a list that is being written; nothing of a record is read any more."""
        self._jobs.stop()
        self._busy.end()

    def _write(self, record: "Record", path: Path, made: Callable[[], bytes]) -> None:
        self._busy.begin()
        self._jobs.run(
            lambda _job: write_whole(path, made(), record=record.path),
            lambda _nothing: self._on_written(path),
            self._on_not_written,
            self,
        )

    def _ask_record(self, title: str, then: Callable[[Path], None]) -> None:
        chooser = self._dialog(title, self._record_filter())
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(chooser, then)

    def preview_import(self, record: "Record", path: Path) -> None:
        """Show what a list holds before anything of it is written."""
        from tracker.ui.dialogs.import_history import ImportDialog

        ImportDialog(record, path, self._theme, self._window).open()

    def _dialog(self, title: str, filters: list[str]) -> QFileDialog:
        chooser = QFileDialog(self._window, title, str(documents_folder()))
        chooser.setObjectName("fileChooser")
        chooser.setNameFilters(filters)
        return chooser

    def _open(self, chooser: QFileDialog, then: Callable[[Path], None]) -> None:
        chooser.fileSelected.connect(lambda chosen: then(Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _on_written(self, path: Path) -> None:
        self._busy.end()
        self.exported.emit(path)

    def _on_not_written(self, problem: SkintervalError) -> None:
        self._busy.end()
        messages.tell(self._window, self.tr("Nothing was exported"), error(problem))

    def _record_filter(self) -> list[str]:
        return [self.tr("Records (*.db)"), self.tr("All files (*)")]

    def _list_filter(self) -> list[str]:
        return [self.tr("Lists (*.csv)"), self.tr("All files (*)")]
