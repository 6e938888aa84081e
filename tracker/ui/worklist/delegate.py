"""Paints the cells of the due list: the line of a group; all that stands in a row."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from tracker.core.course import course_of
from tracker.core.judgement import Picture
from tracker.core.records import TREATMENTS, Kind
from tracker.core.worklist import DueItem, Group
from tracker.ui.fonts import BODY, CAPTION, SMALL, ui_font
from tracker.ui.icons import GLYPHS, STATE_ICONS, pixmap
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.bar_painting import BAR_HEIGHT, BarPainter
from tracker.ui.widgets.mirroring import mirrored
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.widgets.row_table import RowDelegate
from tracker.ui.words import catalog as names
from tracker.ui.words import worklist as words
from tracker.ui.words.dates import day_table
from tracker.ui.words.worklist import Column
from tracker.ui.worklist import row_cells
from tracker.ui.worklist.model import GroupLine, WorklistModel, client_parts, client_text
from tracker.ui.worklist.tick_table import TickTable

ROW_HEIGHT, GROUP_HEIGHT = 41, 33
PADDING, GAP, GLYPH, ICON, MARK = 12, 8, 14, 14, 3
GROUP_INDENT, INDENT = PADDING + ICON + GAP, 52
"""Where the words of a group's line begin, and names, which stand right of the boxes."""
PILL_HEIGHT, PILL_LEFT, PILL_GAP, PILL_RIGHT = 22, 6, 5, 10
ROUNDING = 2
"""Widths of text are rounded once when measured and again when drawn."""
LONGEST_SHOWN = 400
"""No column is wide enough for more letters."""

GROUP_STATES = {
    Group.PAST: Picture.PAST,
    Group.CLOSING: Picture.OPEN,
    Group.OPEN: Picture.OPEN,
    Group.OPENING: Picture.WAIT,
    Group.HELD: Picture.HELD,
}
"""The picture of every judgement in a group; it gives the icon and the colours."""

CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class WorklistDelegate(RowDelegate):
    """Draws one cell. ``is_narrow`` asks for short names of treatments."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_narrow = False
        self._body = ui_font(BODY)
        self._name = ui_font(BODY, QFont.Weight.DemiBold)
        self._small = ui_font(SMALL)
        self._group = ui_font(SMALL, QFont.Weight.DemiBold)
        self._pill = ui_font(CAPTION, QFont.Weight.DemiBold)

    def column_width(self, column: Column) -> int:
        """Return the width that a column of a fixed width needs, in px."""
        if column is Column.TREATMENT:
            widest = _widest(self._body, [self._kind(kind) for kind in TREATMENTS]) + px(GLYPH) + px(GAP)
        elif column is Column.STATE:
            return self.state_width(words.long_states())
        elif column is Column.ACT:
            widest = row_cells.button_width()
        else:
            widest = _widest(self._body, [day_table(date(2028, month, 28)) for month in range(1, 13)])
        return widest + 2 * px(PADDING) + ROUNDING

    def state_width(self, states: Collection[str]) -> int:
        """Return the width that the column of states needs for the pills of ``states``, in px."""
        return max((self._pill_width(text) for text in states), default=0) + 2 * px(PADDING) + ROUNDING

    def _pill_width(self, text: str) -> int:
        around = px(PILL_LEFT) + px(ICON) + px(PILL_GAP) + px(PILL_RIGHT)
        return _widest(self._pill, [text]) + around

    def _ground(self, option: QStyleOptionViewItem, index: Index) -> str:
        if _is_ticked(index):
            return "selected"
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        return "hover" if is_here or index.row() == self.hovered else "card"

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, ground: str) -> None:
        rect = option.rect
        painter.fillRect(rect, self._theme.color(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if index.column() == Column.CLIENT and _is_current(option, index):
            mark = mirrored(rect, QRect(rect.left(), rect.top(), px(MARK), rect.height()))
            painter.fillRect(mark, self._theme.color("focus"))

    def _draw_group(self, painter: QPainter, rect: QRect, line: GroupLine) -> None:
        state = GROUP_STATES[line.group].value
        self._draw_icon(painter, rect.left() + px(PADDING), rect, STATE_ICONS[state], state, ICON)
        painter.setFont(self._group)
        painter.setPen(self._theme.color("text"))
        inner = _inner(rect, px(GROUP_INDENT), 0)
        painter.drawText(inner, CENTRED, words.group_line(line.group, line.count))

    def _draw_client(self, painter: QPainter, rect: QRect, item: DueItem) -> None:
        name, number = (part[:LONGEST_SHOWN] for part in client_parts(item))
        inner = _inner(rect, px(INDENT), px(PADDING))
        beside = _widest(self._small, [number]) + px(GAP) // 2 + ROUNDING if number else 0
        # A number that is longer than the column leaves at least half of it to the name.
        name_room = max(inner.width() - beside, inner.width() // 2)
        width = self._draw_text(painter, inner, name_room, self._name, "text", name)
        left = _inner(inner, width + px(GAP) // 2, 0)
        self._draw_text(painter, left, left.width(), self._small, "text2", number)

    def _draw_text(self, painter: QPainter, rect: QRect, room: int, font: QFont, token: str, text: str) -> int:
        """Draw a text, shortened where it does not fit; return its width."""
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(rect, CENTRED, shown)
        return QFontMetrics(font).horizontalAdvance(shown)

    def _kind(self, kind: Kind) -> str:
        return words.kind_short(kind) if self.is_narrow else names.kind(kind)

    def _draw_treatment(self, painter: QPainter, rect: QRect, item: DueItem) -> None:
        self._draw_icon(painter, rect.left() + px(PADDING), rect, GLYPHS[item.kind.value], "treat", GLYPH)
        inner = _inner(rect, px(PADDING) + px(GLYPH) + px(GAP), px(PADDING))
        self._draw_text(painter, inner, inner.width(), self._body, "text", self._kind(item.kind))

    def _draw_pill(self, painter: QPainter, rect: QRect, item: DueItem) -> None:
        state, text = GROUP_STATES[item.group].value, words.state(item)
        height = px(PILL_HEIGHT)
        box = QRect(rect.left() + px(PADDING), rect.top() + (rect.height() - height) // 2, 0, height)
        box.setWidth(min(self._pill_width(text), rect.right() - box.left()))
        box = mirrored(rect, box)
        outlined = self._theme.is_high_contrast
        painter.setPen(QPen(self._theme.color(f"{state}Solid"), 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(f"{state}Bg"))
        half = 0.5 if outlined else 0.0
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), height / 2, height / 2)
        self._draw_icon(painter, box.left() + px(PILL_LEFT), box, STATE_ICONS[state], state, ICON)
        inner = _inner(box, px(PILL_LEFT) + px(ICON) + px(PILL_GAP), 0)
        self._draw_text(painter, inner, inner.width(), self._pill, state, text)

    def _draw_course(self, painter: QPainter, rect: QRect, item: DueItem, ground: str) -> None:
        today = item.on
        course = course_of(item.judgement, today)
        if course is None:
            return
        inner = _inner(rect, px(PADDING) - 4, px(PADDING))
        painter.translate(inner.left(), inner.top() + (inner.height() - BAR_HEIGHT) // 2)
        BarPainter(painter, self._theme, inner.width(), ground).draw(course, today)

    def _draw_icon(self, painter: QPainter, left: int, rect: QRect, name: str, token: str, size: int) -> None:
        drawn = pixmap(name, self._theme, token, px(size), painter.device().devicePixelRatioF())
        box = QRect(left, rect.top() + (rect.height() - px(size)) // 2, px(size), px(size))
        painter.drawPixmap(mirrored(rect, box).topLeft(), drawn)

    def _draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, item: DueItem, index: Index, ground: str
    ) -> None:
        rect, column = option.rect, Column(index.column())
        if column is Column.CLIENT:
            row_cells.draw_box(painter, self._theme, rect, _is_ticked(index))
            self._draw_client(painter, rect, item)
        elif column is Column.TREATMENT:
            self._draw_treatment(painter, rect, item)
        elif column is Column.STATE:
            self._draw_pill(painter, rect, item)
        elif column is Column.COURSE:
            self._draw_course(painter, rect, item, ground)
        elif column is Column.CONTACT:
            row_cells.draw_contact(painter, self._theme, rect, item)
        elif column is Column.ACT:
            row_cells.draw_button(painter, self._theme, rect, item, is_near=_is_button_near(option, index))
        else:
            inner = _inner(rect, px(PADDING), px(PADDING))
            self._draw_text(painter, inner, inner.width(), self._body, "text2", words.last(item))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, GroupLine):
            self._draw_ground(painter, option, index, "sunken")
            self._draw_group(painter, option.rect, line)
        else:
            ground = self._ground(option, index)
            self._draw_ground(painter, option, index, ground)
            self._draw_cell(painter, option, line, index, ground)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = GROUP_HEIGHT if isinstance(_line(index), GroupLine) else ROW_HEIGHT
        return QSize(self.column_width(Column(index.column())), px(height))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show a name that did not fit, and the dates of a bar; escaped, so that nothing is read as markup."""
        line = _line(index) if index.isValid() else None
        if event.type() is not QEvent.Type.ToolTip or not isinstance(line, DueItem):
            return False
        QToolTip.showText(event.globalPos(), plain_tooltip(self._tip(line, index, option.rect.width())), view)
        return True

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Leave ticking to the table, which knows more ways than Qt's delegate."""
        return False

    def _tip(self, item: DueItem, index: Index, width: int) -> str:
        if index.column() == Column.COURSE:
            return str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        if index.column() == Column.CONTACT:
            text = words.contact(item)
            note = (item.contact.note or "") if item.contact is not None else ""
            is_whole = row_cells.contact_room(text) <= width and not note
            return "" if is_whole else "\n".join(part for part in (text, note[:LONGEST_SHOWN]) if part)
        if index.column() != Column.CLIENT:
            return ""
        name, number = (part[:LONGEST_SHOWN] for part in client_parts(item))
        needed = _widest(self._name, [name]) + _widest(self._small, [number]) + px(GAP) // 2 + ROUNDING
        return "" if needed <= width - px(INDENT) - px(PADDING) else client_text(item)[:LONGEST_SHOWN]


def _inner(cell: QRect, before: int, after: int) -> QRect:
    """Return ``cell`` without room before its words and after them, in the direction of reading."""
    return mirrored(cell, cell.adjusted(before, 0, -after, 0))


def _line(index: Index) -> GroupLine | DueItem | None:
    model = index.model()
    return model.lines[index.row()] if isinstance(model, WorklistModel) else None


def _is_ticked(index: Index) -> bool:
    model = index.model()
    return isinstance(model, WorklistModel) and model.is_ticked(index.row())


def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex().row() == index.row()


def _is_button_near(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, TickTable) and view.near_button == index.row()


def _widest(font: QFont, texts: list[str]) -> int:
    metrics = QFontMetrics(font)
    return max(metrics.horizontalAdvance(text) for text in texts)
