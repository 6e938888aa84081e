"""A new file is built whole under a temporary name beside it and renamed into place."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.store.engine import open_engine
from tracker.store.faults import saving
from tracker.store.upgrade import upgrade
from tracker.store.version import HEAD

_PRIVATE = 0o600


def create_file(path: Path, fill: Callable[[Path], None] | None = None) -> None:
    """Create a record at ``path``: empty, or with what ``fill`` writes into the file before it has its name.

    Raise `RecordUnreadableError` where there is a file already or no folder, `NotSavedError` where the disk refuses;
    no file then stands under the name ``path`` that did not stand there before.
    """
    if not path.parent.is_dir():
        raise RecordUnreadableError(str(path), "folder_missing")
    if os.path.lexists(path):
        raise RecordUnreadableError(str(path), "exists")
    with built_beside(path) as temporary:
        _build(temporary)
        if fill is not None:
            fill(temporary)


@contextmanager
def built_beside(path: Path) -> Iterator[Path]:
    """Give an empty private file in the folder of ``path``; at the end it is renamed to ``path``, never over a file.

    After an error nothing is left.
    """
    temporary = path.with_name(f".{path.name}.{token_hex(8)}.new")
    try:
        with _disk_faults(path):
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
        yield temporary
        with _disk_faults(path):
            _to_disk(temporary)
            _rename(temporary, path)
            _to_disk(path.parent)
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(f"{temporary.name}-journal").unlink(missing_ok=True)


def _build(path: Path) -> None:
    engine = open_engine(path)
    try:
        with saving(path):
            upgrade(engine, HEAD)
    finally:
        engine.dispose()


def _rename(temporary: Path, path: Path) -> None:
    try:
        # A link refuses an existing name in one step, where a rename would replace it.
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.rename(path)


def _to_disk(path: Path) -> None:
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise RecordUnreadableError(str(path), "exists") from error
    except PermissionError as error:
        raise NotSavedError("read_only", type(error).__name__) from error
    except OSError as error:
        reason = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "io"
        raise NotSavedError(reason, errno.errorcode.get(error.errno or 0, "")) from error
