"""Draws the face with its points on any paint device: screen, printer or PDF, sharp at every scale."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from tracker.ui.face.artwork import Shape, shapes
from tracker.ui.face.inks import FaceInks
from tracker.ui.face.marks import MarkKind, PointMark, paint_mark, paint_ring
from tracker.ui.face.place import WIDTH, FacePlace, place_in
from tracker.ui.fonts import FAMILY

WORDS_SIZE, _EDGE = 12, 6.0
_ORDER = {MarkKind.BARE: 0, MarkKind.WAITING: 1, MarkKind.GIVEN: 2}


class FaceDrawing:
    """The face in ``inks``. ``mirrored`` shows it as a mirror does: the patient's right on the viewer's right.

    ``words`` is the size of the words for the sides in units of the device; 0 leaves them out.
    """

    def __init__(
        self, inks: FaceInks, *, mirrored: bool = False, shows_areas: bool = True, words: int = WORDS_SIZE
    ) -> None:
        self._words = words
        self._inks = inks
        self._is_mirrored = mirrored
        self._shows_areas = shows_areas

    def place(self, rect: QRectF) -> FacePlace:
        """Return where the drawing lies in ``rect``: what hit-testing uses."""
        return place_in(rect, self._is_mirrored)

    def paint(
        self, painter: QPainter, rect: QRectF, marks: Sequence[PointMark] = (), selected: PointMark | None = None
    ) -> None:
        """Paint bed, face, the words for the sides and ``marks`` into ``rect``; nothing is painted outside it."""
        place = self.place(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.fillRect(rect, QColor(self._inks.bed))
        painter.save()
        painter.translate(place.left, place.top)
        painter.scale(place.scale, place.scale)
        self._paint_face(painter)
        painter.restore()
        if self._words:
            self._paint_sides(painter, rect)
        painter.translate(place.left, place.top)
        painter.scale(place.scale, place.scale)
        self._paint_marks(painter, marks, selected)
        painter.restore()

    def _paint_face(self, painter: QPainter) -> None:
        painter.save()
        if self._is_mirrored:
            painter.translate(WIDTH, 0)
            painter.scale(-1, 1)
        for shape in shapes():
            if self._shows_areas or not shape.is_area:
                self._paint_shape(painter, shape)
        painter.restore()

    def _paint_shape(self, painter: QPainter, shape: Shape) -> None:
        if shape.fill:
            painter.fillPath(shape.path, QColor(self._inks.named(shape.fill)))
        if shape.stroke:
            pen = QPen(QColor(self._inks.named(shape.stroke)), shape.width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(shape.path, pen)

    def _paint_sides(self, painter: QPainter, box: QRectF) -> None:
        """Write whose side lies left and right, as large at every scale of the face."""
        words = side_words(self._is_mirrored)
        font = QFont(FAMILY)
        font.setPixelSize(self._words)
        painter.setFont(font)
        painter.setPen(QColor(self._inks.text))
        inner = box.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        # The sides of a face do not turn with the direction in which a language is written.
        absolute = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | absolute, words[0])
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | absolute, words[1])

    def _paint_marks(self, painter: QPainter, marks: Sequence[PointMark], selected: PointMark | None) -> None:
        for mark in sorted(marks, key=lambda mark: _ORDER[mark.kind]):
            paint_mark(painter, mark, self._spot(mark), self._inks)
        if selected is not None:
            paint_ring(painter, self._spot(selected), self._inks)

    def _spot(self, mark: PointMark) -> QPointF:
        return QPointF(WIDTH - mark.x if self._is_mirrored else mark.x, mark.y)


def side_words(mirrored: bool) -> tuple[str, str]:
    """Return what stands at the left and at the right of the drawing."""
    right = QCoreApplication.translate("Face", "Patient’s right")
    left = QCoreApplication.translate("Face", "Patient’s left")
    return (left, right) if mirrored else (right, left)
