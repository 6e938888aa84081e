"""The points on a face: filled with their units, a ring that waits for units, or a small dot at a bare site."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from tracker.ui.face.inks import FaceInks
from tracker.ui.fonts import FAMILY

RADIUS = 9.2
"""Of a circle with units, in units of the drawing; the closest two sites are 25 apart."""
RING = 13.5
_DOT, _LINE, _RIM = 4.2, 1.5, 1.2
_FEW_DIGITS, _MANY_DIGITS, _BESIDE = 11, 9, 3.0


class MarkKind(Enum):
    """How a point is drawn."""

    GIVEN = "given"
    """Units were given here: a filled circle with their number, wider for a long one."""
    WAITING = "waiting"
    """Chosen, and still without units: a ring of the same size."""
    BARE = "bare"
    """A site at which nothing was given: a small hollow dot."""


@dataclass(frozen=True, slots=True)
class PointMark:
    """One point in units of the drawing; ``units`` is the number as people read it."""

    x: float
    y: float
    units: str = ""
    kind: MarkKind = MarkKind.BARE


def paint_mark(painter: QPainter, mark: PointMark, at: QPointF, inks: FaceInks) -> None:
    """Paint ``mark`` at ``at``, in the units of the drawing."""
    is_dot = mark.kind is MarkKind.BARE
    if mark.kind is MarkKind.GIVEN:
        painter.setPen(QPen(QColor(inks.skin), _RIM))
        painter.setBrush(QColor(inks.mark))
    else:
        ink = inks.hollow_line if is_dot else inks.mark
        painter.setPen(QPen(QColor(ink), _LINE))
        painter.setBrush(QColor(inks.hollow))
    height = _DOT if is_dot else RADIUS
    across = max(height, _across(mark.units))
    painter.drawRoundedRect(QRectF(at.x() - across, at.y() - height, 2 * across, 2 * height), height, height)
    if mark.units:
        _paint_units(painter, mark.units, at, QColor(inks.on_mark))


def paint_ring(painter: QPainter, at: QPointF, inks: FaceInks) -> None:
    """Paint the ring around the point that is selected."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(inks.selected), 2))
    painter.drawEllipse(at, RING, RING)


def _paint_units(painter: QPainter, units: str, at: QPointF, ink: QColor) -> None:
    painter.setPen(ink)
    painter.setFont(_font_for(units))
    box = QRectF(at.x() - 4 * RADIUS, at.y() - RADIUS, 8 * RADIUS, 2 * RADIUS)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, units)


def _font_for(units: str) -> QFont:
    """Return the font of a number, in units of the drawing.

    Tabular figures of the program's own font are wider, and cannot be read back from a PDF.
    """
    font = QFont(FAMILY)
    font.setFeature(QFont.Tag("tnum"), 0)
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(_FEW_DIGITS if len(units) <= 2 else _MANY_DIGITS)
    return font


def _across(units: str) -> float:
    """Return half of the width that a number asks for."""
    return QFontMetricsF(_font_for(units)).horizontalAdvance(units) / 2 + _BESIDE if len(units) > 2 else 0.0
