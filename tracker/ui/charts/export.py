"""The chart out of the window: saved as a file that a person names, or copied as an image."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.core.errors import NotWrittenError
from tracker.paths import documents_folder
from tracker.ui import messages
from tracker.ui.charts.saving import FORMATS
from tracker.ui.whole_file import write_whole
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.ui.charts.data import DataRow

Draw = Callable[[str], bytes]
"""Draws the chart as a file of the format that it is given, one of `FORMATS`."""


class ChartExport(QObject):
    """Asks for a file name and writes what is on screen; ``name`` is the one proposed, without its ending.

    ``done`` carries the sentence that says what was done.
    """

    done = Signal(str)

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._name = name
        self._window = window
        self.dialog: QFileDialog | None = None

    def save(self, draw: Draw) -> None:
        """Ask where to save the chart; the kind of file follows its name."""
        self.dialog = QFileDialog(self._window, self.tr("Save chart as"), str(documents_folder()))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilters([f"{ending.upper()} (*.{ending})" for ending in FORMATS])
        self.dialog.setDefaultSuffix(FORMATS[0])
        self.dialog.selectFile(f"{self._name}.{FORMATS[0]}")
        self.dialog.filterSelected.connect(self._on_filter_selected)
        self.dialog.fileSelected.connect(lambda name: self.write(Path(name), draw))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def save_data(self, rows: "Sequence[DataRow]") -> None:
        """Ask where to save the data behind the chart as a list for spreadsheets."""
        self.dialog = QFileDialog(self._window, self.tr("Save the chart's data"), str(documents_folder()))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilter("CSV (*.csv)")
        self.dialog.setDefaultSuffix("csv")
        self.dialog.selectFile(f"{self._name}.csv")
        self.dialog.fileSelected.connect(lambda name: self.write_data(Path(name), rows))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def write_data(self, path: Path, rows: "Sequence[DataRow]") -> None:
        """Write the data whole or not at all; say so where they could not be written."""
        if path.suffix.lower() != ".csv":
            path = path.with_name(f"{path.name}.csv")
        from tracker.ui.charts.data import csv_of

        try:
            write_whole(path, csv_of(rows))
        except NotWrittenError as found:
            messages.tell(self._window, self.tr("Not saved"), error(found))
            return
        self.done.emit(self.tr("Chart data saved to {path}").format(path=path))

    def copy(self, draw: Draw) -> None:
        """Put the chart into the clipboard, as it would be saved."""
        QGuiApplication.clipboard().setImage(QImage.fromData(draw("png")))
        self.done.emit(self.tr("The chart is in the clipboard"))

    def write(self, path: Path, draw: Draw) -> None:
        """Write the chart whole or not at all; say so where it could not be written."""
        ending = path.suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            path = path.with_name(f"{path.name}.{FORMATS[0]}")
            ending = FORMATS[0]
        try:
            write_whole(path, draw(ending))
        except NotWrittenError as found:
            messages.tell(self._window, self.tr("Not saved"), error(found))
            return
        self.done.emit(self.tr("Chart saved to {path}").format(path=path))

    def _on_filter_selected(self, name: str) -> None:
        if self.dialog is not None:
            self.dialog.setDefaultSuffix(name.partition(" ")[0].lower())
