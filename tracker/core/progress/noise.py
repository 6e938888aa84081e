"""How much one person's ratings differ where nothing can have changed, and what a change is called beside that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import stdev

from tracker.core.progress.ratings import Scored, ScoreRatings

FEWEST_PAIRS = 5
LONGEST_APART = timedelta(hours=48)
MOST_DAYS_APART = 2
"""Two ratings, one of which has no time of day, are a pair up to so many days apart."""

_SPREAD = Decimal("1.96")
"""19 of 20 differences of an even noise lie within so many standard deviations."""

SMALL, CLEAR = 1, 2
"""From so many points a change is called small or clear: a rule of thumb, as no threshold is validated."""


@dataclass(frozen=True, slots=True)
class Noise:
    """The standard deviation, in points, of the differences of ``pairs`` pairs of ratings shortly after each other."""

    pairs: int
    deviation: Decimal

    @property
    def limit(self) -> Decimal:
        """Return the points below which a change lies within the person's usual variation."""
        return _SPREAD * self.deviation


class Size(StrEnum):
    """What a change is called."""

    NONE = "none"
    SMALL = "small"
    CLEAR = "clear"
    USUAL = "usual"
    """It lies within the person's usual variation, however large it is."""


def noise_of(ratings: ScoreRatings) -> Noise | None:
    """Return how much one rater's ``ratings`` differ by chance, None where fewer than `FEWEST_PAIRS` pairs tell it.

    A pair is a rating and the next one within `LONGEST_APART`.
    """
    differences = [Decimal(later.score - earlier.score) for earlier, later in _pairs(ratings.ratings)]
    if len(differences) < FEWEST_PAIRS:
        return None
    return Noise(len(differences), stdev(differences))


def pair_days(ratings: ScoreRatings) -> tuple[date, ...]:
    """Return the day on which each pair of one rater's ``ratings`` was completed, earliest first."""
    return tuple(later.on for _, later in _pairs(ratings.ratings))


def size_of(change: Decimal, noise: Noise | None) -> Size:
    """Return what a ``change`` in points, up or down, is called beside the ``noise`` where that is known."""
    points = abs(change)
    if noise is not None and points < noise.limit:
        return Size.USUAL
    if points >= CLEAR:
        return Size.CLEAR
    return Size.SMALL if points >= SMALL else Size.NONE


def _pairs(ratings: Sequence[Scored]) -> list[tuple[Scored, Scored]]:
    return [(earlier, later) for earlier, later in pairwise(ratings) if _is_pair(earlier, later)]


def _is_pair(earlier: Scored, later: Scored) -> bool:
    if earlier.at is None or later.at is None:
        return later.days_after(earlier.on) <= MOST_DAYS_APART
    return datetime.combine(later.on, later.at) - datetime.combine(earlier.on, earlier.at) <= LONGEST_APART
