"""Medians by hand."""

from decimal import Decimal
from statistics import median as other_median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.progress.medians import median, middle_half


@pytest.mark.parametrize(
    ("scores", "middle"),
    [((3,), "3"), ((3, 4), "3.5"), ((9, 1, 2), "2"), ((1, 10, 4, 5), "4.5"), ((0, 0), "0")],
)
def test_the_median_of_an_even_count_lies_between_the_middle_two(scores: tuple[int, ...], middle: str) -> None:
    assert median(scores) == Decimal(middle)


def test_the_median_of_medians_is_as_exact() -> None:
    assert median([Decimal("4.5"), Decimal(1), Decimal("0.5"), Decimal(9)]) == Decimal("2.75")


@given(st.lists(st.integers(0, 10), min_size=1, max_size=30))
def test_the_median_is_the_one_of_the_standard_library(scores: list[int]) -> None:
    assert median(scores) == Decimal(other_median(map(Decimal, scores)))


@pytest.mark.parametrize(
    ("scores", "lower", "upper"),
    [
        ((5,), "5", "5"),
        ((5, 7), "5", "7"),
        ((9, 1, 5), "3", "7"),
        ((8, 2, 4, 6), "3", "7"),
        ((1, 2, 3, 4, 5), "2", "4"),
        ((1, 2, 3, 4, 5, 6), "2", "5"),
        ((1, 2, 3, 4, 5, 6, 7), "2.5", "5.5"),
    ],
)
def test_the_middle_half_lies_between_the_medians_of_both_halves(
    scores: tuple[int, ...], lower: str, upper: str
) -> None:
    assert middle_half(scores) == (Decimal(lower), Decimal(upper))
