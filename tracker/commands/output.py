"""What a verb gives out: lines on standard output, whole files or none."""

import sys
from io import TextIOWrapper
from unicodedata import category


def speak_utf8() -> None:
    """Write UTF-8 on both standard streams, whatever the environment says and also into a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def plain(text: str) -> str:
    """Return ``text`` for a terminal: on one line, without control characters that it would obey."""
    return "".join(" " if category(letter) == "Cc" else letter for letter in text)


def cause(error: OSError) -> str:
    """Return why the system refused, in its own words."""
    return error.strerror or type(error).__name__
