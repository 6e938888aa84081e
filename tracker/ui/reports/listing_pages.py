"""A list laid out over pages: its head and that of its columns on each, "page 1 of 2" at the foot, no line ever cut."""

from collections.abc import Sequence
from itertools import count, zip_longest

from PySide6.QtGui import QFontMetricsF, QPainter

from tracker.core.collector import COLLECTOR
from tracker.ui.fonts import load_fonts
from tracker.ui.reports.letterhead import sheet_under, with_letterhead
from tracker.ui.reports.listing import Listing, Told, nobody
from tracker.ui.reports.listing_columns import Place, places_of
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import (
    BLACK,
    CELL,
    META,
    SECTION,
    SUBTITLE,
    TITLE,
    WIDTH,
    Mark,
    Placed,
    Sheet,
    line_text,
    rule,
)
from tracker.ui.reports.strips import NOTHING, Section, Strip, flow, heading, sentence
from tracker.ui.reports.typesetting import Face, broken, print_font, shortened
from tracker.ui.words.reports import page_of, printed_on

_ABOVE, _BELOW = 15.0, 7.5
_HEAD = 22.0
_FOOT = 17.0
_BESIDE = 24.0
_TOGETHER = 12
"""A row of no more lines stands on one page; a longer one runs on to the next."""

_EVERY = 100
"""So many rows are laid out between two tellings."""


def lay_out_listing(listing: Listing, paper: str, told: Told = nobody) -> Pages:
    """Return the pages of a list on a paper of that name. Takes long for thousands of rows, of which ``told`` hears.

    Needs a running `QGuiApplication`. Whichever thread draws the pages sets their text.
    """
    load_fonts()
    sheet = sheet_under(listing.letterhead, paper)
    head, top = _head(listing, sheet)
    further, next_top = _running_head(listing, sheet)
    with COLLECTOR.at_rest():
        flowing = flow(_sections(listing, told), sheet.left, top, next_top, sheet.foot - _FOOT - 6)
    pages = [
        (*(head if number == 1 else further), *marks, *_foot(listing, sheet, number, len(flowing)))
        for number, marks in enumerate(flowing, start=1)
    ]
    return with_letterhead(Pages(sheet, tuple(pages)), listing.letterhead)


def _head(listing: Listing, sheet: Sheet) -> Placed:
    day, room = _printed(listing, sheet)
    marks, baseline = _lines(broken(listing.title, TITLE, room), TITLE, sheet.left, sheet.top + 16)
    for said in filter(None, listing.about):
        more, baseline = _lines(broken(said, SUBTITLE, room), SUBTITLE, sheet.left, baseline + 18)
        marks += more
    return [*marks, day, rule(sheet.left, baseline + 14, WIDTH, 1, BLACK)], baseline + 14


def _running_head(listing: Listing, sheet: Sheet) -> Placed:
    day, room = _printed(listing, sheet)
    marks, baseline = _lines([shortened(listing.title, SECTION, room)], SECTION, sheet.left, sheet.top + 8)
    for said in listing.about[:1]:
        more, baseline = _lines([shortened(said, META, room)], META, sheet.left, baseline + 15)
        marks += more
    return [*marks, day, rule(sheet.left, baseline + 10, WIDTH, 1, BLACK)], baseline + 10


def _lines(lines: Sequence[str], face: Face, x: float, baseline: float) -> Placed:
    """Return lines of text and the last baseline."""
    marks = [line_text(said, face, x, baseline + at * face.pitch) for at, said in enumerate(lines)]
    return marks, baseline + (len(lines) - 1) * face.pitch


def _printed(listing: Listing, sheet: Sheet) -> tuple[Mark, float]:
    """Return the day on which the list is printed, at the right, and the room that it leaves."""
    said = printed_on(listing.printed_on)
    day = line_text(said, META, sheet.right, sheet.top + 8, ends_right=True)
    return day, WIDTH - META.width(said) - _BESIDE


def _foot(listing: Listing, sheet: Sheet, page: int, pages: int) -> list[Mark]:
    return [
        rule(sheet.left, sheet.foot - _FOOT, WIDTH, 1, BLACK),
        line_text(listing.foot, META, sheet.left, sheet.foot),
        line_text(page_of(page, pages), META, sheet.right, sheet.foot, ends_right=True),
    ]


def _sections(listing: Listing, told: Told) -> list[Section]:
    places, metrics = places_of(listing), QFontMetricsF(print_font(CELL.size, CELL.weight))
    heads, done = _column_heads(places), count(1)
    total = sum(len(group.rows) for group in listing.groups)
    sections = []
    for group in listing.groups:
        body: list[Strip] = []
        for row in group.rows:
            if (number := next(done)) % _EVERY == 0:
                told(number, total)
            body += _row(row, places, metrics)
        sections.append(Section(heading(group.heading) if group.heading else NOTHING, heads, tuple(body) or (NOTHING,)))
    if listing.ending:
        last = sections.pop()
        sections.append(Section(last.heading, last.head, (*last.body, sentence(listing.ending, stays=True))))
    return sections


def _column_heads(places: Sequence[Place]) -> Strip:
    def draw(x: float, y: float) -> list[Mark]:
        return [*(place.head(x, y + _ABOVE) for place in places), rule(x, y + _HEAD, WIDTH, 1, BLACK)]

    return Strip(_HEAD, draw)


def _row(row: Sequence[str], places: Sequence[Place], metrics: QFontMetricsF) -> list[Strip]:
    """Return a row line by line; the last line closes it."""
    cells = [place.pieces(cell, metrics) for place, cell in zip(places, row, strict=True)]
    lines = list(zip_longest(*cells, fillvalue=""))
    stays = range(1, len(lines) if len(lines) <= _TOGETHER else 2)
    # The second line of a long row does not begin a page either: it would stand there without what it belongs to.
    return [
        _line(pieces, places, _ABOVE if at == 0 else CELL.pitch, at in stays, is_last=at == len(lines) - 1)
        for at, pieces in enumerate(lines)
    ]


def _line(pieces: Sequence[str], places: Sequence[Place], above: float, stays: bool, *, is_last: bool) -> Strip:
    height = above + (_BELOW if is_last else 0)

    def draw(x: float, y: float) -> list[Mark]:
        # One mark a line, set when it is drawn: thousands are laid out, and few of them looked at.
        def mark(painter: QPainter) -> None:
            for piece, place in zip(pieces, places, strict=True):
                if piece:
                    place.draw(painter, piece, x, y + above)
            if is_last:
                rule(x, y + height, WIDTH)(painter)

        return [mark]

    return Strip(height, draw, stays)
