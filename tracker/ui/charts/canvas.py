"""The surface on which the chart of scores and treatments is drawn. Importing this module imports matplotlib."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from tracker.charts.hits import HitMap, Stop
from tracker.charts.layout import Layout
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.timeline import Timeline
from tracker.ui.charts.figure_canvas import FigureCanvas
from tracker.ui.scale import text_scale


class ChartCanvas(FigureCanvas):
    """Shows one chart for life."""

    def __init__(self, tokens: Mapping[str, str], words: ChartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = TimelineChart(self.figure, ChartStyle.screen(tokens, text_scale()), words)
        self._shown: tuple[Timeline, ChartView] | None = None

    def show_view(self, timeline: Timeline, view: ChartView) -> None:
        """Draw ``timeline`` in ``view`` soon; until then the former picture stays."""
        self._shown = (timeline, view)
        self.redraw_soon()

    def restyle(self, tokens: Mapping[str, str]) -> None:
        """Draw in other colours soon."""
        self.chart.restyle(ChartStyle.screen(tokens, text_scale()))
        self.redraw_soon()

    @property
    def hits(self) -> HitMap:
        """Return what can be pointed at, in px of this widget."""
        return self.chart.hits

    @property
    def layout_px(self) -> Layout | None:
        """Return where the plot stands, None before the first drawing."""
        return self.chart.layout

    def point_at(self, stop: Stop | None) -> None:
        """Ring an entry's marks, or nothing, over the kept picture."""
        if self.is_up_to_date:
            self.draw_over(self.chart.point_at(stop))

    def fill_figure(self) -> bool:
        if self._shown is not None:
            self.chart.show(*self._shown)
        return self._shown is not None
