"""The command that starts the program again at login, and how it is written for each system."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import tracker

MINIMISED = "--minimised"
_NEEDS_QUOTES = re.compile(r"[\s\"'\\><~|&;$*?#()`=]")
_ESCAPED = re.compile(r'(["`$\\])')


def start_command(executable: str, main_file: Path | None, *, is_frozen: bool) -> list[str]:
    """Return the command for ``executable``, the frozen program or the Python that runs this one.

    ``main_file`` is the ``main.py`` of a source tree, None where the program is installed.
    """
    if is_frozen:
        return [executable, MINIMISED]
    python = _without_console(executable)
    if main_file is not None:
        return [python, str(main_file), MINIMISED]
    return [python, "-m", "tracker", MINIMISED]


def own_start_command() -> list[str]:
    """Return the command for the program that runs now."""
    package = Path(tracker.__file__).resolve().parent
    # Beside an installed package there may be a main.py of anybody; its resources lie within it.
    main_file = None if (package / "resources").is_dir() else package.parent / "main.py"
    return start_command(sys.executable, main_file, is_frozen=hasattr(sys, "_MEIPASS"))


def desktop_exec(command: Sequence[str]) -> str:
    """Return a command as the value of ``Exec`` in a desktop file (Desktop Entry Specification 1.5, "The Exec key")."""
    return " ".join(_desktop_word(word) for word in command)


def _desktop_word(word: str) -> str:
    whole = word.replace("%", "%%")
    if word and not _NEEDS_QUOTES.search(word):
        return whole
    quoted = _ESCAPED.sub(r"\\\1", whole)
    # The value is a string of the file first, in which a backslash stands for itself when it is doubled.
    return '"' + quoted.replace("\\", "\\\\") + '"'


def _without_console(python: str) -> str:
    """Return the Python of Windows that opens no console, where it lies beside ``python``."""
    path = Path(python)
    silent = path.with_name("pythonw.exe")
    return str(silent) if path.name.lower() == "python.exe" and silent.is_file() else python
