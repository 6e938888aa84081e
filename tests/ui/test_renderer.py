"""The renderer draws a figure as matplotlib's own raster renderer does, but in vectors, and refuses bitmaps."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, Rectangle
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tracker.charts.fonts import register_fonts
from tracker.paths import resource_folder
from tracker.ui.fonts import load_fonts
from tracker.ui.reports.renderer import BitmapRefusedError, PainterRenderer, paint_figure

WIDTH, HEIGHT = 400, 300


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """Make the typeface known to Qt and to matplotlib."""
    load_fonts()
    register_fonts(resource_folder() / "fonts")


def figure() -> tuple[Figure, Any]:
    """Return an empty figure and axes without frame that fill it, 0 to 10 both ways."""
    made = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    axes = made.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    return made, axes


def painted(made: Figure) -> np.ndarray[Any, Any]:
    """Return the figure painted by our renderer, as red, green, blue."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    try:
        paint_figure(made, painter, QRectF(0, 0, WIDTH, HEIGHT))
    finally:
        painter.end()
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(HEIGHT, image.bytesPerLine())
    return rows[:, : WIDTH * 3].reshape(HEIGHT, WIDTH, 3).astype(int)


def by_agg(made: Figure) -> np.ndarray[Any, Any]:
    """Return the figure drawn by matplotlib's raster renderer, as red, green, blue."""
    canvas = FigureCanvasAgg(made)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)


