"""What a person wants to be reminded of, and when not."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.reminders.settings import KindSettings, QuietHours, ReminderKind, ReminderSettings

SHIPPED = ReminderSettings()
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.just("09:00Z")
    | st.just("24:00"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*ReminderKind, "quiet_hours", "is_on", "notice_days", "at", "start", "end"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def test_everything_reminds_at_nine_and_a_plan_on_the_day_before() -> None:
    assert set(SHIPPED.kinds) == set(ReminderKind)
    assert all(kind.is_on and kind.at == time(9) for kind in SHIPPED.kinds.values())
    assert {name for name, kind in SHIPPED.kinds.items() if kind.notice_days} == {ReminderKind.PLANNED}
    assert SHIPPED.kinds[ReminderKind.PLANNED].opens_on(date(2026, 3, 1)) == date(2026, 2, 28)
    assert SHIPPED.quiet_hours is None


def test_settings_come_back_as_they_were_kept() -> None:
    changed = ReminderSettings(quiet_hours=QuietHours(time(22), time(7, 30))).with_kind(
        ReminderKind.LAPSED, KindSettings(is_on=False, notice_days=3, at=time(0, 0))
    )

    assert ReminderSettings.from_dict(json.loads(json.dumps(changed.to_dict()))) == changed


@given(json_values)
def test_any_stored_value_gives_whole_settings(stored: object) -> None:
    found = ReminderSettings.from_dict(stored)

    assert set(found.kinds) == set(ReminderKind)
    assert ReminderSettings.from_dict(found.to_dict()) == found


@pytest.mark.parametrize(
    "broken",
    [
        {"is_on": "yes"},
        {"notice_days": -1},
        {"notice_days": True},
        {"notice_days": 61},
        {"at": "9:00"},
        {"at": "25:00"},
    ],
)
def test_a_broken_field_falls_back_and_leaves_the_others(broken: dict[str, object]) -> None:
    stored = SHIPPED.to_dict() | {"rating": {"is_on": False, "notice_days": 2, "at": "08:15"} | broken}
    whole = KindSettings(is_on=False, notice_days=2, at=time(8, 15)).to_dict()
    (name,) = broken

    found = ReminderSettings.from_dict(stored).kinds[ReminderKind.RATING]

    assert found.to_dict() == whole | {name: KindSettings().to_dict()[name]}


@pytest.mark.parametrize(
    ("start", "end", "quiet", "loud"),
    [
        (22, 7, [22, 23, 0, 6], [7, 12, 21]),
        (1, 3, [1, 2], [0, 3, 23]),
        (0, 8, [0, 7], [8, 23]),
        (5, 5, [], [0, 5, 23]),
    ],
    ids=["over midnight", "within the day", "from midnight", "equal is never"],
)
def test_quiet_hours(start: int, end: int, quiet: list[int], loud: list[int]) -> None:
    settings = ReminderSettings(quiet_hours=QuietHours(time(start), time(end)))

    assert [settings.is_quiet(time(hour)) for hour in quiet] == [True] * len(quiet)
    assert [settings.is_quiet(time(hour)) for hour in loud] == [False] * len(loud)
    assert not SHIPPED.is_quiet(time(3))
