"""The chart of the report: the timeline painted as vectors. matplotlib is imported only when there is one to draw."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.charts.library import load_matplotlib
from tracker.paths import resource_folder
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.sheet import Mark
from tracker.ui.words.reports import no_ratings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DPI = 96


def chart(contents: ReportContents, area: QRectF) -> Mark:
    """Return the chart of the report's period in ``area``; it is made when it is first painted."""

    @cache
    def figure() -> "Figure":
        return _figure(contents, area.width(), area.height())

    def draw(painter: QPainter) -> None:
        drawn = figure()
        from tracker.ui.reports.renderer import paint_figure

        paint_figure(drawn, painter, area)

    return draw


def _figure(contents: ReportContents, width: float, height: float) -> "Figure":
    load_matplotlib()
    from matplotlib.figure import Figure

    from tracker.charts.fonts import register_fonts
    from tracker.charts.ranges import paper_range
    from tracker.charts.style import ChartStyle
    from tracker.charts.timeline import draw_timeline
    from tracker.charts.view import ChartView
    from tracker.ui.words.charts import chart_words

    register_fonts(resource_folder() / "fonts")
    end = contents.end if contents.end < contents.printed_on else None
    view = ChartView(*paper_range(contents.timeline, contents.options.start, end))
    style = ChartStyle.paper(contents.options.greyscale)
    made = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    # The screen's empty chart says what to do first; a page says what there is.
    said = replace(chart_words(contents.catalog), empty_title=no_ratings(), empty_lines=("", ""))
    draw_timeline(made, contents.timeline, style, said, view)
    return made
