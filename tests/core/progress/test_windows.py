"""Which days count as before and as after."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.progress.windows import (
    MOST_AFTER_DAYS,
    MOST_BEFORE_DAYS,
    WINDOWS_AS_SHIPPED,
    CountingDays,
    CountingWindows,
)
from tracker.core.records import Kind

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["botox", "microdermabrasion", "before", "first", "last"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_as_shipped_28_days_before_botox_are_compared_with_day_14_to_84_and_14_before_a_session_with_3_to_28() -> None:
    assert WINDOWS_AS_SHIPPED.of(Kind.BOTOX) == CountingDays(before=28, first=14, last=84)
    assert WINDOWS_AS_SHIPPED.of(Kind.MICRODERMABRASION) == CountingDays(before=14, first=3, last=28)


@pytest.mark.parametrize(
    ("days", "is_before", "is_after"),
    [
        (-29, False, False),
        (-28, True, False),
        (0, True, False),
        (1, False, False),
        (13, False, False),
        (14, False, True),
        (84, False, True),
        (85, False, False),
    ],
)
def test_both_ends_are_included(days: int, is_before: bool, is_after: bool) -> None:
    counting = WINDOWS_AS_SHIPPED.botox

    assert (counting.is_before(days), counting.is_after(days)) == (is_before, is_after)


def test_windows_come_back_as_they_were_kept() -> None:
    changed = CountingWindows(
        botox=CountingDays(before=0, first=1, last=MOST_AFTER_DAYS),
        microdermabrasion=CountingDays(before=MOST_BEFORE_DAYS, first=MOST_AFTER_DAYS, last=MOST_AFTER_DAYS),
    )

    assert CountingWindows.from_dict(json.loads(json.dumps(changed.to_dict()))) == changed


@given(json_values)
def test_any_stored_value_gives_whole_windows(stored: object) -> None:
    found = CountingWindows.from_dict(stored)

    assert CountingWindows.from_dict(found.to_dict()) == found
    for days in (found.botox, found.microdermabrasion):
        assert 0 <= days.before <= MOST_BEFORE_DAYS
        assert 1 <= days.first <= days.last <= MOST_AFTER_DAYS


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        ({"before": -1}, (28, 20, 60)),
        ({"before": True}, (28, 20, 60)),
        ({"before": MOST_BEFORE_DAYS + 1}, (28, 20, 60)),
        ({"first": 0}, (10, 14, 60)),
        ({"first": "20"}, (10, 14, 60)),
        ({"first": 61}, (10, 14, 84)),
        ({"last": MOST_AFTER_DAYS + 1}, (10, 20, 84)),
        ({"last": 60.0}, (10, 20, 84)),
        ({"last": None}, (10, 20, 84)),
        ({"last": 19}, (10, 14, 84)),
    ],
)
def test_a_broken_field_falls_back_and_leaves_the_others(
    broken: dict[str, object], found: tuple[int, int, int]
) -> None:
    stored = WINDOWS_AS_SHIPPED.to_dict() | {"botox": {"before": 10, "first": 20, "last": 60} | broken}
    before, first, last = found

    days = CountingDays(before=before, first=first, last=last)
    assert CountingWindows.from_dict(stored) == CountingWindows(botox=days)
