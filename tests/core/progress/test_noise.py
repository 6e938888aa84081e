"""How much a person's ratings differ by chance, and what a change is called."""

from datetime import time
from decimal import Decimal
from statistics import stdev

import pytest
from rated_people import counted, rating

from tracker.core.progress.noise import Noise, Size, noise_of, size_of
from tracker.core.records import Entry, Rater


def pairs(*differences: int, apart: int = 1, at: tuple[time | None, time | None] = (None, None)) -> list[Entry]:
    """Return pairs of ratings, each pair long after the one before."""
    return [
        rating(100 * number + days, score, at=at[which])
        for number, difference in enumerate(differences)
        for which, (days, score) in enumerate(((0, 5), (apart, 5 + difference)))
    ]


def test_it_is_the_standard_deviation_of_the_differences_of_successive_ratings() -> None:
    noise = noise_of(counted(pairs(1, -1, 0, 2, 0)))

    assert noise is not None
    assert noise.pairs == 5
    assert float(noise.deviation) == pytest.approx(stdev([1, -1, 0, 2, 0]))
    assert float(noise.limit) == pytest.approx(1.96 * stdev([1, -1, 0, 2, 0]))


def test_four_pairs_do_not_tell_it() -> None:
    assert noise_of(counted(pairs(1, -1, 0, 2))) is None


@pytest.mark.parametrize(("apart", "count"), [(0, 5), (1, 5), (2, 5), (3, None)])
def test_without_a_time_of_day_two_ratings_are_a_pair_up_to_two_days_apart(apart: int, count: int | None) -> None:
    noise = noise_of(counted(pairs(1, 1, 1, 1, 0, apart=apart)))

    assert (None if noise is None else noise.pairs) == count


@pytest.mark.parametrize("at", [(time(8), None), (None, time(20))])
def test_so_they_are_where_only_one_has_a_time(at: tuple[time | None, time | None]) -> None:
    assert noise_of(counted(pairs(1, 1, 1, 1, 0, apart=2, at=at))) is not None


@pytest.mark.parametrize(
    ("second", "is_known"), [(time(8, 59), True), (time(9), True), (time(9, 1), False), (time(23), False)]
)
def test_with_times_of_day_they_are_a_pair_within_48_hours(second: time, is_known: bool) -> None:
    noise = noise_of(counted(pairs(1, 1, 1, 1, 0, apart=2, at=(time(9), second))))

    assert (noise is not None) is is_known


def test_each_rating_is_paired_with_the_next_one() -> None:
    noise = noise_of(counted([rating(number, score) for number, score in enumerate((4, 5, 5, 4, 6, 6))]))

    assert noise is not None
    assert noise.pairs == 5
    assert float(noise.deviation) == pytest.approx(stdev([1, 0, -1, 2, 0]))


def test_only_successive_ratings_are_paired() -> None:
    apart = [rating(10 * number + hours // 24, 5, at=time(hours % 24)) for number in range(3) for hours in (0, 30, 60)]

    noise = noise_of(counted(apart))

    assert noise is not None
    assert noise.pairs == 6


def test_a_practitioner_s_rating_between_makes_no_pair() -> None:
    mixed = [
        rating(100 * number + days, 5, rater=rater)
        for number in range(5)
        for days, rater in ((0, Rater.SELF), (1, Rater.PRACTITIONER))
    ]

    assert noise_of(counted(mixed)) is None


@pytest.mark.parametrize(
    ("change", "size"),
    [
        ("0", Size.NONE),
        ("0.5", Size.NONE),
        ("-0.5", Size.NONE),
        ("1", Size.SMALL),
        ("-1", Size.SMALL),
        ("1.5", Size.SMALL),
        ("2", Size.CLEAR),
        ("-2", Size.CLEAR),
        ("6.5", Size.CLEAR),
    ],
)
def test_a_change_is_called_by_its_size(change: str, size: Size) -> None:
    assert size_of(Decimal(change), None) is size


def test_a_change_smaller_than_usual_is_called_usual_however_large() -> None:
    noise = Noise(5, Decimal(2))

    assert size_of(Decimal("-3.5"), noise) is Size.USUAL
    assert size_of(Decimal("3.92"), noise) is Size.CLEAR
    assert size_of(Decimal("0.5"), noise) is Size.USUAL


def test_where_ratings_never_differed_nothing_is_usual() -> None:
    assert size_of(Decimal(0), Noise(5, Decimal(0))) is Size.NONE
    assert size_of(Decimal(1), Noise(5, Decimal(0))) is Size.SMALL
