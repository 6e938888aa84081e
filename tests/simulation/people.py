"""One simulated person: a skin that follows a known course, and ratings of it as people make them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from random import Random

from rated_people import botox, rating

from tracker.core.records import Entry

ONSET_DAYS = (2, 12)
"""The effect begins on the first of these days and is whole on the second."""

FALL = 0.08
"""How soon the effect falls around the day on which half of it is lost, as a share of that day."""

BETWEEN_CYCLES = 0.08
"""The standard deviation of the durations of one person, as a share of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is so: scores are points of the scale, ``duration`` is in days, ``noise`` the deviation of one rating.

    ``every`` is the rhythm of ratings in days, ``missed`` the share of them that is left out, ``treated_every`` the
    days between treatments on average.
    """

    baseline: float
    gain: float
    duration: float
    noise: float
    every: int
    missed: float
    treatments: int
    treated_every: float
    repeats: bool
    pauses: bool


def truth(random: Random, *, has_effect: bool) -> Truth:
    """Return somebody at random. Whoever has an effect has one that can be timed: a gain of 2.5 points or more."""
    baseline = random.uniform(2, 6)
    return Truth(
        baseline=baseline,
        gain=random.uniform(2.5, min(5.5, 9.5 - baseline)) if has_effect else 0,
        duration=random.uniform(75, 175),
        noise=random.uniform(0.4, 2),
        every=random.choice((7, 14, 14, 21, 28)),
        missed=random.choice((0, 0.1, 0.25, 0.4)),
        treatments=random.randint(3, 10),
        treated_every=random.choice((110, 130, 160, 200)),
        repeats=random.random() < 1 / 3,
        pauses=random.random() < 1 / 4,
    )


def history(of: Truth, random: Random) -> tuple[list[Entry], int]:
    """Return the entries of one person, and the day on which they are looked at."""
    treated = _treated(of, random)
    end = treated[-1] + 200
    lasting = [of.duration * random.gauss(1, BETWEEN_CYCLES) for _ in treated]
    entries: list[Entry] = [botox(on) for on in treated]
    for on in _rated(of, treated, end, random):
        score = of.baseline + _effect(of, on, treated, lasting) + random.gauss(0, of.noise)
        entries.append(rating(on, min(10, max(0, round(score)))))
    return entries, end


def _treated(of: Truth, random: Random) -> list[int]:
    days = [0]
    for _ in range(of.treatments - 1):
        days.append(days[-1] + max(84, round(random.gauss(of.treated_every, 20))))
    return days


def _rated(of: Truth, treated: list[int], end: int, random: Random) -> Iterator[int]:
    """Return the days of ratings: the rhythm, half of the days that the schedule asks for, and some repeats."""
    asked = [on + after for on in treated for after in (0, 14, 30, 60) if random.random() < 0.5]
    pause = range(0)
    if of.pauses:
        start = random.randrange(end)
        pause = range(start, start + random.randint(60, 180))
    for on in sorted({*range(-28 + random.randrange(of.every), end, of.every), *asked}):
        if on in pause or random.random() < of.missed:
            continue
        yield on
        if of.repeats and random.random() < 0.1:
            yield on + 1


def _effect(of: Truth, on: int, treated: list[int], lasting: list[float]) -> float:
    since = [(on - day, lasts) for day, lasts in zip(treated, lasting, strict=True) if day < on]
    return of.gain * max((_strength(days, lasts) for days, lasts in since), default=0)


def _strength(days: int, lasts: float) -> float:
    """Return how much of the effect is there ``days`` after its treatment: half of it after ``lasts`` days."""
    first, whole = ONSET_DAYS
    risen = min(1, max(0, (days - first) / (whole - first)))
    return risen / (1 + exp(min(50, (days - lasts) / (FALL * lasts))))
