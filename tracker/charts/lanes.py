"""The lanes under the plot: every treatment and plan, the days counted as after it, the next window, and notes."""

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Transform

from tracker.charts.crowding import fitting_mark, room_of
from tracker.charts.days import day_number
from tracker.charts.fonts import PT
from tracker.charts.inks import Inks
from tracker.charts.layout import LANE, Layout
from tracker.charts.lettering import letter, offset
from tracker.charts.note_lane import NoteLane
from tracker.charts.shapes import NO_SHAPE, boxes
from tracker.charts.shown import has_note_lane
from tracker.charts.style import ChartStyle
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.records import TREATMENTS, Kind
from tracker.core.timeline import PlannedDay, Timeline, TreatedDay

LANE_Y = {Kind.BOTOX: 1.5, Kind.MICRODERMABRASION: 0.5}
BOTOX_PX, SESSION_PX = 10, 7.5
_SHAPES = {Kind.BOTOX: ("v", BOTOX_PX), Kind.MICRODERMABRASION: ("D", SESSION_PX)}
_PLAN_ROOM_PX, _PLAN_EDGE_PX = 7, 1.6
BAR_PX, WAITING_PX, NEXT_PX = 8, 2, 10
NARROWEST_NEXT_PX = 7
HATCHES = {Kind.BOTOX: "////", Kind.MICRODERMABRASION: "...."}
BAR_TOKENS = {Kind.BOTOX: "treatBar", Kind.MICRODERMABRASION: "treatBar2"}
NEXT_DASH = (0, (2, 1.5))
REST_DASH = (0, (1.2, 2.6))
_LABEL_PX, _LABEL_LEFT_PX, _LABEL_BELOW_PX = 12, -10, -4.3


class Lanes:
    """The lower axes and all that is drawn in it, kept for the chart's life."""

    def __init__(self, figure: Figure, style: ChartStyle, words: ChartWords) -> None:
        self._style = style
        self.axes = figure.add_axes((0, 0, 1, 0.5), label="lanes")
        self.axes.set_axis_off()
        self.axes.set_autoscale_on(False)
        self.axes.set_ylim(0, 2)
        self.inks = Inks()
        self._build(figure, words)
        self.inks.apply(style)

    def _build(self, figure: Figure, words: ChartWords) -> None:
        edge_to_edge = self.axes.get_yaxis_transform()
        self.top = self._line([0, 1], [2, 2], edge_to_edge, "grid")
        self.bottom = self._line([0, 1], [0, 0], edge_to_edge, "line")
        self.bars = {kind: self._bar(kind) for kind in TREATMENTS}
        self.waiting = self._patch("treatBar", 1)
        self.next_windows = PathPatch(NO_SHAPE, fc="none", lw=1.2 * PT, ls=NEXT_DASH, zorder=5)
        self.axes.add_patch(self.next_windows)
        self.inks.add(self.next_windows.set_edgecolor, "text2")
        self.today_line = self._line([0, 0], [0, 1], self.axes.get_xaxis_transform(), "text2")
        self.rest = {kind: self._rest_line(kind) for kind in TREATMENTS}
        self.marks = {kind: treatment_marks(self.inks, kind) for kind in TREATMENTS}
        self.touch_ups = treatment_marks(self.inks, Kind.BOTOX, is_touch_up=True)
        self.planned = {kind: planned_marks(self.inks, kind) for kind in TREATMENTS}
        for marks in (*self.marks.values(), self.touch_ups, *(one for both in self.planned.values() for one in both)):
            marks.set_zorder(6)
            marks.set_clip_on(False)
            self.axes.add_line(marks)
        self.labels = {kind: self._label(figure, kind, words.lanes[kind]) for kind in TREATMENTS}
        self.notes = NoteLane(figure, self.axes, self._style, words, self.inks)

    def _line(self, xs: Sequence[float], ys: Sequence[float], transform: Transform, token: str) -> Line2D:
        line = Line2D(xs, ys, lw=PT, transform=transform, clip_on=False)
        self.axes.add_line(line)
        self.inks.add(line.set_color, token)
        return line

    def _rest_line(self, kind: Kind) -> Line2D:
        line = self._line([0, 1], [LANE_Y[kind]] * 2, self.axes.get_yaxis_transform(), "lineStrong")
        line.set(linewidth=2 * PT, linestyle=REST_DASH, dash_capstyle="butt", visible=False)
        return line

    def _patch(self, token: str, layer: float) -> PathPatch:
        patch = PathPatch(NO_SHAPE, lw=0, zorder=layer)
        self.axes.add_patch(patch)
        self.inks.add(patch.set_facecolor, token)
        return patch

    def _bar(self, kind: Kind) -> PathPatch:
        patch = self._patch(BAR_TOKENS[kind], 1.5)
        hatch_bar(patch, kind, self._style)
        return patch

    def _label(self, figure: Figure, kind: Kind, text: str) -> Text:
        px = self._style.px
        beside = offset(self.axes.get_yaxis_transform(), figure, px(_LABEL_LEFT_PX), px(_LABEL_BELOW_PX))
        label = letter(figure, text, beside, px(_LABEL_PX), at=(0, LANE_Y[kind]), side="right")
        self.inks.add(label.set_color, "text2")
        return label

    def restyle(self, style: ChartStyle) -> None:
        """Recolour every artist."""
        self._style = style
        self.inks.apply(style)
        self.notes.restyle(style)

    def show(self, timeline: Timeline, view: ChartView, layout: Layout) -> None:
        """Draw the treatments of ``timeline`` in the stretch of time of ``view``; dotted lanes where there are none."""
        self.axes.set_xlim(day_number(view.start), day_number(view.end))
        lanes = lane_count(timeline, view)
        self.axes.set_ylim(0, lanes)
        self.top.set_ydata([lanes, lanes])
        self.notes.show(timeline, view, layout)
        today = day_number(timeline.today)
        self.today_line.set_xdata([today, today])
        self.today_line.set_visible(view.start <= timeline.today <= view.end)
        shown = [treated for treated in timeline.treatments if treated.kind in view.shown]
        self._show_bars(timeline, shown, view)
        self._show_marks(shown, view, layout)
        self._show_planned([plan for plan in timeline.planned if plan.kind in view.shown], view)
        self._show_next(timeline, view, layout)
        treated = {one.kind for one in timeline.treatments} | {plan.kind for plan in timeline.planned}
        for kind, line in self.rest.items():
            line.set_visible(kind not in treated)
        for line in (self.top, self.bottom):
            line.set_visible(bool(treated or timeline.ratings or timeline.noted))

    def _show_bars(self, timeline: Timeline, shown: Sequence[TreatedDay], view: ChartView) -> None:
        for kind, bar in self.bars.items():
            spans = [
                (day_number(window.start), day_number(window.end))
                for window in timeline.windows
                if window.kind is kind and kind in view.shown
            ]
            bar.set_path(boxes(spans, *self._edges(kind, BAR_PX)))
        until = timeline.counting.botox.first
        today = day_number(timeline.today)
        starts = [day_number(one.on) for one in shown if one.kind is Kind.BOTOX and not one.is_touch_up]
        waiting = [(start, min(start + until, today)) for start in starts]
        self.waiting.set_path(boxes(waiting, *self._edges(Kind.BOTOX, WAITING_PX)))

    def _show_marks(self, shown: Sequence[TreatedDay], view: ChartView, layout: Layout) -> None:
        in_view = [treated for treated in shown if view.start <= treated.on <= view.end]
        for kind, marks in self.marks.items():
            days = [day_number(one.on) for one in in_view if one.kind is kind and not one.is_touch_up]
            marks.set_data(days, [LANE_Y[kind]] * len(days))
            marks.set_markersize(fitting_mark(_SHAPES[kind][1], room_of(days, view, layout.plot_width)) * PT)
        days = [day_number(one.on) for one in in_view if one.is_touch_up]
        self.touch_ups.set_data(days, [LANE_Y[Kind.BOTOX]] * len(days))

    def _show_planned(self, shown: Sequence[PlannedDay], view: ChartView) -> None:
        for kind, (grounds, outlines) in self.planned.items():
            days = [day_number(plan.on) for plan in shown if plan.kind is kind and view.start <= plan.on <= view.end]
            for marks in (grounds, outlines):
                marks.set_data(days, [LANE_Y[kind]] * len(days))

    def _show_next(self, timeline: Timeline, view: ChartView, layout: Layout) -> None:
        narrowest = NARROWEST_NEXT_PX * view.days / layout.plot_width
        paths = [NO_SHAPE]
        for window in timeline.next_windows:
            if window.kind in view.shown:
                start = max(day_number(window.start), day_number(timeline.today))
                end = max(float(day_number(window.end)), start + narrowest)
                paths.append(boxes([(start, end)], *self._edges(window.kind, NEXT_PX)))
        self.next_windows.set_path(type(NO_SHAPE).make_compound_path(*paths))

    def _edges(self, kind: Kind, height_px: float) -> tuple[float, float]:
        half = height_px / LANE / 2
        return LANE_Y[kind] - half, LANE_Y[kind] + half


