"""What the picture of all cycles shows, as numbers: days since the treatment across, scores up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tracker.charts.points import SeriesPoints
from tracker.core.progress.cycles import Cycle
from tracker.core.progress.median_curve import MedianPoint, median_curve
from tracker.core.progress.ratings import SCORE_OF, Scored
from tracker.core.records import Rater
from tracker.core.timeline import LONGEST_GAP_DAYS

LONGEST_DAYS = 365
"""Ratings later than that after a treatment are not drawn: they would press everything else together."""
_ROOM_BEFORE, _SHORTEST = 7, 28
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class CycleView:
    """The cycles of one kind of treatment, oldest first, at least one, rated by ``rater``.

    ``is_timed``: their duration is known well enough for a number, without which no cycle's is shown either.
    ``usual_days`` is the usual duration of the latest cycle's product, None where it has none. ``points`` are the
    ratings of each cycle that are drawn, ``curve`` is the middle course of all cycles.
    """

    cycles: tuple[Cycle, ...]
    rater: Rater
    is_timed: bool
    usual_days: int | None = None
    points: tuple[SeriesPoints, ...] = field(init=False)
    curve: tuple[MedianPoint, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", tuple(_points(cycle, self.rater) for cycle in self.cycles))
        object.__setattr__(self, "curve", median_curve(self.cycles))

    @property
    def latest(self) -> Cycle:
        """Return the cycle in colour."""
        return self.cycles[-1]

    @property
    def score(self) -> str:
        """Return the score by which the treatment is looked at."""
        return SCORE_OF[self.latest.kind]

    @property
    def first_day(self) -> int:
        """Return the day at the left edge, below 0."""
        return min([-_ROOM_BEFORE, *(int(day) for points in self.points for day in points.x[:1])])

    @property
    def last_day(self) -> int:
        """Return the day at the right edge."""
        drawn = max((int(day) for points in self.points for day in points.x[-1:]), default=0)
        return max(_SHORTEST, self.usual_days or 0, drawn)

    @property
    def is_cut(self) -> bool:
        """Return whether there are ratings beyond the right edge."""
        return any(not _is_drawn(rated, cycle) for cycle in self.cycles for rated in cycle.after[-1:])

    def curve_line(self) -> tuple[Numbers, Numbers]:
        """Return x and y of the middle course."""
        drawn = [point for point in self.curve if point.day <= LONGEST_DAYS]
        return _broken(_numbers([point.day for point in drawn]), _numbers([point.score for point in drawn]))

    def losses(self, cycles: Sequence[Cycle]) -> tuple[Numbers, Numbers]:
        """Return where ``cycles`` were seen to cross half of their gain; nothing where they are not timed."""
        seen = [
            (cycle.worn_off, float(cycle.half))
            for cycle in (cycles if self.is_timed else ())
            if cycle.worn_off is not None and cycle.half is not None and cycle.worn_off <= LONGEST_DAYS
        ]
        return _numbers([day for day, _ in seen]), _numbers([height for _, height in seen])


def _broken(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Return a line through points, broken where two are more than `LONGEST_GAP_DAYS` apart."""
    gaps = [place for place, (one, other) in enumerate(pairwise(x), start=1) if other - one > LONGEST_GAP_DAYS]
    return np.insert(x, gaps, np.nan), np.insert(y, gaps, np.nan)


def _points(cycle: Cycle, rater: Rater) -> SeriesPoints:
    ratings = [rated for rated in (*cycle.before, *cycle.after) if _is_drawn(rated, cycle)]
    x = _numbers([rated.days_after(cycle.on) for rated in ratings])
    y = _numbers([rated.score for rated in ratings])
    line_x, line_y = _broken(x, y)
    none = np.zeros(len(x), dtype=np.bool_)
    return SeriesPoints(SCORE_OF[cycle.kind], rater, x, y, none, none, line_x, line_y)


def _is_drawn(rated: Scored, cycle: Cycle) -> bool:
    return rated.days_after(cycle.on) <= LONGEST_DAYS


def _numbers(values: Sequence[object]) -> Numbers:
    return np.array(values, dtype=np.float64)
