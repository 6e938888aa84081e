"""Type on paper: the fonts of printed pages and text broken into lines, in px at 96 to the inch."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from threading import local

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from tracker.ui.fonts import FAMILY

REGULAR, SEMIBOLD = 400, 600
FINENESS = 20
"""Fonts are made this many times larger and scaled down by the painter: a font's pixel size is a whole number."""
_ENDLESS = 1e6
_PICTURE_MARKS = "\ufe0f\u20e3"
"""They turn the character before them into a coloured picture, and say nothing else."""
_FIRST_SYMBOL = 0x2300
_LONGEST = 200
"""No shortened text has room for more letters."""


@dataclass(frozen=True, slots=True)
class Face:
    """One way of setting text: size and distance of baselines in px, weight, colour."""

    size: float
    pitch: float
    weight: int = REGULAR
    color: str = "#000000"

    def width(self, text: str) -> float:
        """Return the width of ``text`` on one line, in px."""
        return QFontMetricsF(print_font(self.size, self.weight)).horizontalAdvance(text) / FINENESS


class _Fonts(local):
    """The fonts of one thread: two threads must not find out at once what a font is made of."""

    def __init__(self) -> None:
        self.made: dict[tuple[float, int], QFont] = {}


_fonts = _Fonts()


def print_font(size: float, weight: int = REGULAR) -> QFont:
    """Return the font of printed text, kept for the thread that asks: making one takes as long as drawing a cell."""
    if (size, weight) not in _fonts.made:
        _fonts.made[size, weight] = _made(size, weight)
    return _fonts.made[size, weight]


def _made(size: float, weight: int) -> QFont:
    """Return the font of printed text, `FINENESS` times ``size`` px, its outlines as designed on every device.

    Heavier weights than the heaviest bundled one would be smeared, so they stop there. Tabular figures are switched
    off whatever the program's own font says: their glyphs have no character in a PDF and cannot be read back.
    """
    font = QFont(FAMILY)
    font.setPixelSize(round(size * FINENESS))
    font.setWeight(QFont.Weight(min(round(weight, -2), SEMIBOLD)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
    font.setFeature(QFont.Tag("tnum"), 0)
    return font


class Block:
    """Plain text set in one face, broken into lines at ``width`` px, or on one line where no width is given."""

    def __init__(self, text: str, face: Face, width: float | None = None, *, ends_right: bool = False) -> None:
        self._face = face
        font = print_font(face.size, face.weight)
        self._layout = QTextLayout(without_pictures(_printable(text)), font)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | _side(ends_right and width is not None))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.lines = self._break((_ENDLESS if width is None else width) * FINENESS)
        self.width = max((line.naturalTextWidth() for line in self.lines), default=0.0) / FINENESS

    def _break(self, width: float) -> list[QTextLine]:
        lines = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, -line.ascent()))
            lines.append(line)
        self._layout.endLayout()
        return lines

    @property
    def texts(self) -> list[str]:
        """Return what stands on each line."""
        # Qt counts in units of UTF-16.
        units = self._layout.text().encode("utf-16-le", "surrogatepass")
        spans = [(2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in self.lines]
        return [units[start:end].decode("utf-16-le", "replace") for start, end in spans]

    @property
    def extent(self) -> float:
        """Return the distance from the first baseline to the last, in px."""
        return max(len(self.lines) - 1, 0) * self._face.pitch

    def draw(self, painter: QPainter, x: float, baseline: float) -> None:
        """Draw all lines, the first on ``baseline``."""
        for number in range(len(self.lines)):
            self.draw_line(painter, number, x, baseline + number * self._face.pitch)

    def draw_line(self, painter: QPainter, number: int, x: float, baseline: float) -> None:
        """Draw one line on ``baseline``."""
        painter.save()
        painter.translate(x, baseline)
        painter.scale(1 / FINENESS, 1 / FINENESS)
        painter.setPen(QColor(self._face.color))
        self.lines[number].draw(painter, QPointF(0, 0))
        painter.restore()


def broken(text: str, face: Face, width: float) -> tuple[str, ...]:
    """Return ``text`` as the plain lines that it is broken into at ``width`` px, to be set when they are drawn."""
    block = Block(text, face, width)
    return tuple(line.rstrip() for line in block.texts) or ("",)


def shortened(said: str, face: Face, width: float) -> str:
    """Return text in one line, shortened where it is wider than ``width`` px."""
    line = without_pictures(" ".join(said[: 2 * _LONGEST].split()))[:_LONGEST]
    metrics = QFontMetricsF(print_font(face.size, face.weight))
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width * FINENESS)


def without_pictures(text: str) -> str:
    """Return ``text`` with every symbol that would be drawn as a coloured picture as its name in brackets.

    The fonts of such pictures hold bitmaps, of which a page has none.
    """
    if max(text, default="") < min(_PICTURE_MARKS):
        return text
    plain = "".join(letter for letter in text if letter not in _PICTURE_MARKS)
    return "".join(_named(letter) if is_picture(letter) else letter for letter in plain)


@cache
def is_picture(letter: str) -> bool:
    """Return whether Qt draws a character with a font of coloured pictures."""
    if ord(letter) < _FIRST_SYMBOL or not unicodedata.category(letter).startswith("S"):
        return False
    layout = QTextLayout(letter, print_font(12))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    fonts = [run.rawFont() for run in layout.glyphRuns()]
    return any(font.fontTable(table).size() for font in fonts for table in ("CBDT", "sbix", "COLR", "SVG "))


def _named(letter: str) -> str:
    return f"[{unicodedata.name(letter, '?').lower()}]"


def _side(is_right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft


def _printable(text: str) -> str:
    """Return ``text`` with line ends that Qt breaks at, and blanks for control characters."""
    if text.isprintable():
        return text
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\u2028")
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in one_kind)
