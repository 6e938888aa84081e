"""The goals of a person's scores: a dashed line across the plot at each height, with its name."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from tracker.charts.fonts import PT, text_width
from tracker.charts.inks import Inks
from tracker.charts.layout import Layout
from tracker.charts.lettering import letter, offset
from tracker.charts.shown import shown_goals
from tracker.charts.style import ChartStyle, look_of
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.records import Rater
from tracker.core.timeline import Timeline

GOAL_DASH = (0, (9, 5))
_LAYER = 1.5
_LEFT_PX, _UP_PX, _DOWN_PX, _TEXT_PX, _BETWEEN_PX = 6, 4, -12, 11, 18
_NAMED_BELOW_FROM = 9
"""The name of so high a goal stands under its line, else it would lie on the line of the best score."""


class GoalLines:
    """One line and one name a height, made when first needed and kept for the chart's life."""

    def __init__(self, figure: Figure, axes: Axes, style: ChartStyle, words: ChartWords) -> None:
        self._figure, self._axes, self._style, self._words = figure, axes, style, words
        self.drawn: dict[tuple[str, ...], tuple[Line2D, Text]] = {}
        self._inks: dict[tuple[str, ...], Inks] = {}
        self._across, px = axes.get_yaxis_transform(), style.px
        self._above, self._below = (offset(self._across, figure, px(_LEFT_PX), px(up)) for up in (_UP_PX, _DOWN_PX))

    def show(self, timeline: Timeline, view: ChartView, layout: Layout) -> None:
        """Draw the goals of the scores shown; goals of one height share a line. Names stand beside each other."""
        heights: dict[int, list[str]] = {}
        for concern, goal in shown_goals(timeline, view).items():
            heights.setdefault(goal, []).append(concern)
        for line, text in self.drawn.values():
            line.set_visible(False)
            text.set_visible(False)
        left = 0.0
        for goal, concerns in heights.items():
            line, text = self._artists(tuple(concerns))
            line.set_data([0, 1], [goal, goal])
            name = self._words.goals(concerns, goal)
            text.set_position((left / layout.plot_width, goal))
            text.set_transform(self._below if goal >= _NAMED_BELOW_FROM else self._above)
            text.set_text(name)
            left += text_width(name, self._style.px(_TEXT_PX)) + self._style.px(_BETWEEN_PX)
            line.set_visible(True)
            text.set_visible(True)

    def make_room(self, start: float, end: float, heights: Sequence[float], apart: float) -> None:
        """Break the lines from ``start`` to ``end`` of the plot's width where less than ``apart`` from ``heights``."""
        for line, _text in self.drawn.values():
            goal = float(np.asarray(line.get_ydata())[0])
            if any(abs(goal - height) < apart for height in heights):
                line.set_data([0, start, np.nan, end, 1], [goal] * 5)

    def restyle(self, style: ChartStyle) -> None:
        """Recolour every line and name."""
        self._style = style
        for inks in self._inks.values():
            inks.apply(style)

    def _artists(self, concerns: tuple[str, ...]) -> tuple[Line2D, Text]:
        if concerns not in self.drawn:
            line, inks = goal_line(), Inks()
            line.set(transform=self._across, zorder=_LAYER)
            self._axes.add_line(line)
            text = letter(self._figure, "", self._above, self._style.px(_TEXT_PX))
            inks.add(line.set_color, _ink(concerns))
            inks.add(text.set_color, _label_ink(concerns))
            inks.apply(self._style)
            self.drawn[concerns], self._inks[concerns] = (line, text), inks
        return self.drawn[concerns]


def goal_line() -> Line2D:
    """Return an empty line with the dashes of a goal."""
    return Line2D([], [], lw=PT, ls=GOAL_DASH, dash_capstyle="butt")


def _ink(concerns: Sequence[str]) -> str:
    return look_of(concerns[0], Rater.SELF).ink if len(concerns) == 1 else "text2"


def _label_ink(concerns: Sequence[str]) -> str:
    return look_of(concerns[0], Rater.SELF).label_ink if len(concerns) == 1 else "text2"
