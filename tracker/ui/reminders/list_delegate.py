"""How a row of the list of reminders is painted: glyph, sentence over details, the day at the right."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.core.reminders.outlook import Reminder
from tracker.ui.fonts import BODY, CAPTION, SMALL, ui_font
from tracker.ui.icons import GLYPHS, pixmap
from tracker.ui.reminders.list_rows import Index, ListModel, ListRow
from tracker.ui.scale import px
from tracker.ui.theme import active_theme

ROW_HEIGHT = 46
_SIDE, _GLYPH, _INDENT, _GAP = 12, 12, 34, 12


class ListDelegate(QStyledItemDelegate):
    """Paints a reminder, or the name of a person on a sunken ground; a hairline below each."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(160), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ListModel):
            return
        row, box = model.row_at(index), QRect(option.rect)
        painter.save()
        self._ground(painter, box, option.state, row)
        if row.reminder is None:
            font = ui_font(BODY - 1, QFont.Weight.DemiBold)
            self._line(painter, font, "text", box.adjusted(px(_SIDE), 0, -px(_SIDE), 0), row.title)
        else:
            self._reminder(painter, box, row, row.reminder)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, row: ListRow) -> None:
        theme = active_theme()
        if row.reminder is None:
            painter.fillRect(box, theme.color("sunken"))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("line"))

    def _reminder(self, painter: QPainter, box: QRect, row: ListRow, reminder: Reminder) -> None:
        theme, size = active_theme(), px(_GLYPH)
        ratio = painter.device().devicePixelRatioF()
        glyph = pixmap(GLYPHS[reminder.done_by.value], theme, "treat", size, ratio)
        painter.drawPixmap(box.left() + px(_SIDE), box.center().y() - size // 2, glyph)
        small = ui_font(SMALL)
        when = QFontMetrics(small).horizontalAdvance(row.when) + 1
        right = box.right() - px(_SIDE)
        self._line(painter, small, "text2", QRect(right - when, box.top(), when, box.height()), row.when)
        left = box.left() + px(_INDENT)
        width, half = right - when - px(_GAP) - left, box.height() // 2
        upper = QRect(left, box.top() + px(3), width, half - px(2) if row.details else box.height() - px(6))
        self._line(painter, ui_font(BODY - 1, QFont.Weight.Medium), "text", upper, row.title)
        lower = QRect(left, box.top() + half, width, half - px(4))
        self._line(painter, ui_font(CAPTION), "text2", lower, row.details)

    def _line(self, painter: QPainter, font: QFont, ink: str, box: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(active_theme().color(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
