"""The options of every verb, their values read strictly: what cannot be read is wrong usage (exit 2).

The window reads its own options beside these: what only a verb needs is imported when the verb runs.
"""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tracker.ui.reports.kinds import PAPERS, Document


def iso_day(text: str) -> date:
    """Read a day written as YYYY-MM-DD."""
    from tracker.core.drafts import Unreadable
    from tracker.core.history_file.cells import read_day

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


def add_import_options(parser: ArgumentParser) -> None:
    """Add the options of ``import``."""
    parser.add_argument(
        "file", type=Path, metavar="FILE.csv", help=QCoreApplication.translate("Commands", "the history file to read")
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=QCoreApplication.translate("Commands", "say what would be imported and write nothing"),
    )
    parser.add_argument("--json", action="store_true", help=QCoreApplication.translate("Commands", "print JSON"))
    parser.add_argument(
        "--take-differences",
        action="store_true",
        help=QCoreApplication.translate(
            "Commands", "where an entry is in the record already and the file says otherwise, take what the file says"
        ),
    )
    parser.add_argument(
        "--wrinkles-high-is-worse",
        action="store_true",
        help=QCoreApplication.translate(
            "Commands", "a high wrinkle number of this file means more lines: 10 minus the number is stored"
        ),
    )


def add_export_options(parser: ArgumentParser) -> None:
    """Add the options of ``export``."""
    parser.add_argument(
        "--person",
        metavar="TEXT",
        help=QCoreApplication.translate("Commands", "one person by id or exact name, instead of everybody"),
    )
    add_output(parser, ".csv")
    parser.add_argument(
        "--with-private-notes",
        action="store_true",
        help=QCoreApplication.translate("Commands", "write a column private_note too, which else is in no file"),
    )


def add_due_options(parser: ArgumentParser) -> None:
    """Add the options of ``due``."""
    add_person(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--notify",
        action="store_true",
        help=QCoreApplication.translate("Commands", "show a desktop notification for what is new, and end"),
    )
    parser.add_argument(
        "--on",
        type=iso_day,
        metavar="YYYY-MM-DD",
        help=QCoreApplication.translate("Commands", "judge this day instead of today; later entries do not count"),
    )
    how.add_argument("--json", action="store_true", help=QCoreApplication.translate("Commands", "print JSON"))


def add_progress_options(parser: ArgumentParser) -> None:
    """Add the options of ``progress``."""
    add_person(parser)
    parser.add_argument(
        "--on",
        type=iso_day,
        metavar="YYYY-MM-DD",
        help=QCoreApplication.translate("Commands", "look from this day instead of today; later entries do not count"),
    )
    parser.add_argument("--json", action="store_true", help=QCoreApplication.translate("Commands", "print JSON"))


def add_chart_options(parser: ArgumentParser) -> None:
    """Add the options of ``chart``."""
    add_person(parser)
    add_output(parser, ".png", ".svg", ".pdf")
    parser.add_argument(
        "--from",
        dest="start",
        type=iso_day,
        metavar="YYYY-MM-DD",
        help=QCoreApplication.translate("Commands", "the first day of the chart, instead of the first entry's month"),
    )
    parser.add_argument(
        "--to",
        dest="end",
        type=iso_day,
        metavar="YYYY-MM-DD",
        help=QCoreApplication.translate("Commands", "the last day of the chart, instead of seven weeks after today"),
    )


