"""The counting windows of a record: kept, undone, and followed by the chart."""

from datetime import timedelta

import invented
import pytest
from support import TODAY

from tracker.core.errors import InvalidDraftError, Problem
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows
from tracker.services.record import Record

LONG = CountingWindows(botox=CountingDays(before=28, first=20, last=90))


def test_windows_are_as_they_ship_until_they_are_changed_and_again_once_that_is_undone(record: Record) -> None:
    assert record.counting.windows == WINDOWS_AS_SHIPPED
    record.counting.change(LONG)
    assert record.counting.windows == LONG
    record.undo.undo()
    assert record.counting.windows == WINDOWS_AS_SHIPPED


@pytest.mark.parametrize(
    ("days", "field", "limits"),
    [
        (CountingDays(before=366, first=14, last=84), "before", "0 365"),
        (CountingDays(before=-1, first=14, last=84), "before", "0 365"),
        (CountingDays(before=28, first=0, last=84), "first", "1 730"),
        (CountingDays(before=28, first=20, last=19), "last", "20 730"),
        (CountingDays(before=28, first=20, last=731), "last", "20 730"),
    ],
)
def test_windows_out_of_their_limits_are_refused_and_nothing_is_saved(
    record: Record, days: CountingDays, field: str, limits: str
) -> None:
    for kind, windows in (
        ("botox", CountingWindows(botox=days)),
        ("microdermabrasion", CountingWindows(microdermabrasion=days)),
    ):
        with pytest.raises(InvalidDraftError) as refused:
            record.counting.change(windows)
        assert refused.value.problems == (Problem(f"{kind}_{field}", "out_of_range", limits),)
    assert record.undo.next_undo is None


def test_the_widest_windows_are_taken(record: Record) -> None:
    widest = CountingWindows(
        botox=CountingDays(before=365, first=1, last=730), microdermabrasion=CountingDays(before=0, first=730, last=730)
    )
    record.counting.change(widest)
    assert record.counting.windows == widest


def test_the_chart_counts_the_days_of_the_setting(record: Record) -> None:
    ada = record.people.add(invented.person())
    record.entries.add(ada.id, invented.botox(TODAY - timedelta(120)))
    record.counting.change(LONG)

    timeline = record.timelines.of(ada.id)

    assert timeline.counting == LONG
    assert [(window.start, window.end) for window in timeline.windows] == [
        (TODAY - timedelta(100), TODAY - timedelta(30))
    ]
