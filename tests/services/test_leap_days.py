"""Days are counted, months and years are not: 29 February and the ends of months are days like any other."""

from datetime import date, timedelta

import pytest
from support import FixedClock

from tracker.core.drafts import MicrodermabrasionDraft, PersonDraft
from tracker.core.records import Setting
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record

DAY = timedelta(1)


@pytest.mark.parametrize(
    ("treated", "due"),
    [
        (date(2023, 1, 31), date(2023, 2, 14)),
        (date(2023, 2, 15), date(2023, 3, 1)),
        (date(2024, 2, 15), date(2024, 2, 29)),
        (date(2024, 2, 16), date(2024, 3, 1)),
        (date(2024, 2, 29), date(2024, 3, 14)),
        (date(2027, 12, 31), date(2028, 1, 14)),
        (date(2028, 2, 29), date(2028, 3, 14)),
        (date(2032, 2, 15), date(2032, 2, 29)),
    ],
)
def test_a_session_in_a_clinic_is_due_fourteen_days_later(
    record: Record, clock: FixedClock, treated: date, due: date
) -> None:
    clock.day = treated
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False))
    anna = record.people.add(PersonDraft(name="Anna Example", birth_date=date(2000, 2, 29)))
    record.entries.add(anna.id, MicrodermabrasionDraft(on=treated, setting=Setting.CLINIC))
    clock.day = due - DAY
    assert ReminderKind.RECOMMENDED not in [one.kind for one in record.reminders.look().show]
    clock.day = due
    assert [(one.kind, one.on) for one in record.reminders.look().show] == [(ReminderKind.RECOMMENDED, due)]
