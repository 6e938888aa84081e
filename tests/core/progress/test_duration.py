"""How long it lasts over cycles, and what is missing where that cannot be said."""

from datetime import date
from decimal import Decimal

import pytest
from rated_people import END, botox, day, rating, session, textures, wrinkles

from tracker.core.progress.cycles import Cycle
from tracker.core.progress.duration import Duration, Durations, Lack, Missing, durations_of
from tracker.core.progress.summary import progress_of
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED
from tracker.core.records import Entry, Kind

LATE = day(END)
GOOD = {-1: 4, 20: 8, 30: 8, 50: 8}
"""Ratings of a cycle with a gain of 4 points, on days after its treatment."""


def ended(worn_off: int) -> dict[int, int]:
    """Return a cycle that wears off on that day."""
    return {**GOOD, worn_off - 5: 8, worn_off + 5: 4}


def cycle(*, worn_off: int | None = None, at_least: int | None = None) -> Cycle:
    """Return a cycle of which no more is told than how it ended."""
    return Cycle(
        kind=Kind.BOTOX,
        on=day(0),
        next_on=None,
        product="dysport",
        before=(),
        after=(),
        baseline=Decimal(4),
        peak=Decimal(8),
        change=Decimal(4),
        worn_off=worn_off,
        at_least=at_least,
    )


def seen(*days: int) -> list[Cycle]:
    return [cycle(worn_off=one) for one in days]


def lasting(*days: int) -> list[Cycle]:
    return [cycle(at_least=one) for one in days]


def history(*courses: dict[int, int], products: tuple[str, ...] = (), every: int = 200) -> list[Entry]:
    """Return a treatment every so many days with the ratings of each."""
    given: list[Entry] = []
    for number, course in enumerate(courses):
        start = number * every
        product = products[number] if products else "dysport"
        given += [botox(start, product), *wrinkles({start + on: score for on, score in course.items()})]
    return given


def durations(entries: list[Entry], today: date = LATE) -> Durations:
    return progress_of(entries, WINDOWS_AS_SHIPPED, today).durations[Kind.BOTOX]


def duration(*courses: dict[int, int]) -> Duration:
    return durations(history(*courses)).together


def over(cycles: list[Cycle]) -> Duration:
    return durations_of(cycles, None, LATE).together


def missing(entries: list[Entry], today: date = LATE) -> Missing:
    found = durations(entries, today).together.missing
    assert found is not None
    return found


def test_three_cycles_give_the_median_and_its_range() -> None:
    assert duration(ended(131), ended(101), ended(118)) == Duration(
        median_days=118,
        at_least_days=None,
        shortest_days=101,
        longest_days=131,
        usable_cycles=3,
        censored_cycles=0,
        missing=None,
    )


def test_the_range_is_of_the_days_on_which_an_end_was_seen() -> None:
    assert over([*seen(101, 118), *lasting(90, 150)]) == Duration(
        median_days=118,
        at_least_days=None,
        shortest_days=101,
        longest_days=118,
        usable_cycles=4,
        censored_cycles=2,
        missing=None,
    )


def test_where_the_median_is_not_reached_it_is_at_least_what_the_cycles_prove() -> None:
    assert over(lasting(90, 130, 110)) == Duration(
        median_days=None,
        at_least_days=110,
        shortest_days=None,
        longest_days=None,
        usable_cycles=3,
        censored_cycles=3,
        missing=None,
    )


def test_a_cycle_without_ratings_after_another_that_lasts_is_followed_to_the_last_rating() -> None:
    found = durations([*history(ended(101), ended(118), {**GOOD, 120: 8}), botox(600)]).together

    assert (found.median_days, found.usable_cycles, found.censored_cycles) == (118, 3, 1)


@pytest.mark.parametrize("usable", [0, 1, 2])
def test_under_three_usable_cycles_there_is_no_number(usable: int) -> None:
    found = duration(*[ended(118)] * usable, {20: 8, 30: 8})

    assert (found.median_days, found.at_least_days, found.shortest_days, found.longest_days) == (None,) * 4
    assert (found.usable_cycles, found.censored_cycles) == (usable, 0)
    assert found.missing == Missing(lack=Lack.RATINGS, cycles=usable + 1, rated=usable, rate_from=None)


def test_censored_cycles_are_counted_also_without_a_number() -> None:
    found = over([*lasting(100), *seen(100)])

    assert (found.usable_cycles, found.censored_cycles) == (2, 1)


def test_cycles_without_a_clear_effect_are_not_usable_and_said_to_be_what_is_missing() -> None:
    flat = {-1: 4, 20: 5, 30: 5}

    assert missing(history(ended(118), flat, flat)) == Missing(lack=Lack.EFFECT, cycles=3, rated=3, rate_from=None)


