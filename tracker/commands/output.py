"""What a verb gives out: lines on standard output, whole files or none."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO
from unicodedata import category


def speak_utf8() -> None:
    """Write UTF-8 on both standard streams, whatever the environment says and also into a pipe.

    A stream that the caller closed takes what is written and drops it.
    """
    # First of all: a file of ours must not be opened under the number of a standard stream.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def plain(text: str) -> str:
    """Return ``text`` for a terminal: on one line, without control characters that it would obey."""
    return "".join(" " if category(letter) == "Cc" else letter for letter in text)


def cause(error: OSError) -> str:
    """Return why the system refused, in its own words."""
    return error.strerror or type(error).__name__
