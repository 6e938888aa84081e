"""When a rating is asked for once more the next day: rarely, and no longer than it tells something."""

from collections.abc import Iterable
from datetime import date

import pytest
from rated_people import START, day, rating

from tracker.core.records import Kind, Rater, Rating
from tracker.core.reminders.rating_schedule import Ask, RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.repeats import APART_DAYS, repeat_asks

SILENT = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)
REPEATS = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False, is_repeat_on=True)


def rated(*days: int, **fields: object) -> list[Rating]:
    return [rating(on, 5, texture=6, **fields) for on in days]  # type: ignore[arg-type]


def asked(ratings: Iterable[Rating], treated_on: Iterable[int] = (), today: int = 1_000) -> list[int]:
    """Return the asked days by number."""
    found = repeat_asks(list(ratings), [day(on) for on in treated_on], day(today))
    return [(ask.on - START).days for ask in found]


def pairs(count: int, apart: int = 10) -> list[Rating]:
    """Return so many pairs of ratings on days after each other, from day 0 on."""
    return rated(*(apart * number + later for number in range(count) for later in (0, 1)))


def test_the_day_after_a_rating_is_asked_for_and_met_by_a_rating_on_it_alone() -> None:
    first, late = rated(0, 2)
    assert repeat_asks([first, late], (), day(2)) == (Ask(kind=Kind.RATING, since=day(0), day=1),)
    first, second = rated(0, 1)
    assert [ask.met_by for ask in repeat_asks([second, first], (), day(1))] == [second.id]


def test_it_is_of_use_on_its_day_alone() -> None:
    ask = repeat_asks(rated(0), (), day(0))[0]
    assert (ask.on, ask.until) == (day(1), day(1))
    assert ask.is_repeat


def test_it_is_asked_at_most_once_in_28_days_whether_it_was_followed_or_not() -> None:
    assert APART_DAYS == 28
    assert asked(rated(0, 7, 14, 27, 28, 40, 56)) == [1, 29, 57]
    assert asked(rated(0, 1, 2, 3, 27)) == [1]


def test_nothing_is_asked_any_more_once_five_pairs_are_there() -> None:
    assert asked([*pairs(4), *rated(100)]) == [1, 31, 101]
    assert asked([*pairs(5), *rated(100)]) == [1, 31]


def test_a_score_that_lacks_pairs_is_asked_for_where_it_is_rated() -> None:
    wrinkles_alone = [rating(100, 5)]
    texture_too = [rating(100, 5, texture=6)]
    known = [rating(10 * number + later, 5) for number in range(5) for later in (0, 1)]
    assert 101 not in asked([*known, *wrinkles_alone])
    assert 101 in asked([*known, *texture_too])


@pytest.mark.parametrize("rater", [Rater.SELF, None])
def test_ratings_of_the_person_ask_and_meet_those_of_a_practitioner_do_neither(rater: Rater | None) -> None:
    theirs = rated(0, 50, rater=Rater.PRACTITIONER)
    assert asked(theirs) == []
    own = rated(20, rater=rater)
    beside = rated(21, rater=Rater.PRACTITIONER)
    found = repeat_asks([*theirs, *own, *beside], (), day(60))
    assert [(ask.since, ask.met_by) for ask in found] == [(day(20), None)]


def test_a_rating_on_the_day_of_a_treatment_asks_for_nothing() -> None:
    assert asked(rated(0, 3), treated_on=[0]) == [4]


def test_what_lies_ahead_is_not_known_yet() -> None:
    assert asked(rated(0, 30), today=29) == [1]


def test_nothing_is_asked_by_a_rating_without_a_main_score() -> None:
    assert asked([rating(0)]) == []


def test_a_rating_on_the_last_day_there_is_asks_for_nothing() -> None:
    last = rating((date.max - START).days, 5)
    assert repeat_asks([last], (), date.max) == ()


def test_the_schedule_asks_for_it_only_where_that_is_switched_on_and_apart_from_all_else() -> None:
    ratings = rated(0)
    asks = repeat_asks(ratings, (), day(0))
    plain, on = (
        RatingSchedule(today=day(0), settings=settings, ratings=ratings, repeats=asks) for settings in (SILENT, REPEATS)
    )
    assert plain.next_asked() is None
    found = on.next_asked()
    assert found is not None
    assert (found.asks, found.on, found.until) == (asks, day(1), day(1))
    assert on.asked_ratings(day(2), day(60)) == ()


def test_it_is_a_rating_by_itself_beside_one_that_is_asked_for_the_day_after() -> None:
    ratings = rated(0)
    weekly = RatingScheduleSettings(is_schedule_on=False, rhythm_days=7, is_repeat_on=True)
    schedule = RatingSchedule(today=day(0), settings=weekly, ratings=ratings, repeats=repeat_asks(ratings, (), day(0)))
    assert [[ask.day for ask in one.asks] for one in schedule.asked_ratings(day(0), day(8))] == [[1], [7]]


def test_it_is_off_until_it_is_switched_on_and_kept() -> None:
    assert not RatingScheduleSettings().is_repeat_on
    assert not RatingScheduleSettings.from_dict({}).is_repeat_on
    assert RatingScheduleSettings.from_dict(REPEATS.to_dict()) == REPEATS
    assert not RatingScheduleSettings.from_dict({"is_repeat_on": "yes"}).is_repeat_on


def test_it_ends_with_its_day() -> None:
    ratings = rated(0)
    later = RatingSchedule(today=day(2), settings=REPEATS, ratings=ratings, repeats=repeat_asks(ratings, (), day(2)))
    assert later.next_asked() is None
