"""A plain list laid out over pages: its head repeated on each, "page 1 of 2" at the foot, no row ever cut."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.ui.fonts import load_fonts
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.plain_list import Listing
from tracker.ui.reports.printing import paint, paper_of
from tracker.ui.reports.sheet import BLACK, CELL, META, META_STRONG, SUBTITLE, TITLE, WIDTH, Mark, Placed, Sheet, rule
from tracker.ui.reports.sheet import text as typed
from tracker.ui.reports.strips import Section, Strip, flow
from tracker.ui.reports.typesetting import Block
from tracker.ui.words.reports import page_of, printed_on

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_GAP = 12.0
_ABOVE, _BELOW = 15.0, 7.5
_ABOVE_FOOT = 17.0


def lay_out_listing(listing: Listing, paper: str) -> Pages:
    """Return the pages of a list. Needs a running `QGuiApplication`."""
    load_fonts()
    sheet = Sheet.of(paper)
    marks, top = _head(listing, sheet)
    foot_top = sheet.foot - _ABOVE_FOOT - 6
    flowing = flow([_table(listing)], sheet.left, top, top, foot_top)
    pages = [(*marks, *flowed, *_foot(sheet, number, len(flowing))) for number, flowed in enumerate(flowing, start=1)]
    return Pages(sheet, tuple(pages))


def printer_for(listing: Listing, paper: str) -> "QPrinter":
    """Return a printer that is told the paper and the name of the job; margins are those of the page itself."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(Sheet.of(paper).size)
    printer.setFullPage(True)
    printer.setDocName(listing.title)
    printer.setCreator("Skinterval")
    return printer


def print_listing(printer: "QPrinter", listing: Listing, paper: str) -> None:
    """Print all pages on the paper that the printer holds, as far as it is A4 or Letter; else ``paper`` is scaled.

    Raise `NotSavedError` where the printer refuses.
    """
    pages = lay_out_listing(listing, paper_of(printer, paper))
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    paint(printer, pages, range(first - 1, min(last, len(pages))))


def _head(listing: Listing, sheet: Sheet) -> Placed:
    printed = printed_on(listing.printed_on)
    room = WIDTH - META.width(printed) - 24
    title, baseline = typed(listing.title, TITLE, sheet.left, sheet.top + 16, room)
    subtitle, baseline = typed(listing.subtitle, SUBTITLE, sheet.left, baseline + 18, room)
    day, _ = typed(printed, META, sheet.right, sheet.top + 8, ends_right=True)
    y = baseline + 14
    return [title, subtitle, day, rule(sheet.left, y, WIDTH, 1, BLACK)], y


def _foot(sheet: Sheet, page: int, pages: int) -> list[Mark]:
    return [
        rule(sheet.left, sheet.foot - _ABOVE_FOOT, WIDTH, 1, BLACK),
        typed(page_of(page, pages), META, sheet.right, sheet.foot, ends_right=True)[0],
    ]


def _table(listing: Listing) -> Section:
    widths = _shared([_natural(listing, place) for place in range(len(listing.columns))])
    starts = [sum(widths[:place]) + place * _GAP for place in range(len(widths))]
    head = _head_strip(listing, starts)
    body = [_row_strip(row, starts, widths) for row in listing.rows]
    return Section(_NO_HEADING, head, tuple(body) or (_NO_HEADING,))


_NO_HEADING = Strip(0, lambda x, y: [])


def _natural(listing: Listing, place: int) -> float:
    cells = {row[place] for row in listing.rows}
    return max([META_STRONG.width(listing.columns[place]), *(CELL.width(cell) for cell in cells)]) + 0.5


def _shared(natural: Sequence[float]) -> list[float]:
    """Return the widths of columns: as wide as their texts, the widest ones narrowed alike until all fit."""
    room = WIDTH - _GAP * (len(natural) - 1)
    widest = max(natural)
    narrow = sorted(natural)
    for place, width in enumerate(narrow):
        if width * (len(narrow) - place) + sum(narrow[:place]) > room:
            widest = (room - sum(narrow[:place])) / (len(narrow) - place)
            break
    return [min(width, widest) for width in natural]


def _head_strip(listing: Listing, starts: Sequence[float]) -> Strip:
    def draw(x: float, y: float) -> list[Mark]:
        titles = [
            typed(title, META_STRONG, x + start, y + 15)[0]
            for title, start in zip(listing.columns, starts, strict=True)
        ]
        return [*titles, rule(x, y + 22, WIDTH, 1, BLACK)]

    return Strip(22, draw)


def _row_strip(row: Sequence[str], starts: Sequence[float], widths: Sequence[float]) -> Strip:
    blocks = [Block(cell, CELL, width) for cell, width in zip(row, widths, strict=True)]
    height = _ABOVE + max(block.extent for block in blocks) + _BELOW

    def draw(x: float, y: float) -> list[Mark]:
        cells = [_placed(block, x + start, y) for block, start in zip(blocks, starts, strict=True)]
        return [*cells, rule(x, y + height, WIDTH)]

    return Strip(height, draw)


def _placed(block: Block, x: float, y: float) -> Mark:
    return lambda painter: block.draw(painter, x, y + _ABOVE)
