"""The spacing bar: from the last treatment through waiting and holding to the window and past it, with today on it."""

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.course import Course, Segment, course_of
from tracker.core.judgement import Judgement
from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import Theme, active_theme
from tracker.ui.words.spacing_bar import bar_text

_MARGIN, _DOT, _GAP, _RADIUS, _MIDDLE = 4.0, 9.0, 3.0, 2.0, 9.0
_HEIGHTS = {"wait": 8.0, "held": 8.0, "ready": 10.0, "past": 7.0}
_HATCH_PERIOD = 5.0
_TODAY, _TODAY_HALO, _TODAY_HEIGHT = 2.0, 6.0, 18.0
_LABEL_GAP = 8


class SpacingBar(QWidget):
    """Draws a judgement as a bar, 44 px high with dates under it and 18 px without; says the same in words."""

    def __init__(self, parent: QWidget | None = None, *, with_dates: bool = True) -> None:
        super().__init__(parent)
        self._has_dates = with_dates
        self._course: Course | None = None
        self._today: date | None = None
        self._is_new = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def course(self) -> Course | None:
        """Return what is drawn."""
        return self._course

    def show_judgement(self, judgement: Judgement, today: date) -> None:
        """Draw a judgement as it stands on ``today``."""
        self._course, self._today = course_of(judgement, today), today
        self._is_new = judgement.last is None
        self.setAccessibleName(bar_text(judgement, self._course, today))
        self.update()

    def x_of(self, day: date) -> float:
        """Return where a day begins on the bar, in px from the left edge."""
        if self._course is None:
            return 0.0
        share = (day - self._course.start).days / max(1, (self._course.end - self._course.start).days)
        left, right = _MARGIN + _DOT / 2, self.width() - _MARGIN
        return left + share * (right - left)

    def _draw_empty(self, painter: QPainter, theme: Theme) -> None:
        pen = QPen(theme.color("noneSolid"), 1.6)
        pen.setDashPattern([1.5, 1.4])
        painter.setPen(pen)
        painter.drawEllipse(QPointF(_MARGIN + 5, _MIDDLE), 4.5, 4.5)
        pen.setDashPattern([2.6, 2.4])
        painter.setPen(pen)
        painter.drawLine(QLineF(_MARGIN + 13, _MIDDLE, self.width() - _MARGIN, _MIDDLE))
        if self._has_dates and self._is_new:
            font = ui_font(CAPTION)
            painter.setFont(font)
            painter.setPen(theme.color("text2"))
            text = self.tr("The dates appear after the first entry")
            painter.drawText(QPointF(_MARGIN, 24 + QFontMetrics(font).ascent()), text)

    def _draw_segment(self, painter: QPainter, theme: Theme, segment: Segment, is_first: bool) -> None:
        left = self.x_of(segment.start) + (_DOT / 2 + _GAP if is_first else _GAP / 2)
        right = self.x_of(segment.end) - _GAP / 2
        if right <= left:
            return
        height = _HEIGHTS[segment.state]
        box = QRectF(left, _MIDDLE - height / 2, right - left, height)
        if segment.state == "past":
            painter.setPen(QPen(theme.color("pastSolid"), 1.5))
            painter.setBrush(theme.color("pastBg"))
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
            return
        shape = QPainterPath()
        shape.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(shape, theme.color("readySolid" if segment.state == "ready" else f"{segment.state}Bg"))
        if segment.state != "ready":
            self._draw_hatch(painter, theme, segment.state, box, shape)

    def _draw_hatch(self, painter: QPainter, theme: Theme, state: str, box: QRectF, shape: QPainterPath) -> None:
        """Draw diagonals (wait) or uprights (held) by hand: Qt's own patterns get finer at high pixel ratios."""
        painter.save()
        painter.setClipPath(shape)
        painter.setPen(QPen(theme.color(f"{state}Solid"), 1.15 if state == "wait" else 2.0))
        lean = box.height() if state == "wait" else 0.0
        at = box.left() - lean
        while at < box.right() + lean:
            painter.drawLine(QLineF(at, box.bottom(), at + lean, box.top()))
            at += _HATCH_PERIOD
        painter.restore()

    def _draw_today(self, painter: QPainter, theme: Theme, today: date) -> None:
        # Beside the dot of a treatment given today, never through it.
        nearest = _MARGIN if self._course is None or self._course.last is None else _MARGIN + _DOT + _TODAY_HALO / 2
        at = round(max(nearest, min(self.x_of(today), self.width() - _MARGIN)))
        for width, token in ((_TODAY_HALO, "card"), (_TODAY, "text")):
            painter.fillRect(QRectF(at - width / 2, 0, width, _TODAY_HEIGHT), theme.color(token))

    def _draw_dates(self, painter: QPainter, theme: Theme, course: Course) -> None:
        from tracker.ui.words.dates import day_bare

        font = ui_font(CAPTION)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        metrics = QFontMetrics(font)
        # A window that closes while the treatment is held ends before the first day after the hold.
        named = sorted(day for day in (course.last, course.first, course.latest) if day is not None)
        wanted = [(day, day_bare(day)) for day in named]
        widths = [metrics.horizontalAdvance(text) for _day, text in wanted]
        spots = place_labels([self.x_of(day) for day, _text in wanted], widths, self.width() - _MARGIN)
        for (_day, text), spot in zip(wanted, spots, strict=True):
            if spot is not None:
                painter.drawText(QPointF(spot, 24 + metrics.ascent()), text)

    def sizeHint(self) -> QSize:
        return QSize(px(200), 26 + px(18) if self._has_dates else 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = active_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        course, today = self._course, self._today
        if course is None or today is None:
            self._draw_empty(painter, theme)
            return
        for place, segment in enumerate(course.segments):
            self._draw_segment(painter, theme, segment, place == 0 and course.last is not None)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("treat"))
        if course.last is not None:
            painter.drawEllipse(QPointF(_MARGIN + _DOT / 2, _MIDDLE), _DOT / 2, _DOT / 2)
        self._draw_today(painter, theme, today)
        if self._has_dates:
            self._draw_dates(painter, theme, course)


def place_labels(centres: list[float], widths: list[int], right: float) -> list[float | None]:
    """Return the left edges of labels centred on points, moved apart; a middle one that finds no room is left out."""
    spots: list[float | None] = [
        min(max(centre - width / 2, _MARGIN), right - width) for centre, width in zip(centres, widths, strict=True)
    ]
    for place in range(len(spots) - 1, 0, -1):
        after, before = spots[place], spots[place - 1]
        if after is None or before is None:
            continue
        room = after - _LABEL_GAP - widths[place - 1]
        if before > room:
            spots[place - 1] = room
    for place in range(len(spots)):
        spot = spots[place]
        if spot is not None and spot < _MARGIN:
            spots[place] = _MARGIN if place == 0 else None
    first, second = (spots[0], spots[1]) if len(spots) > 1 else (None, None)
    if first is not None and second is not None and first + widths[0] + _LABEL_GAP > second:
        spots[1 if len(spots) > 2 else 0] = None
    return spots
