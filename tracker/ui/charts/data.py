"""The data behind the chart: exactly what is drawn, as rows for a table, the clipboard and a spreadsheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.charts.shown import shown_events, shown_goals
from tracker.charts.smoothing import has_trend
from tracker.charts.view import BASELINE, TREND, ChartView
from tracker.charts.words import ChartWords
from tracker.core.catalog import Catalog
from tracker.core.drafts import plain_number
from tracker.core.progress.baseline import baselines_of
from tracker.core.records import CONCERNS
from tracker.core.spreadsheet import spreadsheet
from tracker.core.timeline import RatedDay, Timeline, TreatedDay
from tracker.ui.words import catalog as names
from tracker.ui.words.chart_entries import rated_remarks
from tracker.ui.words.charts import planned_name
from tracker.ui.words.dates import day_table
from tracker.ui.words.entries import details
from tracker.ui.words.numbers import number

translate = QCoreApplication.translate
CSV_COLUMNS = ("first_day", "last_day", "what", "value", "details")
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """One thing that is drawn. What goes across the whole chart has no day; ``value`` is on the scale of the scores."""

    first: date | None = None
    last: date | None = None
    what: str
    value: Decimal | None = None
    details: str = ""


def data_rows(timeline: Timeline, view: ChartView, words: ChartWords, catalog: Catalog) -> tuple[DataRow, ...]:
    """Return what ``view`` draws of ``timeline``: what goes across first, then the oldest day first.

    Imports numpy where a trend is drawn.
    """
    dated = [
        *_ratings(timeline, view, words),
        *_treatments(timeline, view, words, catalog),
        *_notes(timeline, view, catalog),
        *_windows(timeline, view, words),
        *_trends(timeline, view, words),
    ]
    return (*_across(timeline, view, words, catalog), *sorted(dated, key=lambda row: row.first or date.min))


def headings() -> tuple[str, ...]:
    """Return the headings of the table, which has a column for each of `CSV_COLUMNS`."""
    return (
        translate("ChartData", "Day"),
        translate("ChartData", "Last day"),
        translate("ChartData", "What"),
        translate("ChartData", "Value"),
        translate("ChartData", "Details"),
    )


def cells(row: DataRow) -> tuple[str, ...]:
    """Return a row as a person reads it."""
    return (
        "" if row.first is None else day_table(row.first),
        "" if row.last is None else day_table(row.last),
        row.what,
        "" if row.value is None else number(row.value),
        " ".join(row.details.split()),
    )


def csv_of(rows: Sequence[DataRow]) -> bytes:
    """Return rows for a spreadsheet; see `spreadsheet`. Days are as in ISO 8601, numbers have a point."""
    return spreadsheet(CSV_COLUMNS, map(_plain, rows))


def _plain(row: DataRow) -> tuple[str, ...]:
    return (
        "" if row.first is None else row.first.isoformat(),
        "" if row.last is None else row.last.isoformat(),
        row.what,
        "" if row.value is None else plain_number(row.value),
        row.details,
    )


def _across(timeline: Timeline, view: ChartView, words: ChartWords, catalog: Catalog) -> Iterator[DataRow]:
    for concern, goal in shown_goals(timeline, view).items():
        text = translate("ChartData", "Goal for {score}").format(score=names.lowered(names.concern(concern, catalog)))
        yield DataRow(what=text, value=Decimal(goal))
    for found in baselines_of(timeline) if BASELINE in view.shown else ():
        if view.is_on(found.concern, found.rater):
            text = translate("ChartData", "{series}, median before the first treatment")
            yield DataRow(what=text.format(series=words.series_name(found.concern, found.rater)), value=found.median)


def _ratings(timeline: Timeline, view: ChartView, words: ChartWords) -> Iterator[DataRow]:
    for rated in timeline.ratings:
        if not view.start <= rated.on <= view.end:
            continue
        for concern in CONCERNS:
            if concern in rated.scores and view.is_on(concern, rated.rater):
                name = words.series_name(concern, rated.rater)
                yield DataRow(first=rated.on, what=name, value=Decimal(rated.scores[concern]), details=_remarks(rated))


def _remarks(rated: RatedDay) -> str:
    return "; ".join([*rated_remarks(rated), *([rated.note] if rated.note else [])])


def _treatments(timeline: Timeline, view: ChartView, words: ChartWords, catalog: Catalog) -> Iterator[DataRow]:
    for treated in timeline.treatments:
        if treated.kind in view.shown and view.start <= treated.on <= view.end:
            name = words.touch_up if treated.is_touch_up else words.kinds[treated.kind]
            yield DataRow(first=treated.on, what=name, details=_treated_details(treated, catalog))
    for plan in timeline.planned:
        if plan.kind in view.shown and view.start <= plan.on <= view.end:
            yield DataRow(first=plan.on, what=planned_name(plan.kind, plan.is_touch_up), details=plan.note or "")


def _treated_details(treated: TreatedDay, catalog: Catalog) -> str:
    said, note = details(treated.treatment, catalog), treated.treatment.note or ""
    return said if said == " ".join(note.split()) else "; ".join(part for part in (said, note) if part)


def _notes(timeline: Timeline, view: ChartView, catalog: Catalog) -> Iterator[DataRow]:
    for event in shown_events(timeline, view):
        name = names.other_event(event.event, catalog)
        yield DataRow(first=event.on, last=event.until, what=name, details=event.note or "")


def _windows(timeline: Timeline, view: ChartView, words: ChartWords) -> Iterator[DataRow]:
    counted, following = translate("ChartData", "Days counted as after"), words.next_window
    for name, windows in ((counted, timeline.windows), (following, timeline.next_windows)):
        for window in windows:
            if window.kind in view.shown and window.start <= view.end and window.end >= view.start:
                text = translate("ChartData", "{what}: {treatment}")
                what = text.format(what=name[:1].upper() + name[1:], treatment=names.lowered(words.kinds[window.kind]))
                yield DataRow(first=window.start, last=window.end, what=what)


def _trends(timeline: Timeline, view: ChartView, words: ChartWords) -> Iterator[DataRow]:
    shown = [one for one in timeline.series if TREND in view.shown and view.is_on(one.concern, one.rater)]
    if not any(map(has_trend, shown)):
        return
    from tracker.charts.days import day_of
    from tracker.charts.points import points_of
    from tracker.charts.trend import trend_of

    for points in points_of(timeline):
        if not view.is_on(points.concern, points.rater):
            continue
        what = words.trend(points.concern, points.rater)
        days, heights = trend_of(points, view.span)
        for day, height in zip(days.tolist(), heights.tolist(), strict=True):
            # A break between two runs is no number.
            if day == day and view.start <= (on := day_of(round(day))) <= view.end:
                yield DataRow(first=on, what=what, value=Decimal(str(height)).quantize(_HUNDREDTH))