def as_pdf(made: Figure) -> bytes:
    """Return the figure painted on a page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(writer.resolution() / 96, writer.resolution() / 96)
    paint_figure(made, painter, QRectF(20, 20, WIDTH, HEIGHT))
    painter.end()
    return bytes(data.data())


def lines(axes: Any) -> None:
    axes.plot([1, 5, 9], [1, 9, 1], color="#204080", lw=3)
    axes.plot([1, 9], [5, 5], color="#a03020", lw=4, ls=(0, (4, 2)), dash_capstyle="butt")


def lines_out_of_the_axes(axes: Any) -> None:
    axes.plot([-50, 5, 60], [-80, 5, 90], color="k", lw=2)


def filled_and_see_through(axes: Any) -> None:
    axes.add_patch(Rectangle((1, 1), 5, 5, fc="#3060c0", ec="none"))
    axes.add_patch(Rectangle((3, 3), 6, 6, fc="#c06030", ec="k", lw=2, alpha=0.5))


def round_and_clipped(axes: Any) -> None:
    (line,) = axes.plot([0, 10], [5, 5], color="#306030", lw=90)
    line.set_clip_path(Circle((5, 5), 2.5, transform=axes.transData))


def hatched(axes: Any) -> None:
    axes.add_patch(Rectangle((1, 1), 8, 3, fc="#dddddd", ec="k", hatch="////", lw=0.5))
    axes.add_patch(Rectangle((1, 6), 8, 3, fc="#eeeeee", ec="k", hatch="....", lw=0.5))


def marks(axes: Any) -> None:
    axes.plot(range(1, 10), range(1, 10), ls="", marker="o", ms=9, mfc="#0072b2", mec="w")
    axes.plot(range(1, 10), range(9, 0, -1), ls="", marker="D", ms=8, mfc="none", mec="#d55e00", mew=1.5)
    axes.scatter([2, 5, 8], [5, 2, 5], s=[30, 90, 200], c=["#aa0000", "#00aa00", "#0000aa"], marker="v")


def words(axes: Any) -> None:
    font = {"family": "Inter App"}
    axes.text(5, 8, "In the middle", ha="center", va="center", fontsize=18, **font)
    axes.text(9.5, 1, "Ends right", ha="right", fontsize=12, fontweight=600, color="#103070", **font)
    axes.text(1, 3, "Turned", rotation=45, fontsize=14, **font)
    axes.text(5, 5, "two\nlines", ha="center", va="top", fontsize=12, **font)


@pytest.mark.parametrize(
    "draw", [lines, lines_out_of_the_axes, filled_and_see_through, round_and_clipped, hatched, marks, words]
)
def test_a_figure_looks_as_matplotlib_itself_draws_it(draw: Callable[[Any], None]) -> None:
    made, axes = figure()
    draw(axes)
    ours, theirs = painted(made), by_agg(made)
    assert ours.min() < 200, "nothing was drawn"
    blocks = (HEIGHT // 10, 10, WIDTH // 10, 10, 3)
    difference = np.abs(ours.reshape(blocks).mean((1, 3)) - theirs.reshape(blocks).mean((1, 3)))
    assert difference.mean() < 4
    assert difference.max() < 40


def test_what_lies_outside_of_a_clip_is_not_drawn() -> None:
    made, axes = figure()
    round_and_clipped(axes)
    ours = painted(made)
    assert (ours[HEIGHT // 2, WIDTH // 2] < 255).any()
    assert (ours[HEIGHT // 2, 10] == 255).all()


def test_a_line_of_no_width_is_not_drawn() -> None:
    made, axes = figure()
    axes.plot([0, 10], [0, 10], lw=0, color="k")
    assert painted(made).min() == 255


def test_the_page_holds_paths_and_text_but_no_bitmap() -> None:
    made, axes = figure()
    for draw in (lines, filled_and_see_through, hatched, marks, words):
        draw(axes)
    with pypdfium2.PdfDocument(as_pdf(made)) as document:
        kinds = {item.type for item in document[0].get_objects(max_depth=15)}
        text = document[0].get_textpage().get_text_range()
    assert kinds <= {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM}
    assert "In the middle" in text
    assert "Turned" in text


def test_hatches_are_strokes_and_no_pattern() -> None:
    made, axes = figure()
    hatched(axes)
    assert b"/PatternType 1" not in as_pdf(made)


def test_a_figure_with_an_image_is_refused() -> None:
    made, axes = figure()
    axes.imshow(np.eye(3))
    with pytest.raises(BitmapRefusedError):
        painted(made)


def test_a_shaded_mesh_is_refused() -> None:
    made, axes = figure()
    axes.tripcolor([0, 1, 0], [0, 0, 1], [1.0, 2.0, 3.0], shading="gouraud")
    with pytest.raises(BitmapRefusedError):
        painted(made)


def test_a_refused_figure_leaves_the_painter_as_it_was() -> None:
    made, axes = figure()
    axes.imshow(np.eye(3))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    with pytest.raises(BitmapRefusedError):
        paint_figure(made, painter, QRectF(50, 50, WIDTH, HEIGHT))
    assert painter.transform().isIdentity()
    painter.end()


def test_measured_text_is_as_wide_as_it_is_drawn() -> None:
    made, axes = figure()
    axes.text(0, 5, "HHHHHHHHHH", fontsize=24, family="Inter App")
    image = QImage(1, 1, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    renderer = PainterRenderer(painter, WIDTH, HEIGHT, 100)
    font = FontProperties(family=["Inter App"], size=24)
    width, height, depth = renderer.get_text_width_height_descent("HHHHHHHHHH", font, False)
    painter.end()
    inked = np.flatnonzero((painted(made) < 128).any((0, 2)))
    assert width == pytest.approx(inked[-1] - inked[0], abs=8)
    assert height == pytest.approx(24 * 100 / 72 * 0.73, abs=1)
    assert depth == pytest.approx(0, abs=0.5)


def test_a_formula_is_drawn_as_outlines() -> None:
    made, axes = figure()
    axes.text(5, 5, r"$x^2$", fontsize=30)
    assert painted(made).min() < 128


def test_text_above_the_heaviest_weight_stays_at_it(caplog: pytest.LogCaptureFixture) -> None:
    made, axes = figure()
    axes.text(1, 5, "Weight", fontsize=40, fontweight="bold", family="Inter App")
    bold = painted(made)
    made, axes = figure()
    axes.text(1, 5, "Weight", fontsize=40, fontweight=600, family="Inter App")
    assert (bold == painted(made)).all()
    caplog.clear()  # matplotlib says that it took the heaviest weight there is
