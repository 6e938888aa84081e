"""Which point comes next in a direction: what the arrow keys of a map go by."""

from collections.abc import Mapping

Spot = tuple[float, float]
_ASIDE = 2.0


def next_towards(spots: Mapping[str, Spot], start: Spot, way: tuple[int, int]) -> str | None:
    """Return the nearest of ``spots`` from ``start`` in ``way``, a step to a side, up or down (y grows downwards).

    What lies aside counts double; None where nothing lies that way.
    """
    costs = {}
    for key, (x, y) in spots.items():
        along = (x - start[0]) * way[0] + (y - start[1]) * way[1]
        aside = abs((x - start[0]) * way[1]) + abs((y - start[1]) * way[0])
        if along > 0:
            costs[key] = along + _ASIDE * aside
    return min(costs, key=lambda key: costs[key], default=None)
