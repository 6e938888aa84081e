"""The chart as a whole in words: its headline, its key, its counts, and all of it for a screen reader."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from tracker.charts.shown import shown_events
from tracker.charts.smoothing import LEAST_RATINGS, has_trend
from tracker.charts.view import BASELINE, MAIN_CONCERNS, TREND, ChartView
from tracker.core.catalog import Catalog
from tracker.core.progress.baseline import Baseline, baselines_of
from tracker.core.progress.change import Change, change_over
from tracker.core.records import TREATMENTS, Kind, Rater
from tracker.core.timeline import (
    LONGEST_GAP_DAYS,
    NotedDay,
    PlannedDay,
    RatedDay,
    Timeline,
    TreatedDay,
)
from tracker.ui.words import chart_notes as notes
from tracker.ui.words.charts import series_name
from tracker.ui.words.dates import day_full, month_year
from tracker.ui.words.numbers import number

Dated = TypeVar("Dated", RatedDay, TreatedDay, PlannedDay, NotedDay)


def caption(timeline: Timeline, view: ChartView, catalog: Catalog) -> list[str]:
    """Return the key under the chart on screen, one piece for each thing that needs a word."""
    pieces = guide_lines(timeline, view, catalog)
    pieces += notes.goal_pieces(timeline, view, catalog)
    if timeline.windows:
        pieces.append(QCoreApplication.translate("Chart", "Grey: days counted as “after”"))
    if timeline.next_windows:
        pieces.append(QCoreApplication.translate("Chart", "Dashed: next booking window"))
    if any(rated.settling for rated in _shown_ratings(timeline, view)):
        pieces.append(QCoreApplication.translate("Chart", "Pale, dotted: still settling"))
    if any(rated.rater is Rater.PRACTITIONER for rated in _shown_ratings(timeline, view)):
        pieces.append(QCoreApplication.translate("Chart", "With a dot inside: rated by a practitioner"))
    if any(treated.is_touch_up for treated in timeline.treatments):
        pieces.append(QCoreApplication.translate("Chart", "Hollow: touch-up"))
    if _in_view(timeline.planned, view):
        pieces.append(QCoreApplication.translate("Chart", "Outlined after today: planned"))
    pieces += notes.noted_pieces(timeline, view)
    pieces.append(_caution(timeline))
    return pieces


def guide_lines(timeline: Timeline, view: ChartView, catalog: Catalog) -> list[str]:
    """Return what is said of the trend and of the baseline where they are switched on, also that there is none."""
    pieces = []
    if TREND in view.shown:
        shown = [series for series in timeline.series if view.is_on(series.concern, series.rater)]
        pieces.append(_trend(any(has_trend(series) for series in shown)))
    if BASELINE in view.shown:
        found = [one for one in baselines_of(timeline) if view.is_on(one.concern, one.rater)]
        pieces.append(_baseline(found, catalog))
    return pieces


def _trend(is_drawn: bool) -> str:
    if is_drawn:
        return QCoreApplication.translate("Chart", "Thin line: a smooth line through the ratings")
    text = QCoreApplication.translate("Chart", "No trend: it needs {count} ratings without a gap of over {days} days")
    return text.format(count=LEAST_RATINGS, days=LONGEST_GAP_DAYS)


def _baseline(found: Sequence[Baseline], catalog: Catalog) -> str:
    if not found:
        return QCoreApplication.translate("Chart", "No baseline: no rating before a first treatment")
    scores = [f"{series_name(catalog, one.concern, one.rater)} {number(one.median)}" for one in found]
    text = QCoreApplication.translate("Chart", "Dotted across: median before the first treatment, {scores}")
    return text.format(scores=", ".join(scores))


def _caution(timeline: Timeline) -> str:
    if any(rated.rater is Rater.SELF for rated in timeline.ratings):
        return QCoreApplication.translate("Chart", "Self-rated. A change after a treatment does not prove its cause.")
    return QCoreApplication.translate("Chart", "A change after a treatment does not prove its cause.")


def headline(timeline: Timeline, view: ChartView) -> str:
    """Return how one rater's scores changed in view, or how many there are where they are too few to say.

    The person's own, a practitioner's where there are no others: two raters are never mixed.
    """
    in_view = _in_view(timeline.ratings, view)
    rater = Rater.SELF if any(day.rater is Rater.SELF for day in in_view) else Rater.PRACTITIONER
    rated = [day for day in in_view if day.rater is rater]
    if not rated:
        return ""
    said = _headline(rated)
    if rater is Rater.SELF:
        return said
    return QCoreApplication.translate("Chart", "{headline} Rated by a practitioner.").format(headline=said)


def counts(timeline: Timeline, view: ChartView) -> str:
    """Return how much there is in view: "6 botox, 15 microdermabrasion, 22 ratings"; empty where there is nothing."""
    treated = [day.kind for day in _in_view(timeline.treatments, view)]
    botox, sessions = treated.count(Kind.BOTOX), treated.count(Kind.MICRODERMABRASION)
    rated = len(_in_view(timeline.ratings, view))
    if not botox + sessions + rated:
        return ""
    said = (
        QCoreApplication.translate("Chart", "%n botox", "", botox),
        QCoreApplication.translate("Chart", "%n microdermabrasion", "", sessions),
        _count(rated, None),
    )
    return ", ".join(said)


def _headline(rated: Sequence[RatedDay]) -> str:
    since = month_year(rated[0].on)
    parts = [_change_text(concern, change) for concern in MAIN_CONCERNS if (change := _median_change(rated, concern))]
    if not parts:
        return _too_few(len(rated), since)
    text = QCoreApplication.translate("Chart", "Since {month}: {changes}. Higher is better for both.")
    return text.format(month=since, changes=", ".join(parts))


def _median_change(rated: Sequence[RatedDay], concern: str) -> Change | None:
    change = change_over(rated, concern)
    return change if change is not None and change.is_median else None


def _change_text(concern: str, change: Change) -> str:
    text = (
        QCoreApplication.translate("Chart", "texture {first} to {last}")
        if concern == "texture"
        else QCoreApplication.translate("Chart", "wrinkles {first} to {last}")
    )
    return text.format(first=number(change.first), last=number(change.last))


def _too_few(count: int, since: str) -> str:
    text = (
        QCoreApplication.translate("Chart", "%n rating since {month}. Higher is better for both.", "", count)
        if count == 1
        else QCoreApplication.translate("Chart", "%n ratings since {month}. Higher is better for both.", "", count)
    )
    return text.format(month=since)


def description(timeline: Timeline, view: ChartView, catalog: Catalog) -> str:
    """Return the chart for a screen reader: the headline, how much of each there is in view, trend and baseline."""
    counts = [_count(len(_in_view(timeline.ratings, view)), None)]
    for kind in TREATMENTS:
        treated = [day for day in _in_view(timeline.treatments, view) if day.kind is kind]
        counts.append(_count(len(treated), kind))
    noted = len(shown_events(timeline, view))
    if noted:
        counts.append(notes.notes_count(noted))
    planned = len(_in_view(timeline.planned, view))
    if planned:
        counts.append(QCoreApplication.translate("Chart", "%n planned", "", planned))
    text = QCoreApplication.translate("Chart", "{from_day} to {to_day}: {counts}.")
    said = text.format(
        from_day=day_full(view.start), to_day=day_full(min(view.end, timeline.today)), counts=", ".join(counts)
    )
    lines = [*guide_lines(timeline, view, catalog), *notes.goal_pieces(timeline, view, catalog)]
    guides = [f"{line}." for line in lines]
    return " ".join(part for part in (headline(timeline, view), said, *guides) if part)


def period(timeline: Timeline, view: ChartView) -> str:
    """Return the days in view: "Sat 1 Mar 2025 to Mon 9 Mar 2026"."""
    text = QCoreApplication.translate("Chart", "{from_day} to {to_day}")
    return text.format(from_day=day_full(view.start), to_day=day_full(min(view.end, timeline.today)))


def _count(count: int, kind: Kind | None) -> str:
    one = count == 1
    if kind is None:
        if one:
            return QCoreApplication.translate("Chart", "%n rating", "", count)
        return QCoreApplication.translate("Chart", "%n ratings", "", count)
    if kind is Kind.BOTOX:
        if one:
            return QCoreApplication.translate("Chart", "%n botox treatment", "", count)
        return QCoreApplication.translate("Chart", "%n botox treatments", "", count)
    if one:
        return QCoreApplication.translate("Chart", "%n microdermabrasion session", "", count)
    return QCoreApplication.translate("Chart", "%n microdermabrasion sessions", "", count)


def _shown_ratings(timeline: Timeline, view: ChartView) -> list[RatedDay]:
    return [
        rated
        for rated in _in_view(timeline.ratings, view)
        if any(view.is_on(concern, rated.rater) for concern in rated.scores)
    ]


def _in_view(found: Sequence[Dated], view: ChartView) -> list[Dated]:
    return [day for day in found if view.start <= day.on <= view.end]
