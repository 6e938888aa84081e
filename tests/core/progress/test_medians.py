"""Medians by hand."""

from decimal import Decimal

import pytest

from tracker.core.progress.medians import median


@pytest.mark.parametrize(
    ("scores", "middle"),
    [((3,), "3"), ((3, 4), "3.5"), ((9, 1, 2), "2"), ((1, 10, 4, 5), "4.5"), ((0, 0), "0")],
)
def test_the_median_of_an_even_count_lies_between_the_middle_two(scores: tuple[int, ...], middle: str) -> None:
    assert median(scores) == Decimal(middle)
