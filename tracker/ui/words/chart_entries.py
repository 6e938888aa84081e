"""What the chart says of one entry or plan."""

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS, TREATMENTS, Kind
from tracker.core.timeline import (
    NotedDay,
    PlannedDay,
    RatedDay,
    Settling,
    Timeline,
    TreatedDay,
    days_since,
)
from tracker.ui.words import catalog as names
from tracker.ui.words import chart_notes as notes
from tracker.ui.words.charts import planned_name, series_name
from tracker.ui.words.dates import day_full, days
from tracker.ui.words.entries import details

Day = RatedDay | TreatedDay | PlannedDay | NotedDay


def entry_lines(day: Day, timeline: Timeline, catalog: Catalog) -> list[str]:
    """Return what the chart says of an entry or a plan, line by line, the day first. The note is the person's own."""
    lines = [day_full(day.on)]
    if isinstance(day, PlannedDay):
        lines.append(planned_name(day.kind, day.is_touch_up))
    elif isinstance(day, NotedDay):
        lines += [line for event in day.events for line in notes.event_lines(event, catalog)]
    else:
        lines += _rated_lines(day, catalog) if isinstance(day, RatedDay) else _treated_lines(day, catalog)
    lines += [line for kind in TREATMENTS if (line := _since_line(day, kind, timeline))]
    if isinstance(day, NotedDay):
        return lines
    note = day.treatment.note if isinstance(day, TreatedDay) else day.note
    return [*lines, note] if note else lines


def _rated_lines(rated: RatedDay, catalog: Catalog) -> list[str]:
    lines = [
        f"{series_name(catalog, concern, rated.rater)} {rated.scores[concern]}"
        for concern in CONCERNS
        if concern in rated.scores
    ]
    return [*lines, *rated_remarks(rated)]


def rated_remarks(rated: RatedDay) -> list[str]:
    """Return what is to be known of how a rating was made."""
    remarks = [_settling_line(reason) for reason in rated.settling]
    if rated.prior_shown:
        remarks.append(QCoreApplication.translate("Chart", "The last score was shown while rating"))
    return remarks


def _settling_line(reason: Settling) -> str:
    text = (
        QCoreApplication.translate("Chart", "Still settling: day {day} after botox")
        if reason.kind is Kind.BOTOX
        else QCoreApplication.translate("Chart", "Still settling: day {day} after microdermabrasion")
    )
    return text.format(day=reason.days)


def _treated_lines(treated: TreatedDay, catalog: Catalog) -> list[str]:
    said = details(treated.treatment, catalog)
    if said == treated.treatment.note:
        said = ""
    return [line for line in (names.kind(treated.kind), said) if line]


def _since_line(day: Day, kind: Kind, timeline: Timeline) -> str:
    since = _days_since_earlier(day, kind, timeline)
    if since is None:
        return ""
    if since == 0:
        return (
            QCoreApplication.translate("Chart", "On the day of botox")
            if kind is Kind.BOTOX
            else QCoreApplication.translate("Chart", "On the day of microdermabrasion")
        )
    text = (
        QCoreApplication.translate("Chart", "{days} after botox")
        if kind is Kind.BOTOX
        else QCoreApplication.translate("Chart", "{days} after microdermabrasion")
    )
    return text.format(days=days(since))


def _days_since_earlier(day: Day, kind: Kind, timeline: Timeline) -> int | None:
    """Return the days since the latest treatment of ``kind``; for a treatment itself, the one before it counts."""
    if not isinstance(day, TreatedDay) or day.kind is not kind:
        return days_since(timeline, kind, day.on)
    earlier = [one.on for one in timeline.treatments if one.kind is kind and one.on < day.on]
    return (day.on - earlier[-1]).days if earlier else None
