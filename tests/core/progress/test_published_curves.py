"""Published shares of responders over time, turned into ratings, give the published duration.

Sources: labels and trials as read in excerpts (Dermatol Surg 2023;49:862; PMC9632938; StatPearls).
OnabotulinumtoxinA: of those who responded at day 30 half still do at day 120, the median, and 32 to 43 % at day 150.
DaxibotulinumtoxinA: half at day 168 (24 weeks), some at nine months. For "some" one in twenty is taken; the median does
not hang on it.
"""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from rated_people import botox, day, rating

from tracker.core.progress.duration import Duration
from tracker.core.progress.summary import progress_of
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED
from tracker.core.records import Entry, Kind

Curve = Sequence[tuple[int, float]]
"""Days after the treatment and the share of responders, falling."""

ONA_LOWER: Curve = ((30, 1), (120, 0.5), (150, 0.32), (270, 0))
ONA_UPPER: Curve = ((30, 1), (120, 0.5), (150, 0.43), (270, 0))
DAXI: Curve = ((28, 1), (168, 0.5), (270, 0.05), (300, 0))
CURVES = [
    pytest.param(ONA_LOWER, (90, 150), 120, id="onabotulinumtoxinA, 32 % at day 150"),
    pytest.param(ONA_UPPER, (90, 150), 120, id="onabotulinumtoxinA, 43 % at day 150"),
    pytest.param(DAXI, (140, 200), 168, id="daxibotulinumtoxinA"),
]
EVERY = 400
"""Days between treatments: long enough for every effect to be gone."""

BASELINE, GAIN = 3, 5


def share(curve: Curve, on: int) -> float:
    """Return the share of responders on a day, straight between the published ones, all of them before the first."""
    if on <= curve[0][0]:
        return 1
    for (start, high), (end, low) in pairwise(curve):
        if on <= end:
            return high + (low - high) * (on - start) / (end - start)
    return 0


def lost_on(curve: Curve, responders: float) -> int:
    """Return the first day on which at most that share still respond."""
    return next(on for on in range(EVERY) if share(curve, on) <= responders)


def duration(entries: list[Entry]) -> Duration:
    return progress_of(entries, WINDOWS_AS_SHIPPED, day(100_000)).durations[Kind.BOTOX].together


@pytest.mark.parametrize(("curve", "published", "median"), CURVES)
def test_cycles_that_end_as_responders_are_lost_have_the_published_median(
    curve: Curve, published: tuple[int, int], median: int
) -> None:
    entries: list[Entry] = []
    for cycle in range(1, 20):
        start, lost = EVERY * cycle, lost_on(curve, cycle / 20)
        entries += [botox(start), rating(start, BASELINE)]
        entries += [rating(start + on, BASELINE + GAIN * (on < lost)) for on in range(14, 330, 14)]

    found = duration(entries)

    assert found.usable_cycles == 19
    assert found.median_days is not None
    assert published[0] <= found.median_days <= published[1]
    assert abs(found.median_days - median) <= 7


@pytest.mark.parametrize(("curve", "published", "median"), CURVES)
def test_a_skin_that_fades_as_the_share_does_loses_half_of_its_gain_on_the_published_day(
    curve: Curve, published: tuple[int, int], median: int
) -> None:
    entries: list[Entry] = []
    for cycle in range(1, 4):
        start = EVERY * cycle
        entries += [botox(start), rating(start, BASELINE)]
        entries += [rating(start + on, round(BASELINE + GAIN * share(curve, on))) for on in range(7, 330, 7)]

    found = duration(entries)

    assert found.median_days is not None
    assert published[0] <= found.median_days <= published[1]
    assert abs(found.median_days - median) <= 14
