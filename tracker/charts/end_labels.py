"""The labels at the ends of the lines: what they say, where they stand, and how they are kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.days import day_number
from tracker.charts.fonts import text_width
from tracker.charts.layout import Layout
from tracker.charts.points import SeriesPoints
from tracker.charts.spread import spread
from tracker.charts.style import ChartStyle, look_of
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.records import Rater
from tracker.core.timeline import Timeline

NEAR_TODAY_DAYS = 30
LABEL_OFFSET_PX, LABELS_APART_PX = 8, 17
_LOWEST_PX = 20
_END_ROOM_PX = 8


@dataclass(frozen=True, slots=True)
class EndLabel:
    """One label, which wants to stand at the height of ``score`` and takes ``width`` px beside the lines."""

    concern: str
    rater: Rater
    text: str
    score: float
    width: float


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """All labels, in one column that starts beside day ``x`` (since 1970), clear of every line."""

    x: float
    labels: tuple[EndLabel, ...]

    def heights(self, layout: Layout, low: float, high: float, style: ChartStyle) -> list[float]:
        """Return the height of each label in score units, kept apart, on an axis from ``low`` to ``high``."""
        px_per_score = layout.plot_height / (high - low)
        wanted = [(label.score - low) * px_per_score for label in self.labels]
        placed = spread(wanted, style.px(LABELS_APART_PX), style.px(_LOWEST_PX), layout.plot_height)
        return [low + place / px_per_score for place in placed]


def label_column(
    points: Sequence[SeriesPoints],
    timeline: Timeline,
    view: ChartView,
    words: ChartWords,
    style: ChartStyle,
    plot_width: float,
) -> LabelColumn:
    """Return a label for each series with a rating in view, right of all lines and never across the today line."""
    today, first, last = (day_number(on) for on in (timeline.today, view.start, view.end))
    ends = [float(first)]
    labels = []
    for series in points:
        if (end := series.last_until(first, last)) is not None:
            ends.append(end[0])
            labels.append(_label(series, end[1], words, style))
    x = max(ends)
    widest_days = max((label.width for label in labels), default=0) / plot_width * view.days
    if 0 <= today - x < max(NEAR_TODAY_DAYS, widest_days):
        x = float(min(today, last))
    return LabelColumn(x, tuple(labels))


def _label(series: SeriesPoints, score: int, words: ChartWords, style: ChartStyle) -> EndLabel:
    look = look_of(series.concern, series.rater)
    text = words.end_label(series.concern, series.rater, score)
    width = text_width(text, style.px(look.label_px), look.label_weight)
    return EndLabel(series.concern, series.rater, text, score, LABEL_OFFSET_PX + width + _END_ROOM_PX)


def fraction_of(x: float, view: ChartView) -> float:
    """Return where day ``x`` stands on the axis, 0 at its left and 1 at its right end."""
    return (x - day_number(view.start)) / view.days
