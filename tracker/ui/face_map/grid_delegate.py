"""Paints the cells of the units table: the marked column, arrows, lines between sites, a frame around the cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.ui.face_map.grid_header import EDGE, PADDING, inside, parting_line
from tracker.ui.face_map.grid_model import FIRST, NAME, GridModel
from tracker.ui.face_map.grid_rows import GridCell, GridRow, RowKind
from tracker.ui.fonts import CAPTION, SMALL, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import Theme

ROW_HEIGHT, TOTAL_HEIGHT = 29, 32
_LONGEST_SHOWN = 60
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


def row_height(row: GridRow) -> int:
    """Return the height of a row in px."""
    return px(TOTAL_HEIGHT if row.kind is RowKind.TOTAL else ROW_HEIGHT)


class GridDelegate(QStyledItemDelegate):
    """Draws one cell of a `GridModel`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = ui_font(SMALL)
        self._strong = ui_font(SMALL, QFont.Weight.DemiBold)
        self._small = ui_font(CAPTION)

    def name_width(self, rows: tuple[GridRow, ...]) -> int:
        """Return the width that the names of rows need, in px."""
        widths = (QFontMetrics(self._font(row, is_chosen=False)).horizontalAdvance(row.name) for row in rows)
        return max(widths, default=0) + px(PADDING) + px(EDGE) + 2

    def _font(self, row: GridRow, *, is_chosen: bool) -> QFont:
        if row.kind is RowKind.TOTAL or (is_chosen and row.kind is RowKind.SPOT):
            return self._strong
        return self._small if row.kind is RowKind.LOT else self._plain

    def _ground(self, painter: QPainter, rect: QRect, model: GridModel, index: Index, row: GridRow) -> None:
        place = index.column() - FIRST
        if place >= 0 and place == model.chosen:
            painter.fillRect(rect, self._theme.color("selected"))
        elif row.kind is RowKind.TOTAL:
            painter.fillRect(rect, self._theme.color("sunken"))
        follower = model.row(model.index(index.row() + 1, NAME))
        if follower is not None and follower.name and not (row.kind is follower.kind is RowKind.REGION):
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if place >= 0 and model.table.columns[place].is_parted:
            painter.fillRect(parting_line(rect, painter.layoutDirection()), self._theme.color("lineStrong"))

    def _label(self, painter: QPainter, rect: QRect, text: str, *, is_name: bool) -> None:
        inner = inside(rect, px(PADDING), px(EDGE), painter.layoutDirection()) if is_name else rect
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _LEFT, shown)

    def _cell(self, painter: QPainter, rect: QRect, cell: GridCell) -> None:
        inner = inside(rect, px(EDGE) // 2, px(EDGE), painter.layoutDirection())
        text = painter.fontMetrics().elidedText(cell.text[:_LONGEST_SHOWN], Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _RIGHT, text)
        if cell.arrow:
            painter.setFont(self._plain)
            painter.setPen(self._theme.color("text2"))
            number = painter.fontMetrics().horizontalAdvance(text) + 1
            painter.drawText(inside(inner, 0, number, painter.layoutDirection()), _RIGHT, cell.arrow)

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        row = model.row(index) if isinstance(model, GridModel) else None
        if row is None or not isinstance(model, GridModel):
            return
        place, rect = index.column() - FIRST, option.rect
        painter.save()
        self._ground(painter, rect, model, index, row)
        painter.setFont(self._font(row, is_chosen=place >= 0 and place == model.chosen))
        is_quiet = row.kind in (RowKind.REGION, RowKind.LOT) or 0 <= index.column() - NAME == 1
        painter.setPen(self._theme.color("text2" if is_quiet else "text"))
        if place < 0:
            self._label(painter, rect, str(index.data()), is_name=index.column() == NAME)
        else:
            self._cell(painter, rect, row.cells[place])
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            self._frame(painter, rect)
        painter.restore()
