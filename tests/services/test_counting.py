"""The counting windows of a record: kept, undone, and followed by the chart."""

from datetime import timedelta

import invented
from support import TODAY

from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows
from tracker.services.record import Record

LONG = CountingWindows(botox=CountingDays(before=28, first=20, last=90))


def test_windows_are_as_they_ship_until_they_are_changed_and_again_once_that_is_undone(record: Record) -> None:
    assert record.counting.windows == WINDOWS_AS_SHIPPED
    record.counting.change(LONG)
    assert record.counting.windows == LONG
    record.undo.undo()
    assert record.counting.windows == WINDOWS_AS_SHIPPED


def test_the_chart_counts_the_days_of_the_setting(record: Record) -> None:
    ada = record.people.add(invented.person())
    record.entries.add(ada.id, invented.botox(TODAY - timedelta(120)))
    record.counting.change(LONG)

    timeline = record.timelines.of(ada.id)

    assert timeline.counting == LONG
    assert [(window.start, window.end) for window in timeline.windows] == [
        (TODAY - timedelta(100), TODAY - timedelta(30))
    ]
