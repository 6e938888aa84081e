"""Where the drawing lies on a paint device, and which spot of it lies under a point there."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

WIDTH, HEIGHT = 400.0, 520.0
SHOWN = QRectF(46, 20, 308, 472)
"""What of the drawing is never cut off: ears, hair and all sites. Shoulders and neck run on to the edges."""

_BED = QRectF(0, 0, WIDTH, HEIGHT)


@dataclass(frozen=True, slots=True)
class FacePlace:
    """The drawing at ``scale`` device units per unit, its corner at ``left``, ``top``; ``mirrored`` swaps its sides."""

    scale: float
    left: float
    top: float
    mirrored: bool = False

    def at(self, x: float, y: float) -> QPointF:
        """Return where a spot of the drawing lies on the device."""
        return QPointF(self.left + (WIDTH - x if self.mirrored else x) * self.scale, self.top + y * self.scale)

    def spot(self, point: QPointF) -> tuple[float, float]:
        """Return which spot of the drawing lies at ``point`` of the device."""
        x, y = (point.x() - self.left) / self.scale, (point.y() - self.top) / self.scale
        return (WIDTH - x if self.mirrored else x), y


def place_in(rect: QRectF, mirrored: bool = False) -> FacePlace:
    """Return the place at which the face is as large as ``rect`` allows, in its middle."""
    scale = min(rect.width() / SHOWN.width(), rect.height() / SHOWN.height())
    left = rect.center().x() - scale * WIDTH / 2
    spare = rect.height() - scale * SHOWN.height()
    return FacePlace(scale, left, rect.top() + spare / 2 - scale * SHOWN.top(), mirrored)
