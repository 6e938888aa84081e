"""All cycles of one treatment on one picture, day 0 aligned, on a matplotlib Figure that is given."""

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from tracker.charts.cycle_axis import CycleAxis
from tracker.charts.cycle_view import CycleView, Numbers
from tracker.charts.cycle_words import CycleWords
from tracker.charts.end_labels import LABEL_OFFSET_PX, LABELS_APART_PX
from tracker.charts.fonts import PT, SEMI_BOLD, text_width
from tracker.charts.hits import REACH_PX
from tracker.charts.layout import DPI, LEFT, RIGHT, SMALLEST_PLOT, TOP, right_margin, size_of
from tracker.charts.lettering import letter, offset
from tracker.charts.score_grid import HIGHEST_Y, LOWEST_Y, ScoreGrid
from tracker.charts.series import SeriesArtists
from tracker.charts.shapes import NO_SHAPE, boxes
from tracker.charts.spread import spread
from tracker.charts.style import ChartStyle, look_of
from tracker.core.records import Rater

_FOOT = 44
_PALEST, _STRONGEST, _FULL_COUNT = 0.3, 0.6, 9
"""Earlier cycles have the strongest ink up to so many cycles; the more there are, the paler they get."""
_EARLIER_PX, _DOT_PX, _MIDDLE_PX, _POINTED_PX = 1.2, 3.5, 3, 3
_LOSS_PX, _LOSS_EDGE_PX = 8, 1.8
_LABEL_PX = 13


