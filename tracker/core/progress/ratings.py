"""Which ratings count: one score as one rater saw it, up to a day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from tracker.core.chronology import chronological
from tracker.core.records import Entry, Kind, Rater, Rating

WRINKLES, TEXTURE = "wrinkles", "texture"
SCORES = (WRINKLES, TEXTURE)
SCORE_OF: Mapping[Kind, str] = {Kind.BOTOX: WRINKLES, Kind.MICRODERMABRASION: TEXTURE}
"""The score by which each treatment is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One rating of one score, 0 to 10, 10 best. ``entry_id`` is the rating's."""

    entry_id: UUID
    on: date
    at: time | None
    score: int

    def days_after(self, day: date) -> int:
        """Return how many days after ``day`` it was rated, below 0 before it."""
        return (self.on - day).days


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRatings:
    """All ratings of ``score`` by one rater, oldest first; those of one day are separate ratings."""

    score: str
    rater: Rater
    ratings: tuple[Scored, ...]

    def days_after(self, day: date, first: int, last: int) -> tuple[Scored, ...]:
        """Return the ratings from ``first`` to ``last`` days after ``day``, both included; below 0 is before it."""

        def days(rated: Scored) -> int:
            return rated.days_after(day)

        start = bisect_left(self.ratings, first, key=days)
        return self.ratings[start : bisect_right(self.ratings, last, key=days)]


def counted_ratings(entries: Iterable[Entry], score: str, today: date) -> ScoreRatings:
    """Return the ratings of ``score`` up to ``today`` among one person's ``entries``, which come in any order.

    The person's own where there are any, else the practitioner's: two raters are never mixed. A rating without a rater
    is the person's own.
    """
    rated = [entry for entry in entries if isinstance(entry, Rating) and entry.on <= today]
    of_score = [rating for rating in rated if rating.score(score) is not None]
    own = [rating for rating in of_score if rating.rater is not Rater.PRACTITIONER]
    counted = own or of_score
    return ScoreRatings(
        score=score,
        rater=Rater.SELF if own or not counted else Rater.PRACTITIONER,
        ratings=tuple(_scored(rating, score) for rating in chronological(counted)),
    )


def _scored(rating: Rating, score: str) -> Scored:
    value = rating.score(score)
    assert value is not None
    return Scored(entry_id=rating.id, on=rating.on, at=rating.at, score=value)
