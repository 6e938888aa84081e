"""The table of what was deleted: one line a record, the latest first; several can be chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tracker.ui.theme import Theme
from tracker.ui.widgets.ordered_table import OrderedTable
from tracker.ui.words.trash import Column, TrashLine, column_title

COLUMNS = tuple(Column)
WIDTHS: Mapping[int, int] = {Column.WHOSE: 176, Column.WHEN: 146, Column.BY: 128, Column.LEFT: 88}
LEAST_WHAT = 200
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TrashModel(QAbstractTableModel):
    """Deleted records in the order given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[TrashLine, ...] = ()

    def show_lines(self, lines: Sequence[TrashLine]) -> None:
        """Show other records."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.lines[index.row()].cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return column_title(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None


class TrashTable(OrderedTable):
    """Shows a `TrashModel`; several rows can be chosen."""

    def __init__(self, theme: Theme, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(WIDTHS, Column.WHAT, LEAST_WHAT, parent)
        self._records = TrashModel(self)
        self.setObjectName("trashTable")
        self.setAccessibleName(self.tr("Recently deleted, latest first"))
        self._arrange(theme, self._records, rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def lines(self) -> Sequence[TrashLine]:
        """Return what is listed."""
        return self._records.lines

    @property
    def chosen(self) -> list[TrashLine]:
        """Return the chosen lines in their order."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.lines[place] for place in places]

    def show_lines(self, lines: Sequence[TrashLine]) -> None:
        """Show other records; the row at the place of the former one is chosen."""
        place = max(0, self.currentIndex().row())
        self._records.show_lines(lines)
        self._share_width()
        if lines:
            self._go_to(min(place, len(lines) - 1))
