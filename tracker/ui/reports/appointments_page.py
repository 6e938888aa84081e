"""A card with the next dates, to be cut out: whose practice, whose dates, when, what for and why then."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.core.records import Kind
from tracker.ui.reports.appointments import next_plans, unplanned
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.frame import foot, foot_top
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import CELL, LINE_STRONG, META, MM, SECTION, SOFT, Mark, Placed, Sheet, glyph, text
from tracker.ui.words import appointments as words
from tracker.ui.words import catalog as names

_WIDTH, _HEIGHT, _INSET = 105 * MM, 74 * MM, 18.0
"""A sheet of paper folded to its eighth part; a card with many dates is higher."""
_BESIDE_GLYPH, _BETWEEN, _CLOSING = 16.0, 10.0, 2 * (META.pitch + 4)


def lay_out_appointments(contents: ReportContents) -> Pages:
    """Return the page with the card."""
    sheet = Sheet.of(contents.options.paper)
    left, top = sheet.left + _INSET, sheet.top + _INSET
    width = _WIDTH - 2 * _INSET
    marks, y = _whose(contents, left, top, width)
    more, y = _dates(contents, left, y, width, foot_top(sheet) - 2 * _INSET - _CLOSING)
    card = QRectF(sheet.left, sheet.top, _WIDTH, max(_HEIGHT, y + _INSET - sheet.top))
    return Pages(sheet, ((_edge(card), *marks, *more, *foot(sheet, 1, 1)),))


def _whose(contents: ReportContents, x: float, y: float, width: float) -> Placed:
    """Return practice and person, as far as they are to be named."""
    marks, baseline = list[Mark](), y - 4
    practice = "" if contents.letterhead is None else contents.letterhead.name
    person = "" if contents.identity is None else contents.identity.name
    for said, face in ((practice, LINE_STRONG), (words.heading(person), SECTION)):
        if said:
            mark, baseline = text(said, face, x, baseline + face.pitch, width)
            marks.append(mark)
    return marks, baseline + 4


def _dates(contents: ReportContents, x: float, y: float, width: float, bottom: float) -> Placed:
    """Return the dates, of very many the soonest that end above ``bottom``, and what is said under them."""
    marks, said = list[Mark](), list(_said(contents))
    closing = [words.next_rating(contents.asked[0])] if contents.asked else []
    for number, date in enumerate(said):
        more, end = _date(*date, x, y, width)
        if end > bottom:
            closing.insert(0, words.further_dates(len(said) - number))
            break
        marks, y = [*marks, *more], end
    for line in closing if marks or closing else [words.no_date()]:
        mark, y = text(line, META, x, y + META.pitch + 4, width)
        marks.append(mark)
    return marks, y


def _date(kind: Kind, when: str, lines: list[str], x: float, y: float, width: float) -> Placed:
    """Return one date: its first line in bold, the lines under it."""
    baseline, room = y + LINE_STRONG.pitch + 4, width - _BESIDE_GLYPH
    first, y = text(when, LINE_STRONG, x + _BESIDE_GLYPH, baseline, room)
    marks = [glyph(kind, x, baseline), first]
    for number, line in enumerate(lines):
        face = META if number else CELL
        mark, y = text(line, face, x + _BESIDE_GLYPH, y + face.pitch, room)
        marks.append(mark)
    return marks, y + _BETWEEN - 4


def _said(contents: ReportContents) -> Iterator[tuple[Kind, str, list[str]]]:
    """Yield each date: of what kind, its first line, the lines under it."""
    for planned in next_plans(contents):
        yield planned.plan.kind, words.planned_day(planned.plan), words.planned_lines(planned)
    for judgement in unplanned(contents):
        kind = judgement.treatment
        yield kind, names.kind(kind), words.window_lines(judgement)


def _edge(card: QRectF) -> Mark:
    """Return the line along which the card is cut out."""

    def draw(painter: QPainter) -> None:
        painter.save()
        pen = QPen(QColor(SOFT), 0.75)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(card)
        painter.restore()

    return draw
