"""A score before and after on a track from 0 to 10: two marks in the shape of the score and a line between them."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.core.progress.ratings import WRINKLES
from tracker.ui.scale import px
from tracker.ui.theme import active_theme

INKS = {"texture": "texture", "wrinkles": "wrinkle"}
"""The token of each score."""
_HIGHEST = 10
_BEFORE, _AFTER = 8.0, 11.0
_EDGE, _STRONG_EDGE, _LINE = 1.7, 2.2, 2.0


@dataclass(frozen=True, slots=True)
class Pair:
    """What is drawn: a score's points before and after; ``is_hollow`` leaves the end open."""

    score: str
    before: float
    after: float
    is_hollow: bool


def draw_dumbbell(painter: QPainter, track: QRectF, pair: Pair) -> None:
    """Draw the track over the width of ``track`` and the marks on its middle; without a change there is one mark."""
    theme, reach = active_theme(), px(_AFTER)
    ink, middle = theme.color(INKS[pair.score]), track.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line"), px(_LINE)))
    painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
    start, end = (
        QPointF(track.left() + reach / 2 + (track.width() - reach) * points / _HIGHEST, middle)
        for points in (pair.before, pair.after)
    )
    is_square, ground = pair.score == WRINKLES, theme.color("card")
    if pair.before != pair.after:
        painter.setPen(QPen(ink, px(_LINE)))
        painter.drawLine(start, end)
        _draw_mark(painter, start, px(_BEFORE), QPen(ink, _EDGE), ground, is_square)
    edge, filling = (_STRONG_EDGE, ground) if pair.is_hollow else (_EDGE, ink)
    _draw_mark(painter, end, reach, QPen(ink, edge), filling, is_square)
    painter.restore()


def _draw_mark(painter: QPainter, at: QPointF, size: float, pen: QPen, filling: QColor, is_square: bool) -> None:
    half = (size - pen.widthF()) / 2
    box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(filling)
    if is_square:
        painter.drawRect(box)
    else:
        painter.drawEllipse(box)
