"""Files that a person asked for: written whole or not at all, readable for their owner alone."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tracker.core.errors import NotWrittenError, OverRecordError
from tracker.core.replacing import replace


def write_whole(path: Path, data: bytes, *, record: Path | None = None) -> None:
    """Write ``data`` beside ``path``, flush it to disk and put it in its place; a link there is replaced, not followed.

    Raise `OverRecordError` where ``path`` is the open ``record`` itself, `NotWrittenError` where the system refuses; an
    older file of that name is then as it was, and nothing lies beside it.
    """
    if record is not None and is_same(path, record):
        raise OverRecordError(str(path))
    staged: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        staged = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(staged, path)
    except OSError as found:
        raise NotWrittenError(str(path), found.strerror or type(found).__name__) from found
    finally:
        if staged is not None:
            # A disk that takes nothing refuses this too; what it refused before is what has to be said.
            with suppress(OSError):
                staged.unlink(missing_ok=True)


def is_same(path: Path, record: Path) -> bool:
    """Return whether two paths lead to one file, without opening it."""
    try:
        return path.samefile(record)
    except OSError:
        return False
