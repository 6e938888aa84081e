"""The composition root: arguments, folders, the window or a verb. The only module that knows all others."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.core.clock import SystemClock
from tracker.memory_guard import forbid_memory_dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.clock import Clock

NO_DISPLAY = 2


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run a verb or the window; return the exit code: 0 done, 1 could not, 2 wrong usage or no display."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    the_clock = clock or SystemClock()
    forbid_memory_dumps()
    try:
        return _run(arguments, the_clock)
    except Exception as error:  # noqa: BLE001 - told without what it says, which can name people
        from tracker.ui.crash.last_word import say_last_word

        return say_last_word(error, the_clock)


def _run(arguments: list[str], the_clock: Clock) -> int:
    from tracker.ui.unread_sources import leave_sources_unread

    leave_sources_unread()
    if not arguments:
        return _run_window(None, is_demo=False, is_minimised=False, clock=the_clock)
    from tracker.commands import build_parser, run

    options = build_parser().parse_args(arguments)
    if options.verb is not None:
        return run(arguments, the_clock)
    return _run_window(options.database, is_demo=options.demo, is_minimised=options.minimised, clock=the_clock)


def _run_window(database: Path | None, *, is_demo: bool, is_minimised: bool, clock: Clock) -> int:
    from tracker.ui.display import has_display

    if not has_display(os.environ):
        print(
            "Skinterval cannot open its window: there is no display, but the verbs work without one.", file=sys.stderr
        )
        return NO_DISPLAY
    # Importing makes many objects and frees few: looking for garbage among them only costs time.
    gc.disable()
    from tracker.ui.application import run_application

    return run_application(database, is_demo=is_demo, is_minimised=is_minimised, clock=clock)
