"""Values of options, read strictly: what cannot be read is wrong usage (exit 2)."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tracker.core.drafts import Unreadable
from tracker.core.history_file.cells import read_day


def iso_day(text: str) -> date:
    """Read a day written as YYYY-MM-DD."""
    day = read_day(text)
    if isinstance(day, Unreadable):
        message = QCoreApplication.translate("Commands", "“{text}” is no day such as 2026-03-09")
        raise ArgumentTypeError(message.format(text=text))
    return day


def path_ending(*endings: str) -> Callable[[str], Path]:
    """Return a reader of file names that end in one of ``endings``."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in endings:
            message = QCoreApplication.translate("Commands", "“{text}” does not end in {endings}")
            raise ArgumentTypeError(message.format(text=text, endings=", ".join(endings)))
        return path

    return read


def add_person(parser: ArgumentParser) -> None:
    """Add ``--person``."""
    parser.add_argument(
        "--person",
        metavar="TEXT",
        help=QCoreApplication.translate("Commands", "the person by id or exact name, where there are several"),
    )


def add_output(parser: ArgumentParser, *endings: str) -> None:
    """Add ``--output``, which is required."""
    parser.add_argument(
        "--output",
        required=True,
        metavar="FILE" + "|".join(endings),
        type=path_ending(*endings),
        help=QCoreApplication.translate("Commands", "the file to write; an older one of this name is replaced"),
    )
