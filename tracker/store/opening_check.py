"""Is a plain file what it was when it was closed? Asked at each opening, before anything of it is saved."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from tracker.core.errors import RecordUnreadableError
from tracker.store.engine import connect_bare
from tracker.store.faults import reading
from tracker.store.seal import is_whole, read_seal

AT_ONCE_BYTES = 64 << 20
"""A file up to this size is looked through before it is opened; a larger one while its first pages are read."""


class OpeningCheck:
    """Looks a file through in a thread of its own: reading goes on, saving waits."""

    def __init__(self, path: Path) -> None:
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening-check")
        self._found = thread.submit(_look_through, path)
        thread.shutdown(wait=False)

    def wait(self) -> None:
        """Return once the whole file has been looked at. Raise `RecordUnreadableError` where it is damaged."""
        self._found.result()

    def require_nothing_found(self) -> None:
        """Raise `RecordUnreadableError` where the file is known to be damaged by now."""
        if self._found.done():
            self._found.result()


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
