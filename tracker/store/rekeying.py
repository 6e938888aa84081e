"""Writing a closed file anew under another key, or under none: the new one takes its place once it is proved equal."""

from contextlib import nullcontext
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tracker.core.errors import RecordUnreadableError
from tracker.store.engine import connect
from tracker.store.faults import saving
from tracker.store.keys import FileKey
from tracker.store.placing import built_in_place_of
from tracker.store.seal import take_seal
from tracker.store.version import APPLICATION_ID

_TABLES = "SELECT name FROM {schema}sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_TO_MAKE = "SELECT name, sql FROM former.sqlite_master WHERE type {which} AND sql IS NOT NULL ORDER BY rootpage, name"


def rekey(path: Path, old: FileKey | None, new: FileKey | None) -> None:
    """Replace the closed file at ``path`` by one with all its rows under the key ``new``; None encrypts nothing.

    Raise `NotSavedError` or `RecordUnreadableError`; the former file then stands as it was.
    """
    with built_in_place_of(path) as temporary:
        copy_under(path, old, temporary, new)
    take_seal(path)


def copy_under(path: Path, old: FileKey | None, target: Path, new: FileKey | None) -> None:
    """Write all that is in the closed file at ``path`` into the empty file ``target`` under ``new``, and compare.

    Raise `NotSavedError` or `RecordUnreadableError`.
    """
    with saving(path):
        _copy(path, old, target, new)
        _require_equal(path, old, target, new)


def _copy(path: Path, old: FileKey | None, target: Path, new: FileKey | None) -> None:
    connection = connect(target, new)
    try:
        with nullcontext(b"") if old is None else old.spelt() as spelt:
            connection.execute("ATTACH DATABASE ? AS former KEY ?", (f"{path.absolute().as_uri()}?mode=ro", spelt))
        # Rows come table by table; whether each has its parent is asked at the end.
        connection.execute("PRAGMA foreign_keys = OFF").fetchall()
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        (number,) = connection.execute("PRAGMA former.user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("BEGIN IMMEDIATE")
        _make(connection, "= 'table'")
        for (name,) in connection.execute(_TABLES.format(schema="former.")).fetchall():
            connection.execute(f'DELETE FROM main."{name}"')
            connection.execute(f'INSERT INTO main."{name}" SELECT * FROM former."{name}"')
        # What refuses or follows changes comes after the rows.
        _make(connection, "<> 'table'")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _make(connection: Any, which: str) -> None:
    # A virtual table (root page 0, so the first) makes the tables that it rests on by itself.
    for name, sql in connection.execute(_TO_MAKE.format(which=which)).fetchall():
        if not _is_there(connection, name) and not name.startswith("sqlite_"):
            connection.execute(sql)


def _is_there(connection: Any, name: str) -> bool:
    return connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = ?", (name,)).fetchone() is not None


def _require_equal(path: Path, old: FileKey | None, target: Path, new: FileKey | None) -> None:
    former, made = connect(path, old), connect(target, new)
    try:
        if not (_is_sound(made) and _is_equal(former, made, _SCHEMA) and _have_equal_rows(former, made)):
            raise RecordUnreadableError(str(path), "damaged", "the copy differs")
    finally:
        former.close()
        made.close()


def _is_sound(connection: Any) -> bool:
    return bool(
        connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        and connection.execute("PRAGMA foreign_key_check").fetchall() == []
        and connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    )


def _have_equal_rows(former: Any, made: Any) -> bool:
    return all(
        _is_equal(former, made, f'SELECT * FROM "{name}"')
        for (name,) in former.execute(_TABLES.format(schema="")).fetchall()
    )


def _is_equal(former: Any, made: Any, statement: str) -> bool:
    return all(one == other for one, other in zip_longest(former.execute(statement), made.execute(statement)))
