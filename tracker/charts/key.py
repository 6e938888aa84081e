"""The key under the chart on paper: every line, mark and bar that is drawn, with its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D, Transform

from tracker.charts.days import day_number
from tracker.charts.fonts import PT, text_width
from tracker.charts.goals import goal_line
from tracker.charts.guides import baseline_line, trend_line
from tracker.charts.inks import Inks
from tracker.charts.lanes import BAR_TOKENS, NEXT_DASH, hatch_bar, planned_marks, treatment_marks
from tracker.charts.layout import KEY_ROW, size_of
from tracker.charts.lettering import letter
from tracker.charts.note_lane import bar, flags
from tracker.charts.points import SeriesPoints
from tracker.charts.series import ink_marks, ink_settling, mark_line, settling_lines
from tracker.charts.shapes import boxes
from tracker.charts.shown import shown_goals, shown_notes
from tracker.charts.smoothing import has_trend
from tracker.charts.style import ChartStyle, SeriesLook, look_of
from tracker.charts.view import BASELINE, TREND, ChartView
from tracker.charts.words import ChartWords
from tracker.core.progress.baseline import baselines_of
from tracker.core.records import TREATMENTS, Kind, Rater
from tracker.core.timeline import CountingWindow, NextWindow, Timeline

TEXT_PX = 12
LINE_PX, BAR_PX, BAR_HIGH_PX, GLYPH_PX = 36, 30, 9, 10
_BEFORE_TEXT_PX, _BETWEEN_PX = 9, 18
_MIDDLE_PX = 4.3


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One entry of the key: its name, the px its sample takes, and how the sample is drawn from x, y on."""

    text: str
    sample_px: float
    draw: Callable[[float, float], list[Artist]]


