"""Paints the cells of the history: glyph, state icon, text, hairline, hover and selection."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from tracker.ui.fonts import SMALL, ui_font
from tracker.ui.history.model import HistoryModel
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.words import Column
from tracker.ui.icons import GLYPHS, STATE_ICONS, pixmap, state_color
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.widgets.row_table import RowDelegate

ROW_HEIGHT = 34
PADDING = 12
GAP = 8
GLYPH = 14
STATE_ICON = 16
MARK = 3
ROUNDING = 2
"""Widths of text are rounded once when measured and again when drawn."""
LONGEST_SHOWN = 400
"""No column is wide enough for more letters; measuring a note of 100,000 would hold up every repaint."""

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
CENTRED = Qt.AlignmentFlag.AlignVCenter


class HistoryDelegate(RowDelegate):
    """Draws one cell of a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = ui_font(SMALL)
        self._medium = ui_font(SMALL, QFont.Weight.Medium)

    def row_height(self) -> int:
        """Return the height of every row, in px."""
        return px(ROW_HEIGHT)

    def column_width(self, column: Column, widest: str) -> int:
        """Return the width that ``column`` needs for the text ``widest`` and what stands beside it, in px."""
        font = self._medium if column is Column.WHAT else self._plain
        width = QFontMetrics(font).horizontalAdvance(widest) + 2 * px(PADDING) + ROUNDING
        if column is Column.WHAT:
            width += px(GLYPH) + px(GAP)
        if column is Column.SINCE_LAST:
            width += px(STATE_ICON) + px(GAP)
        return width

    def _row(self, index: QModelIndex | QPersistentModelIndex) -> HistoryRow | None:
        model = index.model()
        return model.rows[index.row()] if isinstance(model, HistoryModel) else None

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selected"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, self._theme.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if index.column() == Column.DATE and self._is_current(option, index):
            painter.fillRect(QRect(rect.left(), rect.top(), px(MARK), rect.height()), self._theme.color("focus"))

    def _is_current(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return False
        return view.currentIndex().row() == index.row()

    def _what(self, painter: QPainter, rect: QRect, row: HistoryRow) -> QRect:
        self._draw(painter, rect.left(), rect, GLYPHS[row.kind], "treat", GLYPH)
        return rect.adjusted(px(GLYPH) + px(GAP), 0, 0, 0)

    def _details(self, painter: QPainter, rect: QRect, row: HistoryRow) -> QRect:
        """Draw whether the entry is signed and whether something happened; return what room is left for the details."""
        marks = [(row.signing, STATE_ICON)] if row.signing else []
        if row.mark:
            marks.append(("note", GLYPH))
        for drawing, size in marks:
            self._draw(painter, rect.left(), rect, drawing, "text2", size)
            rect = rect.adjusted(px(size) + px(GAP), 0, 0, 0)
        return rect

    def _state(self, painter: QPainter, rect: QRect, row: HistoryRow, text: str) -> None:
        if row.state:
            left = rect.right() + 1 - painter.fontMetrics().horizontalAdvance(text) - px(GAP) - px(STATE_ICON)
            self._draw(painter, left, rect, STATE_ICONS[row.state], state_color(row.state), STATE_ICON)

    def _draw(self, painter: QPainter, left: int, rect: QRect, name: str, token: str, size: int) -> None:
        drawn = pixmap(name, self._theme, token, px(size), painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(left, rect.top() + (rect.height() - px(size)) // 2), drawn)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._row(index)
        if row is None:
            return
        self._ground(painter, option, index)
        column = Column(index.column())
        text = str(index.data())[:LONGEST_SHOWN]
        rect = _inner(option.rect)
        painter.setFont(self._medium if column in (Column.WHAT, Column.TEXTURE, Column.WRINKLES) else self._plain)
        painter.setPen(self._theme.color("text2" if column is Column.DETAILS else "text"))
        if column is Column.WHAT:
            rect = self._what(painter, rect, row)
        if column is Column.DETAILS:
            rect = self._details(painter, rect, row)
        if column is Column.SINCE_LAST:
            self._state(painter, rect, row, text)
        side = Qt.AlignmentFlag.AlignRight if column >= Column.SINCE_LAST else Qt.AlignmentFlag.AlignLeft
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | CENTRED | Qt.TextFlag.TextSingleLine, elided)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.column_width(Column(index.column()), str(index.data())[:LONGEST_SHOWN]), self.row_height())

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text where it did not fit; escaped, so that nothing in it is read as markup."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        text = str(index.data())[:LONGEST_SHOWN]
        row = self._row(index)
        is_marked = row is not None and bool(row.mark) and index.column() == Column.DETAILS
        if is_marked:
            QToolTip.showText(event.globalPos(), plain_tooltip(str(index.data(SPOKEN))[:LONGEST_SHOWN]), view)
        elif self.column_width(Column(index.column()), text) <= option.rect.width():
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), plain_tooltip(text), view)
        return True


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(px(PADDING), 0, -px(PADDING), 0)
