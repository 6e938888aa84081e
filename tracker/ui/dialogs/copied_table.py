"""A table in a dialog whose rows are copied as text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from tracker.ui.dialogs.short_table import ShortTable


class CopiedTable(ShortTable):
    """Ctrl+C copies the selected rows, all of them where none is selected; Enter is left to the dialog."""

    def text_of(self, rows: Sequence[int]) -> str:
        """Return rows, by their numbers, as text with tabs between the cells."""
        raise NotImplementedError

    def copy(self) -> None:
        """Copy the selected rows, or all."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self.text_of(chosen or range(self.model().rowCount())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
