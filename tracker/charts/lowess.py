"""LOWESS: robust locally weighted regression, locally linear with tricube weights.

After W. S. Cleveland, "Robust locally weighted regression and smoothing scatterplots", J. Am. Stat. Assoc. 74 (1979),
829-836.
"""

import numpy as np

from tracker.charts.points import Numbers

ROBUST_STEPS = 2
"""So often the fit is repeated with less weight for what lies far from it; two in the paper."""

_FAR = 6
"""Residuals from so many times their median on have no weight, as in the paper."""

_EXACT = 1e-9
"""Residuals smaller than this share of the range of y are those of rounding."""


def lowess(x: Numbers, y: Numbers, span: float, apart: float = 0.0) -> Numbers:
    """Return the smooth value at each of ``x``, which come in order, at least one, for the values ``y``.

    ``span`` is the share of the points, up to 1, that each local line is fitted to. ``apart``, in units of x, saves
    work: no two lines are fitted closer than that where there are points between, and these lie on the straight line
    from one to the next.
    """
    places = _places(x, apart)
    count = min(len(x), max(2, round(span * len(x))))
    near = [_tricube(np.abs(x - place), count) for place in places]
    trust = np.ones(len(x))
    smooth = _fitted(x, y, places, near, trust)
    for _ in range(ROBUST_STEPS):
        residuals = np.abs(y - smooth)
        middle = float(np.median(residuals))
        if middle <= _EXACT * np.ptp(y):
            break
        trust = np.square(np.clip(1 - np.square(residuals / (_FAR * middle)), 0, None))
        smooth = _fitted(x, y, places, near, trust)
    return smooth


def _places(x: Numbers, apart: float) -> Numbers:
    """Return where lines are fitted: at each x, or at the last one within ``apart`` of the place before."""
    found = [float(x[0])]
    while found[-1] < x[-1]:
        within = float(x[np.searchsorted(x, found[-1] + apart, side="right") - 1])
        beyond = float(x[np.searchsorted(x, found[-1], side="right")])
        found.append(max(within, beyond))
    return np.array(found)


def _tricube(distances: Numbers, count: int) -> Numbers:
    """Return the weights of points at ``distances``: none from the ``count``-th nearest on."""
    reach = float(np.partition(distances, count - 1)[count - 1])
    if reach == 0:
        return np.where(distances == 0, 1.0, 0.0)
    weights: Numbers = (1 - np.clip(distances / reach, 0, 1) ** 3) ** 3
    return weights


def _fitted(x: Numbers, y: Numbers, places: Numbers, near: list[Numbers], trust: Numbers) -> Numbers:
    heights = [_height(x - place, y, weights, trust) for place, weights in zip(places, near, strict=True)]
    smooth: Numbers = np.interp(x, places, heights)
    return smooth


def _height(offsets: Numbers, y: Numbers, near: Numbers, trust: Numbers) -> float:
    """Return the height, where the offset is 0, of the line of weighted least squares."""
    weights = near * trust
    if not weights.any():
        # All that is near was found to be far off: it is taken as it is.
        weights = near
    weights = weights / weights.sum()
    middle_x, middle_y = float(weights @ offsets), float(weights @ y)
    across = offsets - middle_x
    width = float(weights @ np.square(across))
    reach = float(np.abs(offsets[weights > 0]).max())
    if width <= (_EXACT * reach) ** 2:
        return middle_y
    return middle_y - middle_x * float(weights @ (across * (y - middle_y))) / width