def test_three_usable_cycles_among_many_without_effect_are_no_number() -> None:
    flat = {-1: 4, 20: 5, 30: 5}
    found = duration(*[ended(118)] * 3, *[flat] * 4)

    assert found.median_days is None
    assert found.usable_cycles == 3
    assert found.missing is not None
    assert found.missing.lack is Lack.EFFECT
    assert duration(*[ended(118)] * 3, *[flat] * 3).missing is None


def test_peaks_that_the_ratings_after_do_not_bear_out_are_no_number() -> None:
    # The peak of each cycle is 2 points up, the median after only half a point.
    shaky = {-1: 4, 20: 8, 30: 4, 35: 4, 40: 4, 45: 5, 50: 5, 55: 4, 70: 4}
    found = duration(shaky, shaky, shaky)

    assert found.usable_cycles == 3
    assert found.missing is not None
    assert found.missing.lack is Lack.CHANGE


def test_a_change_of_one_point_in_the_middle_bears_a_number_out() -> None:
    course = {-1: 4, 20: 8, 30: 8, 35: 5, 40: 4, 50: 5, 60: 5}
    found = durations(history(course, course, course))

    assert [one.change for one in progress_of(history(course), WINDOWS_AS_SHIPPED, LATE).cycles[Kind.BOTOX]] == [1]
    assert found.together.missing is None


def test_cycles_without_a_rating_in_the_counting_days_after_are_judged_by_their_gain_alone() -> None:
    early = {-1: 4, 7: 8, 13: 8, 110: 8, 120: 4}

    assert duration(early, early, early).median_days == 115


def test_a_gain_within_the_person_s_usual_variation_is_no_number() -> None:
    noisy: list[Entry] = [
        rating(2_000 + 50 * number + later, score)
        for number in range(5)
        for later, score in ((0, 2 + number), (1, 9 - number))
    ]
    found = durations([*history(ended(118), ended(118), ended(118)), *noisy]).together

    assert found.missing is not None
    assert (found.missing.lack, found.median_days, found.usable_cycles) == (Lack.NOISE, None, 3)


def test_where_products_differ_each_has_its_own_duration_beside_the_one_of_all() -> None:
    products = ("xeomin", "dysport", "xeomin", "xeomin")
    found = durations(history(ended(101), ended(150), ended(118), ended(131), products=products))

    assert found.together.usable_cycles == 4
    assert [(product, one.median_days, one.usable_cycles) for product, one in found.by_product] == [
        ("xeomin", 118, 3),
        ("dysport", None, 1),
    ]


def test_one_product_alone_is_not_told_twice() -> None:
    assert durations(history(ended(101), ended(118))).by_product == ()


def test_a_day_of_several_products_counts_for_none_of_them() -> None:
    entries = [*history(ended(101), ended(118), ended(131)), botox(200, "xeomin")]

    found = durations(entries)

    assert found.together.usable_cycles == 3
    assert [(product, one.usable_cycles) for product, one in found.by_product] == [("dysport", 2)]


def test_it_is_told_for_sessions_and_texture_as_well() -> None:
    entries: list[Entry] = []
    for start in (0, 100, 200):
        entries += [session(start), *textures({start: 4, start + 5: 7, start + 20: 7, start + 40: 7, start + 50: 4})]

    found = progress_of(entries, WINDOWS_AS_SHIPPED, day(END))

    assert found.durations[Kind.MICRODERMABRASION].together.median_days == 45
    assert found.cycles[Kind.MICRODERMABRASION][0].gain == Decimal(3)
    assert found.durations[Kind.BOTOX].together.missing == Missing(lack=Lack.RATINGS, cycles=0, rated=0, rate_from=None)


@pytest.mark.parametrize(
    ("course", "today", "rate_from"),
    [
        ({}, 0, 0),
        ({}, 1, None),
        ({0: 4}, 0, 7),
        ({0: 4}, 10, 10),
        ({0: 4, 10: 8}, 10, 11),
        ({0: 4}, 60, 60),
        ({0: 4}, 61, None),
        ({0: 4, 10: 8, 60: 5}, 60, None),
        ({0: 4, 10: 5, 20: 5}, 30, 30),
        ({0: 4, 10: 8, 20: 8}, 90, 90),
        ({0: 4, 10: 8, 20: 8, 90: 8}, 90, 91),
        ({0: 4, 10: 8, 20: 8, 90: 4}, 95, None),
    ],
    ids=[
        "on the day of treatment itself",
        "without a rating before, the next treatment is waited for",
        "before day 7",
        "where the peak is looked for",
        "not twice on one day",
        "on the last day of the peak",
        "after it",
        "when no day of it is left",
        "as long as the peak may still come",
        "as long as the effect lasts",
        "tomorrow where today is rated",
        "when it has worn off",
    ],
)
def test_it_is_said_from_which_day_a_rating_helps(course: dict[int, int], today: int, rate_from: int | None) -> None:
    found = missing([botox(0), *wrinkles(course)], day(today))

    assert found.rate_from == (None if rate_from is None else day(rate_from))
