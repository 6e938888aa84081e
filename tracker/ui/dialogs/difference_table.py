"""Where a file says otherwise than the record: line, person, column, and both values."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.core.history_file import CellDifference, Difference
from tracker.ui.dialogs.short_table import ShortTable
from tracker.ui.words import imports as words
from tracker.ui.words.dates import day_table

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = 6


class DifferenceModel(QAbstractTableModel):
    """One row a cell that differs, in the order of the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[Difference, CellDifference]] = ()

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show other differences."""
        self.beginResetModel()
        self._rows = [(found, cell) for found in differences for cell in found.cells]
        self.endResetModel()

    def texts(self, row: int) -> tuple[str, ...]:
        """Return the cells of one row."""
        found, cell = self._rows[row]
        entry = day_table(found.entry.on)
        return (found.person.name, entry, cell.column, cell.here, cell.there, words.not_taken(found))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(self.texts(index.row())[index.column()].split())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("DifferenceTable", "Person"),
            QCoreApplication.translate("DifferenceTable", "Day"),
            QCoreApplication.translate("DifferenceTable", "Column"),
            QCoreApplication.translate("DifferenceTable", "Here"),
            QCoreApplication.translate("DifferenceTable", "In the file"),
            "",
        )[section]


class DifferenceTable(ShortTable):
    """As high as a few of its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self.setAccessibleName(self.tr("Where the file says otherwise"))
        self.differences = DifferenceModel(self)
        self.furnish(self.differences)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show other differences."""
        self.differences.show_differences(differences)
        can_all = all(found.taken is not None for found in differences)
        self.setColumnHidden(COLUMNS - 1, can_all)
        self.fit_rows()
