"""The table of what was deleted: one line a record, the latest first; several can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.cells import CellDelegate
from tracker.ui.widgets.row_table import RowTable
from tracker.ui.widgets.table_header import TableHeader
from tracker.ui.words.trash import Column, TrashLine, column_title

ROW_HEIGHT = 34
COLUMNS = tuple(Column)
WIDTHS = {Column.WHOSE: 176, Column.WHEN: 146, Column.BY: 128, Column.LEFT: 88}
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


class TrashTable(RowTable):
    """Shows a `TrashModel`; ``bringBackAsked`` follows Enter or a double click."""

    bringBackAsked = Signal()

    def __init__(self, theme: Theme, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = TrashModel(self)
        self._build(theme, rows)
        self.doubleClicked.connect(lambda _index: self.bringBackAsked.emit())
        self.entered.connect(lambda index: self._hover(index.row()))

    def _build(self, theme: Theme, rows: int) -> None:
        self.setObjectName("trashTable")
        self.setAccessibleName(self.tr("Recently deleted, latest first"))
        header = TableHeader(theme, self)
        self._furnish(theme, header, self._records, CellDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        # They have one order alone.
        header.setSectionsClickable(False)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(header.height() + rows * px(ROW_HEIGHT) + 2)

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
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            current = self._records.index(min(place, len(lines) - 1), 0)
            self.selectionModel().setCurrentIndex(current, flags)

    def _share_width(self) -> None:
        header, given = self.horizontalHeader(), {column: px(width) for column, width in WIDTHS.items()}
        for column, width in given.items():
            header.resizeSection(column, width)
        header.resizeSection(Column.WHAT, max(px(LEAST_WHAT), self.viewport().width() - sum(given.values())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.bringBackAsked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Before Qt sees whether the columns need a scroll bar.
        self._share_width()
        super().resizeEvent(event)
