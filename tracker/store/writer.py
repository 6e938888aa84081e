"""The one way to write to an open file: one transaction at a time, and a copy of the whole taken between them.

SQLite takes a copy page by page and begins anew when another connection saves meanwhile; what is saved on the copy's
own connection goes into the copy as well. So all saves go over that connection for as long as a copy is taken.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine

from tracker.core.errors import NotSavedError
from tracker.store.engine import BUSY_SECONDS, end_left_open
from tracker.store.faults import require_copied

Progress = Callable[[int, int], None]
"""Is told how many of how many pages are copied; an error that it raises ends the copy."""

PAGES_AT_ONCE = 500
"""Two megabytes: no save waits for longer than it takes to copy these."""


class Writer:
    """Gives each write transaction of ``engine`` its turn."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Who waits for the turn holds `_next`: so whoever has just had it cannot take it again before them.
        self._next, self._turn = Lock(), Lock()
        self._one_copy = Lock()
        self._held: Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Give a transaction: committed at the end, undone by any error. Raise `NotSavedError` where others hold on."""
        with self._my_turn(BUSY_SECONDS):
            if self._held is None:
                with self._engine.begin() as connection:
                    yield connection
                return
            try:
                with self._held.begin():
                    yield self._held
            finally:
                # This connection does not go back to the pool, which does the same.
                end_left_open(self._held.connection.dbapi_connection)

    def copy_to(self, target: Any, report: Progress | None = None) -> None:
        """Copy the file to the driver connection ``target``, as it is at the end. Others save between two steps.

        Not to be called within a transaction. Raise the driver's error where a disk refuses or another program keeps
        the file locked, and what ``report`` raises; what ``target`` holds is worthless then.
        """

        def between(status: int, remaining: int, total: int) -> None:
            require_copied(status)
            self._turn.release()
            try:
                if report is not None:
                    report(total - remaining, total)
            finally:
                self._take_turn(-1)

        with self._one_copy, self._holding() as raw, self._my_turn(-1):
            raw.backup(target, pages=PAGES_AT_ONCE, progress=between)

    @contextmanager
    def _holding(self) -> Iterator[Any]:
        """Let all transactions use one connection, and give it as the driver's."""
        with self._my_turn(-1):
            self._held = held = self._engine.connect()
        try:
            yield held.connection.dbapi_connection
        finally:
            with self._my_turn(-1):
                self._held = None
            held.close()

    @contextmanager
    def _my_turn(self, seconds: float) -> Iterator[None]:
        self._take_turn(seconds)
        try:
            yield
        finally:
            self._turn.release()

    def _take_turn(self, seconds: float) -> None:
        """Wait for the turn, for ever where ``seconds`` is -1."""
        if not self._next.acquire(timeout=seconds):
            raise NotSavedError("locked")
        try:
            if not self._turn.acquire(timeout=seconds):
                raise NotSavedError("locked")
        finally:
            self._next.release()
