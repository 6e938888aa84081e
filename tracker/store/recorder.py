"""The only place that writes data rows. Each write is recorded, before and after, in the same transaction."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from tracker.core.changes import ChangeLabel, ChangeSet, PlainRow, PlainValue, RowChange
from tracker.core.errors import UndoConflictError
from tracker.store import search_index
from tracker.store.chain import BATCH_FIELDS, CHANGE_FIELDS, hashes
from tracker.store.column_types import Moment
from tracker.store.faults import DamagedValueError
from tracker.store.plain import PLAIN, plain_table
from tracker.store.rows import StoredRow
from tracker.store.schema import CHANGE, CHANGE_BATCH, CHANGE_HEAD, PERSON

_CHANGE = plain_table(CHANGE)
_BATCH = plain_table(CHANGE_BATCH)
_HEAD = plain_table(CHANGE_HEAD)
_LAST_CHANGE = select(_HEAD.c.change_id, _HEAD.c.hash).where(_HEAD.c.id == 1)
_MOVE_HEAD = update(_HEAD).values(change_id=bindparam("last_id"), hash=bindparam("last_hash"))
_ADD_BATCH = insert(_BATCH)
_ADD_CHANGES = insert(_CHANGE)
_END_REDO = update(_BATCH).where(_BATCH.c.state == "undone").values(state="superseded")
_MOMENT = Moment()


Change = tuple[str | None, RowChange]
"""A recorded change and whose data it is, None for what concerns everybody."""


@dataclass(slots=True)
class _Captured:
    """What the verb did to one row so far."""

    table: str
    row_id: str
    person_id: str | None
    before: PlainRow | None
    after: PlainRow | None


class Recorder:
    """Writes the rows of one verb in the transaction of ``connection``; `finish` records them.

    ``follows`` is the change before them, by its number and its hash.
    """

    def __init__(
        self,
        connection: Connection,
        label: ChangeLabel,
        at: datetime,
        direction: str = "do",
        *,
        undoes: int | None = None,
        made_by: str | None = None,
    ) -> None:
        self.connection = connection
        self.label = label
        self._at = at
        self._direction = direction
        self._undoes = undoes
        self._made_by = made_by
        self._captured: dict[tuple[str, str], _Captured] = {}
        last = connection.execute(_LAST_CHANGE).first()
        if last is None:
            raise DamagedValueError
        self.follows: tuple[int, str] = (last.change_id, last.hash)
        self._first_change: int = last.change_id + 1
        self._last_hash: str = last.hash

    def next_entered(self) -> int:
        """Return the ``entered`` of the next new entry; further new entries of this verb count on from it."""
        return self._first_change + len(self._captured)

    def insert(self, rows: Iterable[StoredRow]) -> None:
        """Insert ``rows``."""
        for table, group in _by_table(rows).items():
            PLAIN[table].add(self.connection, [row.values for row in group])
            for row in group:
                self._capture(table, row.row_id, row.person_id, None, row.values)

    def update(self, rows: Iterable[StoredRow]) -> None:
        """Overwrite the rows of the same ids; those that are equal already are left alone."""
        for table, group in _by_table(rows).items():
            current = PLAIN[table].read(self.connection, [row.row_id for row in group])
            differing = [row for row in group if current[row.row_id] != row.values]
            if differing:
                PLAIN[table].put(self.connection, [row.values for row in differing])
            for row in differing:
                self._capture(table, row.row_id, row.person_id, current[row.row_id], row.values)

    def delete(self, rows: Iterable[StoredRow]) -> None:
        """Delete the rows of the same ids."""
        for table, group in _by_table(rows).items():
            ids = [row.row_id for row in group]
            current = PLAIN[table].read(self.connection, ids)
            PLAIN[table].remove(self.connection, ids)
            for row in group:
                self._capture(table, row.row_id, row.person_id, current[row.row_id], None)

    def replay(self, changes: Sequence[Change]) -> None:
        """Do recorded changes (each with its person) once more, in order. This one function serves undo and redo.

        Raise `UndoConflictError` where a row is not what it was before the change; the caller's transaction ends.
        """
        for (table, _), run in groupby(changes, key=_table_and_shape):
            self._replay_run(table, list(run))

    def finish(self) -> ChangeSet | None:
        """Record what was written and return it; None when nothing changed."""
        captured = [row for row in self._captured.values() if row.before != row.after]
        if not captured:
            return None
        if self._direction == "do":
            self.connection.execute(_END_REDO)
        batch_id = self._add_batch()
        self._add_changes(batch_id, captured)
        search_index.follow(self.connection, ((row.before, row.after) for row in captured if row.table == "person"))
        return ChangeSet(
            id=batch_id,
            label=self.label,
            rows=tuple(RowChange(row.table, row.row_id, row.before, row.after) for row in captured),
            people=_people(captured),
            direction=self._direction,
        )

    def _add_batch(self) -> int:
        state = "done" if self._direction == "do" else None
        return self.connection.execute(_ADD_BATCH, {**self._batch_values(), "state": state}).lastrowid

    def _batch_values(self) -> dict[str, PlainValue]:
        return {
            "at": _MOMENT.encode(self._at),
            "verb": self.label.verb,
            "subject": self.label.subject,
            "entry_day": self.label.on or None,
            "entry_count": self.label.count,
            "direction": self._direction,
            "undoes": self._undoes,
            "made_by": self._made_by,
        }

    def _add_changes(self, batch_id: int, captured: Sequence[_Captured]) -> None:
        rows: list[dict[str, PlainValue]] = [
            {
                "id": number,
                "batch_id": batch_id,
                "person_id": row.person_id,
                "table_name": row.table,
                "row_id": row.row_id,
                "before": _json(row.before),
                "after": _json(row.after),
            }
            for number, row in enumerate(captured, start=self._first_change)
        ]
        batch = self._batch_values()
        common = [batch[name] for name in BATCH_FIELDS]
        links = ([*common, *(row[name] for name in CHANGE_FIELDS)] for row in rows)
        for row, link_hash in zip(rows, hashes(self._last_hash, links), strict=True):
            row["hash"] = link_hash
        try:
            self.connection.execute(_ADD_CHANGES, rows)
        except IntegrityError as error:
            # The end of the chain is not where the head says.
            raise DamagedValueError from error
        self.connection.execute(_MOVE_HEAD, {"last_id": rows[-1]["id"], "last_hash": rows[-1]["hash"]})

    def _capture(
        self, table: str, row_id: str, person_id: str | None, before: PlainRow | None, after: PlainRow | None
    ) -> None:
        earlier = self._captured.get((table, row_id))
        if earlier is None:
            self._captured[table, row_id] = _Captured(table, row_id, person_id, before, after)
        else:
            earlier.after = after

    def _replay_run(self, table: str, run: Sequence[Change]) -> None:
        current = PLAIN[table].read(self.connection, [change.row_id for _, change in run])
        if any(current.get(change.row_id) != change.before for _, change in run):
            raise UndoConflictError(f"{table} changed since")
        written = [change.after for _, change in run if change.after is not None]
        if not written:
            PLAIN[table].remove(self.connection, [change.row_id for _, change in run])
        elif run[0][1].before is None:
            PLAIN[table].add(self.connection, written)
        else:
            PLAIN[table].put(self.connection, written)
        for person_id, change in run:
            self._capture(table, change.row_id, person_id, change.before, change.after)


def _people(captured: Iterable[_Captured]) -> frozenset[UUID]:
    """Return whose data was touched; nobody's in particular (empty) where one of the rows concerns everybody.

    A row that was handed over touches both.
    """
    rows = list(captured)
    owners: set[PlainValue] = {row.person_id for row in rows}
    versions = [version for row in rows for version in (row.before, row.after) if version is not None]
    owners |= {owner for version in versions if (owner := version.get("person_id"))}
    owners |= {row.row_id for row in rows if row.table == PERSON.name}
    return frozenset(UUID(str(owner)) for owner in owners if owner is not None and None not in owners)


def _by_table(rows: Iterable[StoredRow]) -> dict[str, list[StoredRow]]:
    found: dict[str, list[StoredRow]] = {}
    for row in rows:
        found.setdefault(row.table, []).append(row)
    return found


def _table_and_shape(item: Change) -> tuple[str, tuple[bool, bool]]:
    change = item[1]
    return change.table, (change.before is None, change.after is None)


def _json(row: PlainRow | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))
