"""A chart as a file of its own: on white, in colour, with its key, the same bytes for the same data."""

from io import BytesIO
from typing import Any, BinaryIO

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from tracker.charts.layout import DPI
from tracker.charts.style import FONT, ChartStyle
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.timeline import Timeline

WIDTH_PX, HEIGHT_PX = 960, 400
EDGE_PX = 16
PNG_SCALE = 2
_MAKER = "Skinterval"
# An SVG names the typeface; a program that does not have it takes one that comes near.
_SVG_FAMILIES = (f"'{FONT}'".encode(), f"'{FONT}', Inter, sans-serif".encode())
# No date and no random id: the same data give the same file.
_METADATA: dict[str, dict[str, str | None]] = {
    "png": {"Software": _MAKER},
    "svg": {"Creator": _MAKER, "Date": None},
    "pdf": {"Creator": _MAKER, "Producer": _MAKER, "CreationDate": None},
}


def write_picture(file: BinaryIO, ending: str, timeline: Timeline, words: ChartWords, view: ChartView) -> None:
    """Write the chart to ``file`` as ``png`` (twice the size in pixels), ``svg`` or ``pdf``, text as text."""
    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI)
    chart = TimelineChart(figure, ChartStyle.paper(), words)
    chart.show(timeline, view)
    if chart.layout is not None:
        figure.set_size_inches(WIDTH_PX / DPI, (HEIGHT_PX + chart.layout.key_height) / DPI)
        chart.show(timeline, view)
    write_figure(file, ending, figure)


def write_figure(file: BinaryIO, ending: str, figure: Figure, below: float = 0) -> None:
    """Write ``figure``, with an edge around it and ``below`` px of room under it, to ``file`` as `write_picture` does.

    The same drawing gives the same bytes.
    """
    text_as_text: Any = {"svg.fonttype": "none", "svg.hashsalt": _MAKER, "pdf.fonttype": 42}
    drawn = BytesIO()
    with mpl.rc_context({**text_as_text, "text.hinting": "no_hinting"}):
        figure.savefig(
            drawn, format=ending, dpi=DPI * PNG_SCALE, metadata=_METADATA[ending], bbox_inches=_with_edge(figure, below)
        )
    content = drawn.getvalue()
    file.write(content.replace(*_SVG_FAMILIES) if ending == "svg" else content)


def _with_edge(figure: Figure, below: float) -> Bbox:
    width, height = figure.get_size_inches()
    edge = EDGE_PX / DPI
    return Bbox.from_extents(-edge, -edge - below / DPI, width + edge, height + edge)
