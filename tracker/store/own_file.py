"""Is the file at a path still the one that was opened? Another program, or a synced folder, can replace it.

Two things tell: which file lies there, and whether the latest change that was seen is still part of it. Other programs
of ours may add changes; nothing of ours takes one away but erasing, after which the latest is read anew as well.
"""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, bindparam, select

from tracker.core.errors import FileReplacedError, NotSavedError, RecordUnreadableError
from tracker.store.plain import plain_table
from tracker.store.raw_file import FileId, file_id
from tracker.store.schema import CHANGE, CHANGE_HEAD
from tracker.store.version import APPLICATION_ID, HEAD, VERSIONS

_CHANGE = plain_table(CHANGE)
_HEAD = plain_table(CHANGE_HEAD)
_LAST = select(_HEAD.c.change_id, _HEAD.c.hash).where(_HEAD.c.id == 1)
_HASH_OF = select(_CHANGE.c.hash).where(_CHANGE.c.id == bindparam("change_id"))


Head = tuple[int, str]
"""The number of the latest change and its hash."""


class OwnFile:
    """Knows the file at ``path`` as it was opened; ``seen`` is the latest change that was seen in it.

    ``reload`` is what a person may choose where it is another one."""

    def __init__(self, path: Path, reload: Callable[[], None]) -> None:
        self._path = path
        self._reload = reload
        self._id: FileId | None = None
        self.seen: Head | None = None

    def know(self, connection: Connection) -> None:
        """Take the file that lies there now, with the changes that ``connection`` finds in it, for the right one."""
        self._id = file_id(self._path)
        self.seen = head(connection)

    def require_there(self) -> FileId:
        """Return which file lies there. Raise `NotSavedError` where none does."""
        try:
            return file_id(self._path)
        except OSError as error:
            raise NotSavedError("gone") from error

    def is_there(self) -> bool:
        """Return whether the file that was opened is still the one that lies there."""
        try:
            return file_id(self._path) == self._id
        except OSError:
            return False

    def require_file(self) -> None:
        """Raise `NotSavedError` where the file is gone, `FileReplacedError` where another one lies in its place."""
        if self.require_there() != self._id and self._id is not None:
            raise FileReplacedError(self._reload)

    def require_changes(self, connection: Connection, latest: Head) -> None:
        """Raise `FileReplacedError` where the latest change that was seen is not in the file, which ends in another."""
        if self.seen is None or self.seen[0] == 0 or latest == self.seen:
            return
        if not is_in(connection, self.seen):
            raise FileReplacedError(self._reload)


def head(connection: Connection) -> Head:
    """Return the number and the hash of the latest change; the number is 0 where nothing was ever changed."""
    last = connection.execute(_LAST).one_or_none()
    # Whoever took the row out is found by `check`.
    return (0, "") if last is None else (last.change_id, last.hash)


def is_in(connection: Connection, change: Head) -> bool:
    """Return whether a change is in the file."""
    change_id, its_hash = change
    return bool(connection.execute(_HASH_OF, {"change_id": change_id}).scalar_one_or_none() == its_hash)


def require_this_version(connection: Connection, path: Path) -> None:
    """Raise `RecordUnreadableError` where ``connection`` is to no record of this version."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise RecordUnreadableError(str(path), "foreign")
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if version != HEAD:
        raise RecordUnreadableError(str(path), "older" if version in VERSIONS else "newer", str(version))
