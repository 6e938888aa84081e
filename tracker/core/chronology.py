"""The order of entries: by day; on one day by time where both have one, else by the order of entry."""

from collections.abc import Iterable
from datetime import date, time
from itertools import groupby
from operator import attrgetter
from typing import Protocol, TypeVar


class Dated(Protocol):
    """Anything with a day, perhaps a wall time, and its place in the order of entry."""

    @property
    def on(self) -> date: ...
    @property
    def at(self) -> time | None: ...
    @property
    def entered(self) -> int: ...


DatedT = TypeVar("DatedT", bound=Dated)

_DAY_AND_ENTRY = attrgetter("on", "entered")


def comes_before(first: Dated, second: Dated) -> bool:
    """Return whether ``first`` was earlier than ``second``."""
    if first.on != second.on:
        return first.on < second.on
    if first.at is not None and second.at is not None and first.at != second.at:
        return first.at < second.at
    return first.entered < second.entered


def chronological(items: Iterable[DatedT]) -> list[DatedT]:
    """Return ``items`` oldest first."""
    ordered = sorted(items, key=_DAY_AND_ENTRY)
    for item in ordered:
        if item.at is not None:
            return _by_time_of_day(ordered)
    return ordered


def _by_time_of_day(ordered: list[DatedT]) -> list[DatedT]:
    for _, group in groupby(range(len(ordered)), key=lambda place: ordered[place].on):
        timed = [place for place in group if ordered[place].at is not None]
        if len(timed) > 1:
            _sort_by_time(ordered, timed)
    return ordered


def _sort_by_time(ordered: list[DatedT], places: list[int]) -> None:
    # Entries without a time keep their place: only their order of entry says where they belong.
    timed = sorted((ordered[place] for place in places), key=lambda item: item.at or time.min)
    for place, item in zip(places, timed, strict=True):
        ordered[place] = item
