"""Marks that matplotlib has no letter for, as outlines in units of half a mark."""

from functools import cache

import numpy as np
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from numpy.typing import NDArray

_LETTERS = {
    "circle": "o",
    "square": "s",
    "cross": "x",
    "plus": "+",
    "pentagon": "p",
    "star": "*",
    "hexagon": "h",
}
_DOT = 0.28
_RINGED = 0.55
RIM_DASHES = 8
_DASH_SHARE = 0.45


@cache
def marker(name: str) -> str | Path:
    """Return what matplotlib takes as a marker for a mark of `SeriesLook`."""
    if name == "dotted circle":
        return Path.make_compound_path(_circle(1), _circle(_DOT))
    if name == "dotted square":
        return Path.make_compound_path(_square(1), _circle(_DOT))
    if name.startswith("ringed "):
        return Path.make_compound_path(_circle(1), _scaled(_letter_path(name.removeprefix("ringed ")), _RINGED))
    return _LETTERS[name]


def outline_marker(name: str) -> str:
    """Return the plain shape behind a mark: a square or, for all others, a circle."""
    return "s" if "square" in name else "o"


@cache
def flag() -> Path:
    """Return a flag whose staff stands on the day that it marks."""
    outline = [(-0.12, -1), (-0.12, 1), (1.25, 0.55), (0.12, 0.02), (0.12, -1), (-0.12, -1)]
    return Path(np.array(outline), closed=True)


@cache
def dotted_rim(name: str) -> Path:
    """Return the outline of a mark as short dashes, for ratings that are still settling."""
    outline = _square_outline() if "square" in name else _circle_outline()
    count = len(outline) // RIM_DASHES
    strokes = []
    for dash in range(RIM_DASHES):
        first = dash * count - round(count * _DASH_SHARE / 2)
        strokes.append(Path(outline[np.arange(first, first + round(count * _DASH_SHARE) + 1) % len(outline)]))
    return Path.make_compound_path(*strokes)


def _letter_path(name: str) -> Path:
    style = MarkerStyle(_LETTERS[name])
    path = style.get_path().transformed(style.get_transform())
    return _scaled(path, 1 / np.abs(path.vertices).max())


def _circle(radius: float) -> Path:
    return _scaled(Path.unit_circle(), radius)


def _square(half: float) -> Path:
    return Path(np.array([(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]), closed=True)


def _scaled(path: Path, factor: float) -> Path:
    return Path(np.asarray(path.vertices) * factor, path.codes)


def _circle_outline() -> NDArray[np.float64]:
    angles = np.arange(64) * 2 * np.pi / 64
    return np.column_stack([np.cos(angles), np.sin(angles)])


def _square_outline() -> NDArray[np.float64]:
    """Return points along a square, the first at the middle of the right side, so that dashes meet the corners."""
    outline = _circle_outline()
    largest: NDArray[np.float64] = np.abs(outline).max(axis=1, keepdims=True)
    return outline / largest
