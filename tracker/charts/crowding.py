"""What stands too close to be told apart: marks of treatments become smaller, their hairlines are left out."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tracker.charts.view import ChartView

SMALLEST_MARK_PX, BETWEEN_MARKS_PX = 3.5, 1.5
CLOSEST_HAIRLINES_PX = 8.0


def room_of(days: Sequence[float], view: ChartView, plot_width: float) -> float:
    """Return how many px lie between neighbours among ``days``, oldest first: the median, infinite without any."""
    between = [later - earlier for earlier, later in pairwise(days) if later > earlier]
    return median(between) * plot_width / view.days if between else float("inf")


def fitting_mark(size: float, room: float) -> float:
    """Return the size in px of a mark of ``size`` px that leaves its neighbour free, as long as it can be seen."""
    return min(size, max(SMALLEST_MARK_PX, room - BETWEEN_MARKS_PX))
