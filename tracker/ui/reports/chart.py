"""The chart of the report: the timeline painted as vectors. matplotlib is imported only when there is one to draw."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.charts.library import load_matplotlib
from tracker.charts.view import DEFAULT_SHOWN, ChartView
from tracker.core.records import Kind
from tracker.paths import resource_folder
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.sheet import Mark
from tracker.ui.words.reports import no_ratings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from tracker.charts.timeline import TimelineChart

_DPI = 96
_SOME_HEIGHT = 300.0
_NOTES = frozenset([Kind.OTHER_EVENT.value])


def chart(contents: ReportContents, area: QRectF) -> Mark:
    """Return the chart of the report's period in ``area``; it is made when it is first painted."""

    @cache
    def figure() -> "Figure":
        return _drawn(contents, area.width(), area.height(), contents.options.guides | _NOTES).figure

    def draw(painter: QPainter) -> None:
        drawn = figure()
        from tracker.ui.reports.renderer import paint_figure

        paint_figure(drawn, painter, area)

    return draw


def chart_room(contents: ReportContents, width: float) -> float:
    """Return how many px higher a chart ``width`` px wide has to be for guides and notes to take none of its scores'
    room."""
    added = contents.options.guides | (_NOTES if contents.timeline.noted else frozenset[str]())
    return _below_scores(contents, width, added) - _below_scores(contents, width, frozenset()) if added else 0.0


def _below_scores(contents: ReportContents, width: float, shown: frozenset[str]) -> float:
    """Return the px that lanes, time axis and key take, notes and guides only those that are ``shown``."""
    layout = _drawn(contents, width, _SOME_HEIGHT, shown).layout
    return 0.0 if layout is None else layout.plot_bottom


def _drawn(contents: ReportContents, width: float, height: float, shown: frozenset[str]) -> "TimelineChart":
    """Return the chart with what it has at first, of notes and guides only those that are ``shown``."""
    load_matplotlib()
    from matplotlib.figure import Figure

    from tracker.charts.fonts import register_fonts
    from tracker.charts.ranges import paper_range
    from tracker.charts.style import ChartStyle
    from tracker.charts.timeline import draw_timeline
    from tracker.ui.words.charts import chart_words

    register_fonts(resource_folder() / "fonts")
    options = contents.options
    end = contents.end if contents.end < contents.printed_on else None
    days = paper_range(contents.timeline, options.start, end)
    made = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    # The screen's empty chart says what to do first; a page says what there is.
    said = replace(chart_words(contents.catalog), empty_title=no_ratings(), empty_lines=("", ""))
    view = ChartView(*days, DEFAULT_SHOWN - _NOTES | shown, options.trend_span)
    return draw_timeline(made, contents.timeline, ChartStyle.paper(options.greyscale), said, view)
