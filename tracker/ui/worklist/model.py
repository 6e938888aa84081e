"""The table model of the due list: a line for each group, under it its treatments, sorted within the group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.core.course import course_of
from tracker.core.records import TREATMENTS, Kind
from tracker.core.worklist import DueItem, Group
from tracker.ui.words import catalog as names
from tracker.ui.words import worklist as words
from tracker.ui.words.spacing_bar import bar_text
from tracker.ui.words.worklist import Column

Index = QModelIndex | QPersistentModelIndex
Key = tuple[UUID, Kind]
"""What a row is about: whose treatment. A row keeps it when the list is read again."""
NO_PARENT = QModelIndex()
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = tuple(Column)
ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

_ORDERS: dict[Column, Callable[[DueItem], Any]] = {
    Column.CLIENT: lambda item: (item.person.sort_name or item.person.name).casefold(),
    Column.TREATMENT: lambda item: TREATMENTS.index(item.kind),
    Column.STATE: lambda item: item.days,
    Column.COURSE: lambda item: item.judgement.lapsed or date.max,
    Column.LAST: lambda item: item.judgement.last or date.min,
}


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The line over a group of rows."""

    group: Group
    count: int


class WorklistModel(QAbstractTableModel):
    """Lines in the order asked for. Given by group, the most pressing first; a sort reorders each group in itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[DueItem, ...] = ()
        self._lines: tuple[GroupLine | DueItem, ...] = ()
        self._column: Column | None = None
        self._descending = False

    @property
    def lines(self) -> Sequence[GroupLine | DueItem]:
        """Return the lines as they stand."""
        return self._lines

    def set_items(self, items: Iterable[DueItem]) -> None:
        """Show other treatments, in the order that was last asked for."""
        self.beginResetModel()
        self._items = tuple(items)
        self._arrange()
        self.endResetModel()

    def place_of(self, key: Key) -> int | None:
        """Return the line number of a person's treatment, None where it is not shown."""
        rows = (place for place, line in enumerate(self._lines) if isinstance(line, DueItem) and key_of(line) == key)
        return next(rows, None)

    def group_places(self) -> list[int]:
        """Return the line numbers of the groups."""
        return [place for place, line in enumerate(self._lines) if isinstance(line, GroupLine)]

    def _arrange(self) -> None:
        lines: list[GroupLine | DueItem] = []
        for group in Group:
            members = [item for item in self._items if item.group is group]
            if members:
                lines += [GroupLine(group, len(members)), *self._in_order(members)]
        self._lines = tuple(lines)

    def _in_order(self, members: list[DueItem]) -> list[DueItem]:
        if self._column is None:
            return members
        return sorted(members, key=_ORDERS[self._column], reverse=self._descending)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # The line over a group is no place to be: arrows go past it.
        return ROW_FLAGS if isinstance(self._lines[index.row()], DueItem) else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line, column = self._lines[index.row()], COLUMNS[index.column()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(line, GroupLine):
            return words.group_line(line.group, line.count) if column is Column.CLIENT else None
        return _text(line, column) if role == Qt.ItemDataRole.DisplayRole else _spoken(line, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.column_title(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        return Qt.SortOrder.AscendingOrder if role == Qt.ItemDataRole.InitialSortOrderRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort each group by ``column``; by how pressing it is where that is none, -1."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        former = self._lines
        self._column = COLUMNS[column] if 0 <= column < len(COLUMNS) else None
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.changePersistentIndexList(old, self._moved(old, former))
        self.layoutChanged.emit()

    def _moved(self, old: Sequence[QModelIndex], former: Sequence[GroupLine | DueItem]) -> list[QModelIndex]:
        """Return where rows stand now. The lines of groups stand where they stood: a sort stays within them."""
        places = {id(line): place for place, line in enumerate(self._lines) if isinstance(line, DueItem)}
        return [self.index(places.get(id(former[index.row()]), index.row()), index.column()) for index in old]


def key_of(item: DueItem) -> Key:
    """Return what a row is about."""
    return item.person.id, item.kind


def _text(item: DueItem, column: Column) -> str:
    if column is Column.CLIENT:
        return words.client(item.person)
    if column is Column.TREATMENT:
        return names.kind(item.kind)
    if column is Column.STATE:
        return words.state(item)
    return words.last(item) if column is Column.LAST else ""


def _spoken(item: DueItem, column: Column) -> str:
    if column is Column.CLIENT:
        return words.spoken(item)
    if column is Column.COURSE:
        today = item.judgement.on
        return bar_text(item.judgement, course_of(item.judgement, today), today)
    return _text(item, column)