def add_report_options(parser: ArgumentParser) -> None:
    """Add the options of ``report``."""
    add_person(parser)
    add_output(parser, ".pdf")
    parser.add_argument(
        "--document",
        dest="documents",
        action="append",
        choices=[document.value for document in Document],
        help=QCoreApplication.translate(
            "Commands", "what to write, once or several times, instead of the progress report alone"
        ),
    )
    parser.add_argument(
        "--paper",
        choices=PAPERS,
        help=QCoreApplication.translate("Commands", "the paper, instead of the one usual in the system's country"),
    )
    parser.add_argument(
        "--greyscale", action="store_true", help=QCoreApplication.translate("Commands", "print without colours")
    )
    parser.add_argument(
        "--hide-identity",
        action="store_true",
        help=QCoreApplication.translate("Commands", "leave out who it is, and notes, which may name anybody"),
    )
    parser.add_argument(
        "--with-notes", action="store_true", help=QCoreApplication.translate("Commands", "print the notes as well")
    )
    parser.add_argument(
        "--with-private-notes",
        action="store_true",
        help=QCoreApplication.translate("Commands", "print the private notes as well, which are else in no report"),
    )


def add_calendar_options(parser: ArgumentParser) -> None:
    """Add the options of ``calendar``."""
    parser.add_argument(
        "--person",
        metavar="TEXT",
        help=QCoreApplication.translate("Commands", "one person by id or exact name, instead of everybody"),
    )
    add_output(parser, ".ics")
    parser.add_argument(
        "--private",
        action="store_true",
        help=QCoreApplication.translate("Commands", "leave out names and health words: each event is an “Appointment”"),
    )


def add_check_options(parser: ArgumentParser) -> None:
    """Add the options of ``check``."""
    parser.add_argument(
        "--full",
        action="store_true",
        help=QCoreApplication.translate("Commands", "look at every row and at the whole history; takes longer"),
    )
    parser.add_argument("--json", action="store_true", help=QCoreApplication.translate("Commands", "print JSON"))
    parser.add_argument(
        "--mend-search",
        action="store_true",
        help=QCoreApplication.translate("Commands", "look at everything, and make the search for people anew"),
    )
    parser.add_argument(
        "--repair-to",
        type=Path,
        metavar="FILE",
        help=QCoreApplication.translate(
            "Commands", "save what can be read into this new file; the record stays as it is"
        ),
    )


def add_erase_options(parser: ArgumentParser) -> None:
    """Add the options of ``erase``."""
    parser.add_argument(
        "--person",
        required=True,
        metavar="TEXT",
        help=QCoreApplication.translate("Commands", "the person by id or exact name"),
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help=QCoreApplication.translate("Commands", "do it; without this it is only said what would go"),
    )
    parser.add_argument(
        "--backups",
        action="store_true",
        help=QCoreApplication.translate(
            "Commands", "remove the backups that hold the person as well, after a fresh one was made"
        ),
    )


def add_backup_options(parser: ArgumentParser) -> None:
    """Add the options of ``backup``."""
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help=QCoreApplication.translate(
            "Commands", "the file to write, where none is yet, instead of one in the folder of the record's backups"
        ),
    )


def add_backups_options(parser: ArgumentParser) -> None:
    """Add the options of ``backups``."""
    parser.add_argument(
        "--json",
        action="store_true",
        help=QCoreApplication.translate(
            "Commands",
            "print JSON: for each, newest first, file, made (UTC), verified, people, entries, newest (day or null), "
            "size (bytes), schema, app and reason",
        ),
    )


def add_restore_options(parser: ArgumentParser) -> None:
    """Add the options of ``restore``."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=QCoreApplication.translate("Commands", "the backup to restore")
    )


def add_passphrase_file(parser: ArgumentParser) -> None:
    """Add ``--passphrase-file``, which every verb takes."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=QCoreApplication.translate(
            "Commands", "a file that holds the record's passphrase or its recovery key, in UTF-8 (“-”: standard input)"
        ),
    )


def add_change_passphrase_options(parser: ArgumentParser) -> None:
    """Add the options of ``change-passphrase``."""
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help=QCoreApplication.translate(
            "Commands", "a file that holds the new passphrase (“-”: standard input); else it is asked for"
        ),
    )


def add_no_options(parser: ArgumentParser) -> None:
    """Add nothing: the verb has no options of its own."""
