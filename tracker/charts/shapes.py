"""Many boxes or hairlines as one artist's data, so that their number never adds artists."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.path import Path

NO_SHAPE = Path(np.empty((0, 2)))
_BOX_CODES = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], dtype=Path.code_type)


def boxes(spans: Sequence[tuple[float, float]], bottom: float, top: float) -> Path:
    """Return one path of a box from ``bottom`` to ``top`` over each span of x."""
    if not spans:
        return NO_SHAPE
    vertices = np.empty((len(spans), 5, 2))
    edges = np.asarray(spans, dtype=float)
    vertices[:, (0, 3, 4), 0] = edges[:, :1]
    vertices[:, (1, 2), 0] = edges[:, 1:]
    vertices[:, (0, 1, 4), 1] = bottom
    vertices[:, (2, 3), 1] = top
    return Path(vertices.reshape(-1, 2), np.tile(_BOX_CODES, len(spans)))


def uprights(places: Iterable[float]) -> tuple[list[float], list[float]]:
    """Return x and y of one line that draws an upright from 0 to 1 at each place, broken in between."""
    xs: list[float] = []
    ys: list[float] = []
    for place in places:
        xs += (place, place, np.nan)
        ys += (0.0, 1.0, np.nan)
    return xs, ys
