"""The table of the history: one line an entry, several can be selected, everything by keyboard."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from tracker.ui.history.delegate import HistoryDelegate
from tracker.ui.history.model import HistoryModel
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.words import Column, long_texts
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.row_table import RowTable
from tracker.ui.widgets.table_header import TableHeader

NARROWEST_COLUMN = 72
NARROWEST_DETAILS = 140
"""What the details need beside the other columns; where they have less, the others are said in brief."""
LEAST_DETAILS = 56
"""Room for the marks of an entry."""
WHOLE_ROWS = QItemSelectionModel.SelectionFlag.Rows


class HistoryTable(RowTable):
    """Shows a `HistoryModel`. ``rowsChosen`` follows every change of the selection or of the current row."""

    rowsChosen = Signal()
    editAsked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = HistoryModel(self)
        self._keyed: dict[QKeySequence, QAction] = {}
        # Qt may resize the table before its columns are measured.
        self._widths: dict[bool, dict[Column, int]] = {False: {}, True: {}}
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        self.setObjectName("historyTable")
        self.setAccessibleName(self.tr("Entries"))
        self._delegate = HistoryDelegate(theme, self)
        self._header = TableHeader(theme, self)
        self._furnish(theme, self._header, self._rows, self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._size_columns()
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)

    def _size_columns(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self._header.setMinimumSectionSize(px(LEAST_DETAILS))
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._widths = {is_narrow: self._measured(is_narrow) for is_narrow in (False, True)}
        self._take_widths(False)
        self._header.setSectionResizeMode(Column.DETAILS, QHeaderView.ResizeMode.Stretch)

    def _measured(self, is_narrow: bool) -> dict[Column, int]:
        widths: dict[Column, int] = {}
        for column, texts in long_texts(is_narrow=is_narrow).items():
            widest = max(self._delegate.column_width(column, text) for text in texts)
            widths[column] = max(widest, self._header.width_for(column), px(NARROWEST_COLUMN))
        return widths

    def _take_widths(self, is_narrow: bool) -> None:
        self._rows.set_narrow(is_narrow)
        for column, width in self._widths[is_narrow].items():
            self._header.resizeSection(column, width)

    def _connect(self) -> None:
        self.selectionModel().selectionChanged.connect(self.rowsChosen)
        self.selectionModel().currentRowChanged.connect(self.rowsChosen)
        self.doubleClicked.connect(self.editAsked)
        self.entered.connect(self._on_entered)

    @property
    def rows(self) -> HistoryModel:
        """Return the model."""
        return self._rows

    def add_actions(self, actions: Iterable[QAction]) -> None:
        """Offer actions in the context menu; their keys go to this table before any shortcut of the window."""
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)
            for keys in action.shortcuts():
                self._keyed[keys] = action

    def selected_rows(self) -> tuple[HistoryRow, ...]:
        """Return the selected rows in the order in which they stand."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.rows[place] for place in places)

    def current_id(self) -> UUID | None:
        """Return the entry of the current row, None where there is none."""
        place = self.currentIndex().row()
        return self._rows.rows[place].id if 0 <= place < len(self._rows.rows) else None

    def choose(self, entry_ids: Sequence[UUID], current: UUID | None) -> None:
        """Select the given entries as far as they are shown, and make ``current`` the current row."""
        places = sorted(place for entry_id in entry_ids if (place := self._rows.place_of(entry_id)) is not None)
        last = Column.WRINKLES
        selection = QItemSelection()
        for first, end in _runs(places):
            selection.select(self._rows.index(first, 0), self._rows.index(end, last))
        chosen = self.selectionModel()
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        place = None if current is None else self._rows.place_of(current)
        if place is not None:
            chosen.setCurrentIndex(self._rows.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def show_place(self, place: int) -> None:
        """Select the one row at ``place`` and scroll to it."""
        index = self._rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | WHOLE_ROWS
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        action = self._keyed.get(QKeySequence(event.keyCombination()))
        return action if action is not None and action.isEnabled() else None

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say kinds and days in brief where the table is narrow, so that the scores stay in sight."""
        super().resizeEvent(event)
        room = self.viewport().width() - sum(self._widths[False].values())
        self._take_widths(room < px(NARROWEST_DETAILS))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._action_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_of(event)
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of places that follow each other."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
