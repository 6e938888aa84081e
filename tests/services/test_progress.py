"""The progress of a person of the record."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import invented
from support import TODAY

from tracker.core.drafts import RatingDraft
from tracker.core.progress.windows import CountingDays, CountingWindows
from tracker.services.record import Record


def test_it_is_made_of_the_person_s_own_entries_and_the_record_s_windows(record: Record) -> None:
    ada, other = record.people.add(invented.person()), record.people.add(invented.person(name="Someone Else"))
    record.entries.add(ada.id, invented.botox(TODAY - timedelta(60)))
    for days_ago, score in ((61, 3), (40, 7), (30, 8)):
        record.entries.add(ada.id, RatingDraft(on=TODAY - timedelta(days_ago), scores={"wrinkles": score}))
    record.entries.add(other.id, RatingDraft(on=TODAY - timedelta(61), scores={"wrinkles": 10}))

    (item,) = record.progress.of(ada.id).before_after
    assert (item.before.median, item.after.median, item.after.count) == (Decimal(3), Decimal("7.5"), 2)

    record.counting.change(CountingWindows(botox=CountingDays(before=0, first=30, last=84)))
    (item,) = record.progress.of(ada.id).before_after
    assert (item.before.median, item.after.median, item.after.count) == (None, Decimal(8), 1)
    assert record.progress.of(ada.id).windows.botox.first == 30


def test_it_can_be_asked_for_as_of_another_day(record: Record) -> None:
    ada = record.people.add(invented.person())
    record.entries.add(ada.id, invented.botox(TODAY - timedelta(60)))
    record.entries.add(ada.id, RatingDraft(on=TODAY - timedelta(30), scores={"wrinkles": 7}))

    earlier = record.progress.of(ada.id, TODAY - timedelta(31))

    assert earlier.today == TODAY - timedelta(31)
    assert [item.after.count for item in earlier.before_after] == [0]
    assert [item.after.count for item in record.progress.of(ada.id).before_after] == [1]
    assert record.progress.of(ada.id, TODAY - timedelta(61)).before_after == ()


def test_without_entries_it_is_empty(record: Record) -> None:
    assert record.progress.of(uuid4()).before_after == ()
