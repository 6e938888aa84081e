"""The days of the planner on pixels: each day has a width, its mark stands in the middle."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class PlanAxis:
    """Maps the days from ``first`` to ``last``, both included, onto the pixels from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    @property
    def day_width(self) -> float:
        """Return the width of a day in px."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start_of(self, on: date) -> float:
        """Return where a day begins."""
        return self.left + (on - self.first).days * self.day_width

    def middle_of(self, on: date) -> float:
        """Return the middle of a day."""
        return self.start_of(on) + self.day_width / 2

    def day_at(self, x: float) -> date:
        """Return the day under a pixel; before the first and after the last it is that one."""
        count = int((x - self.left) // self.day_width)
        return min(self.last, max(self.first, self.first + timedelta(count)))
