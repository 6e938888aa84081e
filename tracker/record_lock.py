"""Who may write to a record: one program at a time, by a lock file beside the record's own.

Stands beside the layers, for `commands` and `ui`. Verbs that read or append need no lock, SQLite guards them; whatever
replaces the whole file needs `sole_use`. Qt is imported only where a lock is asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from stat import S_IMODE

from tracker.core.errors import NotSavedError, RecordInUseError, RecordUnreadableError

_MOST_OPEN = 0o666
_MACHINE = 3
"""The line of a lock file that numbers the machine, after process, program and name of the machine."""


def lock_path(path: Path) -> Path:
    """Return where the lock file of the record at ``path`` lies; the same for every way to that file."""
    real = path.resolve()
    return real.with_name(f"{real.name}.lock")


class RecordLock:
    """The right to write to one record's file. It ends with the process, however that ends, and never by age.

    ``was_left`` says after `take` that whoever held it before did not give it back: they crashed or were killed.
    """

    def __init__(self, path: Path) -> None:
        from PySide6.QtCore import QLockFile

        self.path = path.resolve()
        self.was_left = False
        self._place = lock_path(path)
        self._file = QLockFile(str(self._place))
        self._file.setStaleLockTime(0)

    def take(self) -> None:
        """Take the lock. Raise `RecordInUseError` where another program holds it.

        `NotSavedError` is raised where no lock can be laid there, `RecordUnreadableError` where there is no folder.
        """
        from PySide6.QtCore import QLockFile

        is_old = os.path.lexists(self._place)
        if self._file.tryLock(0):
            self.was_left = is_old
            self._show_to_readers_of_record()
            return
        if self._file.error() is QLockFile.LockError.LockFailedError:
            raise self._in_use()
        if not self._place.parent.is_dir():
            raise RecordUnreadableError(str(self.path), "folder_missing")
        raise NotSavedError("read_only" if self._file.error() is QLockFile.LockError.PermissionError else "io")

    def take_over(self, found: RecordInUseError) -> None:
        """Take the lock from the other computer that ``found`` told of; nobody writes there any more, a person says.

        A lock of this computer, or one that is another by now, is left. Raise as `take` does.
        """
        was_left = os.path.lexists(self._place)
        if was_left and not found.is_here and self._in_use().told() == found.told():
            # Where a program of this computer holds it after all, the system refuses.
            self._file.removeStaleLockFile()
        self.take()
        self.was_left = self.was_left or was_left

    def is_holder_alive(self) -> bool:
        """Return whether a program of this computer seems to hold the lock; nothing is taken for that."""
        process, host, _program = self._file.getLockInfo()
        return process > 0 and self._is_of_here(host) and _is_running(process)

    def release(self) -> None:
        """Give the lock back; nothing happens where it is not held."""
        self._file.unlock()

    def _show_to_readers_of_record(self) -> None:
        # Whoever may read the record may read who has it open, and nobody else.
        with suppress(OSError):
            mode = S_IMODE(self.path.stat().st_mode) if self.path.exists() else 0o600
            self._place.chmod(mode & _MOST_OPEN | 0o600)

    def _in_use(self) -> RecordInUseError:
        _process, host, _program = self._file.getLockInfo()
        return RecordInUseError(
            str(self.path),
            user=_owner_of(self._place),
            host=host,
            is_here=not host or self._is_of_here(host),
            since=_made_at(self._place),
        )

    def _is_of_here(self, host: str) -> bool:
        """Return whether the lock is of this computer: by the number of the machine, as its name can change."""
        from PySide6.QtCore import QSysInfo

        own, other = bytes(QSysInfo.machineUniqueId().data()).decode(), _machine_in(self._place)
        return own == other if own and other else host == QSysInfo.machineHostName()


@contextmanager
def sole_use(path: Path) -> Iterator[None]:
    """Keep every other program of ours off the record at ``path``, for a verb that replaces the file.

    Raise as `RecordLock.take` does; nothing was touched then.
    """
    lock = RecordLock(path)
    lock.take()
    try:
        yield
    finally:
        lock.release()


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        # Asking this way would end it there.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _machine_in(lock: Path) -> str:
    """Return the number of the machine in a lock file, which is none of SQLite's; empty where it tells none."""
    with suppress(OSError, UnicodeDecodeError):
        lines = lock.read_text("utf-8").split("\n")
        return lines[_MACHINE] if len(lines) > _MACHINE else ""
    return ""


def _owner_of(path: Path) -> str:
    # Windows does not tell it this way, and a user of another computer may have no name here.
    with suppress(OSError, KeyError, NotImplementedError):
        return path.owner()
    return ""


def _made_at(path: Path) -> datetime | None:
    with suppress(OSError):
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    return None
