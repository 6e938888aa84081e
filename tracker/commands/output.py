"""What a verb gives out: lines on standard output, whole files or none."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from unicodedata import category

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import RefusalError


def speak_utf8() -> None:
    """Write UTF-8 on both standard streams, whatever the environment says and also into a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def plain(text: str) -> str:
    """Return ``text`` for a terminal: on one line, without control characters that it would obey."""
    return "".join(" " if category(letter) == "Cc" else letter for letter in text)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a private file beside ``path`` to be written; it takes the place of ``path`` if all went well, else it goes.

    A link at ``path`` is replaced, not followed. Raise `RefusalError` where the file cannot be written.
    """
    staged: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=path.suffix)
        os.close(descriptor)
        staged = Path(name)
        yield staged
        _flush_to_disk(staged)
        staged.replace(path)
    except OSError as error:
        text = QCoreApplication.translate("Commands", "{path} was not written: {cause}.")
        raise RefusalError(text.format(path=path, cause=cause(error))) from error
    finally:
        if staged is not None:
            staged.unlink(missing_ok=True)


def cause(error: OSError) -> str:
    """Return why the system refused, in its own words."""
    return error.strerror or type(error).__name__


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
