"""The middle of scores and of their halves, exact, so that anybody can work them out by hand."""

from collections.abc import Sequence
from decimal import Decimal


def median(scores: Sequence[int]) -> Decimal:
    """Return the middle of ``scores``, of which there is at least one; between two middle ones their mean."""
    ordered = sorted(scores)
    upper = len(ordered) // 2
    return Decimal(ordered[upper] + ordered[~upper]) / 2