class CycleChart:
    """One figure for life: artists are made once and only their data change."""

    def __init__(self, figure: Figure, style: ChartStyle, words: CycleWords) -> None:
        self.figure = figure
        self.style = style
        self._words = words
        self._view: CycleView | None = None
        self._ground = ScoreGrid(figure, style, words.worst, words.best)
        self.axes = self._ground.axes
        self.axis = CycleAxis(figure, self._ground, style, words.days_since)
        self.latest: dict[tuple[str, Rater], SeriesArtists] = {}
        self._build()
        self.restyle(style)

    def _build(self) -> None:
        ink = self._ground.inks.add
        self.band = PathPatch(NO_SHAPE, lw=0, zorder=-2)
        self.axes.add_patch(self.band)
        ink(self.band.set_facecolor, "band")
        self.day_0 = self._ground.line([0, 0], [0, 1], self.axes.get_xaxis_transform(), 1, "treat")
        self.earlier = self._line(2, lw=_EARLIER_PX * PT, marker="o", ms=_DOT_PX * PT, mew=0, clip_on=False)
        self.middle = self._line(3, lw=_MIDDLE_PX * PT, marker="o", ms=_MIDDLE_PX * PT, mew=0, clip_on=False)
        self.losses = [self._line(layer, ls="", marker="x", ms=_LOSS_PX * PT, clip_on=False) for layer in (4, 8)]
        for loss in self.losses:
            loss.set_markeredgewidth(_LOSS_EDGE_PX * PT)
        self.pointed = self._line(7, lw=_POINTED_PX * PT, marker="o", ms=6.5 * PT, animated=True, clip_on=False)
        for line, token in ((self.earlier, "text3"), (self.middle, "text"), (self.pointed, "focus")):
            ink(line.set_color, token)
        for loss, token in zip(self.losses, ("text2", "text"), strict=True):
            ink(loss.set_markeredgecolor, token)
        beside = offset(self.axes.transData, self.figure, LABEL_OFFSET_PX)
        size = self.style.px(_LABEL_PX)
        self.middle_label = letter(self.figure, "", beside, size, weight=SEMI_BOLD, height="center")
        ink(self.middle_label.set_color, "text")

    def _line(self, layer: float, **look: object) -> Line2D:
        line = Line2D([], [], zorder=layer, **look)  # type: ignore[arg-type]
        self.axes.add_line(line)
        return line

    def show(self, view: CycleView) -> None:
        """Give every artist the data of ``view``. Drawing is the canvas's."""
        self._view = view
        self.point_at(None)
        self._place(view)
        usual = [] if view.usual_days is None else [(0.0, float(view.usual_days))]
        self.band.set_path(boxes(usual, LOWEST_Y, HIGHEST_Y))
        self.earlier.set_data(*_joined([(one.line_x, one.line_y) for one in view.points[:-1]]))
        self.earlier.set_alpha(max(_PALEST, min(_STRONGEST, _FULL_COUNT * _STRONGEST / len(view.cycles))))
        self.middle.set_data(*view.curve_line())
        for line, cycles in zip(self.losses, (view.cycles[:-1], view.cycles[-1:]), strict=True):
            line.set_data(*view.losses(cycles))
        self._show_latest(view)
        self._show_labels(view)

    def restyle(self, style: ChartStyle) -> None:
        """Recolour every artist; screen styles alone can follow each other."""
        self.style = style
        self.figure.set_facecolor(style.color("card"))
        self._ground.inks.apply(style)
        self.axis.restyle(style)
        for artists in self.latest.values():
            artists.inks.apply(style)

    def point_at(self, number: int | None) -> Sequence[Artist]:
        """Point at a cycle of the view, or at none; return what has to be drawn over the picture."""
        if number is None or self._view is None:
            self.pointed.set_data([], [])
            return ()
        points = self._view.points[number]
        self.pointed.set_data(points.line_x, points.line_y)
        return (self.pointed,)

    def place_of(self, number: int) -> tuple[float, float]:
        """Return the px, from the top left corner, of the highest rating of a cycle; of day 0 where none is drawn."""
        places = self._places(number)
        if not len(places):
            (across, up), height = self.axes.transData.transform((0, HIGHEST_Y)), size_of(self.figure)[1]
            return float(across) * DPI / self.figure.dpi, height - float(up) * DPI / self.figure.dpi
        highest = places[int(places[:, 1].argmin())]
        return float(highest[0]), float(highest[1])

    def nearest(self, x: float, y: float) -> int | None:
        """Return the number of the cycle with a rating nearest to a place in px, the later of two as near.

        None where none is within reach.
        """
        found, least = None, REACH_PX
        for number in range(len(self._view.cycles) if self._view is not None else 0):
            places = self._places(number)
            if len(places) and (distance := float(np.hypot(*(places - (x, y)).T).min())) <= least:
                found, least = number, distance
        return found

    def _places(self, number: int) -> Numbers:
        if self._view is None or not len((points := self._view.points[number]).x):
            return np.empty((0, 2))
        places = self.axes.transData.transform(np.column_stack([points.x, points.y])) * DPI / self.figure.dpi
        return np.column_stack([places[:, 0], size_of(self.figure)[1] - places[:, 1]])

    def _place(self, view: CycleView) -> None:
        width, height = size_of(self.figure)
        left, foot = self.style.px(LEFT), self.style.px(_FOOT)
        right = right_margin(width, left, RIGHT, self._label_needs(view))
        across = max(1.0, width - left - right)
        up = max(SMALLEST_PLOT, height - TOP - foot)
        self.axes.set_position((left / width, foot / height, across / width, up / height))
        self.axes.set_xlim(view.first_day, view.last_day)
        self.axis.show(view.first_day, view.last_day, across)

    def _label_needs(self, view: CycleView) -> list[tuple[float, float]]:
        """Return where the labels start, as a fraction of the plot, and how many px they take."""
        words = (self._words.latest, self._words.middle)
        widest = max(text_width(word, self.style.px(_LABEL_PX), SEMI_BOLD) for word in words)
        start = (self._labels_x(view) - view.first_day) / (view.last_day - view.first_day)
        return [(start, widest + 2 * LABEL_OFFSET_PX)]

    @staticmethod
    def _labels_x(view: CycleView) -> float:
        """Return the day beside which both labels start, clear of every line."""
        return max((float(points.x[-1]) for points in view.points if len(points.x)), default=0.0)

    def _show_latest(self, view: CycleView) -> None:
        key = (view.score, view.rater)
        for other, artists in self.latest.items():
            if other != key:
                artists.clear()
        if key not in self.latest:
            look = look_of(*key)
            self.latest[key] = SeriesArtists(self.figure, self.axes, self.style, look, 5)
        points = view.points[-1]
        self.latest[key].show(points, view.first_day, view.last_day, len(points.x))

    def _show_labels(self, view: CycleView) -> None:
        artists, middle_y = self.latest[view.score, view.rater], view.curve_line()[1]
        ends = [
            (artists.label, self._words.latest, view.points[-1].y),
            (self.middle_label, self._words.middle, middle_y[~np.isnan(middle_y)]),
        ]
        for label, *_ in ends:
            label.set_visible(False)
        shown = [end for end in ends if len(end[2])]
        height = size_of(self.figure)[1] - TOP - self.style.px(_FOOT)
        per_score = max(SMALLEST_PLOT, height) / (HIGHEST_Y - LOWEST_Y)
        wanted = [float(y[-1] - LOWEST_Y) * per_score for _, _, y in shown]
        spots = spread(wanted, self.style.px(LABELS_APART_PX), 0, max(SMALLEST_PLOT, height))
        for (label, word, _), spot in zip(shown, spots, strict=True):
            label.set_position((self._labels_x(view), LOWEST_Y + spot / per_score))
            label.set_text(word)
            label.set_visible(True)


def draw_cycles(figure: Figure, cycles: CycleView, style: ChartStyle, words: CycleWords) -> CycleChart:
    """Draw ``cycles`` on ``figure`` once, with lines, patches and text alone.

    The typeface has to be registered before (`fonts.register_fonts`). Margins are fixed in px at 96 dpi.
    """
    chart = CycleChart(figure, style, words)
    chart.show(cycles)
    return chart


def _joined(lines: Sequence[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    """Return one line of all ``lines``, broken between them, so that their number adds no artists."""
    gap = np.array([np.nan])
    xs = [part for x, _ in lines for part in (x, gap)]
    ys = [part for _, y in lines for part in (y, gap)]
    return (np.concatenate(xs), np.concatenate(ys)) if lines else (np.empty(0), np.empty(0))
