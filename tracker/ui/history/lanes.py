"""Four lanes on one time axis: when what was done and rated; an entry is chosen by click or arrow key."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker.core.records import Kind
from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.history.lane_axis import LaneAxis, axis_days
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.words import lane_name
from tracker.ui.icons import GLYPHS, pixmap
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.words.dates import day_full

LANES = (Kind.BOTOX, Kind.MICRODERMABRASION, Kind.RATING, Kind.OTHER_EVENT)
HEIGHT, FIRST_LANE, LANE, WORDS = 114, 24, 18, 101
INSET, GAP, END = 20, 12, 28
GLYPH, SMALL_GLYPH, RING, REACH = 14, 8, 11.5, 12
WORD_GAP = 8


class LaneStrip(QWidget):
    """The rows of the table over time. ``entryChosen`` carries the id of the entry that was clicked or reached."""

    entryChosen = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = ui_font(CAPTION)
        self._oldest_first: tuple[HistoryRow, ...] = ()
        self._places: Mapping[UUID, int] = {}
        self._lanes: Mapping[Kind, Sequence[HistoryRow]] = dict.fromkeys(LANES, ())
        self._days = axis_days(None, None, None, None, today)
        self._current: UUID | None = None
        self.setObjectName("historyLanes")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Entries over time"))
        theme.changed.connect(self.update)

    def show_rows(self, newest_first: Sequence[HistoryRow], days: tuple[date, date]) -> None:
        """Show rows on an axis from the first to the last of ``days``."""
        self._oldest_first = tuple(reversed(newest_first))
        self._places = {row.id: place for place, row in enumerate(self._oldest_first)}
        self._lanes = {kind: [row for row in self._oldest_first if row.kind is kind] for kind in LANES}
        self._days = days
        self._describe()
        self.update()

    def mark(self, entry_id: UUID | None) -> None:
        """Ring one entry, or none."""
        self._current = entry_id
        self._describe()
        self.update()

    @property
    def marked(self) -> UUID | None:
        """Return the entry that is ringed."""
        return self._current

    def point_of(self, row: HistoryRow) -> QPointF:
        """Return the middle of an entry's glyph."""
        return QPointF(round(self._axis().x(row.on)), self._lane_y(row.kind))

    def row_at(self, point: QPointF) -> HistoryRow | None:
        """Return the entry whose glyph is nearest within reach of the pointer, None where there is none."""
        reach = px(REACH)
        near = [
            row for kind in LANES if abs(self._lane_y(kind) - point.y()) <= reach for row in self._near(kind, point)
        ]
        return min(near, key=lambda row: _distance(self.point_of(row), point), default=None)

    def _near(self, kind: Kind, point: QPointF) -> list[HistoryRow]:
        axis, reach = self._axis(), px(REACH)
        first = bisect_left(self._lanes[kind], point.x() - reach, key=lambda row: axis.x(row.on))
        found = []
        for row in self._lanes[kind][first:]:
            if axis.x(row.on) > point.x() + reach:
                break
            found.append(row)
        return found

    def _axis(self) -> LaneAxis:
        left, right = self._line()
        return LaneAxis(*self._days, left=left + px(REACH), right=right - px(REACH))

    def _line(self) -> tuple[int, int]:
        """Return where the lines of the lanes begin and end."""
        return self._words_width() + px(GAP), self.width() - px(END)

    def _words_width(self) -> int:
        metrics = QFontMetrics(self._font)
        return px(INSET) + max(metrics.horizontalAdvance(lane_name(kind)) for kind in LANES)

    def _lane_y(self, kind: Kind) -> int:
        return px(FIRST_LANE) + LANES.index(kind) * px(LANE)

    def _place(self) -> int | None:
        return None if self._current is None else self._places.get(self._current)

    def _describe(self) -> None:
        parts = [f"{lane_name(kind)} {len(self._lanes[kind])}" for kind in LANES]
        place = self._place()
        if place is not None:
            parts.insert(0, _said(self._oldest_first[place]))
        self.setAccessibleDescription(", ".join(parts))

    def _choose(self, row: HistoryRow) -> None:
        if row.id != self._current:
            self.mark(row.id)
        self.entryChosen.emit(row.id)

    def _step(self, key: int) -> HistoryRow | None:
        rows, place = self._oldest_first, self._place()
        if key == Qt.Key.Key_Home or (place is None and key == Qt.Key.Key_Right):
            return rows[0]
        if key == Qt.Key.Key_End or place is None:
            return rows[-1]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._beside(rows[place], -1 if key == Qt.Key.Key_Up else 1)
        return rows[min(max(place + (1 if key == Qt.Key.Key_Right else -1), 0), len(rows) - 1)]

    def _beside(self, row: HistoryRow, step: int) -> HistoryRow | None:
        """Return the entry nearest in time in the next lane that way that has one."""
        lane = LANES.index(row.kind) + step
        while 0 <= lane < len(LANES):
            if self._lanes[LANES[lane]]:
                return min(self._lanes[LANES[lane]], key=lambda other: abs((other.on - row.on).days))
            lane += step
        return None

    def _draw_lanes(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        left, right = self._line()
        width, height = self._words_width(), px(LANE)
        for kind in LANES:
            y = self._lane_y(kind)
            painter.fillRect(QRectF(left, y, right - left, 1), self._theme.color("line"))
            painter.setPen(self._theme.color("text2"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - height / 2, width, height), side, lane_name(kind))

    def _draw_words(self, painter: QPainter, axis: LaneAxis) -> None:
        metrics, y = painter.fontMetrics(), px(WORDS)
        painter.setPen(self._theme.color("text3"))
        for tick in axis.ticks(metrics.horizontalAdvance, px(WORD_GAP)):
            x = axis.x(tick.on) - px(REACH)
            if x + metrics.horizontalAdvance(tick.text) <= self.width() - px(GAP):
                painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), tick.text)

    def _draw_entries(self, painter: QPainter, axis: LaneAxis) -> None:
        ratio = self.devicePixelRatioF()
        room = (axis.right - axis.left) / px(GLYPH)
        size = px(GLYPH) if max(map(len, self._lanes.values())) <= room else px(SMALL_GLYPH)
        for kind in LANES:
            drawn = pixmap(GLYPHS[kind], self._theme, "treat", size, ratio)
            # Entries on one pixel look like one: a long history is drawn once a pixel.
            for x in {round(axis.x(row.on)) for row in self._lanes[kind]}:
                painter.drawPixmap(QPointF(x - size / 2, self._lane_y(kind) - size / 2 + 0.5), drawn)

    def _draw_ring(self, painter: QPainter) -> None:
        place = self._place()
        if place is None:
            return
        row = self._oldest_first[place]
        middle, radius, size = self.point_of(row) + QPointF(0, 0.5), px(RING), px(GLYPH)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(self._theme.color("card"))
        painter.drawEllipse(middle, radius, radius)
        drawn = pixmap(GLYPHS[row.kind], self._theme, "treat", size, self.devicePixelRatioF())
        painter.drawPixmap(middle - QPointF(size / 2, size / 2), drawn)

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = self._axis()
        self._draw_lanes(painter)
        self._draw_words(painter, axis)
        self._draw_entries(painter, axis)
        self._draw_ring(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if row is not None:
            self._choose(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() not in keys or not self._oldest_first:
            super().keyPressEvent(event)
            return
        row = self._step(event.key())
        if row is not None:
            self._choose(row)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if row is None else plain_tooltip(_said(row)), self)
            return True
        return super().event(event)


def _distance(first: QPointF, second: QPointF) -> float:
    gap = first - second
    return QPointF.dotProduct(gap, gap)


def _said(row: HistoryRow) -> str:
    return ", ".join(part for part in (day_full(row.on), row.what, row.details[:200]) if part)
