"""Days on the time axis: whole calendar days as numbers, the same count that matplotlib uses (days since 1970)."""

from datetime import date, timedelta

_EPOCH = date(1970, 1, 1).toordinal()


def day_number(on: date) -> int:
    """Return the days from 1 January 1970 to ``on``."""
    return on.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the day that `day_number` made into a number."""
    return date.fromordinal(number + _EPOCH)


def first_of_month(on: date, months_back: int = 0) -> date:
    """Return the first day of the month of ``on``, or of a month before it."""
    months = on.year * 12 + on.month - 1 - months_back
    return date(max(months // 12, date.min.year), months % 12 + 1, 1)


def moved(on: date, days: int) -> date:
    """Return ``on`` moved by ``days``, kept within the calendar."""
    try:
        return on + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
