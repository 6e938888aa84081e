"""How well the rules find what is so of many simulated people."""

from dataclasses import dataclass
from random import Random
from statistics import median

from rated_people import day

from tests.simulation.people import Truth, history, truth
from tracker.core.progress.duration import Duration
from tracker.core.progress.summary import progress_of
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED
from tracker.core.records import Kind


@dataclass(frozen=True, slots=True)
class Looked:
    """One person: what is so, and what is said."""

    truth: Truth
    said: Duration

    @property
    def has_number(self) -> bool:
        """Return whether any number is shown."""
        return self.said.missing is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares are of 1, ``median_error`` is in days; what nobody is left for is None.

    Those without a number, or without a median, count in no error.
    """

    with_number: float | None
    median_error: float | None
    inside_range: float | None
    at_least: int
    at_least_true: float | None


def looked_at(people: int, seed: int, *, has_effect: bool) -> list[Looked]:
    """Return so many people at random."""
    random = Random(seed)
    return [looked_at_one(truth(random, has_effect=has_effect), random) for _ in range(people)]


def looked_at_one(so: Truth, random: Random) -> Looked:
    """Return one person of whom ``so`` is the truth."""
    entries, end = history(so, random)
    return Looked(so, progress_of(entries, WINDOWS_AS_SHIPPED, day(end)).durations[Kind.BOTOX].together)


def figures(found: list[Looked]) -> Figures:
    """Return the figures of people with an effect."""
    numbers = [one for one in found if one.has_number]
    timed = [(one.truth.duration, one.said.median_days, one.said) for one in numbers]
    errors = [abs(said - so) for so, said, _ in timed if said is not None]
    inside = [
        said.shortest_days <= so <= said.longest_days
        for so, days, said in timed
        if days is not None and said.shortest_days is not None and said.longest_days is not None
    ]
    least = [so >= said.at_least_days for so, _, said in timed if said.at_least_days is not None]
    return Figures(
        with_number=share_with_number(found),
        median_error=median(errors) if errors else None,
        inside_range=_share(inside),
        at_least=len(least),
        at_least_true=_share(least),
    )


def share_with_number(found: list[Looked]) -> float | None:
    """Return the share of people of whom a number is shown, None of nobody."""
    return _share([one.has_number for one in found])


def _share(found: list[bool]) -> float | None:
    return sum(found) / len(found) if found else None
