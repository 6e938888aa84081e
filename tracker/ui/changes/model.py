"""Changes as a table: when, who, what was done, and the fields from old to new. Earlier ones are read at its end."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.words.change_history import ChangeLine

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    WHEN = 0
    WHO = 1
    WHAT = 2
    FIELDS = 3


class ChangeModel(QAbstractTableModel):
    """Changes in the order given. ``moreAsked`` says that the end was reached and there is more."""

    moreAsked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[ChangeLine] = []
        self._has_more = False

    def show_lines(self, lines: Sequence[ChangeLine], *, has_more: bool) -> None:
        """Show other changes."""
        self.beginResetModel()
        self.lines, self._has_more = list(lines), has_more
        self.endResetModel()

    def add_lines(self, lines: Sequence[ChangeLine], *, has_more: bool) -> None:
        """Show earlier changes below."""
        self._has_more = has_more
        if lines:
            self.beginInsertRows(NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        line = self.lines[index.row()]
        return (line.when, line.by, line.what, line.summary)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return column_titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        # Asked once: until it is there, there is nothing to ask for.
        self._has_more = False
        self.moreAsked.emit()


def column_titles() -> tuple[str, str, str, str]:
    """Return the titles of the columns, on the screen and on paper."""
    return (
        QCoreApplication.translate("ChangeTable", "When"),
        QCoreApplication.translate("ChangeTable", "Who"),
        QCoreApplication.translate("ChangeTable", "What was done"),
        QCoreApplication.translate("ChangeTable", "Field: old → new"),
    )
