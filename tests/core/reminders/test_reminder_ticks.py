"""Which ticks of the clock need a look at the reminders."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tracker.core.reminders.centre import Look
from tracker.core.reminders.settings import QuietHours, ReminderSettings
from tracker.core.reminders.ticks import is_look_due

DAY = date(2026, 3, 9)
SETTINGS = ReminderSettings(quiet_hours=QuietHours(time(22), time(7, 30)))


def look(hour: int, minute: int, day: date = DAY, passed: timedelta | None = None) -> Look:
    wall = time(hour, minute)
    at = datetime.combine(day, wall, tzinfo=UTC) if passed is None else BEFORE.at + passed
    return Look(at=at, today=day, wall=wall)


BEFORE = Look(at=datetime(2026, 3, 9, 8, 59, tzinfo=UTC), today=DAY, wall=time(8, 59))


@pytest.mark.parametrize(
    ("former", "now", "is_due"),
    [
        (look(8, 57), look(8, 58), False),
        (look(8, 59), look(9, 0), True),
        (look(9, 0), look(9, 1), False),
        (look(7, 29), look(7, 30), True),
        (look(21, 59), look(22, 0), False),
        (look(23, 59), look(0, 0, DAY + timedelta(1)), True),
        (look(10, 0), look(10, 3), True),
        (look(10, 0), look(9, 59), True),
        (BEFORE, look(9, 0, passed=timedelta(minutes=-1)), True),
        (BEFORE, look(7, 59, passed=timedelta(minutes=1)), True),
    ],
)
def test_a_look_is_due_when_anything_may_have_changed(former: Look, now: Look, is_due: bool) -> None:
    assert is_look_due(former, now, SETTINGS) is is_due
