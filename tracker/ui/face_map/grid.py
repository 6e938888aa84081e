"""The table of units per site: arrows move from cell to cell, a click chooses one."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from tracker.core.units_over_time.visits import Spot
from tracker.ui.face_map.grid_delegate import ROW_HEIGHT, GridDelegate, row_height
from tracker.ui.face_map.grid_header import GridHeader
from tracker.ui.face_map.grid_model import FIRST, NAME, SIDE, GridModel, Index
from tracker.ui.face_map.grid_rows import GridTable
from tracker.ui.scale import px
from tracker.ui.theme import Theme

_SIDE_WIDTH, _NARROWEST, _WIDEST, _NAME = 28, 48, 84, 96
_FEWEST_ROWS = 6


class UnitsGrid(QTableView):
    """Shows a `GridTable`. ``cellChosen`` carries row and column of cells; ``leftSideways`` -1 or 1 where Left or Right
    would leave them."""

    cellChosen = Signal(int, int)
    leftSideways = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel(self)
        self._delegate = GridDelegate(theme, self)
        self._header = GridHeader(theme, self.grid, self)
        self._is_filling = False
        self._build()
        self._header.sectionClicked.connect(self._on_section_clicked)
        theme.changed.connect(self.viewport().update)

    def _build(self) -> None:
        self.setObjectName("unitsGrid")
        self.setAccessibleName(self.tr("Units per site"))
        self.setHorizontalHeader(self._header)
        self.setModel(self.grid)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for header in (self.verticalHeader(), self._header):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()

    def show_table(self, table: GridTable, row: int, chosen: int | None) -> None:
        """Show a table, its column ``chosen`` marked, with the frame around its cell in ``row``."""
        self._is_filling = True
        top = self.verticalScrollBar().value()
        self.grid.set_table(table, chosen)
        self._header.fit()
        for place, shown in enumerate(table.rows):
            self.setRowHeight(place, row_height(shown))
        self._share_width()
        self.verticalScrollBar().setValue(top)
        if table.rows:
            self.setCurrentIndex(self.grid.index(min(row, len(table.rows) - 1), FIRST + (chosen or 0)))
        self._is_filling = False
        self.updateGeometry()

    def choose_spot(self, spot: Spot) -> None:
        """Go to the row of a spot, where it is shown."""
        for place, row in enumerate(self.grid.table.rows):
            if row.spot == spot:
                self.setCurrentIndex(self.grid.index(place, max(FIRST, self.currentIndex().column())))

    @property
    def spot(self) -> Spot | None:
        """Return the spot of the current row; None in the rows of sums and lots."""
        row = self.grid.row(self.currentIndex())
        return None if row is None else row.spot

    def _share_width(self) -> None:
        count = len(self.grid.table.columns)
        if not count:
            return
        # The width without a scroll bar, so that its coming and going does not shift the columns.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - px(_SIDE_WIDTH)
        name = max(px(_NAME), min(self._delegate.name_width(self.grid.table.rows), room - count * px(_NARROWEST)))
        least = max([px(_NARROWEST), *(self._header.width_for(place) for place in range(count))])
        wanted = max(px(_WIDEST), self._header.width_for_products())
        each = max(least, min(wanted, (room - name) // count))
        self.setColumnWidth(SIDE, px(_SIDE_WIDTH))
        for place in range(count):
            self.setColumnWidth(FIRST + place, each)
        spare = self.viewport().width() - px(_SIDE_WIDTH) - count * each
        self.setColumnWidth(NAME, max(px(_NAME), spare))

    def _on_section_clicked(self, section: int) -> None:
        if section >= FIRST:
            self.setCurrentIndex(self.grid.index(max(0, self.currentIndex().row()), section))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self._is_filling or current.column() < FIRST:
            return
        if self.grid.chosen is not None:
            self.grid.chosen = current.column() - FIRST
            self._header.viewport().update()
        self.cellChosen.emit(current.row(), current.column() - FIRST)

    def setCurrentIndex(self, index: Index) -> None:
        """Make a cell the current one; the name of a row stands for its first cell."""
        column = max(FIRST, index.column())
        super().setCurrentIndex(self.grid.index(index.row(), column))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Stay among the cells; beyond the first and the last column the owner may have more."""
        actions = QAbstractItemView.CursorAction
        now, last = self.currentIndex(), FIRST + len(self.grid.table.columns) - 1
        if action in (actions.MoveLeft, actions.MoveRight):
            step = (
                1 if (action is actions.MoveRight) == (self.layoutDirection() is Qt.LayoutDirection.LeftToRight) else -1
            )
            if not FIRST <= now.column() + step <= last:
                self.leftSideways.emit(step)
                return self.currentIndex()
            return self.grid.index(now.row(), now.column() + step)
        if action in (actions.MoveHome, actions.MoveEnd):
            return self.grid.index(now.row(), FIRST if action is actions.MoveHome else last)
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self._whole_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), min(self._whole_height(), px(ROW_HEIGHT) * _FEWEST_ROWS + self._header.height()))

    def _whole_height(self) -> int:
        return self._header.height() + sum(row_height(row) for row in self.grid.table.rows) + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Before Qt sees whether the columns need a scroll bar.
        self._share_width()
        super().resizeEvent(event)
