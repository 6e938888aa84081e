"""What is drawn under the ratings of a series where it is asked for: the trend, and the baseline."""

from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from tracker.charts.fonts import PT
from tracker.charts.inks import Inks
from tracker.charts.points import SeriesPoints
from tracker.charts.style import ChartStyle, SeriesLook
from tracker.charts.trend import trend_of

TREND_PX, BASELINE_PX = 1.0, 1.0
_LAYER = 2
"""Under every rating and every line between ratings, whatever the series."""
_DOT_PX, _DOTS_APART_PX = 2, 6


class GuideLines:
    """The two lines of one series, kept for the chart's life; both follow the ink of the series."""

    def __init__(self, axes: Axes, style: ChartStyle, look: SeriesLook) -> None:
        self.inks = Inks()
        self.trend, self.baseline = trend_line(look), baseline_line(look)
        self.baseline.set_transform(axes.get_yaxis_transform())
        for line in (self.trend, self.baseline):
            line.set_zorder(_LAYER)
            axes.add_line(line)
            self.inks.add(line.set_color, look.ink)
        self.inks.apply(style)
        self._smoothed: tuple[SeriesPoints, float] | None = None

    def show_trend(self, points: SeriesPoints | None, span: float) -> None:
        """Draw the trend of ``points``, none where they are None. It is worked out once for points and span."""
        self.trend.set_visible(points is not None)
        if points is None or self._smoothed == (points, span):
            return
        self._smoothed = points, span
        self.trend.set_data(*trend_of(points, span))

    def show_baseline(self, height: Decimal | None) -> None:
        """Draw the baseline across the plot at ``height`` points, none where that is None."""
        self.baseline.set_visible(height is not None)
        if height is not None:
            self.baseline.set_data([0, 1], [float(height)] * 2)

    def clear(self) -> None:
        """Let go of the data and draw nothing."""
        self._smoothed = None
        for line in (self.trend, self.baseline):
            line.set_data([], [])
            line.set_visible(False)


def trend_line(look: SeriesLook) -> Line2D:
    """Return an empty line as thin as a trend is drawn, with the dashes of the series."""
    dash = "-" if look.dash is None else (0, look.dash)
    return Line2D([], [], lw=TREND_PX * PT, ls=dash, dash_capstyle="butt", solid_joinstyle="round")


def baseline_line(look: SeriesLook) -> Line2D:
    """Return an empty dotted line; the dots of a solid series and of a dashed one at the same height alternate."""
    start = 0 if look.dash is None else (_DOT_PX + _DOTS_APART_PX) / 2
    return Line2D([], [], lw=BASELINE_PX * PT, ls=(start, (_DOT_PX, _DOTS_APART_PX)), dash_capstyle="butt")
