"""Work of more than a moment: one worker thread, jobs in order, results back on the UI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from tracker.core.errors import SkintervalError
from tracker.ui import spare_memory

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


_LOOK_AGAIN_MS = 50


class JobCancelledError(SkintervalError):
    """A person cancelled the work; it left nothing behind."""


class Job(QObject):
    """One piece of work under way: tells its progress and can be cancelled."""

    progressed = Signal(int, int)
    _ended = Signal(object)

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[SkintervalError], None],
        owner: QObject | None,
    ) -> None:
        super().__init__()
        self._done = done
        self._failed = failed
        self._owner = owner
        self._is_cancelled = threading.Event()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._is_cancelled.set()

    def report(self, done: int, total: int) -> None:
        """Tell from the worker how far it is; raise `JobCancelledError` where the person has cancelled."""
        if self._is_cancelled.is_set():
            raise JobCancelledError
        self.progressed.emit(done, total)

    def announce(self, future: Future[Any]) -> None:
        """Hand the ended work over to the UI thread."""
        if isValid(self):
            self._ended.emit(future)

    def _on_ended(self, future: Future[Any]) -> None:
        if future.cancelled() or (self._owner is not None and not isValid(self._owner)):
            return
        try:
            result = future.result()
        except SkintervalError as problem:
            self._failed(problem)
        else:
            self._done(result)


class Jobs:
    """The worker thread of the program; started with the first job."""

    def __init__(self) -> None:
        self._executor: ThreadPoolExecutor | None = None
        self._under_way: set[Job] = set()
        _everybody.add(self)

    @property
    def are_at_rest(self) -> bool:
        """Return whether nothing is under way and every result was handed over."""
        return not self._under_way

    def run(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[SkintervalError], None],
        owner: QObject | None = None,
    ) -> Job:
        """Run ``work`` after the jobs before it; then call ``done`` or ``failed`` on the UI thread if ``owner`` lives.

        An error of ours (no `SkintervalError`) is raised on the UI thread, where the program's crash path sees it.
        """
        job = Job(done, failed, owner)
        self._under_way.add(job)
        # Joined before the work begins: some work is done before the next line here.
        job._ended.connect(lambda _future: self._under_way.discard(job), Qt.ConnectionType.QueuedConnection)
        future = self._worker().submit(_worked, work, job)
        future.add_done_callback(job.announce)
        return job

    def stop(self) -> None:
        """Cancel what has not begun and wait for what has."""
        for job in tuple(self._under_way):
            job.cancel()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _worker(self) -> ThreadPoolExecutor:
        if self._executor is None:
            # Imported with the first job: it is not needed for the window's first paint.
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        return self._executor


_everybody: WeakSet[Jobs] = WeakSet()


def when_at_rest(call: Callable[[], None], owner: QObject) -> None:
    """Call ``call`` once no job is under way in the whole program, at once where none is, if ``owner`` lives then."""
    if all(jobs.are_at_rest for jobs in tuple(_everybody)):
        call()
    else:
        QTimer.singleShot(_LOOK_AGAIN_MS, owner, lambda: when_at_rest(call, owner))


def _worked(work: Callable[[Job], Any], job: Job) -> Any:
    """Return what ``work`` came to, and keep nothing of the room that it took."""
    try:
        return work(job)
    finally:
        spare_memory.give_back()
