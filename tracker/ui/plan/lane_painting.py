"""What the planner draws: the grid of weeks, segments with their words, today, and the markers of plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF

from tracker.core.judgement import Picture
from tracker.core.planner import LaneSegment
from tracker.core.records import Kind, PlannedTreatment
from tracker.ui.fonts import BODY, CAPTION, ui_font
from tracker.ui.plan.axis import PlanAxis
from tracker.ui.scale import px, text_scale
from tracker.ui.theme import Theme
from tracker.ui.widgets.bar_painting import draw_state
from tracker.ui.words.dates import day_bare
from tracker.ui.words.planner import plan_label, segment_words

WEEK, LABEL_STEP = 7, 14
MARKER = 16
_GAP, _WORD_GAP, _LABEL_SIDE = 1.5, 6, 14
_HALO = 6.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One marker: a plan on the day on which it is drawn."""

    plan: PlannedTreatment
    is_carried: bool = False


class LanePainter:
    """Paints on one axis. Heights are given by the caller; text is `CAPTION` high."""

    def __init__(self, painter: QPainter, theme: Theme, axis: PlanAxis, today: date) -> None:
        self._painter = painter
        self._theme = theme
        self._axis = axis
        self._today = today
        self._plain, self._bold = ui_font(CAPTION), ui_font(CAPTION, QFont.Weight.DemiBold)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw_grid(self, top: float, bottom: float, words_at: float) -> None:
        """Draw an upright each week, and the day of every second one with its baseline at ``words_at``."""
        self._painter.setFont(self._plain)
        metrics = QFontMetrics(self._plain)
        room = float("-inf")
        for count in range((self._axis.last - self._today).days // WEEK + 1):
            on = self._today + timedelta(count * WEEK)
            x = round(self._axis.middle_of(on))
            if count:
                self._painter.fillRect(QRectF(x, top, 1, bottom - top), self._theme.color("grid"))
            text = day_bare(on)
            width = metrics.horizontalAdvance(text)
            left = min(x - width / 2, self._axis.right - width)
            if count * WEEK % LABEL_STEP == 0 and left >= room:
                self._painter.setPen(self._theme.color("text2"))
                self._painter.drawText(QPointF(left, words_at), text)
                room = left + width + px(_WORD_GAP)

    def draw_name(self, name: str, middle: float) -> None:
        """Draw the name of a lane at its left end."""
        font = ui_font(BODY)
        metrics = QFontMetrics(font)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("text"))
        self._painter.drawText(QPointF(0, middle + (metrics.ascent() - metrics.descent()) / 2), name)

    def draw_lane(self, segments: Sequence[LaneSegment], middle: float, words_at: float) -> None:
        """Draw the segments around ``middle``, each with as many of its words as it has room for."""
        for place, segment in enumerate(segments):
            left = self._axis.start_of(segment.start) + (_GAP if place else 0)
            right = self._axis.start_of(segment.end) - _GAP
            if segment.picture is Picture.NO_PLAN:
                self._draw_no_plan(left, right, middle)
            else:
                draw_state(self._painter, self._theme, segment.picture.value, (left, right), middle, text_scale())
            words = segment_words(segment, self._today, is_last=place == len(segments) - 1)
            self._draw_words(words, left, right, words_at)

    def _draw_no_plan(self, left: float, right: float, middle: float) -> None:
        pen = QPen(self._theme.color("noneSolid"), 1.6)
        pen.setDashPattern([2.6, 2.4])
        self._painter.setPen(pen)
        self._painter.drawLine(QLineF(left, middle, right, middle))

    def _draw_words(self, words: tuple[str, str], left: float, right: float, words_at: float) -> None:
        metrics = QFontMetrics(self._plain)
        today = self._axis.middle_of(self._today)
        for text in words:
            width, at = metrics.horizontalAdvance(text), left + 2
            if at - px(_WORD_GAP) < today < at + width + px(_WORD_GAP):
                at = today + px(_WORD_GAP)
            if at + width <= right - px(_WORD_GAP):
                self._painter.setFont(self._plain)
                self._painter.setPen(self._theme.color("text2"))
                self._painter.drawText(QPointF(at, words_at), text)
                return

    def draw_today(self, top: float, bottom: float, word: str, word_at: float) -> None:
        """Draw the line of today and its word over it."""
        x = round(self._axis.middle_of(self._today))
        for width, token in ((_HALO, "card"), (2.0, "text")):
            self._painter.fillRect(QRectF(x - width / 2, top, width, bottom - top), self._theme.color(token))
        left = max(0.0, x - QFontMetrics(self._bold).horizontalAdvance(word) / 2)
        self._write(word, left, word_at)

    def draw_cursor(self, on: date, middle: float, height: float, *, has_focus: bool) -> None:
        """Draw a frame around a day of a lane: where the keys are."""
        width = max(self._axis.day_width, px(8))
        box = QRectF(self._axis.middle_of(on) - width / 2, middle - height / 2, width, height)
        self._painter.setPen(QPen(self._theme.color("focus" if has_focus else "control"), 2 if has_focus else 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 3, 3)

    def draw_marks(self, marks: Sequence[Mark], middle: float, words_at: float) -> None:
        """Draw the markers of a lane, each with its day where it does not run into another's."""
        taken: list[tuple[float, float]] = []
        for mark in sorted(marks, key=lambda one: not one.is_carried):
            # What is over is named above the card; here its day would stand on the line of today.
            if mark.plan.on >= self._today:
                self._draw_label(mark, words_at, taken)
        for mark in sorted(marks, key=lambda one: one.is_carried):
            self._draw_mark(mark, middle)

    def _draw_mark(self, mark: Mark, middle: float) -> None:
        ink = "focus" if mark.is_carried else "text3" if mark.plan.on < self._today else "treat"
        self._painter.setPen(QPen(self._theme.color(ink), 2))
        self._painter.setBrush(self._theme.color("selected" if mark.is_carried else "card"))
        shape = marker_shape(mark.plan.kind, mark.plan.is_touch_up)
        self._painter.drawPolygon(shape.translated(self._axis.middle_of(mark.plan.on), middle))

    def _draw_label(self, mark: Mark, words_at: float, taken: list[tuple[float, float]]) -> None:
        text = plan_label(mark.plan, self._today)
        width = QFontMetrics(self._bold).horizontalAdvance(text)
        x, side = self._axis.middle_of(mark.plan.on), px(_LABEL_SIDE)
        left = x + side if x + side + width <= self._axis.right else x - side - width
        gap = px(_WORD_GAP)
        if any(left < end + gap and start - gap < left + width for start, end in taken):
            return
        taken.append((left, left + width))
        self._write(text, left, words_at)

    def _write(self, text: str, left: float, words_at: float) -> None:
        self._painter.setFont(self._bold)
        self._painter.setPen(self._theme.color("text"))
        self._painter.drawText(QPointF(left, words_at), text)


def marker_shape(kind: Kind, is_touch_up: bool = False) -> QPolygonF:
    """Return the outline of a marker around the origin: a needle or a crystal, smaller for a touch-up."""
    half = px(MARKER) / 2 * (0.7 if is_touch_up else 1.0)
    if kind is Kind.BOTOX:
        return QPolygonF([QPointF(-half, -half * 0.85), QPointF(half, -half * 0.85), QPointF(0, half * 0.85)])
    return QPolygonF([QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)])
