"""When the reminder centre has to look again: there is one tick a minute, and most of them need no look."""

from datetime import timedelta

from tracker.core.reminders.centre import Look
from tracker.core.reminders.settings import ReminderSettings

LONGEST_TICK = timedelta(minutes=2)
"""A longer time between two ticks means that the computer slept, or that its clock was set."""


def is_look_due(former: Look, now: Look, settings: ReminderSettings) -> bool:
    """Return whether anything can have changed since the ``former`` look but the record itself.

    That is a new day, a clock that went back, a gap, a change of zone, or a time of day at which reminders are shown
    or quiet hours end.
    """
    passed = now.at - former.at
    if now.today != former.today or now.wall < former.wall or not timedelta(0) <= passed <= LONGEST_TICK:
        return True
    return has_time_come(former, now, settings)


def has_time_come(former: Look, now: Look, settings: ReminderSettings) -> bool:
    """Return whether a time of day at which reminders are shown or quiet hours end lies between two looks of a day.

    So it may be where the clock went back.
    """
    times = {kind.at for kind in settings.kinds.values()}
    if settings.quiet_hours is not None:
        times.add(settings.quiet_hours.end)
    return now.wall < former.wall or any(former.wall < at <= now.wall for at in times)
