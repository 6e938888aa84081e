"""What a chart shows: the stretch of time and which series and marks are switched on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tracker.charts.days import moved
from tracker.charts.smoothing import DEFAULT_SPAN
from tracker.core.records import TREATMENTS, Kind, Rater

MAIN_CONCERNS = ("texture", "wrinkles")
PRACTITIONER = Rater.PRACTITIONER.value
"""The switch of all ratings made by a practitioner."""
TREND, BASELINE = "trend", "baseline"
GUIDES = (TREND, BASELINE)
"""The switches of what is drawn under the ratings: a smooth line through them, and where they were at first."""
DEFAULT_SHOWN: frozenset[str] = frozenset(
    (*MAIN_CONCERNS, *(kind.value for kind in TREATMENTS), Kind.OTHER_EVENT.value, PRACTITIONER)
)
"""What is on at first: the two main scores, treatments, notes, both raters; further concerns and guides are off."""
SHORTEST_DAYS = 14


@dataclass(frozen=True, slots=True)
class ChartView:
    """The days ``start`` to ``end`` at the left and right edge, and the switches that are on.

    A switch is a concern's code, a kind of entry but the rating, `PRACTITIONER` or one of `GUIDES`. ``span`` is the
    share of the ratings that each piece of the trend follows.
    """

    start: date
    end: date
    shown: frozenset[str] = DEFAULT_SHOWN
    span: float = DEFAULT_SPAN

    @property
    def days(self) -> int:
        """Return the length of the time axis in days, at least 1."""
        return max(1, (self.end - self.start).days)

    def is_on(self, concern: str, rater: Rater) -> bool:
        """Return whether the ratings of ``concern`` by ``rater`` are shown."""
        return concern in self.shown and (rater is Rater.SELF or PRACTITIONER in self.shown)

    @property
    def shows_notes(self) -> bool:
        """Return whether notes and other events are shown."""
        return Kind.OTHER_EVENT in self.shown

    def with_switches(self, shown: Iterable[str]) -> "ChartView":
        """Return the same stretch of time with other switches."""
        return replace(self, shown=frozenset(shown))


def zoomed(view: ChartView, factor: float, around: float, within: tuple[date, date]) -> ChartView:
    """Return ``view`` with its days multiplied by ``factor``; the point at fraction ``around`` stays where it is.

    The result never leaves ``within`` and never gets shorter than `SHORTEST_DAYS`.
    """
    widest = max(SHORTEST_DAYS, (within[1] - within[0]).days)
    days = min(widest, max(SHORTEST_DAYS, round(view.days * factor)))
    start = moved(view.start, round((view.days - days) * around))
    return _kept(replace(view, start=start, end=moved(start, days)), within)


def panned(view: ChartView, days: int, within: tuple[date, date]) -> ChartView:
    """Return ``view`` moved by ``days``, never out of ``within``."""
    return _kept(replace(view, start=moved(view.start, days), end=moved(view.end, days)), within)


def between(view: ChartView, first: date, last: date, within: tuple[date, date]) -> ChartView:
    """Return ``view`` over the days from ``first`` to ``last``, at least `SHORTEST_DAYS`, never out of ``within``."""
    middle = moved(first, (last - first).days // 2)
    days = max(SHORTEST_DAYS, (last - first).days)
    start = first if days == (last - first).days else moved(middle, -days // 2)
    return _kept(replace(view, start=start, end=moved(start, days)), within)


def _kept(view: ChartView, within: tuple[date, date]) -> ChartView:
    first, last = within
    days = view.days
    if view.end > last:
        view = replace(view, start=moved(last, -days), end=last)
    if view.start < first:
        view = replace(view, start=first, end=moved(first, days))
    return view
