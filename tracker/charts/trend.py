"""The trend of a series: a smooth line through each run of its ratings by itself."""

import numpy as np

from tracker.charts.lowess import lowess
from tracker.charts.points import Numbers, SeriesPoints
from tracker.charts.smoothing import LEAST_RATINGS

_LEAST_NEIGHBOURS = 5
"""A line through fewer would run from rating to rating."""
_PLACES = 200
"""About so many places make a smooth line; more would only take time."""


def trend_of(points: SeriesPoints, span: float) -> tuple[Numbers, Numbers]:
    """Return days and scores of the trend, broken by NaN between runs; empty where no run is long enough."""
    breaks = np.flatnonzero(np.isnan(points.line_x))
    xs, ys = np.split(points.line_x, breaks), np.split(points.line_y, breaks)
    runs = [(x[~np.isnan(x)], y[~np.isnan(x)]) for x, y in zip(xs, ys, strict=True)]
    pieces = [_piece(x, y, span) for x, y in runs if len(x) >= LEAST_RATINGS]
    if not pieces:
        return np.empty(0), np.empty(0)
    return np.concatenate([x for x, _ in pieces])[:-1], np.concatenate([y for _, y in pieces])[:-1]


def _piece(x: Numbers, y: Numbers, span: float) -> tuple[Numbers, Numbers]:
    """Return the trend of one run, with a break after it."""
    share = max(span, _LEAST_NEIGHBOURS / len(x))
    smooth = lowess(x, y, share, apart=float(np.ptp(x)) / _PLACES)
    return np.append(x, np.nan), np.append(smooth, np.nan)
