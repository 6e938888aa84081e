"""Times, expiries and days as people type them."""

from datetime import date, time

import pytest

from tracker.core.drafts import Unreadable
from tracker.ui.dialogs.reading import day_text, expiry_text, has_expired, read_day, read_expiry, read_time


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", None),
        ("  ", None),
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("9", time(9, 0)),
        ("2:05 pm", time(14, 5)),
        ("0:00", time(0, 0)),
        ("24:00", Unreadable("24:00", "not_a_time")),
        ("9:60", Unreadable("9:60", "not_a_time")),
        ("noon", Unreadable("noon", "not_a_time")),
        ("١٢:٣٠", Unreadable("١٢:٣٠", "not_a_time")),
    ],
)
def test_times_are_read_as_typed(typed: str, read: time | Unreadable | None) -> None:
    assert read_time(typed) == read


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("09/2027", "2027-09"),
        ("9/2027", "2027-09"),
        ("9.2027", "2027-09"),
        ("2027/9", "2027-09"),
        ("2027-09", "2027-09"),
        ("2027-09-30", "2027-09-30"),
        ("soon", "soon"),
    ],
)
def test_expiries_are_read_as_typed(typed: str, stored: str) -> None:
    assert read_expiry(typed) == stored


def test_an_expiry_stands_in_its_field_as_it_is_typed() -> None:
    assert expiry_text("2027-09") == "09/2027"
    assert read_expiry(expiry_text("2027-09-30")) == "2027-09-30"


def test_a_month_is_good_to_its_last_day() -> None:
    assert not has_expired("2026-03", date(2026, 3, 31))
    assert has_expired("2026-03", date(2026, 4, 1))
    assert not has_expired("2026-03-09", date(2026, 3, 9))
    assert has_expired("2026-03-09", date(2026, 3, 10))
    assert not has_expired("", date(2026, 3, 9))


@pytest.mark.parametrize("day", [date(1950, 1, 2), date(2026, 12, 31), date(2000, 2, 29)])
def test_a_day_is_read_back_as_it_is_shown(day: date) -> None:
    assert read_day(day_text(day)) == day
    assert read_day(day.isoformat()) == day


def test_a_day_that_is_none_is_said() -> None:
    assert read_day("31/31/1980") == Unreadable("31/31/1980", "not_a_date")
    assert read_day(" ") is None
