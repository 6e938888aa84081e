"""The chart of the report: the timeline painted as vectors. matplotlib is imported only when there is one to draw."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.ui.reports.contents import ReportContents

DrawChart = Callable[[QPainter, QRectF], None]
_DPI = 96


def chart_of(contents: ReportContents, width: float, height: float) -> DrawChart:
    """Return how to paint the chart of the report's period, drawn once for ``width`` by ``height`` px."""
    from matplotlib.figure import Figure

    from tracker.charts.ranges import paper_range
    from tracker.charts.style import ChartStyle
    from tracker.charts.timeline import draw_timeline
    from tracker.charts.view import ChartView
    from tracker.ui.reports.renderer import paint_figure
    from tracker.ui.words.charts import chart_words

    end = contents.end if contents.end < contents.printed_on else None
    view = ChartView(*paper_range(contents.timeline, contents.options.start, end))
    style = ChartStyle.paper(contents.options.greyscale)
    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    draw_timeline(figure, contents.timeline, style, chart_words(contents.catalog), view)
    return lambda painter, area: paint_figure(figure, painter, area)
