"""Which rows are shown: by kind, by days, by words; and how many there would be of each kind."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.charts.days import first_of_month
from tracker.core.records import Kind
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.search import matches


class Range(StrEnum):
    """The choices of the date range."""

    ALL = "all"
    MONTHS_3 = "3m"
    MONTHS_6 = "6m"
    MONTHS_12 = "12m"
    THIS_YEAR = "year"
    CUSTOM = "custom"


MONTHS = {Range.MONTHS_3: 3, Range.MONTHS_6: 6, Range.MONTHS_12: 12}


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included; None is open."""

    start: date | None = None
    end: date | None = None

    def holds(self, on: date) -> bool:
        """Return whether ``on`` lies within."""
        return (self.start is None or on >= self.start) and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What is asked for. ``kind`` None is every kind; ``words`` come from `search.words_of`."""

    kind: Kind | None = None
    days: Days = Days()
    words: tuple[str, ...] = ()


def days_of(chosen: Range, today: date) -> Days:
    """Return the days of a choice other than `Range.CUSTOM`; as on the chart, months begin on their first day."""
    if chosen is Range.THIS_YEAR:
        return Days(date(today.year, 1, 1), None)
    if chosen in MONTHS:
        return Days(first_of_month(today, MONTHS[chosen]), None)
    return Days()


def shown(rows: Iterable[HistoryRow], wanted: HistoryFilter) -> tuple[tuple[HistoryRow, ...], Mapping[Kind, int]]:
    """Return the rows that match, and how many of each kind match when the kind itself is left out."""
    of_any_kind = _of_days_and_words(rows, wanted)
    counts = Counter(row.kind for row in of_any_kind)
    if wanted.kind is None:
        return tuple(of_any_kind), counts
    return tuple(row for row in of_any_kind if row.kind is wanted.kind), counts


def _of_days_and_words(rows: Iterable[HistoryRow], wanted: HistoryFilter) -> Sequence[HistoryRow]:
    return [row for row in rows if wanted.days.holds(row.on) and matches(row.search_text, wanted.words)]
