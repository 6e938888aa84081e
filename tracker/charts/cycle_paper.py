"""The picture of all cycles as a file of its own: on white, with what it shows written under it."""

from collections.abc import Sequence
from typing import BinaryIO

from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

from tracker.charts.cycle_chart import draw_cycles
from tracker.charts.cycle_view import CycleView
from tracker.charts.cycle_words import CycleWords
from tracker.charts.fonts import text_width
from tracker.charts.layout import DPI, KEY_ROW
from tracker.charts.lettering import letter
from tracker.charts.paper import HEIGHT_PX, WIDTH_PX, write_figure
from tracker.charts.style import ChartStyle

_TEXT_PX = 12
_BETWEEN_PIECES = "\u2003 "


def write_cycles(file: BinaryIO, ending: str, cycles: CycleView, words: CycleWords, said: Sequence[str]) -> None:
    """Write the picture to ``file`` as ``png`` (twice the size in pixels), ``svg`` or ``pdf``, ``said`` under it."""
    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI)
    style = ChartStyle.paper()
    draw_cycles(figure, cycles, style, words)
    lines = broken(said, WIDTH_PX)
    px = Affine2D().scale(1 / WIDTH_PX, 1 / HEIGHT_PX) + figure.transFigure
    for number, line in enumerate(lines, start=1):
        letter(figure, line, px, _TEXT_PX, at=(0, -number * KEY_ROW)).set_color(style.color("text2"))
    write_figure(file, ending, figure, below=len(lines) * KEY_ROW)


def broken(pieces: Sequence[str], width: float) -> list[str]:
    """Return ``pieces`` one after the other, set apart, broken between words into lines of at most ``width`` px."""
    lines = [""]
    for piece in pieces:
        for number, word in enumerate(piece.split()):
            gap = (" " if number else _BETWEEN_PIECES) if lines[-1] else ""
            if lines[-1] and text_width(f"{lines[-1]}{gap}{word}", _TEXT_PX) > width:
                lines.append(word)
            else:
                lines[-1] += gap + word
    return lines if lines[0] else []
