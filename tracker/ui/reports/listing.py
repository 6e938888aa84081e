"""A list for paper: rows in groups, the head of the columns on every page, "Page x of y" at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from tracker.ui.fonts import load_fonts
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import (
    BLACK,
    CELL,
    META,
    META_STRONG,
    SECTION,
    SUBTITLE,
    TITLE,
    WIDTH,
    Mark,
    Placed,
    Sheet,
    rule,
    text,
)
from tracker.ui.reports.strips import Section, Strip, flow, heading
from tracker.ui.reports.typesetting import FINENESS, Block, Face, print_font
from tracker.ui.words.reports import page_of

_GAP, _ROW, _BASELINE = 12.0, 22.5, 15.0
_WIDEST = 150.0
"""No column but the first takes more; what is longer is shortened."""
_LONGEST = 200
"""No row has room for more letters of one cell."""


@dataclass(frozen=True, slots=True)
class ListingGroup:
    """Rows under a heading; a row has one text for each column."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a printed list holds. The first column takes the room that the others leave, and more lines if it must."""

    title: str
    subtitle: str
    columns: tuple[str, ...]
    groups: tuple[ListingGroup, ...]


def lay_out_listing(listing: Listing, paper: str) -> Pages:
    """Return the pages of a list on a paper of that name. Needs a running `QGuiApplication`."""
    load_fonts()
    sheet = Sheet.of(paper)
    places, metrics = _places(listing), QFontMetricsF(print_font(CELL.size, CELL.weight))
    marks, y = _head(listing, sheet)
    further, next_top = _running_head(listing, sheet)
    heads = _column_heads(listing, places)
    sections = [
        Section(heading(group.heading), heads, tuple(_row(row, places, metrics) for row in group.rows))
        for group in listing.groups
    ]
    flowing = flow(sections, sheet.left, y, next_top, sheet.foot - 28)
    pages = [
        (*(marks if number == 1 else further), *flowed, *_foot(listing, sheet, number, len(flowing)))
        for number, flowed in enumerate(flowing, start=1)
    ]
    return Pages(sheet, tuple(pages))


def _places(listing: Listing) -> list[tuple[float, float]]:
    """Return where each column begins, and how wide it is."""
    rows = [row for group in listing.groups for row in group.rows]
    widths = [_widest(name, {row[place] for row in rows}) for place, name in enumerate(listing.columns) if place]
    widths.insert(0, WIDTH - sum(widths) - _GAP * len(widths))
    begins = [sum(widths[:place]) + _GAP * place for place in range(len(widths))]
    return list(zip(begins, widths, strict=True))


def _widest(column: str, cells: set[str]) -> float:
    return min(_WIDEST, max([META_STRONG.width(column), *(CELL.width(cell[:_LONGEST]) for cell in cells)]) + 1)


def _head(listing: Listing, sheet: Sheet) -> Placed:
    title, baseline = text(listing.title, TITLE, sheet.left, sheet.top + 16, WIDTH)
    subtitle, baseline = text(listing.subtitle, SUBTITLE, sheet.left, baseline + 18, WIDTH)
    return [title, subtitle, rule(sheet.left, baseline + 14, WIDTH, 1, BLACK)], baseline + 14


def _running_head(listing: Listing, sheet: Sheet) -> Placed:
    left, baseline = text(listing.title, SECTION, sheet.left, sheet.top + 8)
    said = _fitted(listing.subtitle, META, WIDTH - SECTION.width(listing.title) - 24)
    right, _ = text(said, META, sheet.right, sheet.top + 8, ends_right=True)
    return [left, right, rule(sheet.left, baseline + 12, WIDTH, 1, BLACK)], baseline + 12


def _foot(listing: Listing, sheet: Sheet, page: int, pages: int) -> list[Mark]:
    return [
        rule(sheet.left, sheet.foot - 17, WIDTH, 1, BLACK),
        text(listing.title, META, sheet.left, sheet.foot)[0],
        text(page_of(page, pages), META, sheet.right, sheet.foot, ends_right=True)[0],
    ]


def _column_heads(listing: Listing, places: Sequence[tuple[float, float]]) -> Strip:
    def draw(x: float, y: float) -> list[Mark]:
        heads = zip(listing.columns, places, strict=True)
        marks = [text(name, META_STRONG, x + begin, y + _BASELINE)[0] for name, (begin, _) in heads]
        return [*marks, rule(x, y + _ROW, WIDTH, 1, BLACK)]

    return Strip(_ROW, draw)


def _row(row: tuple[str, ...], places: Sequence[tuple[float, float]], metrics: QFontMetricsF) -> Strip:
    name, width = " ".join(row[0].split())[:_LONGEST], places[0][1]
    # Of thousands of names few need to be broken, which takes long to find out.
    extent = Block(name, CELL, width).extent if metrics.horizontalAdvance(name) > width * FINENESS else 0.0

    # One mark a row, set when it is drawn: thousands are laid out, and few of them looked at.
    def draw(x: float, y: float) -> list[Mark]:
        return [lambda painter: _draw_row(painter, row, places, x, y, extent)]

    return Strip(_ROW + extent, draw)


def _draw_row(
    painter: QPainter, row: Sequence[str], places: Sequence[tuple[float, float]], x: float, y: float, extent: float
) -> None:
    baseline = y + _BASELINE
    Block(" ".join(row[0].split())[:_LONGEST], CELL, places[0][1]).draw(painter, x, baseline)
    for said, (begin, room) in zip(row[1:], places[1:], strict=True):
        text(_fitted(said, CELL, room), CELL, x + begin, baseline)[0](painter)
    rule(x, y + _ROW + extent, WIDTH)(painter)


def _fitted(said: str, face: Face, width: float) -> str:
    """Return ``said`` in one line, shortened where it is wider than ``width`` px."""
    line = " ".join(said.split())[:_LONGEST]
    metrics = QFontMetricsF(print_font(face.size, face.weight))
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width * FINENESS)
