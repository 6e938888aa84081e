"""How the trend is smoothed and where there is one. Needs no numpy, for the words beside the chart ask too."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.core.timeline import Series

SPANS = (0.3, 0.5, 0.8)
"""The shares of a run's ratings that each piece of the trend may follow: from 0.2 to 0.8 is what Cleveland (1979)
names as usual, 0.5 where nothing speaks for another."""
DEFAULT_SPAN = 0.5

LEAST_RATINGS = 8
"""A run of fewer ratings has no trend. A choice of the design."""


def has_trend(series: "Series") -> bool:
    """Return whether a run of ``series`` is long enough for a trend."""
    return any(len(run) >= LEAST_RATINGS for run in series.runs)
