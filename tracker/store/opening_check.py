"""Is a plain file what it was when it was closed? Asked at each opening, before anything of it is saved."""

from contextlib import closing
from pathlib import Path
from threading import Lock

from tracker.core.errors import RecordUnreadableError
from tracker.store.engine import connect_bare
from tracker.store.faults import reading
from tracker.store.seal import is_whole, read_seal

AT_ONCE_BYTES = 8 << 20
"""A file up to this size is looked through before it is opened; a larger one while its first pages are read."""


class OpeningCheck:
    """Looks a file through once: for whoever waits first, in their thread. Reading goes on meanwhile, saving waits.

    So the first picture of a large record does not share the processor with it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = Lock()
        self._is_done = False
        self._problem: RecordUnreadableError | None = None

    def wait(self) -> None:
        """Return once the whole file has been looked at. Raise `RecordUnreadableError` where it is damaged."""
        with self._guard:
            if not self._is_done:
                self._look()
        self.require_nothing_found()

    def require_nothing_found(self) -> None:
        """Raise `RecordUnreadableError` where the file is known to be damaged by now."""
        if self._problem is not None:
            raise self._problem

    def _look(self) -> None:
        try:
            _look_through(self._path)
        except RecordUnreadableError as problem:
            self._problem = problem
        self._is_done = True


def _look_through(path: Path) -> None:
    if not is_proved(path):
        _require_sound(path)


def is_proved(path: Path) -> bool:
    """Return whether the seal proves that the plain file at ``path`` is what it was when it was closed.

    False where it has no seal or was written to since, as after an unclean end. Raise `RecordUnreadableError` where it
    is damaged.
    """
    seal = read_seal(path)
    if seal is None:
        return False
    with reading(path):
        whole = is_whole(path, seal)
    if whole is False:
        raise RecordUnreadableError(str(path), "damaged", "seal")
    return whole is True


def _require_sound(path: Path) -> None:
    with reading(path), closing(connect_bare(path, "ro")) as connection:
        ((found,), *_) = connection.execute("PRAGMA quick_check(1)").fetchall()
        if found != "ok":
            raise RecordUnreadableError(str(path), "damaged", "pages")
