"""Where the columns of a printed list stand, and the pieces of text in them. Lengths in px at 96 to the inch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF, QPainter

from tracker.ui.reports.listing import ListColumn, Listing
from tracker.ui.reports.sheet import CELL, META_STRONG, WIDTH, Mark, line_text
from tracker.ui.reports.typesetting import FINENESS, broken, print_font, shortened, without_pictures

_GAP, _LEAST = 12.0, 160.0
"""Between two columns, and what the one without a limit has at least."""
_LONGEST = 200
"""No column is as wide as so many letters."""


@dataclass(frozen=True, slots=True)
class Place:
    """One column on the page: how far from the left edge it begins, how wide it is."""

    column: ListColumn
    begin: float
    width: float

    def pieces(self, cell: str, metrics: QFontMetricsF) -> tuple[str, ...]:
        """Return the lines that a cell is set in; what is shortened is so once it is drawn."""
        if not self.column.wraps:
            return (cell,)
        # Of thousands of texts few need to be broken, which takes long to find out.
        is_short = cell.isprintable() and metrics.horizontalAdvance(without_pictures(cell)) <= self.width * FINENESS
        return (cell,) if is_short else broken(cell, CELL, self.width)

    def draw(self, painter: QPainter, said: str, x: float, baseline: float) -> None:
        """Draw a piece in a row whose left edge is at ``x``."""
        shown = said if self.column.wraps else shortened(said, CELL, self.width)
        line_text(shown, CELL, x + self.begin, baseline)(painter)

    def head(self, x: float, baseline: float) -> Mark:
        """Return the title over the column."""
        return line_text(shortened(self.column.title, META_STRONG, self.width), META_STRONG, x + self.begin, baseline)


def places_of(listing: Listing) -> list[Place]:
    """Return the columns side by side over the whole width; where they do not fit, the widest are narrowed alike."""
    rest = next(at for at, column in enumerate(listing.columns) if column.most is None)
    widths = _fitted([width for at, width in enumerate(_asked(listing)) if at != rest])
    widths.insert(rest, WIDTH - sum(widths) - _GAP * len(widths))
    begins = [sum(widths[:at]) + _GAP * at for at in range(len(widths))]
    return [Place(*place) for place in zip(listing.columns, begins, widths, strict=True)]


def _asked(listing: Listing) -> Iterator[float]:
    for at, column in enumerate(listing.columns):
        cells = {row[at] for group in listing.groups for row in group.rows}
        yield 0.0 if column.most is None else _widest(column, column.most, cells)


def _widest(column: ListColumn, most: float, cells: set[str]) -> float:
    face, asked = CELL, META_STRONG.width(column.title)
    metrics = QFontMetricsF(print_font(face.size, face.weight))
    for cell in cells:
        asked = max(asked, metrics.horizontalAdvance(cell[:_LONGEST]) / FINENESS)
        if asked + 1 >= most:
            return most
    return asked + 1


def _fitted(asked: Sequence[float]) -> list[float]:
    room = WIDTH - _LEAST - _GAP * len(asked)
    narrow = sorted(asked)
    for at, width in enumerate(narrow):
        share = (room - sum(narrow[:at])) / (len(narrow) - at)
        if width > share:
            return [min(width, share) for width in asked]
    return list(asked)
