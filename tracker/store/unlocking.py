"""Is the file encrypted, and does what was given open it?"""

import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from tracker.core.errors import RecordUnreadableError
from tracker.core.passphrase import Secret
from tracker.store.engine import connect_bare
from tracker.store.faults import is_foreign, is_write_refused, reading
from tracker.store.keys import PLAIN_HEADER, SALT_BYTES, FileKey, keys_of
from tracker.store.raw_file import raw_handle
from tracker.store.side_files import JOURNAL, side_file

_PAGE = 4_096
"""SQLCipher's page size: an encrypted file is a whole number of these, of which the first is never empty."""


def unlocked(path: Path, secret: Secret | None, *, read_only: bool = False) -> FileKey | None:
    """Return the key of the file at ``path``, None for one that is not encrypted.

    Raise `RecordUnreadableError`: ``encrypted`` where nothing was given, ``wrong_secret`` where it does not open the
    file, ``not_encrypted`` where a plain file lies in the place of an encrypted one, ``foreign``.
    """
    salt = _first_bytes(path)
    if salt == PLAIN_HEADER:
        if secret is not None:
            raise RecordUnreadableError(str(path), "not_encrypted")
        return None
    if path.stat().st_size % _PAGE != 0 or not any(salt):
        raise RecordUnreadableError(str(path), "foreign")
    if secret is None:
        raise RecordUnreadableError(str(path), "encrypted")
    for key in keys_of(secret, salt):
        if _opens(path, key, read_only):
            return key
    raise RecordUnreadableError(str(path), "wrong_secret")


def is_plain(path: Path) -> bool:
    """Return whether the file at ``path`` is a database that lies open. Raise `RecordUnreadableError`."""
    return _first_bytes(path) == PLAIN_HEADER


def unlocked_by_key(path: Path, key: FileKey | None) -> FileKey | None:
    """Return what opens the file at ``path`` of someone who has the key of its record: that key, or None where plain.

    Raise `RecordUnreadableError` (``wrong_secret``) for a file under another key.
    """
    salt = _first_bytes(path)
    if salt == PLAIN_HEADER:
        return None
    if key is None or key.salt != salt:
        raise RecordUnreadableError(str(path), "encrypted" if key is None else "wrong_secret")
    return key


def _first_bytes(path: Path) -> bytes:
    try:
        with raw_handle(path) as handle:
            return os.read(handle, SALT_BYTES)
    except OSError as error:
        raise RecordUnreadableError(str(path), "no_permission") from error


def _opens(path: Path, key: FileKey, read_only: bool) -> bool:
    with reading(path):
        try:
            look_at(path, key, read_only=read_only).close()
        except driver.DatabaseError as error:
            if is_foreign(error):
                return False
            raise
    return True


def look_at(path: Path, key: FileKey | None, *, read_only: bool = False) -> driver.Connection:
    """Return a connection that cannot write; only a file whose last save was cut short is opened to be repaired.

    ``read_only`` leaves even such a file as it is. A journal is played back page by page as it was written, so that a
    wrong key does no harm to it.
    """
    connection = connect_bare(path, "ro", key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as error:
        connection.close()
        if read_only or not is_write_refused(error) or not side_file(path, JOURNAL).exists():
            raise
        connection = connect_bare(path, "rw", key)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except driver.DatabaseError:
            connection.close()
            raise
    return connection
