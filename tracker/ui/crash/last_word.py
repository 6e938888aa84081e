"""Where an error of ours ends the program, or the crash path itself fails: one plain sentence, and the exit code."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.core.clock import Clock

ENDED = 1


def say_last_word(error: BaseException, clock: "Clock") -> int:
    """Keep a report of ``error``, say where, and return the exit code. Nothing of what ``error`` says is shown."""
    from tracker.core.crash_report import faults_of
    from tracker.paths import log_folder
    from tracker.ui.crash.log import CrashLog
    from tracker.ui.words.crash import last_word

    path = CrashLog(log_folder(), clock).keep(faults_of(error)).path
    say(last_word("" if path is None else str(path)))
    return ENDED


def say(line: str) -> None:
    """Write a line on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
