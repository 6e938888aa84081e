"""The time axis of the lanes: days to pixels, and the words under it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.ui.words.dates import day_bare, day_table, month

SHORTEST = 28
"""Days that the axis covers at least, so that a single entry does not stand alone on a point."""
FEW_DAYS = 70
WEEK = 7
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis with the word under it."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class LaneAxis:
    """Maps the days from ``start`` to ``end`` onto the pixels from ``left`` to ``right``, whole glyphs inside."""

    start: date
    end: date
    left: float
    right: float

    def x(self, on: date) -> float:
        """Return the pixel of a day."""
        return self.left + (self.right - self.left) * (on - self.start).days / max(1, (self.end - self.start).days)

    def ticks(self, width_of: Callable[[str], float], gap: float) -> tuple[Tick, ...]:
        """Return the words under the axis, at least ``gap`` px between them; the first and each January name the year.

        ``width_of`` measures a word in px. A word that has no room is left out.
        """
        is_short = (self.end - self.start).days < FEW_DAYS
        ticks = self._weeks() if is_short else self._months(width_of(_month_text(self.start, 1, is_first=True)) + gap)
        kept: list[Tick] = []
        for tick in ticks:
            if not kept or self.x(tick.on) >= self.x(kept[-1].on) + width_of(kept[-1].text) + gap:
                kept.append(tick)
        return tuple(kept)

    def _weeks(self) -> list[Tick]:
        count = (self.end - self.start).days // WEEK + 1
        days = [self.start + timedelta(days=WEEK * step) for step in range(count)]
        return [Tick(on, day_bare(on) if place else day_table(on)) for place, on in enumerate(days)]

    def _months(self, narrowest: float) -> list[Tick]:
        a_month = (self.right - self.left) * DAYS_A_MONTH / max(1, (self.end - self.start).days)
        step = next((months for months in MONTH_STEPS if months * a_month >= narrowest), MONTH_STEPS[-1])
        first = self.start.year * 12 + self.start.month - 1
        last = self.end.year * 12 + self.end.month - 1
        firsts = [_first_day(at) for at in range(first, last + 1) if at == first or at % step == 0]
        shown = [max(on, self.start) for on in firsts]
        return [Tick(on, _month_text(on, step, is_first=place == 0)) for place, on in enumerate(shown)]


def axis_days(
    start: date | None, end: date | None, oldest: date | None, newest: date | None, today: date
) -> tuple[date, date]:
    """Return the first and last day of the axis: the range asked for, else from the oldest entry's month to today."""
    last = min(end, max(today, newest or today)) if end is not None else max(today, newest or today)
    first = start if start is not None else (oldest or last - timedelta(days=365)).replace(day=1)
    return min(first, last - timedelta(days=SHORTEST)), last


def _first_day(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _month_text(on: date, step: int, *, is_first: bool) -> str:
    if step >= 12:
        return str(on.year)
    return f"{month(on)} {on.year}" if is_first or on.month == 1 else month(on)
