"""Reading the bytes of a record's file beside SQLite, without harm to its locks.

POSIX drops every lock that a process holds on a file as soon as it closes any handle of that file. So a handle that was
opened here is closed only when no connection of this process to the file is left.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

FileId = tuple[int, int]

_guard = Lock()
_connections: Counter[FileId] = Counter()
_to_close: defaultdict[FileId, list[int]] = defaultdict(list)


def file_id(path: Path) -> FileId:
    """Return what tells the file at ``path`` from all others, whatever it is called. Raise `OSError`."""
    stat = path.stat()
    return stat.st_dev, stat.st_ino


def connected(of: FileId) -> None:
    """Note that a connection to a file was opened."""
    with _guard:
        _connections[of] += 1


def disconnected(of: FileId) -> None:
    """Note that a connection to a file was closed."""
    with _guard:
        _connections[of] -= 1
        if _connections[of] == 0:
            del _connections[of]
            for handle in _to_close.pop(of, ()):
                os.close(handle)


@contextmanager
def raw_handle(path: Path) -> Iterator[int]:
    """Give a handle that reads the file at ``path``. Raise `OSError` where it cannot be read."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield handle
    finally:
        _close(handle)


def _close(handle: int) -> None:
    stat = os.fstat(handle)
    of = stat.st_dev, stat.st_ino
    with _guard:
        if _connections[of]:
            _to_close[of].append(handle)
        else:
            del _connections[of]
            os.close(handle)
