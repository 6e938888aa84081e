"""Ratings sorted by what was active on their day, and an oracle that asks each rating by itself."""

from collections.abc import Mapping
from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rated_people import END, START, botox, day, rating, session, textures, wrinkles

from tracker.core.progress.summary import progress_of
from tracker.core.progress.together import Active, Group
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, Rating

NEITHER, BOTOX_ONLY, SESSION_ONLY, BOTH = (
    Active.NEITHER,
    Active.BOTOX_ONLY,
    Active.MICRODERMABRASION_ONLY,
    Active.BOTH,
)


def groups(
    entries: list[Entry], score: str = "wrinkles", windows: CountingWindows = WINDOWS_AS_SHIPPED
) -> Mapping[Active, Group]:
    found = progress_of(entries, windows, day(END)).together[score]
    assert [group.active for group in found.groups] == list(Active)
    return {group.active: group for group in found.groups}


def active(on: int, *treatments: Entry) -> Active:
    """Return the group of a rating of that day."""
    found = groups([*treatments, rating(on, 5)])
    return next(active for active, group in found.items() if group.ratings)


@pytest.mark.parametrize(
    ("on", "found"),
    [(-1, NEITHER), (0, NEITHER), (13, NEITHER), (14, BOTOX_ONLY), (84, BOTOX_ONLY), (85, NEITHER)],
)
def test_botox_is_active_from_day_14_to_84(on: int, found: Active) -> None:
    assert active(on, botox(0)) is found


@pytest.mark.parametrize(
    ("on", "found"), [(0, NEITHER), (2, NEITHER), (3, SESSION_ONLY), (28, SESSION_ONLY), (29, NEITHER)]
)
def test_microdermabrasion_is_active_from_day_3_to_28(on: int, found: Active) -> None:
    assert active(on, session(0)) is found


@pytest.mark.parametrize(("on", "found"), [(42, BOTOX_ONLY), (43, BOTH), (68, BOTH), (69, BOTOX_ONLY), (85, NEITHER)])
def test_both_are_active_where_both_count(on: int, found: Active) -> None:
    assert active(on, botox(0), session(40)) is found


def test_the_days_are_those_of_the_setting() -> None:
    windows = CountingWindows(botox=CountingDays(before=28, first=2, last=3))
    found = groups([botox(0), *wrinkles({1: 1, 2: 2, 3: 3, 4: 4})], windows=windows)

    assert [rated.score for rated in found[BOTOX_ONLY].ratings] == [2, 3]
    assert [rated.score for rated in found[NEITHER].ratings] == [1, 4]


def test_a_treatment_stays_active_while_the_next_one_settles() -> None:
    assert active(75, botox(0), botox(70)) is BOTOX_ONLY
    assert active(9, session(0), session(7)) is SESSION_ONLY


def test_a_touch_up_prolongs_nothing() -> None:
    assert active(85, botox(0), botox(14, is_touch_up=True)) is NEITHER


def test_a_group_has_a_median_and_a_middle_half_and_shows_every_rating() -> None:
    group = groups([botox(0), *wrinkles({20: 4, 30: 9, 40: 6, 50: 7, 60: 8})])[BOTOX_ONLY]

    assert [rated.score for rated in group.ratings] == [4, 9, 6, 7, 8]
    assert (group.median, group.middle_half) == (Decimal(7), (Decimal(6), Decimal(8)))


def test_an_empty_group_has_none() -> None:
    group = groups([])[BOTH]

    assert (group.median, group.middle_half, group.treatment_count, group.is_enough) == (None, None, 0, False)


def test_each_score_is_sorted_by_itself() -> None:
    entries = [botox(0), session(0), *wrinkles({40: 6}), *textures({10: 3})]

    assert groups(entries, "wrinkles")[BOTOX_ONLY].median == Decimal(6)
    assert groups(entries, "texture")[SESSION_ONLY].median == Decimal(3)


def test_a_rating_follows_on_the_latest_treatment_that_was_active() -> None:
    found = groups([session(0), session(7), session(14), *wrinkles({20: 5, 21: 5})])[SESSION_ONLY]

    assert found.treatments == {Kind.MICRODERMABRASION: 1}


def test_treatments_of_one_day_are_not_separate() -> None:
    assert groups([botox(0), botox(0, "xeomin"), rating(20, 5)])[BOTOX_ONLY].treatment_count == 1


def test_a_group_is_enough_with_five_ratings_from_two_treatments() -> None:
    four = [botox(0), botox(100), *wrinkles({20: 5, 30: 5, 40: 5, 120: 5})]
    from_one = [botox(0), botox(100), *wrinkles({20: 5, 30: 5, 40: 5, 50: 5, 60: 5})]

    assert not groups(four)[BOTOX_ONLY].is_enough
    assert groups([*four, rating(121, 5)])[BOTOX_ONLY].is_enough
    assert not groups(from_one)[BOTOX_ONLY].is_enough


def test_with_both_active_two_treatments_of_each_are_needed() -> None:
    one_botox = [botox(0), session(20), session(50), *wrinkles({30: 5, 31: 5, 60: 5, 61: 5, 62: 5})]
    two = [*one_botox, botox(200), session(210), rating(220, 5)]

    assert groups(one_botox)[BOTH].treatments == {Kind.BOTOX: 1, Kind.MICRODERMABRASION: 2}
    assert not groups(one_botox)[BOTH].is_enough
    assert groups(two)[BOTH].treatment_count == 5
    assert groups(two)[BOTH].is_enough


def test_without_a_treatment_five_ratings_are_enough() -> None:
    assert groups(list(wrinkles({1: 5, 2: 5, 3: 5, 4: 5, 5: 5})))[NEITHER].is_enough
    assert not groups(list(wrinkles({1: 5, 2: 5, 3: 5, 4: 5})))[NEITHER].is_enough


@given(
    st.lists(
        st.one_of(
            st.builds(botox, st.integers(0, 250), is_touch_up=st.booleans()),
            st.builds(session, st.integers(0, 250)),
            st.builds(rating, st.integers(0, 300), st.none() | st.integers(0, 10)),
        ),
        max_size=40,
    )
)
def test_every_rating_is_in_the_group_of_the_oracle(entries: list[Entry]) -> None:
    def was_active(on: int, of: type[Entry], first: int, last: int) -> list[int]:
        return [
            treated
            for one in entries
            if isinstance(one, of) and not getattr(one, "is_touch_up", False)
            if first <= on - (treated := (one.on - START).days) <= last
        ]

    sorted_in: dict[str, list[int]] = {active.value: [] for active in Active}
    latest: dict[str, set[tuple[str, int]]] = {active.value: set() for active in Active}
    for one in entries:
        if isinstance(one, Rating) and one.wrinkles is not None:
            on = (one.on - START).days
            botoxes, sessions = was_active(on, Botox, 14, 84), was_active(on, Microdermabrasion, 3, 28)
            name = (
                ("both" if sessions else "botox_only")
                if botoxes
                else ("microdermabrasion_only" if sessions else "neither")
            )
            sorted_in[name].append(one.wrinkles)
            latest[name] |= {(kind, max(days)) for kind, days in (("b", botoxes), ("m", sessions)) if days}

    for found, group in groups(entries).items():
        expected = sorted_in[found.value]
        assert sorted(rated.score for rated in group.ratings) == sorted(expected)
        assert group.median == (Decimal(median(map(Decimal, expected))) if expected else None)
        assert group.treatment_count == len(latest[found.value])
