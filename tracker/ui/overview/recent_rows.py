"""The rows of the recent entries: their model and how they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.records import Entry, Rating
from tracker.ui.fonts import BODY, CAPTION, SMALL, ui_font
from tracker.ui.icons import GLYPHS, pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.words import adverse_events as adverse
from tracker.ui.words import entries as words
from tracker.ui.words.dates import day

ROW_HEIGHT = 41
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One entry as it is written: what, details, when."""

    entry_id: UUID
    glyph: str
    title: str
    details: str
    when: str


def row_of(entry: Entry, catalog: Catalog, today: date, happened: Sequence[AdverseEvent] = ()) -> RecentRow:
    """Return an entry in words, with what ``happened`` after it first."""
    details = words.scores_line(entry, catalog) if isinstance(entry, Rating) else words.details(entry, catalog)
    terms = [adverse.term(event, catalog) for event in happened if event.entry_id == entry.id]
    if terms:
        details = ". ".join(part for part in (adverse.mark(terms), details) if part)
    return RecentRow(entry.id, GLYPHS[entry.kind.value], words.what(entry, catalog), details, day(entry.on, today))


class RecentModel(QAbstractListModel):
    """The latest entries, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RecentRow, ...] = ()

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: _Index) -> RecentRow:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title}. {row.details}" if row.details else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.details, row.when) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.details)
        return None


class RecentDelegate(QStyledItemDelegate):
    """Paints a row: glyph, title over details, the day at the right, a hairline above."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(120), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, RecentModel):
            return
        row, theme = model.row_at(index), active_theme()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, theme.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), theme.color("line"))
        glyph = pixmap(row.glyph, theme, "treat", px(12), painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + px(1), box.center().y() - px(6) + 1, glyph)
        self._write(painter, box, row)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, row: RecentRow) -> None:
        theme = active_theme()
        small, body = ui_font(SMALL), ui_font(BODY - 1, QFont.Weight.Medium)
        when = QFontMetrics(small).horizontalAdvance(row.when)
        left, right = box.left() + px(21), box.right() - px(2)
        painter.setFont(small)
        painter.setPen(theme.color("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(right - when, box.top(), when + 1, box.height()), middle, row.when)
        width = right - when - px(12) - left
        self._line(painter, body, "text", QRect(left, box.top() + px(4), width, px(17)), row.title)
        caption = ui_font(CAPTION)
        self._line(painter, caption, "text2", QRect(left, box.top() + px(21), width, px(16)), row.details)

    def _line(self, painter: QPainter, font: QFont, ink: str, box: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(active_theme().color(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
