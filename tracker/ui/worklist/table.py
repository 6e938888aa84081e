"""The table of the due list: groups of rows, one row current, everything by keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from tracker.core.worklist import DueItem, Key
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.table_header import CHEVRON, TableHeader
from tracker.ui.words import worklist as words
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.delegate import GROUP_HEIGHT, INDENT, ROW_HEIGHT, WorklistDelegate
from tracker.ui.worklist.model import COLUMNS, GroupLine
from tracker.ui.worklist.tick_table import TickTable

NARROWEST = {Column.CLIENT: 225, Column.COURSE: 110, Column.CONTACT: 175}
"""The columns that share what the others leave. Where that is too little the bar, whose words stand beside it, gives
way; with large letters the table scrolls across."""
SHARES = {Column.CLIENT: 0.45, Column.COURSE: 0.1}
"""What they take of the rest beyond that; the contact takes what is left."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WorklistTable(TickTable):
    """Shows a `WorklistModel`. Enter or a double click opens the client of a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(theme)
        self.doubleClicked.connect(self._on_activated)

    def _build(self, theme: Theme) -> None:
        self.setObjectName("dueTable")
        self.setAccessibleName(self.tr("Due treatments"))
        self._delegate = WorklistDelegate(theme, self)
        self._header = TableHeader(theme, self, indent=INDENT)
        self._furnish(theme, self._header, self._lines, self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._size_columns()
        self._header.setSortIndicatorClearable(True)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _size_columns(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in COLUMNS:
            if column not in NARROWEST:
                self._header.resizeSection(column, self._width_of(column))

    def _width_of(self, column: Column) -> int:
        return max(self._delegate.column_width(column), self._header.width_for(column))

    def show_items(self, items: Iterable[DueItem]) -> None:
        """Show other rows: the current one and what is in view stay; a row that is gone gives way to the next."""
        current, place = self.current_item(), self.currentIndex().row()
        top = self.verticalScrollBar().value()
        # Qt keeps the heights and spans of the rows that stood there before.
        self._shape_groups(px(ROW_HEIGHT), 1)
        self._lines.set_items(items)
        self._size_states()
        self._shape_groups(px(GROUP_HEIGHT), len(COLUMNS))
        kept = None if current is None else self._lines.place_of(current.key)
        self._make_current(self._nearest_row(max(place, 0)) if kept is None else kept)
        self.verticalScrollBar().setValue(top)

    def _size_states(self) -> None:
        """Make the column of states as wide as the longest that is shown."""
        # The words follow from group and days, of which few differ.
        differing = {(line.group, line.days): line for line in self._lines.lines if isinstance(line, DueItem)}
        said = {words.state(item) for item in differing.values()}
        width = max(self._delegate.state_width(said), self._header.width_for(Column.STATE))
        if width != self._header.sectionSize(Column.STATE):
            self._header.resizeSection(Column.STATE, width)
            self._share_width()

    def show_names(self) -> None:
        """Name clients as they are named now."""
        self._lines.tell_names()
        self.viewport().update()

    def choose(self, key: Key) -> bool:
        """Make a person's treatment the current row and scroll to it; return whether it is shown."""
        place = self._lines.place_of(key)
        if place is not None:
            self._make_current(place)
            self.scrollTo(self.currentIndex())
        return place is not None

    def show_top(self) -> None:
        """Go to the first row."""
        self._make_current(self._nearest_row(0))
        self.verticalScrollBar().setValue(0)

    def _shape_groups(self, height: int, columns: int) -> None:
        """Let the lines of the groups be so high and reach across so many columns."""
        self.clearSpans()
        for place in self._lines.group_places():
            self.verticalHeader().resizeSection(place, height)
            if columns > 1:
                self.setSpan(place, 0, 1, columns)

    def _share_width(self) -> None:
        """Give the columns their widths: all in full, else with short names of treatments, else without the bars."""
        least = {column: px(width) for column, width in NARROWEST.items()}
        least[Column.COURSE] = max(least[Column.COURSE], self._header.width_for(Column.COURSE) - px(CHEVRON))
        has_course = any(self._room(is_narrow) >= sum(least.values()) for is_narrow in (False, True))
        self.setColumnHidden(Column.COURSE, not has_course)
        shown = [column for column in least if has_course or column is not Column.COURSE]
        spare = max(0, self._room(self._delegate.is_narrow) - sum(least[column] for column in shown))
        given = {column: round(spare * (SHARES[column] if has_course else 0.5)) for column in shown[:-1]}
        for column in shown:
            more = given.get(column, spare - sum(given.values()))
            self._header.resizeSection(column, least[column] + more)

    def _room(self, is_narrow: bool) -> int:
        """Return what the columns of fixed widths leave, with short names of treatments or full ones."""
        if self._delegate.is_narrow is not is_narrow:
            self._delegate.is_narrow = is_narrow
            self._header.resizeSection(Column.TREATMENT, self._width_of(Column.TREATMENT))
        fixed = sum(self._header.sectionSize(column) for column in COLUMNS if column not in NARROWEST)
        return self.viewport().width() - fixed

    def _make_current(self, place: int | None) -> None:
        if place is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._lines.index(place, 0), flags)

    def _nearest_row(self, place: int) -> int | None:
        """Return the row at ``place``, else the next below it, else the last one; None where there is no row."""
        count = self._lines.rowCount()
        below = range(min(place, count), count)
        above = range(min(place, count) - 1, -1, -1)
        return next((at for at in (*below, *above) if isinstance(self._lines.lines[at], DueItem)), None)

    def _on_activated(self, index: QModelIndex) -> None:
        item = self._item_at(index)
        if item is not None:
            self.personActivated.emit(item.person.id)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view; with the first row of a group comes the group's line."""
        above = self._lines.index(index.row() - 1, index.column())
        if above.isValid() and isinstance(self._lines.lines[above.row()], GroupLine):
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and last row; within a row there is nowhere to go."""
        actions = QAbstractItemView.CursorAction
        if action in (actions.MoveLeft, actions.MoveRight):
            return self.currentIndex()
        if action not in (actions.MoveHome, actions.MoveEnd):
            return super().moveCursor(action, modifiers)
        place = self._nearest_row(0 if action is actions.MoveHome else self._lines.rowCount())
        return QModelIndex() if place is None else self._lines.index(place, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        elif self._tick_by_key(event):
            return
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
