"""The chart as a table: exactly what is drawn, to be read, listened to, copied and saved."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui.charts.data import CSV_COLUMNS, DataRow, cells, headings
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.copied_table import CopiedTable
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

WIDTH, TABLE_HEIGHT = 980, 420
_VALUE, _DETAILS = CSV_COLUMNS.index("value"), CSV_COLUMNS.index("details")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class DataModel(QAbstractTableModel):
    """The rows as a person reads them; a text too long for its column is whole in the tooltip."""

    def __init__(self, rows: Sequence[DataRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = tuple(cells(row) for row in rows)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(CSV_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._texts[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _DETAILS:
            return plain_tooltip(text)
        return _aligned(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        return headings()[section] if role == Qt.ItemDataRole.DisplayRole else None


class DataTable(CopiedTable):
    """Shows ``rows``; they are copied under their headings."""

    def __init__(self, rows: Sequence[DataRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setObjectName("chartData")
        self.setAccessibleName(self.tr("What the chart shows"))
        self.furnish(DataModel(rows, self))
        self.setFixedHeight(px(TABLE_HEIGHT))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_DETAILS, QHeaderView.ResizeMode.Stretch)

    def copied_rows(self, rows: Sequence[int]) -> Iterable[Sequence[str]]:
        return (headings(), *(cells(self.rows[row]) for row in rows))


class DataDialog(CardDialog):
    """Shows ``rows``. ``saveRequested`` asks to save them, ``historyRequested`` to see the entries themselves."""

    saveRequested = Signal()
    historyRequested = Signal()

    def __init__(
        self, rows: Sequence[DataRow], period: str, theme: "Theme", parent: QWidget | None, *, has_history: bool
    ) -> None:
        super().__init__(theme, parent, title=self.tr("The chart as a table"), width=WIDTH)
        self.setObjectName("chartTable")
        self.set_subtitle(period)
        means = self.tr("What the chart shows now: its days, and what is switched on. 10 is best for every score.")
        self.rows.addWidget(PlainLabel(means, "muted", self, wrap=True))
        self.table = DataTable(rows, self)
        self.rows.addWidget(self.table)
        self.rows.addStretch(1)
        self._build_footer(has_history)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _build_footer(self, has_history: bool) -> None:
        self.copy_button = self.add_flat_button(self.tr("&Copy"), "copyChartData")
        self.save_button = self.add_flat_button(self.tr("&Save the data…"), "saveChartData")
        self.history_button = self.add_flat_button(self.tr("Show in &history"), "chartDataInHistory")
        self.history_button.setVisible(has_history)
        self.footer.addStretch(1)
        self.done_button = self.add_button(self.tr("C&lose"), "closeChartData", is_primary=True)
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button.clicked.connect(self.saveRequested)
        self.history_button.clicked.connect(self._on_history)
        self.done_button.clicked.connect(self.accept)

    def _on_copy(self) -> None:
        self.table.copy()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tr("Copied.")))

    def _on_history(self) -> None:
        self.accept()
        self.historyRequested.emit()


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == _VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
