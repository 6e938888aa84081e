"""The sheet of paper, the faces and inks of the report, and the few shapes on it. Lengths in px at 96 to the inch."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPolygonF

from tracker.core.records import Kind
from tracker.ui.reports.kinds import A4
from tracker.ui.reports.typesetting import SEMIBOLD, Block, Face

MM = 96 / 25.4
WIDTH = 688.0
"""The content is as wide on Letter as on A4, where it leaves margins of 14 mm."""
LETTERHEAD_TOP = 7 * MM
"""The letterhead begins above the content of a page, where most of its height is blank anyway."""

BLACK, SOFT, HAIRLINE = "#000000", "#333333", "#C4C4C4"
TEXTURE, WRINKLES, TOO_SOON = "#0072B2", "#D55E00", "#C5352B"
"""The inks of the two scores and of a broken rule, as on a light screen; black where the page is grey."""
TITLE = Face(21, 26, SEMIBOLD)
SUBTITLE = Face(12, 16, color=SOFT)
META = Face(11, 15, color=SOFT)
META_STRONG = Face(11, 15, SEMIBOLD)
FIGURE = Face(20, 24, SEMIBOLD)
SECTION = Face(13, 18, SEMIBOLD)
CELL = Face(11.5, 15)
LINE = Face(12, 16, color=SOFT)
LINE_STRONG = Face(12, 16, SEMIBOLD, SOFT)


@dataclass(frozen=True, slots=True)
class Density:
    """How closely a report is set: heights of chart and face, a row's above its first and below its last baseline."""

    chart: float
    face: float
    above: float
    below: float


AIRY = Density(chart=330, face=176, above=15, below=7.5)
ROOMY = Density(chart=286, face=160, above=15, below=7.5)
CLOSE = Density(chart=266, face=144, above=14.25, below=6.75)
TIGHT = Density(chart=250, face=128, above=13.5, below=6)
PACKED = Density(chart=256, face=108, above=12.5, below=5)
DENSE = Density(chart=232, face=108, above=12.5, below=5)
DENSER = Density(chart=228, face=100, above=12, below=4)
DENSEST = Density(chart=206, face=96, above=11, below=3)
DENSITIES = (AIRY, ROOMY, CLOSE, TIGHT, PACKED, DENSE, DENSER, DENSEST)
"""From the airiest to the one that sets the most on a page."""

Mark = Callable[[QPainter], None]
"""Something on a page: draws itself in the px of the page."""
Placed = tuple[list[Mark], float]
"""Marks and the y at which they end."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One size of paper and where its content lies, so much lower than it could as there stands ``above`` it."""

    size: QPageSize
    width: float
    height: float
    above: float = 0.0

    @classmethod
    def of(cls, paper: str) -> "Sheet":
        """Return the sheet of a paper's name."""
        size = QPageSize(QPageSize.PageSizeId.A4 if paper == A4 else QPageSize.PageSizeId.Letter)
        inches = size.size(QPageSize.Unit.Inch)
        return cls(size, inches.width() * 96, inches.height() * 96)

    @property
    def left(self) -> float:
        """Return the left edge of the content."""
        return (self.width - WIDTH) / 2

    @property
    def right(self) -> float:
        """Return the right edge of the content."""
        return self.left + WIDTH

    @property
    def top(self) -> float:
        """Return the upper edge of the content."""
        return 12.5 * MM + self.above

    @property
    def foot(self) -> float:
        """Return the last baseline of the foot."""
        return self.height - 8 * MM

    @property
    def content(self) -> QRectF:
        """Return what is printed on at most: from the letterhead to the foot."""
        return QRectF(self.left, LETTERHEAD_TOP, WIDTH, self.foot + 0.25 * META.size - LETTERHEAD_TOP)


def text(
    said: str, face: Face, x: float, baseline: float, width: float | None = None, *, ends_right: bool = False
) -> tuple[Mark, float]:
    """Return text and its last baseline. Without ``width`` it stays on one line; that line ends at ``x`` on request."""
    block = Block(said, face, width, ends_right=ends_right)
    start = x - block.width if ends_right and width is None else x
    return (lambda painter: block.draw(painter, start, baseline)), baseline + block.extent


def line_text(said: str, face: Face, x: float, baseline: float, *, ends_right: bool = False) -> Mark:
    """Return text on one line that is set when it is drawn, by whatever thread does that; else as `text`."""
    return lambda painter: text(said, face, x, baseline, ends_right=ends_right)[0](painter)


def rule(x: float, y: float, width: float, thickness: float = 0.75, color: str = HAIRLINE) -> Mark:
    """Return a horizontal line whose middle is at ``y``."""
    return bar(QRectF(x, y - thickness / 2, width, thickness), color)


def bar(area: QRectF, color: str = BLACK) -> Mark:
    """Return a filled rectangle."""
    return lambda painter: painter.fillRect(area, QColor(color))


def glyph(kind: Kind, x: float, baseline: float) -> Mark:
    """Return a treatment's glyph, 9 px wide, beside text on ``baseline``: a needle's or a crystal's outline."""
    if kind is Kind.BOTOX:
        points = [(0.5, -8.2), (8.9, -8.2), (4.7, -0.6)]
    else:
        points = [(4.7, -8.8), (9.2, -4.2), (4.7, 0.4), (0.2, -4.2)]
    return _polygon(points, x, baseline, BLACK)


def override_mark(x: float, baseline: float, color: str) -> Mark:
    """Return the mark of an overridden rule, 9 px wide: a filled triangle with a bar and a dot."""
    triangle = _polygon([(4.5, -8.6), (9.4, 0), (-0.4, 0)], x, baseline, color)
    stem = bar(QRectF(x + 4.0, baseline - 6.0, 1, 3.2), "#FFFFFF")
    dot = bar(QRectF(x + 4.0, baseline - 1.9, 1, 1), "#FFFFFF")

    def draw(painter: QPainter) -> None:
        for part in (triangle, stem, dot):
            part(painter)

    return draw


def _polygon(points: list[tuple[float, float]], x: float, y: float, color: str) -> Mark:
    shape = QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points])

    def draw(painter: QPainter) -> None:
        painter.save()
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(color))
        painter.drawPolygon(shape)
        painter.restore()

    return draw
