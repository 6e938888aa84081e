"""Which ratings count."""

from datetime import time

from rated_people import botox, counted, day, rating

from tracker.core.progress.ratings import counted_ratings
from tracker.core.records import Entry, Rater


def scores(entries: list[Entry], score: str = "wrinkles") -> list[int]:
    return [rated.score for rated in counted(entries, score).ratings]


def test_ratings_of_one_score_come_oldest_first() -> None:
    assert scores([rating(5, 7), rating(1, 3), botox(2), rating(3, texture=9), rating(2, 4)]) == [3, 4, 7]


def test_a_score_of_nought_is_a_rating() -> None:
    assert scores([rating(1, 0)]) == [0]


def test_the_person_s_own_ratings_are_never_mixed_with_the_practitioner_s() -> None:
    found = counted([rating(1, 3), rating(2, 9, rater=Rater.PRACTITIONER), rating(3, 4, rater=None)])

    assert found.rater is Rater.SELF
    assert [rated.score for rated in found.ratings] == [3, 4]


def test_where_a_person_never_rated_a_score_the_practitioner_s_ratings_of_it_count() -> None:
    entries: list[Entry] = [rating(1, texture=3), rating(2, 9, texture=8, rater=Rater.PRACTITIONER)]

    assert counted(entries, "wrinkles").rater is Rater.PRACTITIONER
    assert scores(entries, "wrinkles") == [9]
    assert counted(entries, "texture").rater is Rater.SELF
    assert scores(entries, "texture") == [3]


def test_a_person_s_own_rating_to_come_does_not_yet_push_the_practitioner_s_aside() -> None:
    entries = [rating(1, 9, rater=Rater.PRACTITIONER), rating(5, 3)]

    assert counted_ratings(entries, "wrinkles", day(4)).rater is Rater.PRACTITIONER
    assert counted_ratings(entries, "wrinkles", day(5)).rater is Rater.SELF


def test_ratings_after_today_do_not_count() -> None:
    found = counted_ratings([rating(1, 3), rating(2, 4), rating(3, 5)], "wrinkles", day(2))

    assert [rated.score for rated in found.ratings] == [3, 4]


def test_several_ratings_of_one_day_are_separate_ratings_in_the_order_of_their_time() -> None:
    assert scores([rating(1, 5, at=time(20)), rating(1, 4, at=time(8)), rating(1, 4)]) == [4, 5, 4]


def test_without_ratings_nothing_counts() -> None:
    assert counted([botox(1)]).ratings == ()
    assert counted([]).rater is Rater.SELF


def test_days_after_a_day_are_counted_with_both_ends() -> None:
    ratings = counted([rating(number, number % 10) for number in (0, 1, 1, 2, 3)])

    assert [rated.on for rated in ratings.days_after(day(2), -1, 0)] == [day(1), day(1), day(2)]
    assert ratings.days_after(day(2), 2, 9) == ratings.days_after(day(2), 1, 0) == ()