def lane_count(timeline: Timeline, view: ChartView) -> int:
    """Return how many lanes there are: one for each treatment, and one for notes where it is needed."""
    return len(LANE_Y) + has_note_lane(timeline, view)


def treatment_marks(inks: Inks, kind: Kind, is_touch_up: bool = False) -> Line2D:
    """Return an empty line of a treatment's marks: botox a needle, a session a crystal; a touch-up is hollow."""
    shape, size = _SHAPES[kind]
    marks = Line2D([], [], ls="", marker=shape, ms=size * PT, mew=(1.4 if is_touch_up else 1) * PT)
    inks.add(marks.set_markerfacecolor, "card" if is_touch_up else "treat")
    inks.add(marks.set_markeredgecolor, "treat" if is_touch_up else "card")
    return marks


def planned_marks(inks: Inks, kind: Kind) -> tuple[Line2D, Line2D]:
    """Return the empty lines of a treatment's planned marks: hollow, on ground that keeps the next window off them."""
    shape, size = _SHAPES[kind]
    grounds = Line2D([], [], ls="", marker="o", ms=(size + _PLAN_ROOM_PX) * PT, mew=0)
    inks.add(grounds.set_markerfacecolor, "card")
    outlines = Line2D([], [], ls="", marker=shape, ms=(size + 1) * PT, mew=_PLAN_EDGE_PX * PT)
    inks.add(outlines.set_markerfacecolor, "card")
    inks.add(outlines.set_markeredgecolor, "treat")
    return grounds, outlines


def hatch_bar(patch: PathPatch, kind: Kind, style: ChartStyle) -> None:
    """Give a counting bar its hatch where it is drawn without colour."""
    if style.is_mono:
        patch.set(edgecolor="#000000", linewidth=0.5 * PT, hatch=HATCHES[kind])
        patch.set_hatch_linewidth(0.6)
