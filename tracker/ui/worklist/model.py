"""The table model of the due list: a line for each group, under it its treatments, sorted within the group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.core.course import course_of
from tracker.core.folding import sort_key
from tracker.core.records import TREATMENTS
from tracker.core.worklist import DueItem, Group, Key
from tracker.ui.shown_names import shown_name
from tracker.ui.words import catalog as names
from tracker.ui.words import worklist as words
from tracker.ui.words.spacing_bar import bar_text
from tracker.ui.words.worklist import Column

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = tuple(Column)
ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
CHECKED = Qt.ItemDataRole.CheckStateRole

_ORDERS: dict[Column, Callable[[DueItem], Any]] = {
    Column.CLIENT: lambda item: sort_key(item.person.sort_name or item.person.name),
    Column.TREATMENT: lambda item: TREATMENTS.index(item.kind),
    Column.STATE: lambda item: item.days,
    Column.COURSE: lambda item: item.lapsed or date.max,
    Column.LAST: lambda item: item.last or date.min,
    Column.CONTACT: lambda item: item.contact.on if item.contact else date.min,
    Column.ACT: lambda item: item.is_booked,
}


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The line over a group of rows."""

    group: Group
    count: int


class WorklistModel(QAbstractTableModel):
    """Lines in the order asked for. Given by group, the most pressing first; a sort reorders each group in itself.

    Rows can be ticked; a row that is shown no more is ticked no more. ``tickedChanged`` follows every change of those.
    """

    tickedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticked: set[Key] = set()
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
        before = set(self._ticked)
        self.beginResetModel()
        self._items = tuple(items)
        if before:
            self._ticked &= {item.key for item in self._items}
        self._arrange()
        self.endResetModel()
        if self._ticked != before:
            self.tickedChanged.emit()

    @property
    def items(self) -> list[DueItem]:
        """Return the treatments in the order in which they stand."""
        return [line for line in self._lines if isinstance(line, DueItem)]

    @property
    def ticked(self) -> list[DueItem]:
        """Return what is ticked, in the order in which it stands."""
        return [item for item in self.items if item.key in self._ticked]

    def is_ticked(self, place: int) -> bool:
        """Return whether the row at ``place`` is ticked."""
        line = self._lines[place]
        return isinstance(line, DueItem) and line.key in self._ticked

    def tick(self, places: Iterable[int], is_on: bool = True) -> None:
        """Tick the rows at ``places``, or take their ticks away; lines of groups among them are passed over."""
        keys = {line.key for place in places if isinstance(line := self._lines[place], DueItem)}
        before = set(self._ticked)
        self._ticked = before | keys if is_on else before - keys
        if self._ticked != before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(COLUMNS) - 1), [CHECKED])
            self.tickedChanged.emit()

    def tell_names(self) -> None:
        """Say that clients are named otherwise now."""
        if self._lines:
            self.dataChanged.emit(self.index(0, Column.CLIENT), self.index(len(self._lines) - 1, Column.CLIENT))

    def place_of(self, key: Key) -> int | None:
        """Return the line number of a person's treatment, None where it is not shown."""
        rows = (place for place, line in enumerate(self._lines) if isinstance(line, DueItem) and line.key == key)
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
        if not isinstance(self._lines[index.row()], DueItem):
            return Qt.ItemFlag.ItemNeverHasChildren
        return ROW_FLAGS | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.CLIENT else ROW_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line, column = self._lines[index.row()], COLUMNS[index.column()]
        if role == CHECKED and column is Column.CLIENT and isinstance(line, DueItem):
            return Qt.CheckState.Checked if line.key in self._ticked else Qt.CheckState.Unchecked
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(line, GroupLine):
            return words.group_line(line.group, line.count) if column is Column.CLIENT else None
        return _text(line, column) if role == Qt.ItemDataRole.DisplayRole else _spoken(line, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, as assistive technology does."""
        if role != CHECKED or not index.isValid() or not isinstance(self._lines[index.row()], DueItem):
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

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


def client_parts(item: DueItem) -> tuple[str, str]:
    """Return what stands for a client, and the number where that is not what stands there."""
    name, number = shown_name(item.person), words.number(item.person)
    return name, "" if number == name else number


def client_text(item: DueItem) -> str:
    """Return what stands for a client, with the number, in one line."""
    return " ".join(part for part in client_parts(item) if part)


def _text(item: DueItem, column: Column) -> str:
    if column is Column.CLIENT:
        return client_text(item)
    if column is Column.TREATMENT:
        return names.kind(item.kind)
    if column is Column.STATE:
        return words.state(item)
    if column is Column.CONTACT:
        return words.contact(item)
    if column is Column.ACT:
        return words.act(item)
    return words.last(item) if column is Column.LAST else ""


def _spoken(item: DueItem, column: Column) -> str:
    if column is Column.CLIENT:
        return words.spoken(item, client_text(item))
    if column is Column.COURSE:
        today = item.on
        return bar_text(item.judgement, course_of(item.judgement, today), today)
    return _text(item, column)
