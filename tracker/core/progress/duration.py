"""How long the effect of a treatment lasts for one person, over their cycles, or what is missing to say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.core.progress.cycles import LEAST_GAIN, PEAK_DAYS, Cycle
from tracker.core.progress.kaplan_meier import Span, least_median_days, median_days
from tracker.core.progress.medians import median
from tracker.core.progress.noise import SMALL, Noise, Size, size_of

FEWEST_CYCLES = 3
"""With fewer usable cycles no number is given."""


class Lack(StrEnum):
    """Why there is no number."""

    RATINGS = "ratings"
    """Too few cycles have a rating before and two where the peak is looked for."""

    EFFECT = "effect"
    """Enough cycles are rated, but too few of them gained enough, or the middle one did not."""

    CHANGE = "change"
    """Half of the cycles changed by less than a point from before to after, whatever their peak was."""

    NOISE = "noise"
    """Half of the cycles gained no more than the person's usual variation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What is missing for a number: of ``cycles``, ``rated`` are rated well enough.

    ``rate_from`` is the first day from today on which a rating helps the running cycle; None where none does, and the
    next that helps is one shortly before the next treatment.
    """

    lack: Lack
    cycles: int
    rated: int
    rate_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How many days the effect lasts, from the treatment to the day on which half of the gain is lost.

    ``median_days`` is the median of Kaplan and Meier; where it is not reached, ``at_least_days`` is what it reaches at
    least. ``shortest_days`` and ``longest_days`` are of the cycles in which the end was seen, None without such.
    ``usable_cycles`` gained at least `LEAST_GAIN` points, in ``censored_cycles`` of them the end was not seen. Without
    a number ``missing`` says why, with one it is None.
    """

    median_days: int | None
    at_least_days: int | None
    shortest_days: int | None
    longest_days: int | None
    usable_cycles: int
    censored_cycles: int
    missing: Missing | None


@dataclass(frozen=True, slots=True)
class Durations:
    """The duration of all cycles together, and by product where products differ, in the order of first use."""

    together: Duration
    by_product: tuple[tuple[str, Duration], ...] = ()


def durations_of(cycles: Sequence[Cycle], noise: Noise | None, today: date) -> Durations:
    """Return how long the effect lasts over ``cycles`` of one kind of treatment, oldest first, as of ``today``.

    ``noise`` is that of the ratings, where it is known. A cycle in which several products were given counts for none of
    them.
    """
    products = list(dict.fromkeys(cycle.product for cycle in cycles))
    by_product = (
        (product, _duration([cycle for cycle in cycles if cycle.product == product], noise, today))
        for product in products
        if product is not None
    )
    return Durations(_duration(cycles, noise, today), tuple(by_product) if len(products) > 1 else ())


def _duration(cycles: Sequence[Cycle], noise: Noise | None, today: date) -> Duration:
    usable = [cycle for cycle in cycles if cycle.is_usable]
    missing = _missing(cycles, noise, today)
    spans = [] if missing else [_span(cycle) for cycle in usable]
    seen = [span.days for span in spans if not span.is_censored]
    middle = median_days(spans)
    return Duration(
        median_days=middle,
        at_least_days=least_median_days(spans) if middle is None else None,
        shortest_days=min(seen, default=None),
        longest_days=max(seen, default=None),
        usable_cycles=len(usable),
        censored_cycles=sum(cycle.is_censored for cycle in usable),
        missing=missing,
    )


def _span(cycle: Cycle) -> Span:
    if cycle.worn_off is not None:
        return Span(cycle.worn_off, is_censored=False)
    assert cycle.at_least is not None
    return Span(cycle.at_least, is_censored=True)


def _missing(cycles: Sequence[Cycle], noise: Noise | None, today: date) -> Missing | None:
    lack = _lack(cycles, noise)
    if lack is None:
        return None
    return Missing(
        lack=lack,
        cycles=len(cycles),
        rated=sum(cycle.is_rated for cycle in cycles),
        rate_from=_rate_from(cycles[-1], today) if cycles else None,
    )


def _lack(cycles: Sequence[Cycle], noise: Noise | None) -> Lack | None:
    """Return why ``cycles`` give no number.

    Chance alone lifts the peak of some cycles by `LEAST_GAIN` points: of many cycles three such are found for anybody.
    So the middle one of all cycles must have gained as much, and have changed, from before to after, by a point.
    """
    gains = [cycle.gain for cycle in cycles if cycle.gain is not None]
    changes = [cycle.change for cycle in cycles if cycle.change is not None]
    if len(gains) < FEWEST_CYCLES:
        return Lack.RATINGS
    if sum(cycle.is_usable for cycle in cycles) < FEWEST_CYCLES or median(gains) < LEAST_GAIN:
        return Lack.EFFECT
    if changes and median(changes) < SMALL:
        return Lack.CHANGE
    return Lack.NOISE if size_of(median(gains), noise) is Size.USUAL else None


def _rate_from(cycle: Cycle, today: date) -> date | None:
    """Return from which day, ``today`` or later, a rating helps ``cycle``, which runs still; None where none does."""
    if not cycle.before:
        return today if cycle.on == today else None
    if cycle.worn_off is not None:
        return None
    rated_last = cycle.after[-1].on if cycle.after else cycle.on
    first, last = PEAK_DAYS[cycle.kind]
    soonest = max(today, rated_last + timedelta(1), cycle.on + timedelta(first))
    return soonest if cycle.is_usable or (soonest - cycle.on).days <= last else None
