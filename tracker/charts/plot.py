"""The plot of the scores: grid, counting bands, hairlines of the treatments, the series and today."""

from collections.abc import Sequence

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from tracker.charts.crowding import CLOSEST_HAIRLINES_PX, room_of
from tracker.charts.days import day_number
from tracker.charts.end_labels import LABELS_APART_PX, LabelColumn, fraction_of, label_column
from tracker.charts.fonts import text_width
from tracker.charts.goals import GoalLines
from tracker.charts.guides import GuideLines
from tracker.charts.layout import LEFT, RIGHT, Layout, size_of
from tracker.charts.lettering import offset
from tracker.charts.points import SeriesPoints
from tracker.charts.score_grid import GRID, HIGHEST_Y, LOWEST_Y, SMALL_PX, ScoreGrid
from tracker.charts.series import SeriesArtists
from tracker.charts.shapes import NO_SHAPE, boxes, uprights
from tracker.charts.style import ChartStyle, look_of
from tracker.charts.view import BASELINE, GUIDES, TREND, ChartView
from tracker.charts.words import ChartWords
from tracker.core.progress.baseline import baselines_of
from tracker.core.records import CONCERNS, Kind, Rater
from tracker.core.timeline import Timeline

TODAY_OFFSET_PX, TODAY_UP_PX = 5, 4


