"""The middle of scores and of their halves, exact, so that anybody can work them out by hand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

Points = TypeVar("Points", int, Decimal)


def median(scores: Sequence[Points]) -> Decimal:
    """Return the middle of ``scores``, of which there is at least one; between two middle ones their mean."""
    ordered = sorted(scores)
    upper = len(ordered) // 2
    return Decimal(ordered[upper] + ordered[~upper]) / 2


def middle_half(scores: Sequence[Points]) -> tuple[Decimal, Decimal]:
    """Return the medians of the lower and of the upper half of ``scores``, of which there is at least one.

    Where their count is odd, the middle one belongs to both halves.
    """
    ordered = sorted(scores)
    half = (len(ordered) + 1) // 2
    return median(ordered[:half]), median(ordered[-half:])
