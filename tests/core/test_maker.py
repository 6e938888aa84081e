"""Many frozen values at once are what their own constructor makes one by one."""

from datetime import date

import pytest

from tracker.core.events import Event
from tracker.core.maker import Maker
from tracker.core.records import Kind

DAYS = (date(2026, 3, 1), date(2026, 3, 2))


def test_many_are_made_like_one_with_the_defaults_of_all_other_fields() -> None:
    make = Maker(Event, ("kind", "on", "units"))
    kinds = (Kind.BOTOX, Kind.MICRODERMABRASION)
    made = make(2, (kinds, iter(DAYS), (None, None)))
    assert made == [Event(kind=kind, on=on) for kind, on in zip(kinds, DAYS, strict=True)]


def test_none_are_made_of_no_rows() -> None:
    assert Maker(Event, ("kind", "on"))(0, ()) == []


def test_a_missing_column_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Maker(Event, ("kind", "on"))(1, [[Kind.BOTOX]])
