"""The two treatments together or apart: ratings sorted by what was active on their day. No claim of a cause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.core.progress.medians import median, middle_half
from tracker.core.progress.ratings import Scored, ScoreRatings
from tracker.core.progress.treatments import MainTreatment, active_on
from tracker.core.progress.windows import CountingWindows
from tracker.core.records import TREATMENTS, Kind, Rater

ENOUGH_RATINGS = 5
ENOUGH_TREATMENTS = 2
"""A group of fewer ratings, or that follow on fewer treatments, is not enough yet."""


class Active(StrEnum):
    """Which of the treatments counted as active on a day."""

    BOTOX_ONLY = "botox_only"
    MICRODERMABRASION_ONLY = "microdermabrasion_only"
    BOTH = "both"
    NEITHER = "neither"

    @property
    def kinds(self) -> frozenset[Kind]:
        """Return the treatments that were active."""
        return _KINDS[self]


_KINDS: Mapping[Active, frozenset[Kind]] = {
    Active.BOTOX_ONLY: frozenset({Kind.BOTOX}),
    Active.MICRODERMABRASION_ONLY: frozenset({Kind.MICRODERMABRASION}),
    Active.BOTH: frozenset(TREATMENTS),
    Active.NEITHER: frozenset(),
}
_ACTIVE = {kinds: active for active, kinds in _KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The ratings of one score, oldest first, on whose days the same treatments were active.

    ``treatments`` counts, for each kind that was active, on how many separate days of treatment the ratings follow; a
    rating follows on the latest that was active.
    """

    active: Active
    ratings: tuple[Scored, ...]
    treatments: Mapping[Kind, int]

    @property
    def treatment_count(self) -> int:
        """Return how many separate treatments of all kinds the ratings follow on."""
        return sum(self.treatments.values())

    @property
    def is_enough(self) -> bool:
        """Return whether there are enough ratings, and enough treatments of each kind, to speak of the group."""
        return len(self.ratings) >= ENOUGH_RATINGS and all(
            count >= ENOUGH_TREATMENTS for count in self.treatments.values()
        )

    @property
    def median(self) -> Decimal | None:
        """Return the median in points, None where there are no ratings."""
        return median(self._scores) if self.ratings else None

    @property
    def middle_half(self) -> tuple[Decimal, Decimal] | None:
        """Return between which points the middle half of the ratings lies, None where there are none."""
        return middle_half(self._scores) if self.ratings else None

    @property
    def _scores(self) -> list[int]:
        return [rated.score for rated in self.ratings]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """One rater's ratings of ``score`` in four groups, in the order of `Active`."""

    score: str
    rater: Rater
    groups: tuple[Group, ...]


def together_of(
    ratings: ScoreRatings, treatments: Mapping[Kind, Sequence[MainTreatment]], windows: CountingWindows
) -> Together:
    """Return ``ratings`` by what was active; ``treatments`` holds those of each kind, oldest first."""
    treated = {kind: [treatment.on for treatment in treatments[kind]] for kind in TREATMENTS}
    found: dict[Active, list[tuple[Scored, Mapping[Kind, date]]]] = {active: [] for active in Active}
    for rated in ratings.ratings:
        followed = {kind: day for kind, days in treated.items() if (day := active_on(rated.on, days, windows.of(kind)))}
        found[_ACTIVE[frozenset(followed)]].append((rated, followed))
    return Together(
        score=ratings.score,
        rater=ratings.rater,
        groups=tuple(_group(active, of_group) for active, of_group in found.items()),
    )


def _group(active: Active, found: Sequence[tuple[Scored, Mapping[Kind, date]]]) -> Group:
    return Group(
        active=active,
        ratings=tuple(rated for rated, _ in found),
        treatments={
            kind: len({followed[kind] for _, followed in found}) for kind in TREATMENTS if kind in active.kinds
        },
    )
