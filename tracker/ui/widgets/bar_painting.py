"""The strokes of the spacing bar: for the widget of a card and for the cells of a list, so that both look the same."""

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tracker.core.course import Course, Segment
from tracker.ui.theme import Theme

MARGIN = 4.0
BAR_HEIGHT = 18
_DOT, _GAP, _RADIUS, _MIDDLE = 9.0, 3.0, 2.0, 9.0
_HEIGHTS = {"wait": 8.0, "held": 8.0, "ready": 10.0, "past": 7.0}
_HATCH_PERIOD = 5.0
_TODAY, _TODAY_HALO, _TODAY_HEIGHT = 2.0, 6.0, 18.0


def x_of(course: Course, day: date, width: float) -> float:
    """Return where a day begins on a bar of ``width`` px, in px from its left edge."""
    share = (day - course.start).days / max(1, (course.end - course.start).days)
    left, right = MARGIN + _DOT / 2, width - MARGIN
    return left + share * (right - left)


class BarPainter:
    """Paints bars, `BAR_HEIGHT` px high, from the painter's origin on. ``ground`` is the token of what lies under."""

    def __init__(self, painter: QPainter, theme: Theme, width: float, ground: str = "card") -> None:
        self._painter = painter
        self._theme = theme
        self._width = width
        self._ground = ground
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, course: Course, today: date) -> None:
        """Draw a course as it stands on ``today``."""
        painter = self._painter
        for place, segment in enumerate(course.segments):
            self._draw_segment(course, segment, place == 0 and course.last is not None)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("treat"))
        if course.last is not None:
            painter.drawEllipse(QPointF(MARGIN + _DOT / 2, _MIDDLE), _DOT / 2, _DOT / 2)
        self._draw_today(course, today)

    def draw_empty(self) -> None:
        """Draw that there is nothing to count from: a dashed ring and line."""
        painter = self._painter
        pen = QPen(self._theme.color("noneSolid"), 1.6)
        pen.setDashPattern([1.5, 1.4])
        painter.setPen(pen)
        painter.drawEllipse(QPointF(MARGIN + 5, _MIDDLE), 4.5, 4.5)
        pen.setDashPattern([2.6, 2.4])
        painter.setPen(pen)
        painter.drawLine(QLineF(MARGIN + 13, _MIDDLE, self._width - MARGIN, _MIDDLE))

    def _draw_segment(self, course: Course, segment: Segment, is_first: bool) -> None:
        painter, theme = self._painter, self._theme
        left = x_of(course, segment.start, self._width) + (_DOT / 2 + _GAP if is_first else _GAP / 2)
        right = x_of(course, segment.end, self._width) - _GAP / 2
        if right <= left:
            return
        draw_state(painter, theme, segment.state, (left, right), _MIDDLE)

    def _draw_today(self, course: Course, today: date) -> None:
        # Beside the dot of a treatment given today, never through it.
        nearest = MARGIN if course.last is None else MARGIN + _DOT + _TODAY_HALO / 2
        at = round(max(nearest, min(x_of(course, today, self._width), self._width - MARGIN)))
        for width, token in ((_TODAY_HALO, self._ground), (_TODAY, "text")):
            self._painter.fillRect(QRectF(at - width / 2, 0, width, _TODAY_HEIGHT), self._theme.color(token))


def draw_state(
    painter: QPainter, theme: Theme, state: str, ends: tuple[float, float], middle: float, scale: float = 1.0
) -> None:
    """Draw one stretch of a bar from the left to the right of ``ends`` around the height ``middle``.

    ``scale`` makes it as high as the text beside it asks for.
    """
    height = _HEIGHTS[state] * scale
    box = QRectF(ends[0], middle - height / 2, ends[1] - ends[0], height)
    if state == "past":
        painter.setPen(QPen(theme.color("pastSolid"), 1.5))
        painter.setBrush(theme.color("pastBg"))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
        return
    shape = QPainterPath()
    shape.addRoundedRect(box, _RADIUS, _RADIUS)
    painter.fillPath(shape, theme.color("readySolid" if state == "ready" else f"{state}Bg"))
    if state != "ready":
        _draw_hatch(painter, theme.color(f"{state}Solid"), state, box, shape)


def _draw_hatch(painter: QPainter, ink: QColor, state: str, box: QRectF, shape: QPainterPath) -> None:
    """Draw diagonals (wait) or uprights (held) by hand: Qt's own patterns get finer at high pixel ratios."""
    painter.save()
    # Added to the clip of a list, which may end in the middle of a row.
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, 1.15 if state == "wait" else 2.0))
    lean = box.height() if state == "wait" else 0.0
    at = box.left() - lean
    while at < box.right() + lean:
        painter.drawLine(QLineF(at, box.bottom(), at + lean, box.top()))
        at += _HATCH_PERIOD
    painter.restore()
