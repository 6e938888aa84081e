"""What frames each page: the head of the first, the head of the others, the foot."""

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
from tracker.ui.reports.typesetting import Block
from tracker.ui.words import reports as words

_ABOVE_FOOT = 17.0


def head(contents: ReportContents, sheet: Sheet) -> Placed:
    """Return the head of the first page."""
    marks, meta_width = _meta(contents, sheet)
    room = WIDTH - meta_width - 24
    identity = contents.identity
    title = words.report_name() if identity is None else identity.name
    lines = [words.period(contents) if identity is None else words.subtitle(contents)]
    if identity is not None and (known := words.identity_line(identity)):
        lines.append(known)
    mark, baseline = text(title, TITLE, sheet.left, sheet.top + 16, room)
    marks.append(mark)
    for number, line in enumerate(lines):
        mark, baseline = text(line, SUBTITLE, sheet.left, baseline + (18 if number == 0 else 16), room)
        marks.append(mark)
    y = max(baseline, sheet.top + 37) + 16
    return [*marks, rule(sheet.left, y, WIDTH, 1, BLACK)], y


def _meta(contents: ReportContents, sheet: Sheet) -> tuple[list[Mark], float]:
    lines = [
        (words.who_rated(contents.raters), META),
        (words.direction(contents), META_STRONG),
        (words.printed_on(contents.printed_on), META),
    ]
    marks = [
        text(said, face, sheet.right, sheet.top + 8 + number * 15, ends_right=True)[0]
        for number, (said, face) in enumerate(lines)
    ]
    return marks, max(face.width(said) for said, face in lines)


def running_head(contents: ReportContents, sheet: Sheet) -> Placed:
    """Return the head of every further page."""
    name = words.report_name() if contents.identity is None else contents.identity.name
    about = words.period(contents) if contents.identity is None else words.subtitle(contents)
    right, _ = text(about, META, sheet.right, sheet.top + 8, ends_right=True)
    left, baseline = text(name, SECTION, sheet.left, sheet.top + 8, WIDTH - META.width(about) - 24)
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
