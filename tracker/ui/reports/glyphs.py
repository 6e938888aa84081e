"""Whether what is to be printed can be: the characters that no font of this computer has a glyph for."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from PySide6.QtGui import QFontMetricsF

from tracker.core.catalog import Catalog
from tracker.core.errors import SkintervalError
from tracker.ui.reports.typesetting import is_picture, print_font

_INVISIBLE = frozenset(["Cc", "Cf", "Cs", "Zs", "Zl", "Zp"])
_CHOOSING = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Variation selectors: they choose among the pictures of the character before them and have none of their own."""


class UnprintableError(SkintervalError):
    """Some characters have no glyph, and nobody was told yet: nothing was printed. ``letters`` are all of them."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        super().__init__(f"{len(letters)} characters without a glyph")
        self.letters = letters


def without_glyph(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of ``texts`` that would be printed as an empty box or not at all, each once."""
    found = dict.fromkeys(letter for text in texts if not text.isascii() for letter in text if not has_glyph(letter))
    return tuple(found)


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a value made of frozen classes, tuples and mappings; what ships with the program is left
    out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value) and not isinstance(value, Catalog):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


@cache
def has_glyph(letter: str) -> bool:
    """Return whether some font here has a glyph for a character; one that has no shape needs none.

    Needs a running `QGuiApplication` with the bundled fonts loaded.
    """
    if _is_shapeless(letter) or is_picture(letter):
        return True
    # Asked of a layout, boxes that Qt draws for a whole script that no font has would pass for glyphs.
    return QFontMetricsF(print_font(12)).inFontUcs4(ord(letter))


def _is_shapeless(letter: str) -> bool:
    return unicodedata.category(letter) in _INVISIBLE or any(ord(letter) in these for these in _CHOOSING)
