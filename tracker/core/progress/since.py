"""How one rater's score stands beside their first rating, and beside the last one before the latest treatment."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.core.progress.noise import Noise, Size, size_of
from tracker.core.progress.ratings import Scored, ScoreRatings
from tracker.core.progress.treatments import MainTreatment
from tracker.core.records import Rater


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one rating to a later one; ``size`` is what the change is called."""

    first: Scored
    last: Scored
    size: Size

    @property
    def change(self) -> int:
        """Return by how many points the score rose, below 0 where it fell."""
        return self.last.score - self.first.score


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What ``score`` came to since the first rating, and since ``treatment``, the latest of its kind.

    ``since_treatment`` goes from the last rating up to its day to the latest one after it, and is None where either is
    not there; ``treatment`` is None where none was given. All ratings are by one ``rater``.
    """

    score: str
    rater: Rater
    since_start: Step
    treatment: MainTreatment | None
    since_treatment: Step | None


def since_of(ratings: ScoreRatings, treatments: Sequence[MainTreatment], noise: Noise | None) -> Since | None:
    """Return what became of a score, ``treatments`` being its own, oldest first; None with fewer than two ratings."""
    if len(ratings.ratings) < 2:
        return None
    treatment = treatments[-1] if treatments else None
    return Since(
        score=ratings.score,
        rater=ratings.rater,
        since_start=_step(ratings.ratings[0], ratings.ratings[-1], noise),
        treatment=treatment,
        since_treatment=None if treatment is None else _since_treatment(ratings, treatment, noise),
    )


def _since_treatment(ratings: ScoreRatings, treatment: MainTreatment, noise: Noise | None) -> Step | None:
    earlier = [rated for rated in ratings.ratings if rated.on <= treatment.on]
    last = ratings.ratings[-1]
    return _step(earlier[-1], last, noise) if earlier and last.on > treatment.on else None


def _step(first: Scored, last: Scored, noise: Noise | None) -> Step:
    return Step(first=first, last=last, size=size_of(Decimal(last.score - first.score), noise))
