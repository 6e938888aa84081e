"""The ranges that a person can choose, as days on the time axis."""

from datetime import date
from enum import StrEnum

from tracker.charts.days import first_of_month, moved
from tracker.core.timeline import Timeline

RUN_ON_DAYS = 49
"""The axis runs on seven weeks after today, so that the next dates are on it."""

PLANNED_DAYS, AFTER_PLAN_DAYS = 84, 7
"""It runs on further for plans of the next twelve weeks, and a week beyond the last of them."""


class Range(StrEnum):
    """A range of the segments above the chart."""

    THREE_MONTHS = "3m"
    SIX_MONTHS = "6m"
    ONE_YEAR = "1y"
    TWO_YEARS = "2y"
    ALL = "all"
    SINCE_LAST = "since_last"


_MONTHS = {Range.THREE_MONTHS: 3, Range.SIX_MONTHS: 6, Range.ONE_YEAR: 12, Range.TWO_YEARS: 24}


def range_of(chosen: Range, timeline: Timeline) -> tuple[date, date]:
    """Return the first and last day of the axis. Ranges in months begin on the first of a month, so none is cut."""
    end = _last_day(timeline)
    if chosen is Range.SINCE_LAST:
        return (timeline.treatments[-1].on if timeline.treatments else first_of_month(timeline.today, 12)), end
    if chosen is Range.ALL:
        return whole_range(timeline)
    return first_of_month(timeline.today, _MONTHS[chosen]), end


def whole_range(timeline: Timeline) -> tuple[date, date]:
    """Return the range from the month of the first entry, at least three months, on to the next dates."""
    firsts = [days[0].on for days in (timeline.ratings, timeline.treatments, timeline.noted) if days]
    start = min([first_of_month(timeline.today, 3), *(first_of_month(on) for on in firsts)])
    return start, _last_day(timeline)


def _last_day(timeline: Timeline) -> date:
    latest = moved(timeline.today, PLANNED_DAYS)
    planned = [moved(plan.on, AFTER_PLAN_DAYS) for plan in timeline.planned if plan.on <= latest]
    return max([moved(timeline.today, RUN_ON_DAYS), *planned])


def paper_range(timeline: Timeline, start: date | None, end: date | None) -> tuple[date, date]:
    """Return the axis for a picture of the days ``start`` to ``end``; None leaves that side to the record.

    Without an end the axis runs on after today; with one it stops there. An end before the start raises ValueError.
    """
    whole = whole_range(timeline)
    axis = (whole[0] if start is None else start, whole[1] if end is None else end)
    if axis[1] < axis[0]:
        raise ValueError("the range ends before it starts")
    return axis
