"""The last botox on the face: units at their sites in a frame, with sides, day, product and lot under it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from tracker.core.catalog import Catalog
from tracker.ui.face.drawing import FaceDrawing, side_words
from tracker.ui.face.inks import PAPER_INKS
from tracker.ui.face.marks import MarkKind, PointMark
from tracker.ui.face.place import SHOWN
from tracker.ui.face_map.marks import face_marks
from tracker.ui.reports.period_facts import FaceMapFact
from tracker.ui.reports.sheet import HAIRLINE, META, SECTION, SOFT, Mark, Placed, text
from tracker.ui.reports.typesetting import Face
from tracker.ui.words import reports as words

_SIDES = Face(8, 10, color=SOFT)
_HEAD, _ROUND, _AROUND = 32.0, 6.0, 18.0
_SIDE_LINE = 12.0
"""Height of the line of the sides under the frame; inside it they would touch hair or shoulders."""
_USUAL = (104.0, 380.0)
"""What of the drawing is shown from top to bottom at least: brows to mouth."""


def face_map(fact: FaceMapFact, catalog: Catalog, area: QRectF) -> Placed:
    """Return heading, face, sides and lines at the left and upper edge of ``area``, whose size is that of the face."""
    frame = area.translated(0, _HEAD).adjusted(0, 0, 0, -_SIDE_LINE)
    marks = list(face_marks(fact.treatment, catalog.sites).values())
    placed: list[Mark] = [
        text(words.face_map_heading(fact), SECTION, area.left(), area.top() + 22)[0],
        *framed_face(frame, marks),
    ]
    baseline = frame.bottom() + _SIDE_LINE
    for line in words.face_map_lines(fact, catalog):
        mark, baseline = text(line, META, area.left(), baseline + META.pitch, area.width())
        placed.append(mark)
    return placed, baseline


def framed_face(frame: QRectF, marks: list[PointMark], *, whole: bool = False) -> list[Mark]:
    """Return the face in a frame with its sides under it: the ``whole`` of it, or where it is usually treated."""
    return [lambda painter: _draw(painter, frame, marks, whole=whole), *_sides(frame)]


def _draw(painter: QPainter, frame: QRectF, marks: list[PointMark], *, whole: bool) -> None:
    edge = QPainterPath()
    edge.addRoundedRect(frame, _ROUND, _ROUND)
    painter.save()
    painter.setClipPath(edge)
    FaceDrawing(PAPER_INKS, words=0).paint(painter, frame if whole else whole_face(frame, marks), marks)
    painter.restore()
    painter.save()
    painter.setPen(QColor(HAIRLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)
    painter.restore()


def whole_face(frame: QRectF, marks: Iterable[PointMark]) -> QRectF:
    """Return where the whole drawing lies so that the usual part and all units are in the frame, as large as can be."""
    given = [mark.y for mark in marks if mark.kind is MarkKind.GIVEN]
    top = min([_USUAL[0], *(y - _AROUND for y in given)])
    bottom = max([_USUAL[1], *(y + _AROUND for y in given)])
    scale = min(frame.width() / SHOWN.width(), frame.height() / (bottom - top))
    above = top - (frame.height() / scale - (bottom - top)) / 2
    y = frame.top() - (above - SHOWN.top()) * scale
    return QRectF(frame.left(), y, frame.width(), SHOWN.height() * scale)


def _sides(frame: QRectF) -> list[Mark]:
    right, left = side_words(False)
    baseline = frame.bottom() + 10
    return [
        text(right, _SIDES, frame.left(), baseline)[0],
        text(left, _SIDES, frame.right(), baseline, ends_right=True)[0],
    ]
