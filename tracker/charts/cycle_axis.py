"""The axis of days since the treatment: whole steps from day 0, never closer than they can be read."""

from matplotlib.figure import Figure
from matplotlib.text import Text

from tracker.charts.lettering import letter, offset
from tracker.charts.score_grid import LOWEST_Y, SMALL_PX, TICK_PX, ScoreGrid
from tracker.charts.style import ChartStyle

LABEL_PX = 44
_STEPS = (7, 14, 30, 60, 90)
_LABEL_DOWN_PX, _TITLE_DOWN_PX = -15, -32


class CycleAxis:
    """Numbers under the plot, and what they count."""

    def __init__(self, figure: Figure, ground: ScoreGrid, style: ChartStyle, title: str) -> None:
        self._figure = figure
        self._style = style
        self._ground = ground
        self.numbers: list[Text] = []
        bottom = ground.axes.get_xaxis_transform()
        self._place = offset(bottom, figure, up=style.px(_LABEL_DOWN_PX))
        under = offset(ground.axes.transAxes, figure, up=style.px(_TITLE_DOWN_PX))
        self.title = ground.text(title, 0, under, SMALL_PX, "text3", "center")
        self.title.set_x(0.5)
        self.baseline = ground.line([0, 1], [LOWEST_Y, LOWEST_Y], ground.axes.get_yaxis_transform(), 0, "line")

    def show(self, first: int, last: int, width: float) -> None:
        """Label the days from ``first`` to ``last`` of a plot ``width`` px wide."""
        days = _labelled(first, last, width / self._style.scale)
        while len(self.numbers) < len(days):
            self.numbers.append(letter(self._figure, "", self._place, self._style.px(TICK_PX), side="center"))
        for number, text in enumerate(self.numbers):
            text.set_visible(number < len(days))
            text.set_color(self._style.color("text2"))
        for text, day in zip(self.numbers, days, strict=False):
            text.set_x(day)
            text.set_text(str(day).replace("-", "\N{MINUS SIGN}"))

    def restyle(self, style: ChartStyle) -> None:
        """Recolour the numbers; title and line are the ground's."""
        self._style = style
        for text in self.numbers:
            text.set_color(style.color("text2"))


def _labelled(first: int, last: int, width: float) -> list[int]:
    days = last - first
    step = next((step for step in _STEPS if width * step / days >= LABEL_PX), _STEPS[-1])
    return list(range(first // step * step + step if first % step else first, last + 1, step))
