"""Which reminder comes first, and how long one may be put off."""

from collections.abc import Iterable
from datetime import date

from tracker.core.reminders.outlook import Reminder


def most_urgent_first(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Return those that end soonest first, then those without an end, the one about the latest day first."""
    return tuple(sorted(reminders, key=lambda one: (one.until or date.max, -one.on.toordinal(), one.key)))


def last_day_of_use(reminders: Iterable[Reminder]) -> date | None:
    """Return the last day on which all ``reminders`` are of use, None without an end."""
    return min((one.until for one in reminders if one.until is not None), default=None)
