"""Whole files put in their place: built under a temporary name beside it, brought to the disk, and renamed."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from secrets import token_hex

from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.core.lasting import names_to_disk, to_disk
from tracker.core.replacing import replace
from tracker.store.raw_file import file_id
from tracker.store.side_files import JOURNAL, SEAL, has_hot_journal, side_file

_PRIVATE = 0o600
_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
}


@contextmanager
def built_beside(path: Path) -> Iterator[Path]:
    """Give an empty private file in the folder of ``path``; at the end it is renamed to ``path``, never over a file.

    After an error nothing is left.
    """
    with _built(path, _rename) as temporary:
        yield temporary


@contextmanager
def built_in_place_of(path: Path, *, kept_as: Path | None = None) -> Iterator[Path]:
    """Give an empty private file in the folder of ``path``; at the end it takes the place of that file in one step.

    Whenever the machine stops, the one or the other stands there whole. ``kept_as`` is a name that the former file
    keeps; it must be free. Nobody may have the file open. After an error the former file stands as it was.
    """
    if has_hot_journal(path):
        # A save that was cut short is played back first, by opening the file: its journal belongs to the old file.
        raise NotSavedError("locked")

    def put(temporary: Path, path: Path) -> None:
        with _kept(path, kept_as) if kept_as is not None else nullcontext():
            # It is the former file's: the new one would seem damaged.
            side_file(path, SEAL).unlink(missing_ok=True)
            replace(temporary, path)

    with _built(path, put) as temporary:
        yield temporary


@contextmanager
def _built(path: Path, put: Callable[[Path, Path], None]) -> Iterator[Path]:
    temporary = path.with_name(f".{path.name}.{token_hex(8)}.new")
    try:
        with disk_faults(path):
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
        yield temporary
        with disk_faults(path):
            to_disk(temporary)
            put(temporary, path)
        names_to_disk(path.parent)
    finally:
        for leftover in (temporary, *(side_file(temporary, ending) for ending in (JOURNAL, SEAL))):
            # A disk that takes nothing refuses this too; what it refused before is what has to be said.
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


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


@contextmanager
def _kept(path: Path, kept_as: Path) -> Iterator[None]:
    """Keep the file at ``path`` under a second name, unless what is done meanwhile fails and it keeps its own."""
    _keep(path, kept_as)
    former = file_id(path)
    try:
        yield
    except OSError:
        with suppress(OSError):
            if file_id(path) == former:
                kept_as.unlink()
        raise


def _keep(path: Path, kept_as: Path) -> None:
    """Give the file at ``path`` a second name, under which it stays when another takes the first."""
    try:
        kept_as.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: a whole copy does as well.
        with _built(kept_as, _rename) as copy:
            shutil.copyfile(path, copy)


@contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Raise `NotSavedError` for what the system refuses at ``path``, `RecordUnreadableError` for a name in use."""
    try:
        yield
    except FileExistsError as error:
        raise RecordUnreadableError(str(path), "exists") from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "io")
        raise NotSavedError(reason, errno.errorcode.get(error.errno or 0, "")) from error
