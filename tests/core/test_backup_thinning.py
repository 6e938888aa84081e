"""Backups become fewer with age, and no clock makes the newest go."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.backup_thinning import ALWAYS_KEPT, thinned

NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HOURS = st.lists(st.integers(-20_000, 20_000), max_size=60, unique=True)


def kept(moments: Iterable[datetime], now: datetime = NOW) -> list[datetime]:
    """Return the moments that stay, newest first."""
    backups = dict(enumerate(moments))
    gone = thinned(backups, now)
    return sorted((made for backup, made in backups.items() if backup not in gone), reverse=True)


def lived(days: int, every: timedelta) -> list[datetime]:
    """Return what is kept of backups made and thinned for so many days, up to now."""
    moments: list[datetime] = []
    made = NOW - timedelta(days=days)
    while made <= NOW:
        moments = kept([*moments, made], made)
        made += every
    return sorted(moments, reverse=True)


def test_all_of_two_days_are_kept() -> None:
    hourly = [NOW - number * HOUR for number in range(49)]
    assert kept(hourly) == hourly


def test_then_one_a_day_for_two_weeks() -> None:
    moments = lived(40, 6 * HOUR)
    days = [made.date() for made in moments if 3 * DAY < NOW - made < 14 * DAY]
    assert len(days) == len(set(days)) == 12


def test_then_one_a_week_for_two_months() -> None:
    moments = lived(120, DAY)
    weeks = [made.isocalendar()[:2] for made in moments if 20 * DAY < NOW - made < 61 * DAY]
    assert len(weeks) == len(set(weeks)) in (6, 7)


def test_then_one_a_month_for_two_years_and_none_after() -> None:
    moments = lived(1_200, DAY)
    months = [(made.year, made.month) for made in moments if NOW - made > 75 * DAY]
    assert len(months) == len(set(months)) in (21, 22, 23)
    assert NOW - moments[-1] <= timedelta(days=731) + 5 * DAY


def test_of_a_day_the_newest_is_kept() -> None:
    old = [NOW - 5 * DAY + number * HOUR for number in range(3)]
    assert kept([*(NOW - number * HOUR for number in range(5)), *old])[5:] == [old[-1]]


@pytest.mark.parametrize("age", [timedelta(0), 400 * DAY, 4_000 * DAY])
def test_the_five_newest_are_kept_however_old_they_are(age: timedelta) -> None:
    moments = [NOW - age - number * 100 * DAY for number in range(5)]
    assert kept(moments) == moments


def test_one_backup_under_a_clock_set_years_forward_takes_no_other_with_it() -> None:
    hourly = [NOW - number * HOUR for number in range(40)]
    wrong = NOW + 5_000 * DAY
    assert kept([wrong, *hourly], wrong) == [wrong, *hourly]


def test_backups_of_a_wrong_clock_are_kept_and_are_not_counted_among_the_newest() -> None:
    ahead = [NOW + number * 1_000 * DAY for number in range(6, 0, -1)]
    yearly = [NOW - number * 700 * DAY for number in range(5)]
    assert kept([*ahead, *yearly]) == [*ahead, *yearly]


def test_a_clock_set_back_takes_nothing() -> None:
    hourly = [NOW - number * HOUR for number in range(200)]
    assert kept(hourly, NOW - 3_000 * DAY) == hourly


def test_whoever_comes_back_after_a_year_finds_the_last_days() -> None:
    last = [NOW - 365 * DAY - number * HOUR for number in range(30)]
    assert kept([NOW, *last]) == [NOW, *last]


@given(HOURS, st.integers(-20_000, 20_000))
def test_no_clock_leaves_fewer_than_five(hours: list[int], now: int) -> None:
    moments = [NOW + number * HOUR for number in hours]
    newest = sorted((made for made in moments if made <= NOW + now * HOUR), reverse=True)[:ALWAYS_KEPT]
    stayed = kept(moments, NOW + now * HOUR)
    assert set(newest) <= set(stayed)
    assert len(stayed) >= min(ALWAYS_KEPT, len(moments))


@given(HOURS)
def test_what_was_thinned_is_thin(hours: list[int]) -> None:
    once = kept([NOW + number * HOUR for number in hours])
    assert kept(once) == once


@given(HOURS)
def test_of_two_years_no_backup_goes_without_a_later_one_of_the_same_month(hours: list[int]) -> None:
    moments = [NOW - abs(number) * HOUR for number in hours]
    stayed = kept(moments)
    for made in moments:
        if NOW - made <= 731 * DAY:
            assert any(timedelta(0) <= later - made <= 31 * DAY for later in stayed)
