"""What goes wrong in the world (full disk, lock, damage), told apart from bugs of ours and mapped once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from tracker.core.errors import NotSavedError, RecordUnreadableError

T = TypeVar("T")

_PRIMARY = 0xFF
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 3, 5, 6, 8, 10, 11, 13, 14, 26
_OK, _DONE = 0, 101
_NOT_SAVED = {
    _FULL: "disk_full",
    _READONLY: "read_only",
    _PERM: "read_only",
    _BUSY: "locked",
    _LOCKED: "locked",
    _IOERR: "io",
    _CANTOPEN: "io",
}
_UNREADABLE = {
    _NOTADB: "foreign",
    _CORRUPT: "damaged",
    _IOERR: "damaged",
    _PERM: "no_permission",
    _CANTOPEN: "no_permission",
    _BUSY: "locked",
    _LOCKED: "locked",
    _READONLY: "unfinished",
}


_DAMAGE_WITHOUT_CODE = (
    "Could not decode to UTF-8",
    "unsupported file format",
    "invalid fts5 file format",
    "JSON cannot hold BLOB values",
)
"""How the words begin that SQLite and its driver have no code of their own for."""
_DAMAGED_VALUE = "unreadable value"


class DamagedValueError(Exception):
    """A row holds what no save of this program writes: the file was damaged, or changed by another program."""


def decoded(decode: Callable[[Any], T], plain: Any) -> T:
    """Return what ``decode`` makes of a stored value. Raise `DamagedValueError` where it can make nothing of it."""
    try:
        return decode(plain)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise DamagedValueError from error


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Raise `NotSavedError` for a fault of the world while writing, `RecordUnreadableError` for a damaged file."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        code = error_code(error)
        if code in _NOT_SAVED:
            raise NotSavedError(_NOT_SAVED[code], error_name(error)) from error
        if code in (_CORRUPT, _NOTADB):
            raise RecordUnreadableError(str(path), "damaged", error_name(error)) from error
        if _is_damage_without_code(error):
            raise RecordUnreadableError(str(path), "damaged", _DAMAGED_VALUE) from error
        raise
    except (DamagedValueError, UnicodeDecodeError) as error:
        raise RecordUnreadableError(str(path), "damaged", _DAMAGED_VALUE) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raise `RecordUnreadableError` for a fault of the world while reading."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        code = error_code(error)
        if code in (_IOERR, _CANTOPEN) and not path.exists():
            raise RecordUnreadableError(str(path), "missing", error_name(error)) from error
        if code in _UNREADABLE:
            raise RecordUnreadableError(str(path), _UNREADABLE[code], error_name(error)) from error
        if _is_damage_without_code(error):
            raise RecordUnreadableError(str(path), "damaged", _DAMAGED_VALUE) from error
        raise
    except (DamagedValueError, UnicodeDecodeError) as error:
        raise RecordUnreadableError(str(path), "damaged", _DAMAGED_VALUE) from error


def is_write_refused(error: BaseException) -> bool:
    """Return whether SQLite would have had to write, on a connection that may not."""
    return error_code(error) == _READONLY


def is_foreign(error: BaseException) -> bool:
    """Return whether SQLite found no database in the file: another program's, or one whose key this is not."""
    return error_code(error) == _NOTADB


def require_copied(status: int) -> None:
    """Raise the driver's error where SQLite refused a step of a copy: the one that the copy ends with tells no code."""
    if status not in (_OK, _DONE):
        error = driver.OperationalError(f"the copy ended with code {status}")
        error.sqlite_errorcode = status
        raise error


def error_code(error: BaseException) -> int | None:
    """Return SQLite's primary result code of ``error``, None where it has none."""
    code = getattr(_origin(error), "sqlite_errorcode", None)
    return None if code is None else int(code) & _PRIMARY


def error_name(error: BaseException) -> str:
    """Return SQLite's name of ``error``, such as ``SQLITE_FULL``: it holds nothing of the record."""
    return str(getattr(_origin(error), "sqlite_errorname", type(error).__name__))


def _is_damage_without_code(error: BaseException) -> bool:
    """Return whether only the words say that a file is damaged."""
    return str(_origin(error)).startswith(_DAMAGE_WITHOUT_CODE)


def _origin(error: BaseException) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
