"""A series as numbers: worked out once for a timeline, drawn at any zoom."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.charts.days import day_number
from tracker.core.records import Rater
from tracker.core.timeline import LONGEST_GAP_DAYS, Series, Timeline

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class SeriesPoints:
    """One series. ``x`` are days since 1970, ``y`` scores; the line's data are broken by NaN between runs."""

    concern: str
    rater: Rater
    x: Numbers
    y: Numbers
    is_settling: Flags
    is_alone: Flags
    line_x: Numbers
    line_y: Numbers

    def last_until(self, first: float, last: float) -> tuple[float, int] | None:
        """Return where the line ends between the days ``first`` and ``last``, and the score of the last rating there.

        A line that goes on beyond ``last`` ends there. None where no rating lies between.
        """
        number = int(np.searchsorted(self.x, last, side="right")) - 1
        if number < 0 or self.x[number] < first:
            return None
        goes_on = number + 1 < len(self.x) and self.x[number + 1] - self.x[number] <= LONGEST_GAP_DAYS
        return last if goes_on else float(self.x[number]), int(self.y[number])


def points_of(timeline: Timeline) -> tuple[SeriesPoints, ...]:
    """Return every series of ``timeline`` as numbers, in its order."""
    return tuple(_points(series) for series in timeline.series)


def _points(series: Series) -> SeriesPoints:
    days = series.days
    x = np.array([day_number(rated.on) for rated in days], dtype=np.float64)
    y = np.array([rated.scores[series.concern] for rated in days], dtype=np.float64)
    lengths = np.array([len(run) for run in series.runs])
    breaks = np.cumsum(lengths)[:-1]
    return SeriesPoints(
        concern=series.concern,
        rater=series.rater,
        x=x,
        y=y,
        is_settling=np.array([bool(rated.settling) for rated in days], dtype=np.bool_),
        is_alone=np.repeat(lengths == 1, lengths),
        line_x=np.insert(x, breaks, np.nan),
        line_y=np.insert(y, breaks, np.nan),
    )
