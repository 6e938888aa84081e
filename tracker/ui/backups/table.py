"""The table of backups: a line a backup, the newest first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tracker.services.backup_folder import Backup
from tracker.ui.theme import Theme
from tracker.ui.widgets.ordered_table import OrderedTable
from tracker.ui.words.backups import Column, cell, column_title

COLUMNS = tuple(Column)
WIDTHS: Mapping[int, int] = {
    Column.PEOPLE: 84,
    Column.ENTRIES: 84,
    Column.NEWEST: 124,
    Column.SIZE: 96,
    Column.STATE: 116,
}
LEAST_MADE = 190
_NUMBERS = (Column.PEOPLE, Column.ENTRIES, Column.SIZE)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BackupModel(QAbstractTableModel):
    """Backups in the order given; whether one is verified is told later, by its path."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.backups: tuple[Backup, ...] = ()
        self._verified: dict[Backup, bool] = {}

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show other backups; of those that were verified before it is still known."""
        self.beginResetModel()
        self.backups = tuple(backups)
        self.endResetModel()

    def tell(self, backup: Backup, is_verified: bool) -> None:
        """Show whether a backup is verified."""
        self._verified[backup] = is_verified
        if backup in self.backups:
            place = self.index(self.backups.index(backup), Column.STATE)
            self.dataChanged.emit(place, place)

    def is_verified(self, backup: Backup) -> bool | None:
        """Return whether a backup is verified, None where that is not known yet."""
        return self._verified.get(backup)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[index.column()])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        backup = self.backups[index.row()]
        return cell(backup, COLUMNS[index.column()], self.is_verified(backup))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return column_title(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None


class BackupTable(OrderedTable):
    """Shows a `BackupModel`; ``chosenChanged`` follows every choice."""

    chosenChanged = Signal()

    def __init__(self, theme: Theme, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(WIDTHS, Column.MADE, LEAST_MADE, parent)
        self._lines = BackupModel(self)
        self.setObjectName("backupTable")
        self.setAccessibleName(self.tr("Backups, newest first"))
        self._arrange(theme, self._lines, rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosenChanged.emit())

    @property
    def lines(self) -> BackupModel:
        """Return what is listed."""
        return self._lines

    @property
    def chosen(self) -> Backup | None:
        """Return the chosen backup, None where there is none."""
        place = self.currentIndex().row()
        return self._lines.backups[place] if 0 <= place < len(self._lines.backups) else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show other backups; the one that was chosen stays chosen, else the newest is."""
        chosen = self.chosen
        self._lines.show_backups(backups)
        self._share_width()
        if backups:
            self._go_to(self._lines.backups.index(chosen) if chosen in self._lines.backups else 0)
        self.chosenChanged.emit()


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