class ScorePlot:
    """The upper axes and all that is drawn in it, kept for the chart's life."""

    def __init__(self, figure: Figure, style: ChartStyle, words: ChartWords) -> None:
        self._figure = figure
        self._style = style
        self._words = words
        self._ground = ScoreGrid(figure, style, words.worst, words.best)
        self.axes, self.inks = self._ground.axes, self._ground.inks
        self.grid, self.anchors = self._ground.lines, self._ground.anchors
        self.series: dict[tuple[str, Rater], SeriesArtists] = {}
        self.guides: dict[tuple[str, Rater], GuideLines] = {}
        self._build()
        self.goals = GoalLines(figure, self.axes, style, words)
        self.inks.apply(style)

    def _build(self) -> None:
        self.bands = PathPatch(NO_SHAPE, lw=0, zorder=-2)
        self.axes.add_patch(self.bands)
        self.inks.add(self.bands.set_facecolor, "band")
        bottom_to_top = self.axes.get_xaxis_transform()
        self.botox_lines = self._ground.line([], [], bottom_to_top, 1, "treat")
        self.botox_lines.set_alpha(0.55)
        self.session_lines = self._ground.line([], [], bottom_to_top, 1, "treatBar")
        self.session_lines.set_linestyle((0, (1, 2.5)))
        self.today_line = self._ground.line([0, 0], [0, 1], bottom_to_top, 2, "text2")
        at_today = offset(self.axes.transData, self._figure, TODAY_OFFSET_PX, TODAY_UP_PX)
        self.today_word = self._ground.text(self._words.today, LOWEST_Y, at_today, SMALL_PX, "text2", "left")

    def restyle(self, style: ChartStyle) -> None:
        """Recolour every artist."""
        self._style = style
        self.inks.apply(style)
        for artists in self.series.values():
            artists.inks.apply(style)
        for lines in self.guides.values():
            lines.inks.apply(style)
        self.goals.restyle(style)

    def label_column(self, points: Sequence[SeriesPoints], timeline: Timeline, view: ChartView) -> LabelColumn:
        """Return the labels that stand at the ends of the lines shown."""
        shown = [series for series in points if view.is_on(series.concern, series.rater)]
        width = size_of(self._figure)[0] - self._style.px(LEFT) - RIGHT
        return label_column(shown, timeline, view, self._words, self._style, max(1.0, width))

    def today_room(self) -> float:
        """Return the px that the word at the today line takes to the right of it."""
        return TODAY_OFFSET_PX + text_width(self._words.today, self._style.px(SMALL_PX)) + 2

    def show(self, timeline: Timeline, points: Sequence[SeriesPoints], view: ChartView, layout: Layout) -> None:
        """Draw ``timeline`` in the stretch of time of ``view``."""
        self.axes.set_xlim(day_number(view.start), day_number(view.end))
        self._show_treatments(timeline, view, layout)
        self._show_today(timeline, view)
        self._show_series(timeline, points, view)
        self._show_guides(timeline, points, view)
        self.goals.show(timeline, view, layout)

    def _show_treatments(self, timeline: Timeline, view: ChartView, layout: Layout) -> None:
        is_at_rest = not timeline.ratings
        shown = [] if is_at_rest else [treated for treated in timeline.treatments if treated.kind in view.shown]
        spans = [
            (day_number(window.start), day_number(window.end))
            for window in timeline.windows
            if window.kind is Kind.BOTOX and window.kind in view.shown and not is_at_rest
        ]
        self.bands.set_path(boxes(spans, LOWEST_Y, HIGHEST_Y))
        for line, kind in ((self.botox_lines, Kind.BOTOX), (self.session_lines, Kind.MICRODERMABRASION)):
            days = [day_number(treated.on) for treated in shown if treated.kind is kind]
            line.set_data(*uprights(days))
            line.set_visible(room_of(days, view, layout.plot_width) >= CLOSEST_HAIRLINES_PX)

    def break_grid(self, share: float) -> None:
        """Leave a gap in the middle of the middle grid line, as a share of the plot's width; 0 closes it."""
        score = GRID[1]
        gap = (0.5 - share / 2, np.nan, 0.5 + share / 2) if share else ()
        self.grid[1].set_data((0, *gap, 1), [score] * (2 + len(gap)))

    def _show_today(self, timeline: Timeline, view: ChartView) -> None:
        today = day_number(timeline.today)
        is_in_view = view.start <= timeline.today <= view.end
        self.today_line.set_xdata([today, today])
        self.today_word.set_x(today)
        self.today_line.set_visible(is_in_view)
        self.today_word.set_visible(is_in_view)

    def _show_series(self, timeline: Timeline, points: Sequence[SeriesPoints], view: ChartView) -> None:
        ratings_in_view = sum(view.start <= rated.on <= view.end for rated in timeline.ratings)
        first, last = day_number(view.start), day_number(view.end)
        present = set()
        for series in points:
            present.add((series.concern, series.rater))
            if view.is_on(series.concern, series.rater):
                self._artists(series.concern, series.rater).show(series, first, last, ratings_in_view)
            elif (series.concern, series.rater) in self.series:
                self.series[series.concern, series.rater].set_visible(False)
        for key in self.series.keys() - present:
            self.series[key].clear()

    def _show_guides(self, timeline: Timeline, points: Sequence[SeriesPoints], view: ChartView) -> None:
        shown = {(one.concern, one.rater): one for one in points if view.is_on(one.concern, one.rater)}
        if any(guide in view.shown for guide in GUIDES):
            for key in shown.keys() - self.guides.keys():
                self.guides[key] = GuideLines(self.axes, self._style, look_of(*key))
        baselines = baselines_of(timeline) if BASELINE in view.shown else ()
        heights = {(one.concern, one.rater): one.median for one in baselines}
        for key, lines in self.guides.items():
            if key not in shown:
                lines.clear()
                continue
            lines.show_trend(shown[key] if TREND in view.shown else None, view.span)
            lines.show_baseline(heights.get(key))

    def _artists(self, concern: str, rater: Rater) -> SeriesArtists:
        key = (concern, rater)
        if key not in self.series:
            rank = CONCERNS.index(concern) + 0.5 * (rater is Rater.PRACTITIONER)
            layer = 4 + rank if rank < 2 else 3 + rank / len(CONCERNS) / 2
            self.series[key] = SeriesArtists(self._figure, self.axes, self._style, look_of(concern, rater), layer)
        return self.series[key]

    def show_labels(self, column: LabelColumn, view: ChartView, layout: Layout) -> None:
        """Write the labels at the line ends, kept apart."""
        for artists in self.series.values():
            artists.label.set_visible(False)
        heights = column.heights(layout, LOWEST_Y, HIGHEST_Y, self._style)
        for label, height in zip(column.labels, heights, strict=True):
            text = self.series[label.concern, label.rater].label
            text.set_position((column.x, height))
            text.set_text(label.text)
            text.set_visible(True)
        if column.labels:
            start = fraction_of(column.x, view)
            end = start + max(label.width for label in column.labels) / layout.plot_width
            apart = self._style.px(LABELS_APART_PX) / 2 * (HIGHEST_Y - LOWEST_Y) / layout.plot_height
            self.goals.make_room(start, min(1, end), heights, apart)
