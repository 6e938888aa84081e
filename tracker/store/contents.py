"""What a file holds, and whether it is sound, told without opening it as a record."""

from collections.abc import Container, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tracker.core.backup_manifest import Contents
from tracker.core.errors import RecordUnreadableError
from tracker.core.records import Kind
from tracker.store.record_id import record_id
from tracker.store.schema import METADATA

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def contents(connection: Any) -> Contents:
    """Return what the file of the driver's ``connection`` holds, whichever version of ours wrote it."""
    there = {name for (name,) in connection.execute(_TABLES)}
    rows = {name: _count(connection, name) for name in sorted(there & set(METADATA.tables))}
    (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return Contents(
        record_id=record_id(connection) or "",
        head=head(connection) if "change_head" in rows else "",
        schema=str(schema),
        rows=rows,
        people=rows["person"],
        entries=sum(rows[name] for name in _entries(there)),
        newest=_newest(connection, _entries(there)),
    )


def head(connection: Any) -> str:
    """Return the hash of the last change, on the driver's ``connection`` to a record of this version."""
    (found,) = connection.execute("SELECT hash FROM change_head").fetchone()
    return str(found)


def require_sound(connection: Any, path: Path, *, is_encrypted: bool) -> None:
    """Raise `RecordUnreadableError` where pages or references of the file are damaged. Takes long on a large file."""
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall() if is_encrypted else []
    found = connection.execute("PRAGMA integrity_check(1)").fetchall()
    if pages or found != [("ok",)]:
        raise RecordUnreadableError(str(path), "damaged", "page")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise RecordUnreadableError(str(path), "damaged", "reference")


def _count(connection: Any, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(count)


def _entries(there: Container[str]) -> list[str]:
    """Return the tables of entries among ``there``; versions before 0005 have no other events."""
    return [kind.value for kind in Kind if kind.value in there]


def _newest(connection: Any, entries: Iterable[str]) -> date | None:
    days = [connection.execute(f'SELECT max(given_on) FROM "{table}"').fetchone()[0] for table in entries]
    return max((date.fromisoformat(day) for day in days if day is not None), default=None)
