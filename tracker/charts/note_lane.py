"""The lane of notes and other events above the others: a flag a day, and a thin bar for what went on for longer."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from tracker.charts.days import day_number
from tracker.charts.fonts import PT, elided, has_glyphs
from tracker.charts.inks import Inks
from tracker.charts.layout import LANE, Layout
from tracker.charts.lettering import letter, offset
from tracker.charts.marks import flag
from tracker.charts.shapes import NO_SHAPE, boxes
from tracker.charts.shown import has_note_lane, shown_notes
from tracker.charts.style import ChartStyle
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.timeline import NotedDay, Timeline

NOTE_Y = 2.5
FLAG_PX = 11.0
TEXT_PX = 11
_BAR_PX, _BAR_BELOW_PX = 2.5, 8.5
_REACHED_PX = 24.0
"""A bar can be pointed at in places so far apart."""
_APART_PX = 6
"""Flags nearer to each other than this stand for each other: one is drawn."""
_TEXT_LEFT_PX, _TEXT_BELOW_PX, _BEFORE_NEXT_PX, _LEAST_TEXT_PX = 9, -3.5, 8, 40
_LABEL_PX, _LABEL_LEFT_PX, _LABEL_BELOW_PX = 12, -10, -4.3


class NoteLane:
    """The artists of the lane, kept for the chart's life; nothing of it is drawn where there is nothing noted."""

    def __init__(self, figure: Figure, axes: Axes, style: ChartStyle, words: ChartWords, inks: Inks) -> None:
        self._figure, self._axes, self._style, self._words = figure, axes, style, words
        self.bars = PathPatch(NO_SHAPE, lw=0, zorder=5)
        axes.add_patch(self.bars)
        inks.add(self.bars.set_facecolor, "text3")
        self.flags = flags(inks)
        self.flags.set_zorder(6)
        self.flags.set_clip_on(False)
        axes.add_line(self.flags)
        px = style.px
        beside = offset(axes.get_yaxis_transform(), figure, px(_LABEL_LEFT_PX), px(_LABEL_BELOW_PX))
        self.label = letter(figure, words.other_events, beside, px(_LABEL_PX), at=(0, NOTE_Y), side="right")
        inks.add(self.label.set_color, "text2")
        self.texts: list[Text] = []

    def restyle(self, style: ChartStyle) -> None:
        """Recolour the words; the rest follows the inks of the lanes."""
        self._style = style
        for text in self.texts:
            text.set_color(style.color("text2"))

    def show(self, timeline: Timeline, view: ChartView, layout: Layout) -> None:
        """Draw what was noted in the stretch of time of ``view``."""
        self.label.set_visible(has_note_lane(timeline, view))
        noted = shown_notes(timeline, view)
        spans = [(day_number(day.on), day_number(day.until)) for day in noted if day.until is not None]
        half, middle = _BAR_PX / LANE / 2, NOTE_Y - _BAR_BELOW_PX / LANE
        self.bars.set_path(boxes(spans, middle - half, middle + half))
        drawn = _apart([day for day in noted if day.on >= view.start], view, layout)
        self.flags.set_data([day_number(day.on) for day in drawn], [NOTE_Y] * len(drawn))
        self._write(drawn, view, layout)

    def _write(self, drawn: Sequence[NotedDay], view: ChartView, layout: Layout) -> None:
        """Write beside each flag as much of its words as there is room for up to the next one."""
        px_per_day, size = layout.plot_width / view.days, self._style.px(TEXT_PX)
        ends = [*(day.on for day in drawn[1:]), view.end] if drawn else []
        said = []
        for day, end in zip(drawn, ends, strict=True):
            room = (end - day.on).days * px_per_day - self._style.px(_TEXT_LEFT_PX) - _BEFORE_NEXT_PX
            words = elided(self._said(day), size, room) if room >= self._style.px(_LEAST_TEXT_PX) else ""
            if words:
                said.append((day_number(day.on), words))
        for number, (x, words) in enumerate(said):
            text = self._text(number)
            text.set_x(x)
            text.set_text(words)
        for number, text in enumerate(self.texts):
            text.set_visible(number < len(said))

    def _said(self, day: NotedDay) -> str:
        """Return what stands beside a flag: on paper, or where the typeface lacks a sign, no word of a person."""
        words = "" if self._style.is_print else self._words.noted(day)
        return words if words and has_glyphs(words) else self._words.noted_names(day)

    def _text(self, number: int) -> Text:
        while len(self.texts) <= number:
            px = self._style.px
            place = offset(self._axes.transData, self._figure, px(_TEXT_LEFT_PX), px(_TEXT_BELOW_PX))
            text = letter(self._figure, "", place, px(TEXT_PX), at=(0, NOTE_Y))
            text.set_color(self._style.color("text2"))
            self.texts.append(text)
        return self.texts[number]


def days_of_marks(day: NotedDay, view: ChartView, layout: Layout) -> Sequence[float]:
    """Return the days in ``view`` at which what was noted can be pointed at: its first one, and along its bar."""
    first = max(day.on, view.start)
    last = min(day.until or first, view.end)
    step = _REACHED_PX * view.days / layout.plot_width
    places = np.arange(day_number(first), day_number(last) + 1, step) if last > first else [float(day_number(first))]
    return [float(place) for place in places]


def flags(inks: Inks) -> Line2D:
    """Return an empty line of flags."""
    marks = Line2D([], [], ls="", marker=flag(), ms=FLAG_PX * PT, mew=0)
    inks.add(marks.set_markerfacecolor, "treat")
    return marks


def bar(inks: Inks, left: float, right: float, middle: float) -> PathPatch:
    """Return the bar of an event that went on from ``left`` to ``right``, as it stands in the key."""
    patch = PathPatch(boxes([(left, right)], middle - _BAR_PX / 2, middle + _BAR_PX / 2), lw=0)
    inks.add(patch.set_facecolor, "text3")
    return patch


def _apart(noted: Sequence[NotedDay], view: ChartView, layout: Layout) -> list[NotedDay]:
    """Return the days of the flags, apart from each other; what is too near to a flag counts among its events."""
    least = _APART_PX * view.days / layout.plot_width
    kept: list[NotedDay] = []
    for day in noted:
        if not kept or (day.on - kept[-1].on).days >= least:
            kept.append(day)
        else:
            kept[-1] = replace(kept[-1], events=(*kept[-1].events, *day.events))
    return kept
