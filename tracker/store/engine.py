"""The only module that opens a database file. Its settings are set on every connection and read back.

SQLCipher's SQLite is the one SQLite of the process, for plain files too. Transactions are begun here, explicitly:
a write takes the file's write lock at once, so that it never fails half-way for want of it.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event

from tracker.core.errors import RecordUnreadableError
from tracker.store import raw_file
from tracker.store.keys import FileKey
from tracker.store.version import OLDEST_SQLITE

JOURNAL_MODE = "truncate"
"""One file holds everything between saves, and no acknowledged save is lost in a power cut."""

BUSY_SECONDS = 5

_CIPHER_VERSION = "PRAGMA cipher_version"

_SETTINGS: tuple[tuple[str, str, str | int], ...] = (
    ("synchronous", "FULL", 2),
    ("fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("busy_timeout", str(BUSY_SECONDS * 1000), BUSY_SECONDS * 1000),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    # In KiB. What a build is made with grows with the record to four times as much, for each connection.
    ("cache_size", "-2000", -2000),
)

READ_ONLY = "skinterval_read_only"
"""Execution option of connections that only read: they begin without taking the write lock."""


class SettingRefusedError(RuntimeError):
    """SQLite did not take a setting that saving safely depends on."""


class _CountedConnection(driver.Connection):  # type: ignore[misc]
    """A connection that is known to `raw_file` until it is closed."""

    _of: raw_file.FileId | None = None

    def counts_for(self, of: raw_file.FileId) -> None:
        self._of = of
        raw_file.connected(of)

    def close(self) -> None:
        super().close()
        if self._of is not None:
            raw_file.disconnected(self._of)
            self._of = None


def open_engine(path: Path, key: FileKey | None = None, *, read_only: bool = False) -> Engine:
    """Return an engine on the existing file ``path``. No URL or log line holds the path or the key."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise SettingRefusedError(f"SQLite {driver.sqlite_version} is older than {OLDEST_SQLITE}")
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, key, read_only=read_only),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", lambda raw, _record: end_left_open(raw))
    return engine


def memory_engine() -> Engine:
    """Return an engine on a new, empty database in memory, all in one connection."""
    return create_engine("sqlite://", module=driver, poolclass=StaticPool, hide_parameters=True)


def connect(path: Path, key: FileKey | None = None, *, read_only: bool = False) -> Any:
    """Return a driver connection to the existing file ``path``, all settings made."""
    connection = connect_bare(path, "ro" if read_only else "rw", key)
    try:
        for name, value, expected in (("journal_mode", JOURNAL_MODE, JOURNAL_MODE), *_SETTINGS):
            connection.execute(f"PRAGMA {name}={value}").fetchall()
            (actual,) = connection.execute(f"PRAGMA {name}").fetchone()
            if actual != expected:
                raise SettingRefusedError(f"{name} is {actual}, not {expected}")
        connection.execute("PRAGMA mmap_size=0").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_bare(path: Path, mode: str, key: FileKey | None = None) -> Any:
    """Return a driver connection without settings, ``mode`` ``ro`` or ``rw``; it never creates a file.

    Raise `RecordUnreadableError` (``encrypted``) where its key was forgotten.
    """
    if key is not None and key.is_forgotten:
        # Of a record that was closed meanwhile.
        raise RecordUnreadableError(str(path), "encrypted")
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_CountedConnection,
    )
    try:
        connection.counts_for(raw_file.file_id(path))
        _give_key(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _give_key(connection: Any, key: FileKey | None) -> None:
    # A build without encryption would take the key for an unknown word, and write everything in the clear.
    if connection.execute(_CIPHER_VERSION).fetchone() is None:
        raise SettingRefusedError("this SQLite cannot encrypt")
    # What a wrong key finds is an error that is raised; SQLCipher would write it to standard error as well.
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    if key is not None:
        # Not in a statement, whose text would stay in memory.
        with key.spelt() as spelt:
            connection.set_key(spelt)


def _begin(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    if raw.in_transaction:
        # A COMMIT refused because the file was busy leaves its transaction open.
        raw.rollback()
    is_read_only = connection.get_execution_options().get(READ_ONLY, False)
    raw.execute("BEGIN" if is_read_only else "BEGIN IMMEDIATE")


def end_left_open(raw: Any) -> None:
    """Take back the transaction that a COMMIT refused because the file was busy has left open."""
    if raw is not None and raw.in_transaction:
        raw.rollback()
