"""What frames each page: the head of the first, the head of the others, the foot."""

from dataclasses import dataclass

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.sheet import (
    BLACK,
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
from tracker.ui.reports.typesetting import Block, Face, shortened
from tracker.ui.words import reports as words

_ABOVE_FOOT = 17.0
_BESIDE = 24.0
_MOST_LARGE = 3
"""A title of more lines is set smaller."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a document: its title, the lines under it, and at the right what must be known to read it.

    ``running`` is what stands at the right of the heads of further pages.
    """

    title: str
    lines: tuple[str, ...]
    beside: tuple[tuple[str, Face], ...]
    running: str = ""


def heading_of(contents: ReportContents, name: str, about: str) -> Heading:
    """Return the head of a document of that ``name``, which is the title where nobody is named."""
    identity = contents.identity
    if identity is None:
        title, running, lines = name, about, [about]
    else:
        running = words.comma_separated(name, about)
        title, lines = identity.name, [running, words.identity_line(identity)]
    return Heading(title, tuple(filter(None, lines)), _printed(contents), running)


def scored_heading(contents: ReportContents, name: str) -> Heading:
    """Return the head of a document that shows scores of the report's period."""
    plain = heading_of(contents, name, words.period(contents))
    scale = ((words.who_rated(contents.raters), META), (words.direction(contents), META_STRONG))
    return Heading(plain.title, plain.lines, (*scale, *plain.beside), plain.running)


def _printed(contents: ReportContents) -> tuple[tuple[str, Face], ...]:
    return ((words.printed_on(contents.printed_on), META),)


def head(heading: Heading, sheet: Sheet) -> Placed:
    """Return the head of the first page."""
    marks: list[Mark] = [
        text(said, face, sheet.right, sheet.top + 8 + number * 15, ends_right=True)[0]
        for number, (said, face) in enumerate(heading.beside)
    ]
    room = WIDTH - max(face.width(said) for said, face in heading.beside) - _BESIDE
    face = TITLE if len(Block(heading.title, TITLE, room).lines) <= _MOST_LARGE else SECTION
    mark, baseline = text(heading.title, face, sheet.left, sheet.top + 16, room)
    marks.append(mark)
    for number, line in enumerate(heading.lines):
        mark, baseline = text(line, SUBTITLE, sheet.left, baseline + (18 if number == 0 else 16), room)
        marks.append(mark)
    y = max(baseline, sheet.top + 8 + 15 * (len(heading.beside) - 1)) + 16
    return [*marks, rule(sheet.left, y, WIDTH, 1, BLACK)], y


def running_head(heading: Heading, sheet: Sheet) -> Placed:
    """Return the head of every further page."""
    right, _ = text(heading.running, META, sheet.right, sheet.top + 8, ends_right=True)
    title = shortened(heading.title, SECTION, WIDTH - META.width(heading.running) - _BESIDE)
    left, baseline = text(title, SECTION, sheet.left, sheet.top + 8)
    return [left, right, rule(sheet.left, baseline + 12, WIDTH, 1, BLACK)], baseline + 12


def foot(sheet: Sheet, page: int, pages: int) -> list[Mark]:
    """Return the foot of a page."""
    block = _statements()
    baseline = sheet.foot - block.extent
    return [
        rule(sheet.left, baseline - _ABOVE_FOOT, WIDTH, 1, BLACK),
        lambda painter: block.draw(painter, sheet.left, baseline),
        text(words.page_of(page, pages), META, sheet.right, baseline, ends_right=True)[0],
    ]


def foot_top(sheet: Sheet) -> float:
    """Return where the foot begins."""
    return sheet.foot - _statements().extent - _ABOVE_FOOT


def _statements() -> Block:
    """Return the statements, broken alike on every page: beside them there is room for three digits twice."""
    return Block(words.foot(), META, WIDTH - META.width(words.page_of(999, 999)) - 20)
