"""The table model of who had a lot."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.core.catalog import Catalog
from tracker.core.lots import LotUse
from tracker.ui.words.dates import day_full
from tracker.ui.words.lots import Column, cell, column_title

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = tuple(Column)
_ORDERS: dict[Column, Callable[[LotUse], Any]] = {
    Column.CLIENT: lambda use: use.name.casefold(),
    Column.NUMBER: lambda use: (use.client_number or "").casefold(),
    Column.DATE: lambda use: use.on,
    Column.PRODUCT: lambda use: use.product,
    Column.LOT: lambda use: use.lot.casefold(),
    Column.UNITS: lambda use: -1 if use.units is None else use.units,
    Column.EXPIRY: lambda use: use.expires or "",
    Column.PRACTITIONER: lambda use: (use.provider or "").casefold(),
}


class LotModel(QAbstractTableModel):
    """Treatments in the order asked for; given newest first."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._newest_first: tuple[LotUse, ...] = ()
        self._uses: tuple[LotUse, ...] = ()
        self._column, self._descending = Column.DATE, True

    @property
    def uses(self) -> Sequence[LotUse]:
        """Return the treatments as they stand."""
        return self._uses

    def show_uses(self, newest_first: Sequence[LotUse]) -> None:
        """Show other treatments, in the order that was last asked for."""
        self.beginResetModel()
        self._newest_first = tuple(newest_first)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        self._uses = tuple(sorted(self._newest_first, key=_ORDERS[self._column], reverse=self._descending))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._uses)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._uses):
            return None
        use, column = self._uses[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.DATE:
            return day_full(use.on)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell(use, column, self._catalog)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            is_day = COLUMNS[section] is Column.DATE
            return Qt.SortOrder.DescendingOrder if is_day else Qt.SortOrder.AscendingOrder
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by ``column``; equal ones stay newest first."""
        if not 0 <= column < len(COLUMNS):
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        kept = [(self._uses[index.row()], index.column()) for index in old]
        self._column, self._descending = COLUMNS[column], order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.changePersistentIndexList(old, [self.index(self._uses.index(use), at) for use, at in kept])
        self.layoutChanged.emit()


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return RIGHT if column is Column.UNITS else LEFT
