"""The chart's typeface: registered with matplotlib from the program's own files, and measured without drawing."""

from bisect import bisect_right
from functools import cache, lru_cache
from math import ceil
from pathlib import Path

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.ft2font import LoadFlags

from tracker.charts.style import FONT

PT = 0.75
"""Points in one px at 96 dpi; matplotlib takes sizes in points."""
REGULAR, SEMI_BOLD = 400, 600


def register_fonts(folder: Path) -> None:
    """Make the typeface known to matplotlib in this process; a second call does nothing."""
    if any(entry.name == FONT for entry in fontManager.ttflist):
        return
    for path in sorted(folder.glob("InterApp-*.ttf")):
        fontManager.addfont(path)


@lru_cache(maxsize=64)
def font_of(size: float, weight: int = REGULAR) -> FontProperties:
    """Return the typeface at ``size`` px. The result is shared and must not be changed."""
    return FontProperties(family=FONT, weight=weight, size=size * PT)


@lru_cache(maxsize=1024)
def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """Return the width of ``text`` in px at ``size`` px, and keep both: not for the words of a person."""
    return _measured(text, size, weight)


def _measured(text: str, size: float, weight: int = REGULAR) -> float:
    font = get_font(findfont(FontProperties(family=FONT, weight=weight)))
    font.set_size(size, 72)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64


def elided(text: str, size: float, room: float) -> str:
    """Return as many whole words of ``text``, from its first on, as ``room`` px hold, with a sign where some are left.

    Empty where not even the beginning of the first word has room.
    """
    if len(text) <= room and _measured(text, size) <= room:
        return text
    longest = min(len(text), ceil(room))
    fitting = bisect_right(range(longest), room, key=lambda end: _measured(f"{text[:end]}…", size)) - 1
    shown = text[: max(0, fitting)]
    words = shown.rpartition(" ")[0] if " " in shown and not text[len(shown)].isspace() else shown
    return f"{words.rstrip()}…" if words.strip() else ""


def has_glyphs(text: str) -> bool:
    """Return whether the typeface can draw every sign of ``text``."""
    return all(ord(sign) in _signs() for sign in text)


@cache
def _signs() -> frozenset[int]:
    return frozenset(get_font(findfont(FontProperties(family=FONT, weight=REGULAR))).get_charmap())
