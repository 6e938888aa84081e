"""Whether the skin changed: plain medians of what was rated, no model and no claim of effect."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.core.progress.medians import median
from tracker.core.timeline import RatedDay

RATINGS_EACH_SIDE = 3
"""So many ratings make the median at either end; fewer than twice as many are compared singly."""


@dataclass(frozen=True, slots=True)
class Change:
    """A concern's score at the start and at the end, 10 best, out of ``count`` ratings.

    ``is_median``: the median of the first three and of the last three, else simply the first and the latest.
    """

    first: Decimal
    last: Decimal
    count: int
    is_median: bool


def change_over(ratings: Sequence[RatedDay], concern: str) -> Change | None:
    """Return how ``concern`` changed over one rater's ``ratings``, oldest first; None below two that rate it."""
    scores = [rated.scores[concern] for rated in ratings if concern in rated.scores]
    if len(scores) < 2:
        return None
    is_median = len(scores) >= 2 * RATINGS_EACH_SIDE
    side = RATINGS_EACH_SIDE if is_median else 1
    return Change(median(scores[:side]), median(scores[-side:]), len(scores), is_median)
