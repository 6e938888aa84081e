"""Forked processes: all is imported before, so that a thousand of them cost little. They share nothing with SQLite's.

The process that forks must never have a database open.
"""

import json
import os
import traceback
from collections.abc import Callable
from typing import Any


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """Start ``work`` in a process of its own, with the end of a pipe to write to; return its id and the other end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        work(writing)
        status = 0
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    finally:
        os._exit(status)


def answer_of(question: Callable[[], Any]) -> Any:
    """Return what ``question`` returns in a process of its own, as JSON carries it; None where that broke down."""

    def write_answer(pipe: int) -> None:
        with os.fdopen(pipe, "w") as file:
            json.dump(question(), file)

    child, pipe = forked(write_answer)
    with os.fdopen(pipe) as file:
        answer = file.read()
    _, status = os.waitpid(child, 0)
    return json.loads(answer) if status == 0 else None
