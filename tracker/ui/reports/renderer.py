"""matplotlib drawn by a QPainter: vectors, clips, hatches and real text, on a page as on a screen; never a bitmap."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, weight_dict
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from tracker.ui.reports.outlines import Clip, hatching, outline
from tracker.ui.reports.typesetting import FINENESS, print_font

_CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "projecting": Qt.PenCapStyle.SquareCap,
}
_JOINS = {
    "miter": Qt.PenJoinStyle.SvgMiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}


_FONT_SIZE = 12
"""All letters of a figure are drawn in this size and scaled to their own."""
_REACH = 100.0
"""Lines are cut off this many px outside the figure: nothing of them could be seen."""


class BitmapRefusedError(RuntimeError):
    """A figure asked for an image or a shaded mesh; a report holds no bitmap."""


class PainterRenderer(RendererBase):
    """Draws on ``painter`` in a space of ``width`` by ``height`` px at ``dpi``, origin at the top left."""

    def __init__(self, painter: QPainter, width: float, height: float, dpi: float) -> None:
        super().__init__()
        self._painter = painter
        self._width = width
        self._height = height
        self._dpi = dpi

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Fill, hatch and stroke ``path``."""
        is_filled = rgbFace is not None or gc.get_hatch() is not None
        reach = None if is_filled else (-_REACH, -_REACH, self._width + _REACH, self._height + _REACH)
        shape = self._shape(path, transform, reach)
        with self._clipped(gc):
            if rgbFace is not None:
                self._painter.fillPath(shape, _fill(gc, rgbFace))
            if gc.get_hatch() is not None:
                self._draw_hatch(gc, shape)
            self._painter.strokePath(shape, self._pen(gc))

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw one marker at each vertex of ``path``."""
        shape = outline(marker_path, marker_trans + Affine2D().scale(1, -1))
        pen = self._pen(gc)
        with self._clipped(gc):
            for vertices, _code in path.iter_segments(trans, simplify=False):
                placed = shape.translated(float(vertices[-2]), self._height - float(vertices[-1]))
                if rgbFace is not None:
                    self._painter.fillPath(placed, _fill(gc, rgbFace))
                self._painter.strokePath(placed, pen)

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Text | None = None,
    ) -> None:
        """Draw one line of text as text, its baseline starting at ``x``, ``y`` (formulas as outlines)."""
        if ismath:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
            return
        with self._clipped(gc):
            scale = self._text_scale(prop)
            self._painter.translate(float(x), float(y))
            self._painter.rotate(-angle)
            self._painter.scale(scale, scale)
            self._painter.setFont(_font(prop))
            self._painter.setPen(QColor.fromRgbF(*gc.get_rgb()))
            self._painter.drawText(QPointF(0, 0), s)

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Raise `BitmapRefusedError`."""
        raise BitmapRefusedError("image")

    def draw_gouraud_triangles(
        self, gc: GraphicsContextBase, triangles_array: Any, colors_array: Any, transform: Transform
    ) -> None:
        """Raise `BitmapRefusedError`."""
        raise BitmapRefusedError("shaded mesh")

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | Literal["TeX"]
    ) -> tuple[float, float, float]:
        """Return advance width, ink height and depth below the baseline, in px, of the very font that draws."""
        if ismath:
            return super().get_text_width_height_descent(s, prop, ismath)
        scale = self._text_scale(prop)
        metrics = QFontMetricsF(_font(prop))
        ink = metrics.tightBoundingRect(s)
        return metrics.horizontalAdvance(s) * scale, ink.height() * scale, max(ink.bottom(), 0.0) * scale

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size in px."""
        return self._width, self._height

    def points_to_pixels(self, points: Any) -> Any:
        """Return ``points`` in px."""
        return points * self._dpi / 72

    def _text_scale(self, prop: FontProperties) -> float:
        return float(self.points_to_pixels(prop.get_size_in_points())) / (_FONT_SIZE * FINENESS)

    def _shape(self, path: Path, transform: Transform, clip: Clip | None = None) -> QPainterPath:
        return outline(path, transform + Affine2D().scale(1, -1).translate(0, self._height), clip)

    def _pen(self, gc: GraphicsContextBase) -> QPen:
        width = float(self.points_to_pixels(gc.get_linewidth()))
        if width <= 0:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(QColor.fromRgbF(*gc.get_rgb()), width)
        pen.setCapStyle(_CAPS[gc.get_capstyle()])
        pen.setJoinStyle(_JOINS[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            pen.setDashPattern(_in_pen_widths(self.points_to_pixels(1) / width, dashes))
            pen.setDashOffset(float(self.points_to_pixels(offset)) / width)
        return pen

    def _draw_hatch(self, gc: GraphicsContextBase, shape: QPainterPath) -> None:
        color = QColor.fromRgbF(*to_rgba(gc.get_hatch_color()))
        strokes = hatching(gc.get_hatch_path(), shape.boundingRect(), self._dpi)
        self._painter.save()
        self._painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        self._painter.setBrush(QBrush(color))
        self._painter.setPen(QPen(color, float(self.points_to_pixels(gc.get_hatch_linewidth()))))
        self._painter.drawPath(strokes)
        self._painter.restore()

    @contextmanager
    def _clipped(self, gc: GraphicsContextBase) -> Iterator[None]:
        self._painter.save()
        try:
            box = gc.get_clip_rectangle()
            if box is not None:
                self._painter.setClipRect(
                    QRectF(box.x0, self._height - box.y1, box.width, box.height), Qt.ClipOperation.IntersectClip
                )
            path, transform = gc.get_clip_path()
            if path is not None and transform is not None:
                # matplotlib's stub names another type; what comes is a plain path.
                self._painter.setClipPath(self._shape(cast(Path, path), transform), Qt.ClipOperation.IntersectClip)
            yield
        finally:
            self._painter.restore()


def paint_figure(figure: Figure, painter: QPainter, target: QRectF) -> None:
    """Draw ``figure`` into ``target``, keeping its own proportions of lines and letters to its width.

    Raise `BitmapRefusedError` where the figure holds an image.
    """
    width, height = figure.bbox.width, figure.bbox.height
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(target.topLeft())
        painter.scale(target.width() / width, target.height() / height)
        figure.draw(PainterRenderer(painter, width, height, figure.dpi))
    finally:
        painter.restore()


def _fill(gc: GraphicsContextBase, face: Any) -> QBrush:
    red, green, blue, alpha = to_rgba(face)
    return QBrush(QColor.fromRgbF(red, green, blue, gc.get_alpha() if gc.get_forced_alpha() else alpha))


def _in_pen_widths(scale: float, dashes: Any) -> Sequence[float]:
    lengths = [float(length) * scale for length in dashes]
    return lengths if len(lengths) % 2 == 0 else lengths * 2


def _font(prop: FontProperties) -> QFont:
    weight = prop.get_weight()
    number = weight_dict[weight] if isinstance(weight, str) else int(weight)
    font = print_font(_FONT_SIZE, number)
    font.setFamilies([*prop.get_family()])
    font.setItalic(prop.get_style() in ("italic", "oblique"))
    return font
