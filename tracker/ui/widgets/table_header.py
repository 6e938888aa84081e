"""The header of a table: caption words, a chevron at the sorted column, sorting by keyboard too."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import Theme

HEIGHT = 33
PADDING = 12
CHEVRON = 12
GAP = 4
CENTRED = Qt.AlignmentFlag.AlignVCenter


class TableHeader(QHeaderView):
    """Column titles. Left and Right move between them, Space or Enter sorts by the one that is marked.

    Titles and their sides are the model's. ``indent`` px stand before the first title.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, indent: int = PADDING) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._indent = indent
        self._font = ui_font(CAPTION, QFont.Weight.DemiBold)
        self._marked = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(px(HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Columns"))
        self.setAccessibleDescription(self.tr("Left and Right choose a column, Space sorts by it."))

    def width_for(self, column: int) -> int:
        """Return the width that a column's title and chevron need, in px."""
        title = QFontMetrics(self._font).horizontalAdvance(self._said(column))
        return title + px(GAP) + px(CHEVRON) + px(PADDING) + px(GAP)

    def sort_by(self, column: int) -> None:
        """Sort by ``column``, the other way round where it is sorted by already; then, if clearable, by none."""
        now, first = self.sortIndicatorOrder(), self._first_order(column)
        if column != self.sortIndicatorSection():
            self.setSortIndicator(column, first)
        elif now is first or not self.isSortIndicatorClearable():
            is_ascending = now is Qt.SortOrder.AscendingOrder
            self.setSortIndicator(column, Qt.SortOrder.DescendingOrder if is_ascending else Qt.SortOrder.AscendingOrder)
        else:
            self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _first_order(self, column: int) -> Qt.SortOrder:
        order = self.model().headerData(column, self.orientation(), Qt.ItemDataRole.InitialSortOrderRole)
        return order if isinstance(order, Qt.SortOrder) else Qt.SortOrder.AscendingOrder

    def _said(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()))

    def _ground(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self._theme.color("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))

    def _title(self, painter: QPainter, rect: QRect, section: int) -> None:
        title = self._said(section)
        inner = rect.adjusted(px(self._indent if section == 0 else PADDING), 0, -px(PADDING), 0)
        alignment = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        is_right = bool(alignment & Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._font)
        painter.setPen(self._theme.color("text2"))
        painter.drawText(inner, side | CENTRED, title)
        if section == self.sortIndicatorSection():
            width = painter.fontMetrics().horizontalAdvance(title)
            left = inner.right() + 1 - width - px(GAP) - px(CHEVRON) if is_right else inner.left() + width + px(GAP)
            self._chevron(painter, QPoint(left, rect.top() + (rect.height() - px(CHEVRON)) // 2))

    def _chevron(self, painter: QPainter, at: QPoint) -> None:
        name = "up" if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else "down"
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at, pixmap(name, self._theme, "text2", px(CHEVRON), ratio))

    def _mark(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(3, 3, -4, -4), px(4), px(4))

    def _move_mark(self, step: int) -> None:
        self._marked = min(max(self._marked + step, 0), self.count() - 1)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if not rect.isValid() or self.model() is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect)
        self._title(painter, rect, logical)
        if self.hasFocus() and logical == self._marked:
            self._mark(painter, rect)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Left:
            self._move_mark(-1)
        elif key == Qt.Key.Key_Right:
            self._move_mark(1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sort_by(self._marked)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        # The header paints no hover and shows no tooltip of its own.
        return False if event.type() is QEvent.Type.ToolTip else super().viewportEvent(event)


class HeaderEnd(QWidget):
    """Carries the header's ground on over the scroll bar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("sunken"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
