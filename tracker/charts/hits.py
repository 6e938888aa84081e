"""What the pointer and the keyboard can reach: all ratings, treatments, plans and notes in view, and their marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from tracker.core.timeline import NotedDay, PlannedDay, RatedDay, TreatedDay

REACH_PX = 24.0
"""The pointer reaches a mark within this distance; the nearest wins."""


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """One entry, plan or day of notes on the chart.

    ``marks`` are the places of its marks in px from the figure's top left corner.
    """

    day: RatedDay | TreatedDay | PlannedDay | NotedDay
    marks: tuple[tuple[float, float], ...]

    @property
    def entry_id(self) -> UUID:
        return self.day.entry_id

    @property
    def on(self) -> date:
        return self.day.on


class HitMap:
    """The stops in the order of time, in which the keyboard visits them."""

    def __init__(self, stops: Sequence[Stop]) -> None:
        self.stops = tuple(stops)
        places = [place for stop in self.stops for place in stop.marks]
        self._places: NDArray[np.float64] = np.array(places, dtype=np.float64).reshape(-1, 2)
        self._owners = np.repeat(np.arange(len(self.stops)), [len(stop.marks) for stop in self.stops])

    def nearest(self, x: float, y: float, reach: float = REACH_PX) -> int | None:
        """Return the number of the stop with the mark nearest to a place in px, None where none is within ``reach``."""
        if not len(self._places):
            return None
        squared = ((self._places - (x, y)) ** 2).sum(axis=1)
        number = int(squared.argmin())
        return int(self._owners[number]) if squared[number] <= reach * reach else None

    def number_of(self, entry_id: UUID) -> int | None:
        """Return the number of an entry's stop, None where it is not in view."""
        return next((number for number, stop in enumerate(self.stops) if stop.entry_id == entry_id), None)
