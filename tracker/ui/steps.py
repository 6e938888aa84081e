"""Work of the UI thread that takes a while, done piece by piece so that the window lives on between them."""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.core.errors import SkintervalError
from tracker.ui.jobs import JobCancelledError

Work = Generator[tuple[int, int], None, Any]
"""Yields how much of how much is done, and returns what it came to; what it leaves is cleared when it is closed."""


class Steps(QObject):
    """One piece of such work under way; call `begin` once. Then ``done`` or ``failed`` is called, as for a job."""

    progressed = Signal(int, int)

    def __init__(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[SkintervalError], None],
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._work = work
        self._done = done
        self._failed = failed
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self.step)

    def begin(self) -> None:
        """Do a piece whenever the window has nothing else to do."""
        self._next.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        self._next.start()
        while self._next.isActive():
            self.step()

    def cancel(self) -> None:
        """Do no more, and leave nothing behind."""
        if self._next.isActive():
            self._next.stop()
            self._work.close()
            self._failed(JobCancelledError())

    def step(self) -> None:
        """Do one piece."""
        try:
            done, total = next(self._work)
        except StopIteration as end:
            self._next.stop()
            self._done(end.value)
        except SkintervalError as problem:
            self._next.stop()
            self._failed(problem)
        except BaseException:
            # An error of ours ends the work too; it is raised on.
            self._next.stop()
            raise
        else:
            self.progressed.emit(done, total)
