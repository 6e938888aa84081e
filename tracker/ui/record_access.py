"""What this program may do with a record: write, holding its lock, or only read, and then why."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.errors import NotSavedError, RecordInUseError
from tracker.record_lock import RecordLock

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Why a record is only read: ``cause`` is asked, in_use, file, folder or no_lock; ``in_use`` says by whom."""

    cause: str
    in_use: RecordInUseError | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """``lock`` is held as long as the record is open for writing; a demo, which is nobody else's, has neither."""

    lock: RecordLock | None = None
    read_only: ReadOnly | None = None

    def give_back(self) -> None:
        """Let other programs write."""
        if self.lock is not None:
            self.lock.release()


def access_to(
    path: Path,
    held: Access | None,
    *,
    is_read_only_asked: bool = False,
    taken_from: RecordInUseError | None = None,
) -> Access:
    """Return what may be done with the record at ``path``; ``held`` is the access to the record that is open here.

    ``taken_from`` is the other computer on which, as a person says, nobody has the record open any more.
    Raise `RecordInUseError` where another program writes to it, `RecordUnreadableError` where there is no folder.
    """
    if is_read_only_asked:
        return Access(read_only=_asked(path, held))
    if held is not None and held.lock is not None and held.lock.path == path.resolve():
        return held
    if path.exists() and not _is_writable(path):
        return Access(read_only=ReadOnly("file"))
    lock = RecordLock(path)
    try:
        lock.take() if taken_from is None else lock.take_over(taken_from)
    except NotSavedError as refused:
        return Access(read_only=ReadOnly("folder" if refused.reason == "read_only" else "no_lock"))
    return Access(lock)


def _asked(path: Path, held: Access | None) -> ReadOnly:
    """Return why a record is only read that was asked for so: because it is in use, if it is."""
    try:
        other = access_to(path, held)
    except RecordInUseError as found:
        return ReadOnly("in_use", found)
    if other is not held:
        other.give_back()
    return other.read_only or ReadOnly("asked")


def _is_writable(path: Path) -> bool:
    # The rights of who runs the program now, where the system tells them apart from those of who started it.
    is_effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=is_effective)
