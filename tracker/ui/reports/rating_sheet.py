"""A sheet to be filled in with a pen: what the scores mean, and for each day a row of circles for either score."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.frame import Heading, heading_of
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.period_facts import MAIN_CONCERNS
from tracker.ui.reports.sheet import BLACK, CELL, META, META_STRONG, SECTION, SOFT, Mark, Placed, bar, rule, text
from tracker.ui.reports.single_page import single_page
from tracker.ui.reports.typesetting import Face
from tracker.ui.words import catalog as names
from tracker.ui.words import rating_sheet as words
from tracker.ui.words.dates import day_full
from tracker.ui.words.documents import document_name

_DAY, _BETWEEN = 118.0, 18.0
_ROW, _HEAD, _RADIUS = 31.0, 44.0, 9.0
_SCORES = range(11)
_DIGIT = Face(8.5, 10, color=SOFT)


def lay_out_rating_sheet(contents: ReportContents) -> Pages:
    """Return the sheet: a row for each day on which a rating is asked for, then rows for other days."""
    return single_page(contents, _heading(contents), lambda room: _body(contents, room))


def _heading(contents: ReportContents) -> Heading:
    plain = heading_of(contents, document_name(Document.RATING_SHEET), "")
    return Heading(plain.title, plain.lines, ((words.direction(), META_STRONG), *plain.beside))


def _body(contents: ReportContents, room: QRectF) -> list[Mark]:
    marks, y = _how_to(contents, room)
    columns = list(_columns(room))
    marks += _heads(contents, columns, room, y)
    y += _HEAD
    rows = int((room.bottom() - y) / _ROW)
    days: list[date | None] = [*contents.asked[:rows], *[None] * (rows - len(contents.asked))]
    for on in days:
        marks += _row(on, columns, room, y)
        y += _ROW
    return marks


def _how_to(contents: ReportContents, room: QRectF) -> Placed:
    """Return what is to be done and what the ends of both scales mean; a line for the name where nobody is named."""
    marks, y = list[Mark](), room.top()
    if contents.identity is None:
        marks += [text(words.name(), CELL, room.left(), y + 12)[0], bar(QRectF(room.left() + 60, y + 14, 300, 0.75))]
        y += 30
    anchors = [contents.catalog.scale.anchors[concern] for concern in MAIN_CONCERNS]
    lines = [f"{names.named(one.name)}: {names.anchors_line(one)}. {names.named(one.question)}" for one in anchors]
    for line in (*words.how_to(), *lines):
        mark, y = text(line, META, room.left(), y + META.pitch, room.width())
        marks.append(mark)
    return marks, y + 18


def _columns(room: QRectF) -> Iterator[tuple[float, float]]:
    """Yield left edge and pitch of the circles of each score."""
    width = (room.width() - _DAY - _BETWEEN) / len(MAIN_CONCERNS)
    for place in range(len(MAIN_CONCERNS)):
        yield room.left() + _DAY + place * (width + _BETWEEN), width / len(_SCORES)


def _heads(contents: ReportContents, columns: list[tuple[float, float]], room: QRectF, y: float) -> list[Mark]:
    marks = [
        text(words.day(), META_STRONG, room.left(), y + 32)[0],
        rule(room.left(), y + _HEAD, room.width(), 1, BLACK),
    ]
    for (left, pitch), concern in zip(columns, MAIN_CONCERNS, strict=True):
        anchors = contents.catalog.scale.anchors[concern]
        right = left + pitch * len(_SCORES)
        marks += [
            text(names.named(anchors.name), SECTION, left, y + 14)[0],
            text(names.named(anchors.lowest), META, left, y + 32)[0],
            text(names.named(anchors.highest), META, right, y + 32, ends_right=True)[0],
        ]
    return marks


def _row(on: date | None, columns: list[tuple[float, float]], room: QRectF, y: float) -> list[Mark]:
    middle = y + _ROW / 2
    said = "" if on is None else day_full(on)
    marks = [text(said, CELL, room.left(), middle + 4)[0], rule(room.left(), y + _ROW, room.width())]
    for left, pitch in columns:
        for score in _SCORES:
            marks += _circle(score, QPointF(left + (score + 0.5) * pitch, middle))
    return marks


def _circle(score: int, middle: QPointF) -> list[Mark]:
    def draw(painter: QPainter) -> None:
        painter.save()
        painter.setPen(QPen(QColor(SOFT), 0.75))
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
        painter.restore()

    digits = str(score)
    x = middle.x() - _DIGIT.width(digits) / 2
    return [draw, text(digits, _DIGIT, x, middle.y() + 3)[0]]
