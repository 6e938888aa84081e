"""Runs one verb and turns every way of failing into an exit code and one sentence."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError, WrongUsageError
from tracker.commands.output import cause, plain, speak_utf8
from tracker.commands.parser import build_parser
from tracker.core.clock import Clock, SystemClock
from tracker.core.errors import NotSavedError, SkintervalError

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2


def run(argv: Sequence[str], clock: Clock | None = None) -> int:
    """Run the verb that ``argv`` names and return the exit code: 0 done, 1 could not, 2 wrong usage."""
    speak_utf8()
    parser = build_parser()
    try:
        options = _options(parser, argv)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else WRONG_USAGE
    return _carried_out(Call(options, clock or SystemClock()))


def _options(parser: ArgumentParser, argv: Sequence[str]) -> Namespace:
    options = parser.parse_args(argv)
    if options.verb is None:
        parser.error(QCoreApplication.translate("Commands", "a verb is needed"))
    if options.minimised:
        parser.error(QCoreApplication.translate("Commands", "--minimised is for the window and goes with no verb"))
    if options.database is not None and options.demo:
        parser.error(QCoreApplication.translate("Commands", "--demo and --database do not go together"))
    return options


def _carried_out(call: Call) -> int:
    from tracker.ui.words.errors import error as words
    from tracker.ui.words.errors import not_saved_cause

    try:
        code = _action(call.options.verb)(call)
        sys.stdout.flush()
    except WrongUsageError as wrong:
        print(plain(f"skinterval {call.options.verb}: {wrong}"), file=sys.stderr)
        return WRONG_USAGE
    except RefusalError as refusal:
        return _could_not(str(refusal))
    except NotSavedError as error:
        return _could_not(not_saved_cause(error))
    except SkintervalError as error:
        return _could_not(words(error))
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be told, and Python must not try again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    except OSError as error:
        return _could_not(QCoreApplication.translate("Commands", "It stopped: {cause}.").format(cause=cause(error)))
    return code


def _action(verb: str) -> Callable[[Call], int]:
    """Return what does ``verb``; each is imported when it is asked for."""
    if verb in ("import", "export"):
        from tracker.commands import history

        return history.run_import if verb == "import" else history.run_export
    if verb in ("chart", "report"):
        from tracker.commands import drawings

        return drawings.run_chart if verb == "chart" else drawings.run_report
    if verb == "calendar":
        from tracker.commands import calendar

        return calendar.run
    if verb == "due":
        from tracker.commands import due

        return due.run
    if verb == "progress":
        from tracker.commands import progress

        return progress.run
    if verb == "check":
        from tracker.commands import check

        return check.run
    if verb == "erase":
        from tracker.commands import erase

        return erase.run
    if verb in ("backup", "backups", "restore"):
        from tracker.commands import backups

        return {"backup": backups.run_backup, "backups": backups.run_backups}.get(verb, backups.run_restore)
    from tracker.commands import encryption

    ways = {"encrypt": encryption.run_encrypt, "change-passphrase": encryption.run_change}
    return ways.get(verb, encryption.run_decrypt)


def _could_not(sentence: str) -> int:
    print(plain(sentence), file=sys.stderr)
    return COULD_NOT
