"""A card with the next dates, to be cut out: whose practice, whose dates, when, what for and why then."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.core.records import Kind
from tracker.ui.reports.appointments import next_plans, unplanned
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.frame import foot
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import CELL, LINE_STRONG, META, MM, SECTION, SOFT, Mark, Placed, Sheet, glyph, text
from tracker.ui.words import appointments as words
from tracker.ui.words import catalog as names

_WIDTH, _HEIGHT, _INSET = 105 * MM, 74 * MM, 18.0
"""A sheet of paper folded to its eighth part; a card with many dates is higher."""
_BESIDE_GLYPH, _BETWEEN = 16.0, 10.0


def lay_out_appointments(contents: ReportContents) -> Pages:
    """Return the page with the card."""
    sheet = Sheet.of(contents.options.paper)
    left, top = sheet.left + _INSET, sheet.top + _INSET
    width = _WIDTH - 2 * _INSET
    marks, y = _whose(contents, left, top, width)
    more, y = _dates(contents, left, y, width)
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


def _dates(contents: ReportContents, x: float, y: float, width: float) -> Placed:
    marks, room = list[Mark](), width - _BESIDE_GLYPH
    for kind, when, lines in _said(contents):
        baseline = y + LINE_STRONG.pitch + 4
        marks.append(glyph(kind, x, baseline))
        mark, y = text(when, LINE_STRONG, x + _BESIDE_GLYPH, baseline, room)
        marks.append(mark)
        for number, line in enumerate(lines):
            face = META if number else CELL
            mark, y = text(line, face, x + _BESIDE_GLYPH, y + face.pitch, room)
            marks.append(mark)
        y += _BETWEEN - 4
    closing = [words.next_rating(contents.asked[0])] if contents.asked else []
    for line in closing if marks or closing else [words.no_date()]:
        mark, y = text(line, META, x, y + META.pitch + 4, width)
        marks.append(mark)
    return marks, y


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
