"""Paints a row of the list of clients: name over age and number, at the right the state of each treatment."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.core.judgement import Judgement
from tracker.core.records import Person
from tracker.ui.clients.model import ClientListModel, Index
from tracker.ui.fonts import BODY, SMALL, ui_font
from tracker.ui.icons import GLYPHS, STATE_ICONS, pixmap
from tracker.ui.scale import px
from tracker.ui.shown_names import ShownNames
from tracker.ui.theme import Theme
from tracker.ui.widgets.mirroring import mirrored
from tracker.ui.words import clients as words

ROW_HEIGHT = 57
SIDE, MARK, GAP, GLYPH, ICON, BESIDE = 16, 4, 6, 11, 14, 12
TOP_LINE, LINE = 10, 18
"""Where the upper of two lines begins, and how high each is."""
LONGEST_SHOWN = 400
"""No list is wide enough for more letters."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ClientDelegate(QStyledItemDelegate):
    """Draws a client. ``candidate`` is the row that Enter would open after typing, -1 for none."""

    def __init__(self, theme: Theme, names: ShownNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = names
        self._name = ui_font(BODY, QFont.Weight.Medium)
        self._small = ui_font(SMALL)
        self._state = ui_font(SMALL, QFont.Weight.DemiBold)
        self.candidate = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, box = index.model(), QRect(option.rect)
        if not isinstance(model, ClientListModel):
            return
        painter.save()
        self._draw_ground(painter, box, option.state, index.row())
        person = model.person_at(index.row())
        if person is not None:
            states = model.states_at(index.row())
            self._draw_client(painter, box, person, model, self._draw_states(painter, box, states))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(ROW_HEIGHT))

    def _draw_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, row: int) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("selected"))
            painter.fillRect(mirrored(box, QRect(box.left(), box.top(), px(MARK), box.height())), theme.color("focus"))
        elif row == self.candidate or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("line"))

    def _draw_states(self, painter: QPainter, box: QRect, states: tuple[Judgement, ...]) -> int:
        """Draw the states, one to a line; return how wide the widest is."""
        if not states:
            return self._draw_state(painter, self._line(box, 0, 1), None)
        return max(
            self._draw_state(painter, self._line(box, place, len(states)), state) for place, state in enumerate(states)
        )

    def _draw_state(self, painter: QPainter, line: QRect, judgement: Judgement | None) -> int:
        state = "none" if judgement is None else judgement.picture.value
        text = words.no_plan() if judgement is None else words.short_state(judgement)
        font = self._small if state == "none" else self._state
        at = line.right() + 1 - QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        # The grey of "no plan" is too pale for a chosen row.
        ink = "text2" if state == "none" else state
        painter.setPen(self._theme.color(ink))
        painter.drawText(mirrored(line, QRect(at, line.top(), line.right() + 1 - at, line.height())), LEFT, text)
        at -= px(GAP) + px(ICON)
        self._draw_icon(painter, at, line, STATE_ICONS[state], ink, ICON)
        if judgement is not None:
            at -= px(GAP) + px(GLYPH)
            self._draw_icon(painter, at, line, GLYPHS[judgement.treatment.value], "treat", GLYPH)
        return line.right() + 1 - at

    def _draw_icon(self, painter: QPainter, left: int, line: QRect, name: str, token: str, size: int) -> None:
        drawn = pixmap(name, self._theme, token, px(size), painter.device().devicePixelRatioF())
        box = QRect(left, line.center().y() - px(size) // 2 + 1, px(size), px(size))
        painter.drawPixmap(mirrored(line, box).topLeft(), drawn)

    def _draw_client(self, painter: QPainter, box: QRect, person: Person, model: ClientListModel, beside: int) -> None:
        name = self._names.of(person)
        facts = words.row_facts(person, model.today, name)
        lines = 2 if facts else 1
        self._draw_text(painter, self._line(box, 0, lines), beside, self._name, "text", name)
        self._draw_text(painter, self._line(box, 1, lines), beside, self._small, "text2", facts)

    def _draw_text(self, painter: QPainter, line: QRect, beside: int, font: QFont, token: str, text: str) -> None:
        room = mirrored(line, line.adjusted(0, 0, -beside - px(BESIDE), 0))
        shown = QFontMetrics(font).elidedText(text[:LONGEST_SHOWN], Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(room, LEFT, shown)

    def _line(self, box: QRect, place: int, count: int) -> QRect:
        """Return the place of one of the lines of a row."""
        inner = box.adjusted(px(SIDE), 0, -px(SIDE), -1)
        if count == 1:
            return inner
        return QRect(inner.left(), box.top() + px(TOP_LINE) + place * px(LINE), inner.width(), px(LINE))
