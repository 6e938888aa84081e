"""A new file made of what can be read in a damaged one, which is left as it is.

Rows that break a rule of the record, or whose parent is gone, are left out. Where the history is whole it is kept, and
brings back what the tables no longer hold; else it begins anew with what there is, under one verb that says so.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from tracker.core.records import Kind
from tracker.core.salvage import Salvaged, SalvagedTable
from tracker.store import search_index
from tracker.store.append_only import TRIGGERS
from tracker.store.chain import BEGINNING
from tracker.store.column_types import Moment
from tracker.store.damaged_file import DamagedFile, opened
from tracker.store.engine import open_engine
from tracker.store.faults import decoded, reading, saving
from tracker.store.integrity import HISTORY_CHECKS, SITES, WRONG_TOUCH_UPS
from tracker.store.keys import FileKey
from tracker.store.placing import built_beside
from tracker.store.plain import PLAIN, plain_table
from tracker.store.rechaining import rechain
from tracker.store.record_check import chain_findings
from tracker.store.schema import CHANGE, CHANGE_BATCH, CHANGE_HEAD, DATA_TABLE_NAMES
from tracker.store.seal import take_seal
from tracker.store.upgrade import upgrade
from tracker.store.version import HEAD

Progress = Callable[[int, int], None]
VERB = "salvage"
_HISTORY = (CHANGE_HEAD.name, CHANGE_BATCH.name, CHANGE.name)
_TABLES = (*DATA_TABLE_NAMES, "reminder_log", *_HISTORY)
_OF_ENTRIES = ("adverse_event", "amendment")
_MOMENT = Moment()
_BATCH, _CHANGE, _HEAD = (plain_table(table) for table in (CHANGE_BATCH, CHANGE, CHANGE_HEAD))
_LATER = _CHANGE.alias("later")
_BOTOX, _POINT = PLAIN["botox"].table, PLAIN["injection_point"].table
_ENTRIES = tuple(kind.value for kind in Kind)
_NUMBERED = (*_ENTRIES, "planned_treatment", "contact", "adverse_event")
_LATEST = select(_CHANGE.c.after).where(
    _CHANGE.c.after.is_not(None),
    ~select(_LATER.c.id).where(_LATER.c.row_id == _CHANGE.c.row_id, _LATER.c.id > _CHANGE.c.id).exists(),
)
"""What each row that is still there was last."""


@dataclass(slots=True)
class _Count:
    """What became of the rows of one table."""

    read: int = 0
    expected: int | None = 0
    from_history: int = 0


def salvage(path: Path, target: Path, key: FileKey | None, at: datetime, progress: Progress | None = None) -> Salvaged:
    """Make the file ``target`` of what can be read in ``path``, under the same key, and say what it holds.

    ``progress`` is told all along how many of how many tables were read. Raise `RecordUnreadableError` where nothing
    can be read or there is a file ``target`` already, `NotSavedError` where the disk refuses, and what ``progress``
    raises; there is no new file then.
    """
    with built_beside(target) as temporary:
        with reading(path), opened(path, key, target) as source:
            version = source.version
            _make(temporary, key, version)
            counts = _copied(source, temporary, key, progress)
        salvaged = _settled(temporary, key, version, counts, at)
    take_seal(target)
    return salvaged


def _make(path: Path, key: FileKey | None, version: str) -> None:
    engine = open_engine(path, key)
    try:
        with saving(path):
            upgrade(engine, version)
    finally:
        engine.dispose()


def _copied(source: DamagedFile, target: Path, key: FileKey | None, progress: Progress | None) -> dict[str, _Count]:
    engine, tell = open_engine(target, key), progress or _unseen
    counts = {}
    try:
        with saving(target), engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("PRAGMA foreign_keys = OFF").fetchall()
            raw.execute("BEGIN IMMEDIATE")
            for place, table in enumerate(_TABLES):
                counts[table] = _copy_table(source, raw, table, partial(tell, place, len(_TABLES)))
            tell(len(_TABLES), len(_TABLES))
            raw.execute("COMMIT")
    finally:
        engine.dispose()
    return counts


def _unseen(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def _copy_table(source: DamagedFile, raw: Any, table: str, look: Callable[[], None]) -> _Count:
    there = [row[1] for row in raw.execute(f"PRAGMA table_info({table})").fetchall()]
    columns = [name for name in source.columns(table) if name in there]
    if not columns:
        return _Count()
    if table == CHANGE_HEAD.name:
        raw.execute(f"DELETE FROM {table}")
    listed, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({listed}) VALUES ({marks})"
    count = _Count(expected=source.count(table))
    for row in source.rows(table, columns, look):
        count.read += 1
        # A row that breaks a rule of its table, or bears the id of another one, is left out.
        with suppress(driver.IntegrityError):
            raw.execute(statement, row)
    return count


def _settled(path: Path, key: FileKey | None, version: str, counts: dict[str, _Count], at: datetime) -> Salvaged:
    engine = open_engine(path, key)
    try:
        with saving(path):
            with engine.begin() as connection:
                if version == HEAD and not any(chain_findings(connection)):
                    for table in DATA_TABLE_NAMES:
                        counts[table].from_history = _restored(connection, table)
                _remove_orphans(connection)
            if version != HEAD:
                upgrade(engine, HEAD)
            with engine.begin() as connection:
                _derive(connection)
                is_kept = not any(finding for check in HISTORY_CHECKS for finding in check(connection))
                if not is_kept:
                    _begin_history_anew(connection, at)
                search_index.rebuild(connection)
                tables = tuple(_told(connection, table, counts[table]) for table in DATA_TABLE_NAMES)
    finally:
        engine.dispose()
    return Salvaged(tables, is_kept)


def _restored(connection: Connection, name: str) -> int:
    """Insert the rows of a table that the history alone still holds; return how many."""
    table, restored = PLAIN[name].table, 0
    missing = _LATEST.where(
        _CHANGE.c.table_name == name, ~select(table.c.id).where(table.c.id == _CHANGE.c.row_id).exists()
    )
    for (after,) in connection.execute(missing).all():
        row = decoded(json.loads, after)
        with suppress(IntegrityError), connection.begin_nested():
            PLAIN[name].add(connection, [{column: row.get(column) for column in PLAIN[name].columns}])
            restored += 1
    return restored


def _remove_orphans(connection: Connection) -> None:
    """Remove rows whose parent is gone, and what belongs to these; a touch-up stays and belongs to none."""
    while orphans := [row for row in connection.exec_driver_sql("PRAGMA foreign_key_check") if row[0] not in _HISTORY]:
        for table, row_number, parent, _ in orphans:
            if parent == _BOTOX.name and table == _BOTOX.name:
                statement = "UPDATE botox SET touch_up_of = NULL WHERE rowid = ?"
            else:
                statement = f"DELETE FROM {table} WHERE rowid = ?"
            connection.exec_driver_sql(statement, (row_number,))
    entries = " UNION ALL ".join(f"SELECT id FROM {table}" for table in _ENTRIES if _is_there(connection, table))
    for table in _OF_ENTRIES:
        if _is_there(connection, table):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE entry_id NOT IN ({entries})")


def _is_there(connection: Connection, table: str) -> bool:
    """Return whether the version that the file has knows ``table``."""
    return connection.exec_driver_sql(f"PRAGMA table_info({table})").first() is not None


def _derive(connection: Connection) -> None:
    """Make what follows from other rows true again: points that do not add up to their treatment are not all there."""
    total = select(func.sum(_POINT.c.units)).where(_POINT.c.botox_id == _BOTOX.c.id).scalar_subquery()
    incomplete = select(_BOTOX.c.id).where(_BOTOX.c.units.is_distinct_from(total), total.is_not(None))
    connection.execute(delete(_POINT).where(_POINT.c.botox_id.in_(incomplete)))
    connection.execute(update(_BOTOX).where(_BOTOX.c.sites.is_distinct_from(SITES)).values(sites=SITES))
    connection.execute(update(_BOTOX).where(_BOTOX.c.id.in_(WRONG_TOUCH_UPS)).values(touch_up_of=None))


def _begin_history_anew(connection: Connection, at: datetime) -> None:
    """Record all rows as written by one verb, which cannot be undone; numbers go on above those of the entries."""
    for name in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    for table in (_CHANGE, _BATCH, _HEAD):
        connection.execute(delete(table))
    connection.execute(insert(_HEAD), {"id": 1, "change_id": 0, "hash": BEGINNING})
    first = 1 + max(
        connection.execute(select(func.max(PLAIN[name].table.c.entered))).scalar() or 0 for name in _NUMBERED
    )
    changes = list(_changes(connection, first))
    if changes:
        batch = {"id": 1, "at": _MOMENT.encode(at), "verb": VERB, "subject": "entries", "entry_count": len(changes)}
        connection.execute(insert(_BATCH), {**batch, "direction": "do", "state": "superseded"})
        connection.execute(insert(_CHANGE), changes)
        rechain(connection, first)
    for statement in TRIGGERS.values():
        connection.exec_driver_sql(statement)


def _changes(connection: Connection, first: int) -> Iterator[dict[str, Any]]:
    number = first
    owners = dict(connection.execute(select(_BOTOX.c.id, _BOTOX.c.person_id)).all())
    for name in DATA_TABLE_NAMES:
        for values in connection.execute(select(PLAIN[name].table)):
            row = dict(zip(PLAIN[name].columns, values, strict=True))
            yield {
                "id": number,
                "batch_id": 1,
                "person_id": row["id"] if name == "person" else row.get("person_id") or owners.get(row.get("botox_id")),
                "table_name": name,
                "row_id": row["id"],
                "after": json.dumps(row, ensure_ascii=False, separators=(",", ":")),
                "hash": BEGINNING,
            }
            number += 1


def _told(connection: Connection, name: str, count: _Count) -> SalvagedTable:
    kept = int(connection.execute(select(func.count()).select_from(PLAIN[name].table)).scalar_one())
    if count.expected is None:
        return SalvagedTable(name, kept, count.from_history, None, max(0, count.read + count.from_history - kept))
    missing = max(0, count.expected - kept)
    left_out = min(missing, max(0, count.read - kept))
    return SalvagedTable(name, kept, count.from_history, missing - left_out, left_out)
