"""Texts of the figure: placed by px from a point of the data, in the chart's typeface, never read as formulas."""

from typing import Literal

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Transform, offset_copy

from tracker.charts.fonts import PT, REGULAR, font_of

Side = Literal["left", "center", "right"]
Height = Literal["baseline", "center"]


def offset(place: Transform, figure: Figure, across: float = 0, up: float = 0) -> Transform:
    """Return ``place`` moved by px at 96 dpi."""
    return offset_copy(place, figure, x=across * PT, y=up * PT, units="points")


def letter(
    figure: Figure,
    text: str,
    place: Transform,
    size: float,
    *,
    at: tuple[float, float] = (0, 0),
    weight: int = REGULAR,
    side: Side = "left",
    height: Height = "baseline",
) -> Text:
    """Write ``text`` at ``size`` px on ``figure``, at a point of ``place``."""
    return figure.text(
        *at, text, transform=place, ha=side, va=height, fontproperties=font_of(size, weight), parse_math=False
    )
