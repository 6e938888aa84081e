"""A table of whole rows in one order alone: some rows high, one column wide as what is left, opened by Enter."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.cells import CellDelegate
from tracker.ui.widgets.row_table import RowTable
from tracker.ui.widgets.table_header import TableHeader

ROW_HEIGHT = 34


class OrderedTable(RowTable):
    """Has the look and the ways of such a table; ``opened`` follows Enter or a double click.

    ``widths`` are those of the other columns; the column ``widest`` has what is left, at least ``least`` of it.
    """

    opened = Signal()

    def __init__(self, widths: Mapping[int, int], widest: int, least: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._widths = widths
        self._widest = widest
        self._least = least

    def _arrange(self, theme: Theme, model: QAbstractItemModel, rows: int) -> None:
        """Take the model and the look, ``rows`` high. Qt calls back into the table here."""
        header = TableHeader(theme, self)
        self._furnish(theme, header, model, CellDelegate(theme, self))
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        header.setSectionsClickable(False)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(header.height() + rows * px(ROW_HEIGHT) + 2)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.entered.connect(lambda index: self._hover(index.row()))

    def _go_to(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(place, 0), flags)

    def _share_width(self) -> None:
        header, given = self.horizontalHeader(), {column: px(width) for column, width in self._widths.items()}
        for column, width in given.items():
            header.resizeSection(column, width)
        header.resizeSection(self._widest, max(px(self._least), self.viewport().width() - sum(given.values())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
