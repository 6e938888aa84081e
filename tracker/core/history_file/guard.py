"""The guard against formulas: text that a spreadsheet would run is written with an apostrophe before it."""

_STARTERS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_APOSTROPHE = "'"


def guarded(text: str) -> str:
    """Return ``text`` so that no spreadsheet runs it as a formula; `unguarded` gives it back."""
    first, second = text[:1], text[1:2]
    if first in _STARTERS or (first == _APOSTROPHE and (second in _STARTERS or second == _APOSTROPHE)):
        return _APOSTROPHE + text
    return text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given; text that was never guarded comes back as it is."""
    second = text[1:2]
    if text[:1] == _APOSTROPHE and (second in _STARTERS or second == _APOSTROPHE):
        return text[1:]
    return text
