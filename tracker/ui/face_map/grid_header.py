"""The head of the units table: day over year, and the products where there are several."""

from itertools import groupby

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from tracker.ui.face_map.grid_model import FIRST, NAME, GridModel
from tracker.ui.face_map.grid_rows import GridTable
from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import Theme

LINE, SPARE, PADDING = 16, 13, 12
EDGE = 3
"""Room left and right of what stands in the column of a visit."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GridHeader(QHeaderView):
    """Paints the columns of a `GridModel`; a product stands once over all its neighbouring columns."""

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._grid = model
        self._strong = ui_font(CAPTION, QFont.Weight.DemiBold)
        self._plain = ui_font(CAPTION)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fit(self) -> None:
        """Take the height that the lines of the columns need."""
        own = max((len(column.lines) for column in self._table.columns), default=1)
        self.setFixedHeight(px((own + self._has_products) * LINE + SPARE))

    def width_for(self, place: int) -> int:
        """Return the width that the lines of a column need, in px."""
        lines = self._table.columns[place].lines
        return max(QFontMetrics(self._strong).horizontalAdvance(line) for line in lines) + 2 * px(EDGE) + 2

    def width_for_products(self) -> int:
        """Return the width at which every product has room over its columns, in px."""
        metrics, edges = QFontMetrics(self._strong), 2 * px(EDGE) + 2
        return max((-(-(metrics.horizontalAdvance(name) + edges) // len(run)) for name, run in self._runs()), default=0)

    @property
    def _table(self) -> GridTable:
        return self._grid.table

    @property
    def _has_products(self) -> bool:
        return any(column.product for column in self._table.columns)

    def _title(self, painter: QPainter, rect: QRect) -> None:
        painter.setFont(self._strong)
        painter.setPen(self._theme.color("text2"))
        title = painter.fontMetrics().elidedText(
            str(self._grid.headerData(NAME, self.orientation())),
            Qt.TextElideMode.ElideRight,
            rect.width() - px(PADDING),
        )
        painter.drawText(inside(rect, px(PADDING), 0, self.layoutDirection()), _LEFT, title)

    def _column(self, painter: QPainter, rect: QRect, place: int) -> None:
        is_chosen = self._grid.chosen == place
        if is_chosen:
            painter.fillRect(rect, self._theme.color("selected"))
        line = self._first_line(rect)
        for number, text in enumerate(self._table.columns[place].lines):
            painter.setFont(self._strong if number == 0 else self._plain)
            painter.setPen(self._theme.color("accent" if is_chosen else "text2"))
            painter.drawText(line, _RIGHT, text)
            line.translate(0, px(LINE))

    def _first_line(self, rect: QRect) -> QRect:
        top = rect.top() + px(SPARE) // 2 + (px(LINE) if self._has_products else 0)
        return QRect(rect.left() + px(EDGE), top, rect.width() - 2 * px(EDGE), px(LINE))

    def _products(self, painter: QPainter) -> None:
        """Write each product over its columns, shortened where they are narrow."""
        painter.setFont(self._strong)
        painter.setPen(self._theme.color("text"))
        for product, run in self._runs():
            left = min(self.sectionViewportPosition(FIRST + place) for place in run) + px(EDGE)
            width = sum(self.sectionSize(FIRST + place) for place in run) - 2 * px(EDGE)
            line = QRect(left, px(SPARE) // 2, width, px(LINE))
            shown = painter.fontMetrics().elidedText(product, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, _RIGHT, shown)

    def _runs(self) -> list[tuple[str, list[int]]]:
        """Return each product with the places of the neighbouring columns that have it."""
        places = range(len(self._table.columns))
        groups = groupby(places, key=lambda place: self._table.columns[place].product)
        return [(product, list(run)) for product, run in groups]

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if not rect.isValid():
            return
        painter.save()
        painter.fillRect(rect, self._theme.color("sunken"))
        place = logical - FIRST
        if logical == NAME:
            self._title(painter, rect)
        elif 0 <= place < len(self._table.columns):
            self._column(painter, rect, place)
            if self._table.columns[place].is_parted:
                painter.fillRect(parting_line(rect, self.layoutDirection()), self._theme.color("lineStrong"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_products:
            painter = QPainter(self.viewport())
            self._products(painter)

    def viewportEvent(self, event: QEvent) -> bool:
        # The header paints no hover and shows no tooltip of its own.
        return False if event.type() is QEvent.Type.ToolTip else super().viewportEvent(event)


def parting_line(rect: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Return the edge of a cell towards the column after it."""
    is_reversed = direction is Qt.LayoutDirection.RightToLeft
    return QRect(rect.left() if is_reversed else rect.right(), rect.top(), 1, rect.height())


def inside(rect: QRect, before: int, after: int, direction: Qt.LayoutDirection) -> QRect:
    """Return a cell without the room before and after what stands in it."""
    return QStyle.visualRect(direction, rect, rect.adjusted(before, 0, -after, 0))
