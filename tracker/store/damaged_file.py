"""Reading a damaged file row by row: what lies beside a destroyed page is read, by ranges that are halved.

The file is never written to. Where a save was cut short, a copy is read in which the save was taken back.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

import sqlcipher3.dbapi2 as driver

from tracker.store.engine import connect_bare
from tracker.store.faults import is_write_refused
from tracker.store.keys import FileKey
from tracker.store.raw_file import raw_handle
from tracker.store.version import HEAD, VERSIONS

_AT_ONCE = 500
_SMALLEST_ROW = 8
"""No row takes fewer bytes, so that a file has no more rows than its size over this."""
_PRIVATE, _COPIED = 0o600, 1 << 20
_SETTINGS = ("query_only = ON", "cell_size_check = ON", "trusted_schema = OFF", "temp_store = MEMORY")
PlainRow = tuple[Any, ...]


@contextmanager
def opened(path: Path, key: FileKey | None, beside: Path) -> Iterator["DamagedFile"]:
    """Give the file at ``path``; where it needs a copy, that lies beside ``beside`` meanwhile. Raise driver errors."""
    if not _has_cut_save(path, key):
        with _closed_after(DamagedFile(path, key)) as file:
            yield file
        return
    copy = beside.with_name(f".{beside.name}.{token_hex(8)}.copy")
    journals = [one.with_name(f"{one.name}-journal") for one in (path, copy)]
    try:
        _copy(path, copy)
        _copy(*journals)
        connection = connect_bare(copy, "rw", key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()
        with _closed_after(DamagedFile(copy, key)) as file:
            yield file
    finally:
        for leftover in (copy, journals[1]):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _has_cut_save(path: Path, key: FileKey | None) -> bool:
    connection = connect_bare(path, "ro", key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as error:
        if not is_write_refused(error):
            raise
        return True
    finally:
        connection.close()
    return False


def _copy(source: Path, target: Path) -> None:
    written = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), _PRIVATE)
    with os.fdopen(written, "wb") as file, raw_handle(source) as handle:
        while chunk := os.read(handle, _COPIED):
            file.write(chunk)


@contextmanager
def _closed_after(file: "DamagedFile") -> Iterator["DamagedFile"]:
    try:
        yield file
    finally:
        file.close()


class DamagedFile:
    """One file, read as far as it can be."""

    def __init__(self, path: Path, key: FileKey | None) -> None:
        self._path = path
        self._key = key
        self._most = path.stat().st_size // _SMALLEST_ROW
        self._connection = self._connected()

    def _connected(self) -> Any:
        connection = connect_bare(self._path, "ro", self._key)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        return connection

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def version(self) -> str:
        """Return the version of the schema; the program's own where that cannot be read."""
        found = self._tried("SELECT version_num FROM alembic_version")
        return str(found[0][0]) if found and found[0][0] in VERSIONS else HEAD

    def columns(self, table: str) -> list[str]:
        """Return the columns of a table, none where there is no such table."""
        return [row[1] for row in self._tried(f"PRAGMA table_info({table})") or ()]

    def count(self, table: str) -> int | None:
        """Return how many rows there were, as an index says that is whole; None where none is."""
        return self._indexed(table)[0]

    def rows(self, table: str, columns: Sequence[str], look: Callable[[], None]) -> Iterator[PlainRow]:
        """Yield the rows that can be read, in their order; ``look`` is called all along, also where none can be."""
        listed = ", ".join(f'"{name}"' for name in columns)
        statement = f"SELECT {listed} FROM {table} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        last = self._last_row(table)
        for first in range(1, last + 1, _AT_ONCE):
            look()
            yield from self._between(statement, first, min(first + _AT_ONCE - 1, last))

    def _between(self, statement: str, first: int, last: int) -> Iterator[PlainRow]:
        found = self._tried(statement, first, last)
        if found is not None:
            yield from found
        elif first < last:
            middle = (first + last) // 2
            yield from self._between(statement, first, middle)
            yield from self._between(statement, middle + 1, last)

    def _last_row(self, table: str) -> int:
        """Return a number that no row is above."""
        by_index = self._indexed(table)[1]
        if by_index is not None:
            return by_index
        found = self._tried(f"SELECT max(rowid) FROM {table} NOT INDEXED")
        return self._most if found is None else int(found[0][0] or 0)

    def _indexed(self, table: str) -> tuple[int | None, int | None]:
        """Return how many rows an index knows and the number of the last one; nothing where no index is whole."""
        for _, name, _, _, is_partial in self._tried(f"PRAGMA index_list({table})") or ():
            found = self._tried(f'SELECT count(*), max(rowid) FROM {table} INDEXED BY "{name}"')
            if found and not is_partial:
                return int(found[0][0]), int(found[0][1] or 0)
        return None, None

    def _tried(self, statement: str, *parameters: int) -> list[PlainRow] | None:
        """Return what a statement finds, None where a page or a text that it needs cannot be read."""
        try:
            found: list[PlainRow] = self._connection.execute(statement, parameters).fetchall()
        except driver.DatabaseError:
            if self._key is not None:
                # A page that cannot be decrypted keeps its connection from reading any other.
                self._connection.close()
                self._connection = self._connected()
            return None
        return found
