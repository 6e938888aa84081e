"""Text as it is compared where neither case nor accents matter, and the words by which a person is found."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_SORT_KEY = 200
_PLAIN_RUNS = re.compile("[a-z0-9]+")
# Letters that Unicode does not take apart, as people type them who do not have them on their keys.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ß": "ss",
        "ĸ": "k",
        "ſ": "s",
    }
)

_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Say how the sign before them is drawn, such as an emoji in colour."""


def folded(text: str) -> str:
    """Return ``text`` without case, accents and compatibility forms: ``Møller`` is ``moller``."""
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(mark for mark in unicodedata.normalize("NFKD", small) if not _is_accent(mark))


def sort_key(text: str) -> str:
    """Return the key by which names are sorted for reading, at most `LONGEST_SORT_KEY` characters long."""
    return " ".join(words(text))[:LONGEST_SORT_KEY]


def words(text: str) -> list[str]:
    """Return the folded words of ``text`` in order: runs of letters and digits, each ideograph for itself.

    Other signs are words only where there is nothing else.
    """
    # Most names are plain letters, whose runs are found many times faster.
    found = _PLAIN_RUNS.findall(text.lower()) if text.isascii() else list(_runs(folded(text)))
    return found or [f"u{ord(sign):x}" for sign in folded(text) if not sign.isspace()]


def _is_accent(mark: str) -> bool:
    return unicodedata.combining(mark) > 0 or mark in _VARIATION_SELECTORS


def _runs(text: str) -> Iterator[str]:
    run = ""
    for sign in text:
        if _stands_alone(sign):
            yield from (part for part in (run, sign) if part)
            run = ""
        elif unicodedata.category(sign)[0] in ("LNM" if run else "LN"):
            run += sign
        elif run:
            yield run
            run = ""
    if run:
        yield run


def _stands_alone(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" or "\U00020000" <= sign <= "\U0003ffff"
