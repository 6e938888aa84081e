"""Whose paper it is: the practice's name and its logo over the head of every page."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import LETTERHEAD_TOP, LINE_STRONG, WIDTH, Mark, Sheet, text
from tracker.ui.reports.typesetting import shortened

_LOGO_WIDTH, _BESIDE = 150.0, 12.0
_GAP = 8.0
"""From the logo down to the content."""
_ROOM, _ROOM_WITH_LOGO = 3.0, {A4: 14.0, LETTER: 4.0}
"""So much lower the content begins; Letter is shorter, and eighteen treatments are to stand on either."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The name of a practice, and its logo as the bytes of a PNG file, which may be empty; drawn in grey on request."""

    name: str
    logo: bytes = b""
    is_grey: bool = False


def sheet_under(letterhead: Letterhead | None, paper: str) -> Sheet:
    """Return the sheet of a paper's name, its content begun below the letterhead where there is one."""
    sheet = Sheet.of(paper)
    if letterhead is None:
        return sheet
    return replace(sheet, above=_ROOM_WITH_LOGO[paper] if letterhead.logo else _ROOM)


def with_letterhead(pages: Pages, letterhead: Letterhead | None) -> Pages:
    """Return ``pages`` with the letterhead over each."""
    if letterhead is None:
        return pages
    mark = _letterhead(letterhead, pages.sheet)
    return replace(pages, marks=tuple((mark, *marks) for marks in pages.marks))


def _letterhead(letterhead: Letterhead, sheet: Sheet) -> Mark:
    height = sheet.top - _GAP - LETTERHEAD_TOP

    def draw(painter: QPainter) -> None:
        x = sheet.left
        if letterhead.logo:
            x += _draw_logo(painter, letterhead, x, height)
        baseline = LETTERHEAD_TOP + (height / 2 + 4 if letterhead.logo else 8)
        name = shortened(letterhead.name, LINE_STRONG, WIDTH - (x - sheet.left))
        text(name, LINE_STRONG, x, baseline)[0](painter)

    return draw


def _draw_logo(painter: QPainter, letterhead: Letterhead, x: float, most: float) -> float:
    """Draw the logo at most ``most`` high. Return the room that it takes, nothing for what is no picture."""
    image = QImage.fromData(letterhead.logo)
    if image.isNull():
        return 0.0
    if letterhead.is_grey:
        image = _grey(image)
    scale = min(most / image.height(), _LOGO_WIDTH / image.width())
    width, height = image.width() * scale, image.height() * scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(x, LETTERHEAD_TOP + (most - height) / 2, width, height), image)
    painter.restore()
    return width + _BESIDE


def _grey(image: QImage) -> QImage:
    """Return a picture in grey on white: a format of greys has no transparency."""
    on_white = QImage(image.size(), QImage.Format.Format_RGB32)
    on_white.fill(QColor("#FFFFFF"))
    painter = QPainter(on_white)
    painter.drawImage(0, 0, image)
    painter.end()
    return on_white.convertToFormat(QImage.Format.Format_Grayscale8)
