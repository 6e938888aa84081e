"""The picture of one person's scores and treatments on a matplotlib Figure that is given: screen, paper and files."""

from collections.abc import Sequence
from datetime import date, time

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tracker.charts.cursor import Cursor
from tracker.charts.days import day_number
from tracker.charts.empty import EmptyWords
from tracker.charts.end_labels import LabelColumn, fraction_of
from tracker.charts.hits import HitMap, Stop
from tracker.charts.key import Key, KeyItem
from tracker.charts.lanes import LANE_Y, Lanes, lane_count
from tracker.charts.layout import DPI, LEFT, RIGHT, Layout, layout_of, right_margin, size_of
from tracker.charts.note_lane import NOTE_Y, days_of_marks
from tracker.charts.plot import ScorePlot
from tracker.charts.points import SeriesPoints, points_of
from tracker.charts.style import ChartStyle
from tracker.charts.time_axis import TimeAxis
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.timeline import NotedDay, PlannedDay, RatedDay, Timeline, TreatedDay

Day = RatedDay | TreatedDay | PlannedDay | NotedDay


class TimelineChart:
    """One figure for life: artists are made once and only their data change."""

    def __init__(self, figure: Figure, style: ChartStyle, words: ChartWords) -> None:
        self.figure = figure
        self.style = style
        self.plot = ScorePlot(figure, style, words)
        self.lanes = Lanes(figure, style, words)
        self.time_axis = TimeAxis(figure, self.lanes.axes, style, words)
        self.empty = EmptyWords(figure, self.plot.axes, style, words)
        self.key = Key(figure, style, words) if style.is_print else None
        self.cursor = Cursor((self.plot.axes, self.lanes.axes), style)
        self.layout: Layout | None = None
        self._timeline: Timeline | None = None
        self._view: ChartView | None = None
        self._points: tuple[SeriesPoints, ...] = ()
        self._hits: HitMap | None = None
        figure.set_facecolor(style.color("card"))

    def show(self, timeline: Timeline, view: ChartView) -> None:
        """Give every artist the data of ``timeline`` in ``view``. Drawing is the canvas's."""
        if timeline is not self._timeline:
            self._points = points_of(timeline)
        self._timeline, self._view, self._hits = timeline, view, None
        self.cursor.clear()
        column = self.plot.label_column(self._points, timeline, view)
        rows = self._key_rows(timeline, view)
        right = self._right(timeline, view, column)
        layout = layout_of(self.figure, self.style, right, len(rows), lane_count(timeline, view))
        self._place(layout)
        is_blank = not timeline.has_entries and not timeline.planned
        self.plot.show(timeline, self._points, view, layout)
        self.plot.show_labels(column, view, layout)
        self.lanes.show(timeline, view, layout)
        self.time_axis.show(view, layout, is_visible=not is_blank)
        self.plot.break_grid(0 if timeline.ratings else self.empty.width_px() / layout.plot_width)
        self.empty.show(not timeline.ratings, layout.plot_height)
        self._hush(is_blank)
        if self.key is not None:
            self.key.show(rows)

    def restyle(self, style: ChartStyle) -> None:
        """Recolour every artist; screen styles alone can follow each other."""
        self.style = style
        self.figure.set_facecolor(style.color("card"))
        for part in (self.plot, self.lanes, self.time_axis, self.empty):
            part.restyle(style)
        self.cursor.inks.apply(style)

    def point_at(self, stop: Stop | None) -> Sequence[Artist]:
        """Point at an entry, or at nothing; return what has to be drawn over the picture."""
        if stop is None:
            self.cursor.clear()
        else:
            self.cursor.show(self._days_of_marks(stop.day)[0], self._heights(stop.day))
        return self.cursor.artists

    @property
    def hits(self) -> HitMap:
        """Return what can be pointed at in the picture shown last."""
        if self._hits is None:
            self._hits = HitMap(self._stops())
        return self._hits

    def _key_rows(self, timeline: Timeline, view: ChartView) -> list[list[KeyItem]]:
        return [] if self.key is None else self.key.rows(timeline, self._points, view, size_of(self.figure)[0])

    def _right(self, timeline: Timeline, view: ChartView, column: LabelColumn) -> float:
        needs = [(fraction_of(column.x, view), label.width) for label in column.labels]
        if view.start <= timeline.today <= view.end:
            needs.append((fraction_of(day_number(timeline.today), view), self.plot.today_room()))
        return right_margin(size_of(self.figure)[0], self.style.px(LEFT), RIGHT, needs)

    def _place(self, layout: Layout) -> None:
        if layout == self.layout:
            return
        self.layout = layout
        for axes, bottom, height in (
            (self.plot.axes, layout.plot_bottom, layout.plot_height),
            (self.lanes.axes, layout.lanes_bottom, layout.lanes_height),
        ):
            axes.set_position(
                (
                    layout.left / layout.width,
                    bottom / layout.height,
                    layout.plot_width / layout.width,
                    height / layout.height,
                )
            )

    def _hush(self, is_blank: bool) -> None:
        """Leave out of a blank picture what speaks of data: today and the anchor words."""
        if is_blank:
            self.plot.today_line.set_visible(False)
            self.plot.today_word.set_visible(False)
            self.lanes.today_line.set_visible(False)
        for word in self.plot.anchors:
            word.set_visible(not is_blank)

    def _stops(self) -> list[Stop]:
        if self._timeline is None or self._view is None:
            return []
        found = self._timeline
        days: list[Day] = [*found.ratings, *found.treatments, *found.planned, *found.noted]
        start, end = self._view.start, self._view.end
        in_view = sorted((day for day in days if _last_day(day) >= start and day.on <= end), key=_order)
        marks: dict[int, list[tuple[float, float]]] = {number: [] for number in range(len(in_view))}
        heights = [self._heights(day) for day in in_view]
        for rank, axes in enumerate((self.plot.axes, self.lanes.axes)):
            found_places = [
                (number, (x, y))
                for number, ys in enumerate(heights)
                for y in ys[rank]
                for x in self._days_of_marks(in_view[number])
            ]
            places = self._places_of(axes, [place for _, place in found_places])
            for (number, _), place in zip(found_places, places, strict=True):
                marks[number].append(place)
        return [Stop(day, tuple(marks[number])) for number, day in enumerate(in_view) if marks[number]]

    def _days_of_marks(self, day: Day) -> Sequence[float]:
        """Return where a day's marks stand across the axis: several along the bar of what went on for longer."""
        if isinstance(day, NotedDay) and self._view is not None and self.layout is not None:
            return days_of_marks(day, self._view, self.layout)
        return [day_number(day.on)]

    def _heights(self, day: Day) -> tuple[list[float], list[float]]:
        """Return the heights of a day's marks in the plot and in the lanes."""
        view = self._view
        if view is None:
            return [], []
        if isinstance(day, NotedDay):
            return [], [NOTE_Y] if view.shows_notes else []
        if not isinstance(day, RatedDay):
            return [], [LANE_Y[day.kind]] if day.kind in view.shown else []
        return [float(score) for concern, score in day.scores.items() if view.is_on(concern, day.rater)], []

    def _places_of(self, axes: Axes, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return the places of points in px from the top left corner of the figure."""
        if not points:
            return []
        scale = DPI / self.figure.dpi
        height = size_of(self.figure)[1]
        return [(across * scale, height - up * scale) for across, up in axes.transData.transform(points).tolist()]


def draw_timeline(
    figure: Figure, timeline: Timeline, style: ChartStyle, words: ChartWords, view: ChartView
) -> TimelineChart:
    """Draw ``timeline`` on ``figure`` once, with lines, patches, marks and text alone.

    The typeface has to be registered before (`fonts.register_fonts`). Margins are fixed in px at 96 dpi.
    """
    chart = TimelineChart(figure, style, words)
    chart.show(timeline, view)
    return chart


def _last_day(day: Day) -> date:
    return day.until or day.on if isinstance(day, NotedDay) else day.on


def _order(day: Day) -> tuple[date, bool, time]:
    """Sort by day; on one day ratings come first, for day 0 counts as before the treatment."""
    return day.on, not isinstance(day, RatedDay), day.at or time.min
