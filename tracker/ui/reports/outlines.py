"""Paths of matplotlib as paths of a QPainter, and hatches as the strokes that they are made of."""

from itertools import pairwise
from math import ceil, floor

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

Clip = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_NEARLY = 1e-6


def outline(path: Path, transform: Transform, clip: Clip | None = None) -> QPainterPath:
    """Return ``path`` after ``transform``; an open line is cut off outside ``clip`` where one is given."""
    drawn = QPainterPath()
    for flat, code in path.iter_segments(transform, clip=clip, simplify=False):
        points = [QPointF(x, y) for x, y in np.reshape(flat, (-1, 2)).tolist()]
        if code == Path.MOVETO:
            drawn.moveTo(*points)
        elif code == Path.LINETO:
            drawn.lineTo(*points)
        elif code == Path.CURVE3:
            drawn.quadTo(*points)
        elif code == Path.CURVE4:
            drawn.cubicTo(*points)
        elif code == Path.CLOSEPOLY:
            drawn.closeSubpath()
    return drawn


def hatching(tile: Path, box: QRectF, size: float) -> QPainterPath:
    """Return the pieces of a hatch ``tile`` (unit square) repeated every ``size`` px that can touch ``box``."""
    strokes = QPainterPath()
    upright = Affine2D().scale(size, -size).translate(0, size)
    # What reaches over the tile's edge comes again with the next tile, and must not be drawn twice.
    pieces = [outline(piece, upright, (0, 0, size, size)) for piece in _pieces(tile)]
    pieces = [piece for piece in pieces if _lies_in(piece.boundingRect().center(), size)]
    for column in range(floor(box.left() / size) - 1, ceil(box.right() / size) + 1):
        for row in range(floor(box.top() / size) - 1, ceil(box.bottom() / size) + 1):
            for piece in pieces:
                placed = piece.translated(column * size, row * size)
                if placed.controlPointRect().adjusted(-1, -1, 1, 1).intersects(box):
                    strokes.addPath(placed)
    return strokes


def _pieces(path: Path) -> list[Path]:
    vertices, codes = np.asarray(path.vertices), np.asarray(path.codes)
    starts = [*np.flatnonzero(codes == Path.MOVETO), len(codes)]
    return [Path(vertices[a:b], codes[a:b]) for a, b in pairwise(starts)]


def _lies_in(middle: QPointF, size: float) -> bool:
    return -_NEARLY <= middle.x() < size - _NEARLY and -_NEARLY <= middle.y() < size - _NEARLY
