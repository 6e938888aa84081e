"""Cells of a `RowTable` that are text alone, shortened where they do not fit."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from tracker.ui.fonts import SMALL, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.widgets.row_table import RowDelegate
from tracker.ui.widgets.table_header import PADDING

LONGEST_SHOWN = 400
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(RowDelegate):
    """Draws a cell: plain text on the row's ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = ui_font(SMALL)

    def width_of(self, text: str) -> int:
        """Return the width that a cell needs for ``text``, in px."""
        return QFontMetrics(self._font).horizontalAdvance(text[:LONGEST_SHOWN]) + 2 * px(PADDING) + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selected"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, self._theme.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        inner = rect.adjusted(px(PADDING), 0, -px(PADDING), 0)
        painter.setFont(self._font)
        painter.setPen(self._theme.color("text"))
        text = " ".join(str(index.data())[:LONGEST_SHOWN].split())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inner, int(alignment) | int(Qt.TextFlag.TextSingleLine), shown)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Show the whole text where it did not fit; escaped, so that nothing in it is read as markup."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        text = str(index.data())[:LONGEST_SHOWN]
        is_cut = self.width_of(text) > option.rect.width()
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if is_cut else "", view)
        return True
