"""A plain list for paper, as frozen values: a title and a table of texts."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listing:
    """What a printed list says. Each of ``rows`` has a cell for each of ``columns``; it may have no row."""

    title: str
    subtitle: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    printed_on: date
