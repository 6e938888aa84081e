"""The ground of every plot of scores: the axes from worst to best, three grid lines, their numbers and words."""

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Transform

from tracker.charts.fonts import PT
from tracker.charts.inks import Inks
from tracker.charts.lettering import Side, letter, offset
from tracker.charts.style import ChartStyle
from tracker.core.scales import HIGHEST, LOWEST

LOWEST_Y, HIGHEST_Y = LOWEST - 0.45, HIGHEST + 0.45
GRID = (LOWEST, (LOWEST + HIGHEST) // 2, HIGHEST)
TICK_PX, SMALL_PX = 12, 11
_NUMBER_LEFT_PX, _WORD_LEFT_PX, _BELOW_PX = -10, -32, -4.3


class ScoreGrid:
    """Kept for the chart's life. Lines and words put on it are recoloured by its ``inks``."""

    def __init__(self, figure: Figure, style: ChartStyle, worst: str, best: str) -> None:
        self._figure = figure
        self._style = style
        self.axes = figure.add_axes((0, 0, 1, 1), label="scores")
        self.axes.set_axis_off()
        self.axes.set_autoscale_on(False)
        self.axes.set_ylim(LOWEST_Y, HIGHEST_Y)
        self.inks = Inks()
        edge = self.axes.get_yaxis_transform()
        self.lines = [self.line([0, 1], [score, score], edge, 0, "grid") for score in GRID]
        beside = offset(edge, figure, style.px(_NUMBER_LEFT_PX), style.px(_BELOW_PX))
        further = offset(edge, figure, style.px(_WORD_LEFT_PX), style.px(_BELOW_PX))
        self.numbers = [self.text(str(score), score, beside, TICK_PX, "text2") for score in GRID]
        self.anchors = [
            self.text(worst, LOWEST, further, SMALL_PX, "text3"),
            self.text(best, HIGHEST, further, SMALL_PX, "text3"),
        ]

    def line(self, xs: Sequence[float], ys: Sequence[float], transform: Transform, layer: float, token: str) -> Line2D:
        """Draw a hairline in the colour of ``token``."""
        line = Line2D(xs, ys, lw=PT, transform=transform, zorder=layer)
        self.axes.add_line(line)
        self.inks.add(line.set_color, token)
        return line

    def text(self, text: str, y: float, place: Transform, size: float, token: str, side: Side = "right") -> Text:
        """Write ``text`` at ``size`` px at the height ``y`` of ``place``, in the colour of ``token``."""
        drawn = letter(self._figure, text, place, self._style.px(size), at=(0, y), side=side)
        self.inks.add(drawn.set_color, token)
        return drawn
