"""Which reminder comes first, and how long one may be put off."""

from datetime import date, timedelta
from uuid import UUID

from support import TODAY

from tracker.core.records import Kind
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.settings import ReminderKind
from tracker.core.reminders.urgency import last_day_of_use, most_urgent_first


def reminder(ago: int, until: date | None = None) -> Reminder:
    on = TODAY - timedelta(ago)
    kind = ReminderKind.EARLIEST if until is None else ReminderKind.RATING
    return Reminder(kind=kind, person_id=UUID(int=1), treatment=Kind.BOTOX, on=on, since=on, until=until)


def test_what_ends_soonest_comes_first_and_of_the_endless_the_latest() -> None:
    old, new = reminder(20), reminder(2)
    later, soon = reminder(1, TODAY + timedelta(9)), reminder(3, TODAY)
    assert most_urgent_first([old, later, new, soon]) == (soon, later, new, old)


def test_several_are_of_use_until_the_first_of_them_ends() -> None:
    assert last_day_of_use([reminder(2), reminder(1, TODAY + timedelta(9)), reminder(3, TODAY)]) == TODAY
    assert last_day_of_use([reminder(2)]) is None
