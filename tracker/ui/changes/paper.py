"""Changes on paper: a table whose head is repeated, the person in the head of every page, page x of y in its foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tracker.ui.changes.model import column_titles
from tracker.ui.fonts import load_fonts
from tracker.ui.reports.contents import Identity
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
from tracker.ui.reports.strips import Section, Strip, flow, sentence
from tracker.ui.reports.typesetting import Block
from tracker.ui.words import change_paper as words
from tracker.ui.words.change_history import ChangeLine
from tracker.ui.words.reports import identity_line, page_of, printed_on

_WIDTHS = (116.0, 104.0, 156.0)
_GAP = 12.0
_STARTS = tuple(accumulate((width + _GAP for width in _WIDTHS), initial=0.0))
_ABOVE, _BELOW = 15.0, 7.5
_FOOT = 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPaper:
    """What is printed. ``about`` says which changes are listed, ``is_cut`` that there are earlier ones.

    The values of private notes are there only where ``with_private`` asks for them.
    """

    identity: Identity
    about: str
    printed_on: date
    lines: Sequence[ChangeLine]
    is_cut: bool = False
    with_private: bool = False
    paper: str


def lay_out(contents: ChangesPaper) -> Pages:
    """Return the pages. Needs a running `QGuiApplication`."""
    load_fonts()
    sheet = Sheet.of(contents.paper)
    head, y = _head(contents, sheet)
    further, next_top = _running_head(contents, sheet)
    flowing = flow([_section(contents)], sheet.left, y, next_top, sheet.foot - _FOOT - 6)
    pages = [
        (*(head if number == 1 else further), *marks, *_foot(contents, sheet, number, len(flowing)))
        for number, marks in enumerate(flowing, start=1)
    ]
    return Pages(sheet, tuple(pages))


def _head(contents: ChangesPaper, sheet: Sheet) -> Placed:
    said = printed_on(contents.printed_on)
    marks = [text(said, META, sheet.right, sheet.top + 8, ends_right=True)[0]]
    room = WIDTH - META.width(said) - 24
    mark, baseline = text(contents.identity.name, TITLE, sheet.left, sheet.top + 16, room)
    marks.append(mark)
    for line in filter(None, (contents.about, identity_line(contents.identity))):
        mark, baseline = text(line, SUBTITLE, sheet.left, baseline + 18, room)
        marks.append(mark)
    return [*marks, rule(sheet.left, baseline + 16, WIDTH, 1, BLACK)], baseline + 16


def _running_head(contents: ChangesPaper, sheet: Sheet) -> Placed:
    said = printed_on(contents.printed_on)
    right, _ = text(said, META, sheet.right, sheet.top + 8, ends_right=True)
    room = WIDTH - META.width(said) - 24
    left, baseline = text(contents.identity.name, SECTION, sheet.left, sheet.top + 8, room)
    about, baseline = text(contents.about, META, sheet.left, baseline + 15, room)
    return [left, about, right, rule(sheet.left, baseline + 10, WIDTH, 1, BLACK)], baseline + 10


def _foot(contents: ChangesPaper, sheet: Sheet, page: int, pages: int) -> list[Mark]:
    return [
        rule(sheet.left, sheet.foot - _FOOT, WIDTH, 1, BLACK),
        text(words.private_notes(with_private=contents.with_private), META, sheet.left, sheet.foot)[0],
        text(page_of(page, pages), META, sheet.right, sheet.foot, ends_right=True)[0],
    ]


def _section(contents: ChangesPaper) -> Section:
    body = [strip for line in contents.lines for strip in _row(line, with_private=contents.with_private)]
    if contents.is_cut:
        body.append(sentence(words.earlier_ones(), stays=True))
    return Section(Strip(6, lambda _x, _y: []), _titles(), tuple(body))


def _titles() -> Strip:
    def draw(x: float, y: float) -> list[Mark]:
        titles = zip(column_titles(), _STARTS, strict=True)
        return [
            *(text(title, META_STRONG, x + start, y + 15)[0] for title, start in titles),
            rule(x, y + 22, WIDTH, 1, BLACK),
        ]

    return Strip(22, draw)


def _row(line: ChangeLine, *, with_private: bool) -> list[Strip]:
    """Return a change line by line, so that a long note can run on to the next page; the last line closes it."""
    fields = "\n".join(_said(line, with_private=with_private))
    widths = (*_WIDTHS, WIDTH - _STARTS[-1])
    cells = zip((line.when, line.by, line.what, fields), widths, strict=True)
    blocks = [Block(cell or " ", CELL, width) for cell, width in cells]
    count = max(len(block.lines) for block in blocks)
    return [_line(blocks, number, is_last=number == count - 1) for number in range(count)]


def _said(line: ChangeLine, *, with_private: bool) -> list[str]:
    """Return the fields: of an edit each on lines of its own, of a new record or one that is gone in one paragraph."""
    said = [field.hidden if field.is_private and not with_private else field.said for field in line.fields]
    is_edit = any(field.before and field.after for field in line.fields)
    return said if is_edit else ["; ".join(said)]


def _line(blocks: Sequence[Block], number: int, *, is_last: bool) -> Strip:
    above = _ABOVE if number == 0 else CELL.pitch
    height = above + (_BELOW if is_last else 0)

    def draw(x: float, y: float) -> list[Mark]:
        marks = [
            _piece(block, number, x + start, y + above)
            for block, start in zip(blocks, _STARTS, strict=True)
            if number < len(block.lines)
        ]
        return [*marks, rule(x, y + height, WIDTH)] if is_last else marks

    # The second line does not begin a page: it would stand there without its day.
    return Strip(height, draw, stays=number == 1)


def _piece(block: Block, number: int, x: float, baseline: float) -> Mark:
    return lambda painter: block.draw_line(painter, number, x, baseline)
