"""The table of backups: a line a backup, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from tracker.services.backup_folder import Backup
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.cells import CellDelegate
from tracker.ui.widgets.row_table import RowTable
from tracker.ui.widgets.table_header import TableHeader
from tracker.ui.words.backups import Column, cell, column_title

ROW_HEIGHT = 34
COLUMNS = tuple(Column)
WIDTHS = {Column.PEOPLE: 84, Column.ENTRIES: 84, Column.NEWEST: 124, Column.SIZE: 96, Column.STATE: 116}
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


class BackupTable(RowTable):
    """Shows a `BackupModel`; ``activatedBackup`` follows Enter or a double click, ``chosenChanged`` every choice."""

    activatedBackup = Signal()
    chosenChanged = Signal()

    def __init__(self, theme: Theme, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = BackupModel(self)
        self._build(theme, rows)
        self.doubleClicked.connect(lambda _index: self.activatedBackup.emit())
        self.entered.connect(lambda index: self._hover(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosenChanged.emit())

    def _build(self, theme: Theme, rows: int) -> None:
        self.setObjectName("backupTable")
        self.setAccessibleName(self.tr("Backups, newest first"))
        header = TableHeader(theme, self)
        self._furnish(theme, header, self._lines, CellDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        # They have one order alone.
        header.setSectionsClickable(False)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(header.height() + rows * px(ROW_HEIGHT) + 2)

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
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            place = self._lines.backups.index(chosen) if chosen in self._lines.backups else 0
            self.selectionModel().setCurrentIndex(self._lines.index(place, 0), flags)
        self.chosenChanged.emit()

    def _share_width(self) -> None:
        header, given = self.horizontalHeader(), {column: px(width) for column, width in WIDTHS.items()}
        for column, width in given.items():
            header.resizeSection(column, width)
        header.resizeSection(Column.MADE, max(px(LEAST_MADE), self.viewport().width() - sum(given.values())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activatedBackup.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Before Qt sees whether the columns need a scroll bar.
        self._share_width()
        super().resizeEvent(event)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
