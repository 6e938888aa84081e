"""The seal of a plain file: what it was when it was last closed, so that damage since then is noticed.

SQLite itself finds one flipped bit in five. The seal lies beside the record (``<file name>.seal``) and holds no path:
it travels with a copy. An encrypted file needs none, since each of its pages proves itself.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from tracker.core.errors import NotSavedError
from tracker.store.checksum import sha256_of_rest
from tracker.store.engine import connect_bare
from tracker.store.keys import PLAIN_HEADER
from tracker.store.placing import built_in_place_of
from tracker.store.raw_file import raw_handle
from tracker.store.side_files import SEAL, side_file

_HEADER_BYTES = 100
_COUNTER = slice(24, 28)
_JOURNAL_VERSIONS = slice(18, 20)
_ROLLBACK_JOURNAL = b"\x01\x01"
_MOST_BYTES = 1_000


@dataclass(frozen=True, slots=True)
class Seal:
    """Bytes of a file, SQLite's count of its changes, and its SHA-256 (hexadecimal)."""

    size: int
    change_counter: int
    sha256: str


def read_seal(path: Path) -> Seal | None:
    """Return the seal of the record at ``path``; None where there is none that can be read."""
    try:
        with side_file(path, SEAL).open("rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
        seal = Seal(**found)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return seal if isinstance(seal.change_counter, int) and isinstance(seal.size, int) else None


def is_whole(path: Path, seal: Seal) -> bool | None:
    """Return whether the file is what it was when ``seal`` was taken; None where it was written to since.

    Raise the driver's errors where it cannot be opened.
    """
    with _unchanging(path) as handle:
        header = os.read(handle, _HEADER_BYTES)
        if int.from_bytes(header[_COUNTER]) != seal.change_counter:
            return None
        return os.fstat(handle).st_size == seal.size and sha256_of_rest(handle, header) == seal.sha256


def take_seal(path: Path) -> None:
    """Seal the file at ``path``, which this program has closed, unless its seal is true already.

    A folder that takes nothing leaves it without one: then it is looked through at its next opening.
    """
    with suppress(OSError, NotSavedError, driver.Error):
        seal = _seal_of(path)
        if seal is None:
            side_file(path, SEAL).unlink(missing_ok=True)
        elif seal != read_seal(path):
            with built_in_place_of(side_file(path, SEAL)) as temporary:
                temporary.write_text(json.dumps(asdict(seal)), encoding="utf-8")


def _seal_of(path: Path) -> Seal | None:
    """Return the seal that the file has now; None for one that is encrypted or does not count its changes."""
    with _unchanging(path) as handle:
        header = os.read(handle, _HEADER_BYTES)
        if not header.startswith(PLAIN_HEADER) or header[_JOURNAL_VERSIONS] != _ROLLBACK_JOURNAL:
            return None
        size, counter = os.fstat(handle).st_size, int.from_bytes(header[_COUNTER])
        known = read_seal(path)
        if known is not None and (known.size, known.change_counter) == (size, counter):
            # It was proved when the file was opened.
            return known
        with suppress(OSError):
            # SQLite does not wait until a file that became smaller is so on the disk too; some systems cannot here.
            os.fsync(handle)
        return Seal(size, counter, sha256_of_rest(handle, header))


@contextmanager
def _unchanging(path: Path) -> Iterator[int]:
    """Give a handle on the file, to which nobody can write meanwhile."""
    connection = connect_bare(path, "ro")
    try:
        connection.execute("BEGIN")
        with suppress(driver.DatabaseError):
            # An encrypted or damaged file cannot be read: it is not sealed, or found out by its bytes.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with raw_handle(path) as handle:
            yield handle
    finally:
        connection.close()
