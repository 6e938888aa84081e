"""A table in a dialog whose rows are copied as text."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from tracker.core.spreadsheet import copied
from tracker.ui.dialogs.short_table import ShortTable


class CopiedTable(ShortTable):
    """Ctrl+C copies the selected rows, all of them where none is selected; Enter is left to the dialog."""

    def copied_rows(self, rows: Sequence[int]) -> Iterable[Sequence[str]]:
        """Return what is copied for rows, by their numbers."""
        raise NotImplementedError

    def copy(self) -> None:
        """Copy the selected rows, or all."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = self.copied_rows(chosen or range(self.model().rowCount()))
        QGuiApplication.clipboard().setText(copied(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
