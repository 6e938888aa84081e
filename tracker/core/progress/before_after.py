"""What changed after each treatment: the medians of the ratings before and after it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.core.progress.medians import median
from tracker.core.progress.noise import Noise, Size, size_of
from tracker.core.progress.ratings import Scored, ScoreRatings
from tracker.core.progress.treatments import MainTreatment
from tracker.core.progress.windows import CountingDays
from tracker.core.records import Kind, Rater

ENOUGH_EACH_SIDE = 2
"""With fewer ratings on either side a change is not called anything."""


@dataclass(frozen=True, slots=True)
class Side:
    """The ratings that count as before, or as after, oldest first.

    ``is_mixed``: some of them were made while the other treatment counted as active.
    """

    ratings: tuple[Scored, ...]
    is_mixed: bool = False

    @property
    def count(self) -> int:
        """Return how many ratings there are."""
        return len(self.ratings)

    @property
    def median(self) -> Decimal | None:
        """Return their median in points, None where there are none."""
        return median([rated.score for rated in self.ratings]) if self.ratings else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """A score before and after one treatment; where ``on`` and ``treatment_id`` are None, all sessions in one pool.

    ``treatment_count`` is how many treatments it is about. ``size`` is what the change is called, None where one side
    has fewer than `ENOUGH_EACH_SIDE` ratings.
    """

    kind: Kind
    on: date | None
    treatment_id: UUID | None
    treatment_count: int
    score: str
    rater: Rater
    before: Side
    after: Side
    size: Size | None

    @property
    def change(self) -> Decimal | None:
        """Return by how many points the median rose, below 0 where it fell; None where one side has no rating."""
        return change_between(self.before, self.after)

    @property
    def is_mixed(self) -> bool:
        """Return whether some of the ratings were made while the other treatment counted as active."""
        return self.before.is_mixed or self.after.is_mixed

    @property
    def is_enough(self) -> bool:
        """Return whether there are enough ratings on both sides to speak of a change."""
        return self.size is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Compares one rater's ``ratings`` before and after treatments of one kind.

    ``counting`` are its days, ``noise`` is that of the ratings, and ``is_mixed`` says of a day whether the other
    treatment counts as active on it.
    """

    ratings: ScoreRatings
    counting: CountingDays
    noise: Noise | None
    is_mixed: Callable[[date], bool]

    def around(self, treatment: MainTreatment) -> BeforeAfter:
        """Return before and after of one treatment."""
        return self._compared(
            [treatment],
            ratings_before(treatment, self.ratings, self.counting),
            ratings_after(treatment, self.ratings, self.counting),
            treatment,
        )

    def pooled(self, treatments: Sequence[MainTreatment]) -> BeforeAfter | None:
        """Return before and after of all ``treatments`` in one, None where there are none.

        A rating counts at most once on each side and may be on both.
        """
        if not treatments:
            return None
        return self._compared(
            treatments,
            self._pool(ratings_before(treatment, self.ratings, self.counting) for treatment in treatments),
            self._pool(ratings_after(treatment, self.ratings, self.counting) for treatment in treatments),
        )

    def _pool(self, found: Iterable[tuple[Scored, ...]]) -> tuple[Scored, ...]:
        counted = {rated.entry_id for of_one in found for rated in of_one}
        return tuple(rated for rated in self.ratings.ratings if rated.entry_id in counted)

    def _compared(
        self,
        treatments: Sequence[MainTreatment],
        rated_before: tuple[Scored, ...],
        rated_after: tuple[Scored, ...],
        only: MainTreatment | None = None,
    ) -> BeforeAfter:
        before, after = self._side(rated_before), self._side(rated_after)
        change = change_between(before, after)
        is_enough = min(before.count, after.count) >= ENOUGH_EACH_SIDE
        return BeforeAfter(
            kind=treatments[0].kind,
            on=None if only is None else only.on,
            treatment_id=None if only is None else only.entry_id,
            treatment_count=len(treatments),
            score=self.ratings.score,
            rater=self.ratings.rater,
            before=before,
            after=after,
            size=size_of(change, self.noise) if change is not None and is_enough else None,
        )

    def _side(self, ratings: tuple[Scored, ...]) -> Side:
        return Side(ratings, any(self.is_mixed(rated.on) for rated in ratings))


def ratings_before(treatment: MainTreatment, ratings: ScoreRatings, counting: CountingDays) -> tuple[Scored, ...]:
    """Return the ratings that count as before ``treatment``, those of its day included, whatever came before them."""
    return ratings.days_after(treatment.on, -counting.before, 0)


def ratings_after(treatment: MainTreatment, ratings: ScoreRatings, counting: CountingDays) -> tuple[Scored, ...]:
    """Return the ratings that count as after ``treatment``, none of the day of the next one or later."""
    return ratings.days_after(treatment.on, counting.first, treatment.last_day(counting.last))


def change_between(before: Side, after: Side) -> Decimal | None:
    """Return by how many points the median rose, below 0 where it fell; None where one side has no rating."""
    first, last = before.median, after.median
    return None if first is None or last is None else last - first
