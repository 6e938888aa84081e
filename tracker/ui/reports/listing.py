"""A list for paper, as frozen values: a title, columns, rows of texts in groups."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tracker.ui.reports.letterhead import Letterhead

WIDEST = 150.0
Told = Callable[[int, int], None]
"""Hears how much of how much is done, and may raise where that is not wanted any more."""


def nobody(_done: int, _total: int) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column: as wide as its texts up to ``most`` px at 96 to the inch; None takes what the others leave.

    What is wider is shortened, or broken over lines where the column ``wraps``.
    """

    title: str
    most: float | None = WIDEST
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class ListingGroup:
    """Rows, under a heading where it is not empty; a row has one text for each column."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a printed list holds. One column has no ``most``.

    ``about`` stands line by line under the title, its first line on every page; ``ending`` under the last row and
    ``foot`` at the foot of each page, as far as they are not empty; the letterhead over all of it.
    """

    title: str
    about: tuple[str, ...]
    columns: tuple[ListColumn, ...]
    groups: tuple[ListingGroup, ...]
    printed_on: date
    ending: str = ""
    foot: str = ""
    letterhead: Letterhead | None = None
