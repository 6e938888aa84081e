"""The undo list, kept in the file: which verb can be taken back, which can be done again, and what each changed."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, update

from tracker.core.changes import ChangeLabel, PlainRow, RowChange
from tracker.store.plain import plain_table
from tracker.store.schema import CHANGE, CHANGE_BATCH

_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_LABEL = select(_BATCH.c.id, _BATCH.c.verb, _BATCH.c.subject, _BATCH.c.entry_day, _BATCH.c.entry_count)
_LAST_DONE = _LABEL.where(_BATCH.c.state == "done").order_by(_BATCH.c.id.desc()).limit(1)
_FIRST_UNDONE = _LABEL.where(_BATCH.c.state == "undone").order_by(_BATCH.c.id).limit(1)
_CHANGES = (
    select(_CHANGE.c.person_id, _CHANGE.c.table_name, _CHANGE.c.row_id, _CHANGE.c.before, _CHANGE.c.after)
    .where(_CHANGE.c.batch_id == bindparam("batch"))
    .order_by(_CHANGE.c.id)
)
_SET_STATE = update(_BATCH).where(_BATCH.c.id == bindparam("batch")).values(state=bindparam("new_state"))


@dataclass(frozen=True, slots=True)
class Step:
    """One verb of the undo list."""

    batch_id: int
    label: ChangeLabel


def next_undo(connection: Connection) -> Step | None:
    """Return the latest verb that is done, None where there is nothing to take back."""
    return _step(connection, _LAST_DONE)


def next_redo(connection: Connection) -> Step | None:
    """Return the earliest verb that was taken back with no other verb after, None where there is none."""
    return _step(connection, _FIRST_UNDONE)


def changes(connection: Connection, batch_id: int) -> list[tuple[str | None, RowChange]]:
    """Return what a verb changed, each with its person, in order."""
    return [
        (person_id, RowChange(table, row_id, _row(before), _row(after)))
        for person_id, table, row_id, before, after in connection.execute(_CHANGES, {"batch": batch_id})
    ]


def set_state(connection: Connection, batch_id: int, state: str) -> None:
    """Mark a verb ``done`` or ``undone``."""
    connection.execute(_SET_STATE, {"batch": batch_id, "new_state": state})


def _step(connection: Connection, statement: Select[Any]) -> Step | None:
    row = connection.execute(statement).first()
    if row is None:
        return None
    return Step(row.id, ChangeLabel(row.verb, row.subject, row.entry_day or "", row.entry_count))


def _row(text: str | None) -> PlainRow | None:
    return None if text is None else json.loads(text)
