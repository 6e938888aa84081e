"""The table of changes: one line a change, elided; the one that is chosen is shown in full below."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from tracker.ui.changes.model import ChangeModel, Column, Index
from tracker.ui.fonts import SMALL, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.widgets.row_table import RowDelegate, RowTable
from tracker.ui.widgets.table_header import TableHeader

ROW_HEIGHT, PADDING, MARK = 34, 12, 3
WIDTHS = {Column.WHEN: 146, Column.WHO: 128, Column.WHAT: 284}
LONGEST_SHOWN = 400
"""No column is wide enough for more letters."""
_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ChangeDelegate(RowDelegate):
    """Draws one cell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = ui_font(SMALL)
        self._medium = ui_font(SMALL, QFont.Weight.Medium)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selected"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, self._theme.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        view = option.widget
        is_current = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
        if index.column() == Column.WHEN and is_current and view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), px(MARK), rect.height()), self._theme.color("focus"))

    def _elided(self, painter: QPainter, rect: QRect, index: Index) -> str:
        text = str(index.data())[:LONGEST_SHOWN]
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._ground(painter, option, index)
        is_what = index.column() == Column.WHAT
        painter.setFont(self._medium if is_what else self._plain)
        painter.setPen(self._theme.color("text2" if index.column() == Column.FIELDS else "text"))
        rect = option.rect.adjusted(px(PADDING), 0, -px(PADDING), 0)
        painter.drawText(rect, _SIDE, self._elided(painter, rect, index))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(PADDING) * 2, px(ROW_HEIGHT))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the text of a cell as a tooltip, letter by letter; the whole stands below the table."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), plain_tooltip(str(index.data())[:LONGEST_SHOWN]), view)
        return True


class ChangeTable(RowTable):
    """Shows a `ChangeModel`; ``placeChosen`` carries the row that is chosen, -1 for none."""

    placeChosen = Signal(int)

    def __init__(self, theme: Theme, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes = ChangeModel(self)
        self._build(theme, rows)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.entered.connect(lambda index: self._hover(index.row()))

    def _build(self, theme: Theme, rows: int) -> None:
        self.setObjectName("changes")
        self.setAccessibleName(self.tr("Changes, newest first"))
        header = TableHeader(theme, self)
        self._furnish(theme, header, self.changes, ChangeDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        # Changes have one order alone.
        header.setSectionsClickable(False)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in WIDTHS.items():
            header.resizeSection(column, px(width))
        header.setStretchLastSection(True)
        self.setFixedHeight(header.height() + rows * px(ROW_HEIGHT) + 2)

    def choose_first(self) -> None:
        """Choose the newest change; where there is none, say that none is chosen."""
        if not self.changes.lines:
            self.placeChosen.emit(-1)
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.changes.index(0, 0), flags)
        self.scrollToTop()

    def _on_current_changed(self, current: Index) -> None:
        self.placeChosen.emit(current.row() if current.isValid() else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
