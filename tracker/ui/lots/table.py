"""The table of who had a lot: a line a treatment, opened with Enter or a double click."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from tracker.core.catalog import Catalog
from tracker.core.lots import LotUse
from tracker.ui.lots.model import COLUMNS, LotModel
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.cells import CellDelegate
from tracker.ui.widgets.row_table import RowTable
from tracker.ui.widgets.table_header import TableHeader
from tracker.ui.words.lots import Column

ROW_HEIGHT = 34
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NARROWEST, WIDEST = 72, 150
"""Columns are as wide as their texts between these; the client has what is left, at least `LEAST_CLIENT`."""
LEAST_CLIENT = 160
_Index = QModelIndex | QPersistentModelIndex


class LotTable(RowTable):
    """Shows a `LotModel`. ``useActivated`` carries the treatment whose row was opened."""

    useActivated = Signal(object)

    def __init__(self, theme: Theme, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses = LotModel(catalog, self)
        self._build(theme)
        self.doubleClicked.connect(self._on_activated)
        self.entered.connect(lambda index: self._hover(index.row()))

    def _build(self, theme: Theme) -> None:
        self.setObjectName("lotTable")
        self.setAccessibleName(self.tr("Who had this lot"))
        self._delegate = CellDelegate(theme, self)
        self._header = TableHeader(theme, self)
        self._furnish(theme, self._header, self._uses, self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)

    @property
    def uses(self) -> Sequence[LotUse]:
        """Return the treatments as they stand."""
        return self._uses.uses

    def show_uses(self, newest_first: Sequence[LotUse]) -> None:
        """Show other treatments; the first row is the current one."""
        self._uses.show_uses(newest_first)
        self._share_width()
        if self._uses.uses:
            self.selectRow(0)

    def _share_width(self) -> None:
        widths: dict[Column, int] = {column: self._width(column) for column in COLUMNS if column is not Column.CLIENT}
        rest = self.viewport().width() - sum(widths.values())
        widths[Column.CLIENT] = max(px(LEAST_CLIENT), rest)
        for column, width in widths.items():
            self._header.resizeSection(column, width)

    def _width(self, column: Column) -> int:
        texts = {str(self._uses.index(row, column).data()) for row in range(min(len(self._uses.uses), 200))}
        widest = max((self._delegate.width_of(text) for text in texts), default=0)
        return max(px(NARROWEST), self._header.width_for(column), min(widest, px(WIDEST)))

    def _on_activated(self, index: _Index) -> None:
        if index.isValid():
            self.useActivated.emit(self._uses.uses[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
