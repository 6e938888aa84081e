"""Python's garbage collector at rest, while very many values are made that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Collector:
    """Counts who works in bulk, on any thread: the first stops the collector, the last restores what was before.

    It would else walk over all that was just made, again and again, and find nothing to free. What becomes garbage
    meanwhile is found once it is on again; values that no ring holds are freed at once, as always.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._working = 0
        self._was_on = False

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Keep the collector from running inside; it is the whole process's, so for short work only."""
        with self._lock:
            self._working += 1
            if self._working == 1:
                self._was_on = gc.isenabled()
                gc.disable()
        try:
            yield
        finally:
            with self._lock:
                self._working -= 1
                if self._working == 0 and self._was_on:
                    gc.enable()


COLLECTOR = Collector()
"""The one of this process."""
