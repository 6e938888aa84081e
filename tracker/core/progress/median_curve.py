"""The middle course of a person's cycles: what the ratings of the same days after a treatment have in common."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.core.progress.cycles import Cycle
from tracker.core.progress.medians import median
from tracker.core.records import Kind

BIN_DAYS: Mapping[Kind, int] = {Kind.BOTOX: 14, Kind.MICRODERMABRASION: 7}
"""So many days are taken together; the first of them that count as after are day 1 to 14, or to 7. A choice of the
design: ratings are asked for every fortnight, and more often after a session."""

FEWEST_CYCLES = 2
"""Days rated in fewer cycles are left out: the middle of one cycle is that cycle."""


@dataclass(frozen=True, slots=True)
class MedianPoint:
    """The median ``day``, counted from the treatment, and median ``score`` of the ratings of a few days."""

    day: Decimal
    score: Decimal


def median_curve(cycles: Iterable[Cycle]) -> tuple[MedianPoint, ...]:
    """Return the middle course of ``cycles`` of one kind, from left to right; empty where too few share any days.

    Each rating is taken as it stands, none between ratings is made up. Day 0 belongs to the days before.
    """
    found: dict[int, list[tuple[Cycle, int, int]]] = defaultdict(list)
    for cycle in cycles:
        for rated in (*cycle.before, *cycle.after):
            day = rated.days_after(cycle.on)
            found[-(-day // BIN_DAYS[cycle.kind])].append((cycle, day, rated.score))
    return tuple(
        MedianPoint(median([day for _, day, _ in of_bin]), median([score for _, _, score in of_bin]))
        for _, of_bin in sorted(found.items())
        if len({cycle.on for cycle, _, _ in of_bin}) >= FEWEST_CYCLES
    )