class Key:
    """Draws the key of what a timeline shows, in as many rows as it needs."""

    def __init__(self, figure: Figure, style: ChartStyle, words: ChartWords) -> None:
        self._figure, self._style, self._words = figure, style, words
        self._px: Transform = figure.transFigure
        self._drawn: list[Artist] = []

    def rows(
        self, timeline: Timeline, points: Sequence[SeriesPoints], view: ChartView, width: float
    ) -> list[list[KeyItem]]:
        """Return the items in rows of at most ``width`` px."""
        rows: list[list[KeyItem]] = []
        left = 0.0
        for item in self._items(timeline, points, view):
            needed = item.sample_px + _BEFORE_TEXT_PX + text_width(item.text, TEXT_PX)
            if not rows or left + needed > width:
                rows.append([])
                left = 0.0
            rows[-1].append(item)
            left += needed + _BETWEEN_PX
        return rows

    def show(self, rows: Sequence[Sequence[KeyItem]]) -> None:
        """Draw ``rows`` at the foot of the figure in place of what was drawn before."""
        for artist in self._drawn:
            artist.remove()
        self._drawn = []
        width, height = size_of(self._figure)
        self._px = Affine2D().scale(1 / width, 1 / height) + self._figure.transFigure
        for number, row in enumerate(rows):
            x, y = 1.0, (len(rows) - number - 0.5) * KEY_ROW
            for item in row:
                self._drawn += item.draw(x, y)
                x += item.sample_px + _BEFORE_TEXT_PX
                self._drawn.append(self._name(item.text, x, y))
                x += text_width(item.text, TEXT_PX) + _BETWEEN_PX

    def _name(self, text: str, x: float, y: float) -> Artist:
        name = letter(self._figure, text, self._px, TEXT_PX, at=(x, y - _MIDDLE_PX))
        name.set_color(self._style.color("text2"))
        return name

    def _items(self, timeline: Timeline, points: Sequence[SeriesPoints], view: ChartView) -> list[KeyItem]:
        shown = [one for one in points if view.is_on(one.concern, one.rater)]
        items = [self._series_item(one.concern, one.rater) for one in shown]
        items += self._guide_items(timeline, view)
        first, last = day_number(view.start), day_number(view.end)
        if any((one.is_settling & (one.x >= first) & (one.x <= last)).any() for one in shown):
            items.append(KeyItem(self._words.settling, GLYPH_PX, self._settling_sample))
        items += self._goal_items(timeline, view)
        for kind in TREATMENTS:
            items += self._treatment_items(kind, timeline, view)
        items += self._note_items(timeline, view)
        if any(window.kind in view.shown and _is_in_view(window, view) for window in timeline.next_windows):
            items.append(KeyItem(self._words.next_window, BAR_PX, self._next_sample))
        return items

    def _series_item(self, concern: str, rater: Rater) -> KeyItem:
        look = look_of(concern, rater)
        return KeyItem(self._words.series_name(concern, rater), LINE_PX, lambda x, y: self._line_sample(look, x, y))

    def _guide_items(self, timeline: Timeline, view: ChartView) -> list[KeyItem]:
        items = []
        for series in timeline.series if TREND in view.shown else ():
            if view.is_on(series.concern, series.rater) and has_trend(series):
                name = self._words.trend(series.concern, series.rater)
                items.append(self._guide_item(name, trend_line, look_of(series.concern, series.rater)))
        for found in baselines_of(timeline) if BASELINE in view.shown else ():
            if view.is_on(found.concern, found.rater):
                name = self._words.baseline(found.concern, found.rater, found.median)
                items.append(self._guide_item(name, baseline_line, look_of(found.concern, found.rater)))
        return items

    def _guide_item(self, text: str, line_of: Callable[[SeriesLook], Line2D], look: SeriesLook) -> KeyItem:
        def sample(x: float, y: float) -> list[Artist]:
            inks, line = Inks(), line_of(look)
            line.set_data([x, x + LINE_PX], [y, y])
            inks.add(line.set_color, look.ink)
            return self._added(inks, line)

        return KeyItem(text, LINE_PX, sample)

    def _goal_items(self, timeline: Timeline, view: ChartView) -> list[KeyItem]:
        return [
            self._guide_item(self._words.goal(concern, goal), lambda _look: goal_line(), look_of(concern, Rater.SELF))
            for concern, goal in shown_goals(timeline, view).items()
        ]

    def _note_items(self, timeline: Timeline, view: ChartView) -> list[KeyItem]:
        noted = shown_notes(timeline, view)
        items = []
        if any(day.on >= view.start for day in noted):
            items.append(KeyItem(self._words.other_events, GLYPH_PX, self._flag_sample))
        if any(day.until is not None for day in noted):
            items.append(KeyItem(self._words.lasting, BAR_PX, self._lasting_sample))
        return items

    def _flag_sample(self, x: float, y: float) -> list[Artist]:
        inks = Inks()
        marks = flags(inks)
        marks.set_data([x + GLYPH_PX / 2], [y])
        return self._added(inks, marks)

    def _lasting_sample(self, x: float, y: float) -> list[Artist]:
        inks = Inks()
        return self._added(inks, bar(inks, x, x + BAR_PX, y))

    def _treatment_items(self, kind: Kind, timeline: Timeline, view: ChartView) -> list[KeyItem]:
        if kind not in view.shown:
            return []
        treated = [one for one in timeline.treatments if one.kind is kind and view.start <= one.on <= view.end]
        items = []
        if any(not one.is_touch_up for one in treated):
            items.append(self._glyph_item(self._words.kinds[kind], kind, False))
        if any(one.is_touch_up for one in treated):
            items.append(self._glyph_item(self._words.touch_up, kind, True))
        if any(one.kind is kind and view.start <= one.on <= view.end for one in timeline.planned):
            planned = self._words.planned[kind]
            items.append(KeyItem(planned, GLYPH_PX, lambda x, y: self._planned_sample(kind, x, y)))
        if any(window.kind is kind and _is_in_view(window, view) for window in timeline.windows):
            counted = self._words.counted[kind]
            items.append(KeyItem(counted, BAR_PX, lambda x, y: self._bar_sample(kind, x, y)))
        return items

    def _glyph_item(self, text: str, kind: Kind, is_touch_up: bool) -> KeyItem:
        return KeyItem(text, GLYPH_PX, lambda x, y: self._glyph_sample(kind, is_touch_up, x, y))

    def _line_sample(self, look: SeriesLook, x: float, y: float) -> list[Artist]:
        inks = Inks()
        dash = "-" if look.dash is None else (0, look.dash)
        line = Line2D([x, x + LINE_PX], [y, y], lw=look.width * PT, ls=dash, dash_capstyle="butt")
        inks.add(line.set_color, look.ink)
        marks = mark_line(look)
        marks.set_data([x + LINE_PX / 2], [y])
        ink_marks(inks, marks, look)
        return self._added(inks, line, marks)

    def _settling_sample(self, x: float, y: float) -> list[Artist]:
        inks = Inks()
        look = look_of("texture", Rater.SELF)
        pale, rims = settling_lines(look)
        for marks in (pale, rims):
            marks.set_data([x + GLYPH_PX / 2], [y])
        ink_settling(inks, pale, rims, look)
        return self._added(inks, pale, rims)

    def _glyph_sample(self, kind: Kind, is_touch_up: bool, x: float, y: float) -> list[Artist]:
        inks = Inks()
        marks = treatment_marks(inks, kind, is_touch_up)
        marks.set_data([x + GLYPH_PX / 2], [y])
        return self._added(inks, marks)

    def _planned_sample(self, kind: Kind, x: float, y: float) -> list[Artist]:
        inks = Inks()
        grounds, outlines = planned_marks(inks, kind)
        for marks in (grounds, outlines):
            marks.set_data([x + GLYPH_PX / 2], [y])
        return self._added(inks, grounds, outlines)

    def _bar_sample(self, kind: Kind, x: float, y: float) -> list[Artist]:
        inks = Inks()
        bar = PathPatch(boxes([(x, x + BAR_PX)], y - BAR_HIGH_PX / 2, y + BAR_HIGH_PX / 2), lw=0)
        hatch_bar(bar, kind, self._style)
        inks.add(bar.set_facecolor, BAR_TOKENS[kind])
        return self._added(inks, bar)

    def _next_sample(self, x: float, y: float) -> list[Artist]:
        inks = Inks()
        box = boxes([(x, x + BAR_PX)], y - BAR_HIGH_PX / 2, y + BAR_HIGH_PX / 2)
        outline = PathPatch(box, fc="none", lw=1.2 * PT, ls=NEXT_DASH)
        inks.add(outline.set_edgecolor, "text2")
        return self._added(inks, outline)

    def _added(self, inks: Inks, *artists: Line2D | PathPatch) -> list[Artist]:
        inks.apply(self._style)
        for artist in artists:
            artist.set_transform(self._px)
            self._figure.add_artist(artist)
        return list(artists)


def _is_in_view(window: CountingWindow | NextWindow, view: ChartView) -> bool:
    return window.start <= view.end and window.end >= view.start
