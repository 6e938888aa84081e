"""The command line: options of the window, and every verb with its own."""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tracker import __version__
from tracker.commands import options


class Verb(NamedTuple):
    """One verb on the command line: its sentence for the help, and what adds its own options."""

    summary: str
    add_options: Callable[[ArgumentParser], None]


VERBS = (
    "import",
    "export",
    "due",
    "progress",
    "chart",
    "report",
    "calendar",
    "check",
    "backup",
    "backups",
    "restore",
    "encrypt",
    "change-passphrase",
    "decrypt",
    "erase",
)


def verbs() -> dict[str, Verb]:
    """Return all verbs by name."""
    return {
        "import": Verb(
            QCoreApplication.translate("Commands", "read a history file (CSV) into the record, all of it or nothing"),
            options.add_import_options,
        ),
        "export": Verb(
            QCoreApplication.translate(
                "Commands", "write the record, or what is one person's, as a history file (CSV)"
            ),
            options.add_export_options,
        ),
        "due": Verb(
            QCoreApplication.translate("Commands", "say when each treatment may come next"), options.add_due_options
        ),
        "progress": Verb(
            QCoreApplication.translate("Commands", "say what changed after treatments and for how long"),
            options.add_progress_options,
        ),
        "chart": Verb(
            QCoreApplication.translate("Commands", "draw one person's chart into a PNG, SVG or PDF file"),
            options.add_chart_options,
        ),
        "report": Verb(
            QCoreApplication.translate("Commands", "write one person's report, or other documents, as a PDF file"),
            options.add_report_options,
        ),
        "calendar": Verb(
            QCoreApplication.translate("Commands", "write what is to come as a calendar file (iCalendar)"),
            options.add_calendar_options,
        ),
        "check": Verb(
            QCoreApplication.translate("Commands", "check that the record is sound"), options.add_check_options
        ),
        "backup": Verb(
            QCoreApplication.translate("Commands", "back the record up, verified, while it may be in use"),
            options.add_backup_options,
        ),
        "backups": Verb(
            QCoreApplication.translate("Commands", "list the backups of the record and whether each is verified"),
            options.add_backups_options,
        ),
        "restore": Verb(
            QCoreApplication.translate("Commands", "put a backup in the place of the record, which is kept as it was"),
            options.add_restore_options,
        ),
        "encrypt": Verb(
            QCoreApplication.translate("Commands", "encrypt the record under the passphrase that is given"),
            options.add_no_options,
        ),
        "change-passphrase": Verb(
            QCoreApplication.translate("Commands", "give an encrypted record another passphrase"),
            options.add_change_passphrase_options,
        ),
        "decrypt": Verb(
            QCoreApplication.translate("Commands", "take the passphrase of an encrypted record away"),
            options.add_no_options,
        ),
        "erase": Verb(
            QCoreApplication.translate("Commands", "erase one person for good, with all that the record holds of them"),
            options.add_erase_options,
        ),
    }


def build_parser() -> ArgumentParser:
    """Return the parser of the whole command line; ``verb`` is None where the window was asked for."""
    parser = ArgumentParser(
        prog="skinterval",
        allow_abbrev=False,
        description=QCoreApplication.translate(
            "Commands", "Without a verb the window opens. With one, the work is done without a window."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Skinterval {__version__}",
        help=QCoreApplication.translate("Commands", "print the version and end"),
    )
    parser.add_argument(
        "--minimised",
        action="store_true",
        help=QCoreApplication.translate("Commands", "start in the tray, or minimised where there is none"),
    )
    _add_record_options(parser, is_verb=False)
    choices = parser.add_subparsers(dest="verb", metavar="VERB", title=QCoreApplication.translate("Commands", "verbs"))
    for name, verb in verbs().items():
        of_verb = choices.add_parser(name, help=verb.summary, description=_sentence(verb.summary), allow_abbrev=False)
        verb.add_options(of_verb)
        _add_record_options(of_verb, is_verb=True)
        options.add_passphrase_file(of_verb)
    return parser


def _add_record_options(parser: ArgumentParser, *, is_verb: bool) -> None:
    # A verb's own default would hide what was given before the verb.
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--database",
        type=Path,
        metavar="FILE",
        default=SUPPRESS if is_verb else None,
        help=QCoreApplication.translate("Commands", "the record to use instead of your own"),
    )
    group.add_argument(
        "--demo",
        action="store_true",
        default=SUPPRESS if is_verb else False,
        help=QCoreApplication.translate("Commands", "use a private copy of the demo, which is removed at the end"),
    )


def _sentence(summary: str) -> str:
    return f"{summary[:1].upper()}{summary[1:]}."
