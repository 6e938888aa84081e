"""One cycle: its baseline, its peak, and the day on which the effect had worn off."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rated_people import START, botox, counted, day, rating, session, textures, wrinkles

from tracker.core.progress.cycles import Cycle, cycles_of
from tracker.core.progress.ratings import TEXTURE, WRINKLES
from tracker.core.progress.treatments import main_treatments
from tracker.core.progress.windows import BOTOX_DAYS, MICRODERMABRASION_DAYS
from tracker.core.records import Entry, Kind

LATE = day(3_000)


def cycles(*entries: Entry) -> tuple[Cycle, ...]:
    given = list(entries)
    return cycles_of(main_treatments(given, Kind.BOTOX, LATE), counted(given, WRINKLES), BOTOX_DAYS)


def cycle(course: dict[int, int], *more: Entry) -> Cycle:
    """Return the cycle of a treatment on day 0 with ratings of these days and scores."""
    return cycles(botox(0), *wrinkles(course), *more)[0]


def of_sessions(*entries: Entry) -> tuple[Cycle, ...]:
    given = list(entries)
    treatments = main_treatments(given, Kind.MICRODERMABRASION, LATE)
    return cycles_of(treatments, counted(given, TEXTURE), MICRODERMABRASION_DAYS)


def test_the_baseline_is_the_median_before_and_the_peak_the_highest_median_of_two_ratings_in_a_row() -> None:
    found = cycle({-29: 9, -28: 3, -10: 2, 0: 4, 10: 6, 20: 9, 30: 8, 40: 8, 100: 7})

    assert (found.baseline, found.peak, found.gain) == (Decimal(3), Decimal("8.5"), Decimal("5.5"))


def test_half_of_the_gain_lies_between_baseline_and_peak_and_nowhere_without_them() -> None:
    assert cycle({0: 3, 10: 8, 20: 8}).half == Decimal("5.5")
    assert cycle({0: 3, 10: 8}).half is None


def test_one_high_rating_alone_makes_no_peak_of_its_height() -> None:
    assert cycle({0: 3, 10: 4, 20: 10, 30: 4}).peak == Decimal(7)


def test_the_peak_is_looked_for_from_day_7_to_60() -> None:
    assert cycle({0: 3, 5: 9, 6: 9, 7: 5, 60: 5, 61: 9, 62: 9}).peak == Decimal(5)
    assert cycle({0: 3, 6: 9, 7: 9, 60: 3}).peak == Decimal(6)


def test_the_peak_is_looked_for_before_the_day_of_the_next_treatment() -> None:
    assert cycle({0: 3, 10: 5, 20: 5, 30: 9, 31: 9}, botox(30)).peak == Decimal(5)


@pytest.mark.parametrize(
    ("course", "is_rated"),
    [
        ({0: 3}, False),
        ({0: 3, 20: 7}, False),
        ({0: 3, 20: 7, 61: 7}, False),
        ({20: 7, 30: 7}, False),
        ({0: 3, 20: 7, 30: 7}, True),
    ],
)
def test_a_cycle_is_rated_with_a_rating_before_and_two_where_the_peak_is_looked_for(
    course: dict[int, int], is_rated: bool
) -> None:
    assert cycle(course).is_rated is is_rated


def test_a_gain_under_two_points_is_no_clear_effect_to_time() -> None:
    below, above = cycle({0: 4, -1: 5, 20: 6, 30: 6, 100: 4}), cycle({0: 4, 20: 6, 30: 6, 100: 4})

    assert (below.gain, below.is_usable, below.is_censored, below.worn_off) == (Decimal("1.5"), False, False, None)
    assert (above.gain, above.is_usable, above.worn_off) == (Decimal(2), True, 65)


def test_it_wore_off_where_the_line_between_two_ratings_crosses_half_of_the_gain() -> None:
    # From 2 to 8: half is 5, reached a third of the way from 6 to 3.
    assert cycle({0: 2, 20: 8, 30: 8, 90: 6, 120: 3}).worn_off == 100


@pytest.mark.parametrize(("on", "worn_off"), [(91, 91), (92, 91), (93, 92), (94, 92)])
def test_half_a_day_is_rounded_up(on: int, worn_off: int) -> None:
    # From 4 to 8: half is 6, in the middle between 7 and 5.
    assert cycle({0: 4, 20: 8, 30: 8, 90: 7, on: 5}).worn_off == worn_off


def test_a_rating_at_half_has_not_crossed_it_and_the_line_leaves_half_on_its_day() -> None:
    assert cycle({0: 4, 20: 8, 30: 8, 90: 6, 100: 6}).at_least == 100
    assert cycle({0: 4, 20: 8, 30: 8, 90: 6, 100: 6, 120: 5}).worn_off == 100


def test_a_dip_that_does_not_stay_below_at_the_next_rating_is_not_the_end() -> None:
    assert cycle({0: 4, 20: 8, 30: 8, 90: 4, 100: 8, 120: 8, 140: 4}).worn_off == 130
    assert cycle({0: 4, 20: 8, 30: 8, 90: 4, 100: 6, 120: 6}).at_least == 120


def test_a_last_rating_below_half_is_the_end_as_no_next_one_tells_otherwise() -> None:
    assert cycle({0: 4, 20: 8, 30: 8, 100: 8, 120: 4}).worn_off == 110


def test_only_what_falls_after_the_peak_ends_the_effect() -> None:
    assert cycle({0: 3, 7: 6, 10: 3, 14: 3, 30: 9, 40: 9, 100: 9, 110: 3}).worn_off == 105


def test_of_peaks_as_high_the_latest_counts() -> None:
    assert cycle({0: 4, 10: 8, 14: 8, 20: 4, 25: 4, 40: 8, 50: 8, 100: 8, 120: 4}).worn_off == 110


def test_the_second_rating_of_the_peak_may_lie_below_half_already() -> None:
    # The pair's median is 6, half of the gain 5; the line falls from 9 on day 50 to 3 on day 60.
    assert cycle({0: 4, 50: 9, 60: 3}).worn_off == 57


def test_two_ratings_of_one_day_can_cross_on_it() -> None:
    assert cycles(botox(0), *wrinkles({0: 4, 20: 8, 30: 8}), rating(90, 8), rating(90, 4))[0].worn_off == 90


def test_without_a_crossing_it_lasted_at_least_to_the_last_rating() -> None:
    found = cycle({0: 4, 20: 8, 30: 8, 110: 7})

    assert (found.worn_off, found.at_least, found.is_censored, found.is_usable) == (None, 110, True, True)


def test_it_is_followed_to_the_last_rating_before_the_next_treatment_and_not_beyond() -> None:
    found = cycle({0: 4, 20: 8, 30: 8, 110: 7, 121: 4, 122: 4}, botox(120))

    assert (found.at_least, found.next_on) == (110, day(120))


def test_a_rating_on_the_day_of_the_next_treatment_still_tells_how_this_one_ended() -> None:
    course = {0: 4, 20: 8, 30: 8, 110: 8, 120: 4, 121: 9}

    first, second = cycles(botox(0), botox(120), *wrinkles(course))

    assert first.worn_off == 115
    assert [rated.score for rated in second.before] == [8, 4]


def test_a_touch_up_neither_ends_a_cycle_nor_begins_one() -> None:
    found = cycles(botox(0), botox(14, is_touch_up=True), *wrinkles({0: 4, 20: 8, 30: 8, 100: 8, 120: 4}))

    assert [(one.on, one.worn_off) for one in found] == [(day(0), 110)]


def test_treatments_of_one_day_are_one_cycle_of_their_product_or_of_none() -> None:
    same = cycles(botox(0), botox(0))
    several = cycles(botox(0, "dysport"), botox(0, "xeomin"))

    assert [one.product for one in same] == ["dysport"]
    assert [one.product for one in several] == [None]


def test_the_peak_of_a_session_is_looked_for_from_day_3_to_28() -> None:
    course = textures({-15: 9, -14: 3, 0: 3, 2: 9, 3: 6, 28: 6, 29: 9, 30: 9, 40: 3})
    (found,) = of_sessions(session(0), *course)

    assert (found.baseline, found.peak, found.product) == (Decimal(3), Decimal(6), None)
    assert found.worn_off == 38


def test_a_cycle_holds_what_is_drawn_of_it() -> None:
    found = cycle({-29: 1, -28: 2, 0: 3, 1: 4, 300: 5})

    assert [rated.score for rated in found.before] == [2, 3]
    assert [rated.score for rated in found.after] == [4, 5]


def test_the_change_of_a_cycle_is_that_of_before_and_after() -> None:
    assert cycle({0: 3, 13: 9, 14: 5, 84: 6, 85: 9}).change == Decimal("2.5")
    assert cycle({14: 5}).change is None


# A second reading of the rule, over a plain list of days and scores.


def plain_end(course: Mapping[int, int]) -> tuple[str, float]:
    """Return how the cycle of a treatment on day 0 ended, without a next treatment."""
    before = sorted(score for on, score in course.items() if -28 <= on <= 0)
    points = sorted((on, score) for on, score in course.items() if on > 0)
    pairs = [((a[1] + b[1]) / 2, place) for place, (a, b) in enumerate(pairwise(points)) if a[0] >= 7 and b[0] <= 60]
    if not before or not pairs:
        return "unrated", 0
    baseline = (before[len(before) // 2] + before[(len(before) - 1) // 2]) / 2
    peak, start = max(pairs)
    if peak - baseline < 2:
        return "no effect", 0
    half = (baseline + peak) / 2
    for place in range(start, len(points) - 1):
        (on, high), (later, low) = points[place], points[place + 1]
        rest = points[place + 2 : place + 3]
        if high >= half > low and all(score < half for _, score in rest):
            return "worn off", on + (high - half) / (high - low) * (later - on)
    return "at least", points[-1][0]


@given(st.dictionaries(st.integers(-40, 200), st.integers(0, 10), max_size=25))
def test_every_course_ends_as_the_plain_reading_says(course: dict[int, int]) -> None:
    found = cycle(course)
    how, days = plain_end(course)

    assert found.is_rated is (how != "unrated")
    assert found.is_usable is (how in ("worn off", "at least"))
    if how == "worn off":
        assert found.worn_off is not None
        assert abs(found.worn_off - days) <= 0.5 + 1e-9
    assert found.at_least == (days if how == "at least" else None)


def test_days_are_counted_over_a_change_of_year() -> None:
    assert START.month == 1
    assert cycle({0: 4, 20: 8, 30: 8, 380: 8, 400: 4}).worn_off == 390
