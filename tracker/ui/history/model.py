"""The table model of the history: frozen rows, sorted in place."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.core.records import Kind
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.sorting import in_order
from tracker.ui.history.words import (
    Column,
    column_title,
    details_spoken,
    score_text,
    short_name,
    since_last,
    since_last_in_brief,
    since_last_spoken,
)
from tracker.ui.words.dates import day_full, day_table

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = tuple(Column)
WORD_COLUMNS = (Column.WHAT, Column.DETAILS)


class HistoryModel(QAbstractTableModel):
    """Rows in the order asked for. Given newest first; `sort` reorders them without asking the record again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest_first: tuple[HistoryRow, ...] = ()
        self._rows: tuple[HistoryRow, ...] = ()
        self._places: dict[UUID, int] = {}
        self._column = Column.DATE
        self._descending = True
        self._is_narrow = False

    def set_narrow(self, is_narrow: bool) -> None:
        """Say kinds and days in brief, or whole again. A screen reader is told them whole in any case."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    @property
    def rows(self) -> Sequence[HistoryRow]:
        """Return the rows as they stand."""
        return self._rows

    def set_rows(self, newest_first: Sequence[HistoryRow]) -> None:
        """Show other rows, in the order that was last asked for."""
        self.beginResetModel()
        self._newest_first = tuple(newest_first)
        self._arrange()
        self.endResetModel()

    def place_of(self, entry_id: UUID) -> int | None:
        """Return the row number of an entry, None where it is not shown."""
        return self._places.get(entry_id)

    def _arrange(self) -> None:
        self._rows = in_order(self._newest_first, self._column, self._descending)
        self._places = {row.id: place for place, row in enumerate(self._rows)}

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _brief(row, column) if self._is_narrow else _text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return Qt.SortOrder.AscendingOrder if section in WORD_COLUMNS else Qt.SortOrder.DescendingOrder
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(COLUMNS):
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        kept = [(self._rows[index.row()].id, index.column()) for index in old]
        self._column, self._descending = COLUMNS[column], order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.changePersistentIndexList(old, [self.index(self._places[entry], at) for entry, at in kept])
        self.layoutChanged.emit()


def _text(row: HistoryRow, column: Column) -> str:
    if column is Column.DATE:
        return day_table(row.on)
    if column is Column.WHAT:
        return row.what
    if column is Column.DETAILS:
        return row.details
    if column is Column.SINCE_LAST:
        return since_last(row)
    return score_text(row.texture if column is Column.TEXTURE else row.wrinkles)


def _brief(row: HistoryRow, column: Column) -> str:
    if column is Column.WHAT:
        return row.what if row.kind is Kind.OTHER_EVENT else short_name(row.kind)
    return since_last_in_brief(row) if column is Column.SINCE_LAST else _text(row, column)


def _spoken(row: HistoryRow, column: Column) -> str:
    if column is Column.DATE:
        return day_full(row.on)
    if column is Column.SINCE_LAST:
        return since_last_spoken(row)
    if column is Column.DETAILS:
        return ". ".join(part for part in (details_spoken(row), row.mark) if part)
    return _text(row, column)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return RIGHT if column >= Column.SINCE_LAST else LEFT
