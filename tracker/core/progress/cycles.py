"""One main treatment and what its score did until the next: how far it rose, and when that had worn off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from math import floor
from operator import attrgetter
from typing import NamedTuple

from tracker.core.progress.before_after import Side, change_between, ratings_after, ratings_before
from tracker.core.progress.medians import median
from tracker.core.progress.ratings import Scored, ScoreRatings
from tracker.core.progress.treatments import MainTreatment
from tracker.core.progress.windows import CountingDays
from tracker.core.records import Kind

LEAST_GAIN = 2
"""A cycle that gained fewer points has no clear effect to time."""

PEAK_DAYS: Mapping[Kind, tuple[int, int]] = {Kind.BOTOX: (7, 60), Kind.MICRODERMABRASION: (3, 28)}
"""The first and the last day after a treatment on which its peak is looked for. Those of botox are the project's rule,
those of a session are the days that count as after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """All main treatments of one day and the ratings around them.

    ``product`` is None for a session, and where several products were given. ``before`` and ``after`` are oldest first;
    ``after`` runs from the day after the treatment to the day of the next one, on which a rating still tells how this
    one ended. ``baseline`` is the median before, ``peak`` the highest median of two ratings in a row on `PEAK_DAYS`,
    ``change`` that of before and after by the counting days; each is None where there are too few ratings.

    ``worn_off`` is the day, counted from the treatment, on which the score crossed half of the gain downwards;
    ``at_least`` the day of the last rating where it had not crossed. In a cycle without a clear effect both are None.
    """

    kind: Kind
    on: date
    next_on: date | None
    product: str | None
    before: tuple[Scored, ...]
    after: tuple[Scored, ...]
    baseline: Decimal | None
    peak: Decimal | None
    change: Decimal | None
    worn_off: int | None
    at_least: int | None

    @property
    def gain(self) -> Decimal | None:
        """Return by how many points the score rose to its peak, None where that was not rated."""
        return None if self.baseline is None or self.peak is None else self.peak - self.baseline

    @property
    def half(self) -> Decimal | None:
        """Return the score at which half of the gain is lost, None where the peak was not rated."""
        return None if self.baseline is None or self.peak is None else (self.baseline + self.peak) / 2

    @property
    def is_rated(self) -> bool:
        """Return whether there is a rating before and two where the peak is looked for."""
        return self.gain is not None

    @property
    def is_usable(self) -> bool:
        """Return whether the score rose enough for its way down to be timed."""
        return self.worn_off is not None or self.at_least is not None

    @property
    def is_censored(self) -> bool:
        """Return whether the effect lasted beyond the last rating, so that it is known only how long at least."""
        return self.at_least is not None


def cycles_of(treatments: Iterable[MainTreatment], ratings: ScoreRatings, counting: CountingDays) -> tuple[Cycle, ...]:
    """Return the cycles of ``treatments`` of one kind, which are oldest first, as one rater's ``ratings`` tell them."""
    by_day = (list(of_day) for _, of_day in groupby(treatments, key=attrgetter("on")))
    return tuple(_cycle(of_day, ratings, counting) for of_day in by_day)


class _Pair(NamedTuple):
    """Two ratings in a row: the place of the first, and their median."""

    place: int
    height: Decimal


def _cycle(given: Sequence[MainTreatment], ratings: ScoreRatings, counting: CountingDays) -> Cycle:
    treatment = given[0]
    before, after = ratings_before(treatment, ratings, counting), _ratings_of_cycle(treatment, ratings)
    baseline, pair = Side(before).median, _highest_pair(treatment, after)
    worn_off, at_least = _timed(treatment.on, baseline, pair, after)
    return Cycle(
        kind=treatment.kind,
        on=treatment.on,
        next_on=treatment.next_on,
        product=treatment.product if len({one.product for one in given}) == 1 else None,
        before=before,
        after=after,
        baseline=baseline,
        peak=None if pair is None else pair.height,
        change=change_between(Side(before), Side(ratings_after(treatment, ratings, counting))),
        worn_off=worn_off,
        at_least=at_least,
    )


def _ratings_of_cycle(treatment: MainTreatment, ratings: ScoreRatings) -> tuple[Scored, ...]:
    end = treatment.next_on or date.max
    return ratings.days_after(treatment.on, 1, (end - treatment.on).days)


def _highest_pair(treatment: MainTreatment, after: Sequence[Scored]) -> _Pair | None:
    """Return the highest pair on `PEAK_DAYS` and before the next treatment; of several as high, the latest."""
    first, last = PEAK_DAYS[treatment.kind]
    last = treatment.last_day(last)
    places = [place for place, rated in enumerate(after) if first <= rated.days_after(treatment.on) <= last]
    pairs = (_Pair(place, median([after[place].score, after[place + 1].score])) for place in places[:-1])
    return max(pairs, key=lambda pair: (pair.height, pair.place), default=None)


def _timed(
    treated_on: date, baseline: Decimal | None, pair: _Pair | None, after: Sequence[Scored]
) -> tuple[int | None, int | None]:
    """Return the day on which the effect had worn off, or the last day on which it had not; neither without effect."""
    if baseline is None or pair is None or pair.height - baseline < LEAST_GAIN:
        return None, None
    worn_off = _worn_off(treated_on, after[pair.place :], (baseline + pair.height) / 2)
    return worn_off, after[-1].days_after(treated_on) if worn_off is None else None


def _worn_off(treated_on: date, ratings: Sequence[Scored], half: Decimal) -> int | None:
    """Return the day on which the straight line through ``ratings`` crosses ``half`` downwards and stays below it."""
    for above, below, following in _steps(ratings):
        if above.score >= half > below.score and (following is None or following.score < half):
            fallen = Fraction(above.score - Fraction(half), above.score - below.score)
            start, end = above.days_after(treated_on), below.days_after(treated_on)
            return floor(start + fallen * (end - start) + Fraction(1, 2))
    return None


def _steps(ratings: Sequence[Scored]) -> Iterator[tuple[Scored, Scored, Scored | None]]:
    for place, (earlier, later) in enumerate(pairwise(ratings)):
        yield earlier, later, ratings[place + 2] if place + 2 < len(ratings) else None
