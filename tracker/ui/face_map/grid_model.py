"""The table model of units per site: names, sides, and a column for each visit."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.ui.face_map.grid_rows import GridRow, GridTable

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NAME, SIDE, FIRST = 0, 1, 2
"""The columns: the site, its side, and from `FIRST` on the cells of the rows."""


class GridModel(QAbstractTableModel):
    """Shows a `GridTable`; ``chosen`` is the column of cells that is marked, None for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = GridTable()
        self.chosen: int | None = None

    def set_table(self, table: GridTable, chosen: int | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table, self.chosen = table, chosen
        self.endResetModel()

    def row(self, index: Index) -> GridRow | None:
        """Return the row of an index, None for one that is none of this table."""
        is_inside = index.isValid() and index.row() < len(self.table.rows)
        return self.table.rows[index.row()] if is_inside else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or not self.table.columns else FIRST + len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        return None

    def _text(self, row: GridRow, column: int) -> str:
        if column >= FIRST:
            return row.cells[column - FIRST].text
        return row.name if column == NAME else row.side

    def _spoken(self, row: GridRow, column: int) -> str:
        if column < FIRST:
            return row.said
        return f"{row.said}, {self.table.columns[column - FIRST].said}: {row.cells[column - FIRST].spoken}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == NAME:
            return self.tr("Units per site")
        place = section - FIRST
        return self.table.columns[place].said if 0 <= place < len(self.table.columns) else ""
