"""Is the change record whole, and does the data say what it says? Rows are read one by one, however many there are.

Whoever holds the file can work the whole chain out anew; this shows what was changed by what does not know the chain.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from tracker.core.changes import PlainRow
from tracker.core.found_rows import RowKey
from tracker.store.chain import BATCH_FIELDS, BEGINNING, CHANGE_FIELDS, linked
from tracker.store.faults import decoded
from tracker.store.findings import Finding
from tracker.store.plain import PLAIN, plain_table
from tracker.store.schema import CHANGE, CHANGE_BATCH, CHANGE_HEAD

_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_HEAD = plain_table(CHANGE_HEAD)
_LINKS = (
    select(
        _CHANGE.c.id,
        _CHANGE.c.hash,
        *(_BATCH.c[name] for name in BATCH_FIELDS),
        *(_CHANGE.c[name].label(f"own_{name}") for name in CHANGE_FIELDS),
    )
    # A change whose batch is gone has another hash, for want of its fields.
    .join_from(_CHANGE, _BATCH, _BATCH.c.id == _CHANGE.c.batch_id, isouter=True)
    .order_by(_CHANGE.c.id)
)
_EMPTY_BATCHES = (
    select(_BATCH.c.id).where(~select(_CHANGE.c.id).where(_CHANGE.c.batch_id == _BATCH.c.id).exists()).order_by("id")
)
_HEADS = select(_HEAD.c.change_id, _HEAD.c.hash).where(_HEAD.c.id == 1)
_LAST = select(_CHANGE.c.id, _CHANGE.c.hash).order_by(_CHANGE.c.id.desc()).limit(1)
_AT_ONCE = 500


def head_findings(connection: Connection) -> Iterator[Finding]:
    """Yield whether the chain does not end where its head says; costs nothing, however long it is."""
    last = connection.execute(_LAST).first() or (0, BEGINNING)
    yield from _cut(connection, *last)


def chain_findings(connection: Connection) -> Iterator[Finding]:
    """Yield each change that does not follow the one before it, and whether the end is where the head says.

    After a break the chain is followed on from there, so that one change from outside is one finding.
    """
    last_id, last_hash = 0, BEGINNING
    for number, stored_hash, *link in _streamed(connection, _LINKS):
        if linked(last_hash, link) != stored_hash:
            yield Finding("chain_broken", f"change {number}")
        last_id, last_hash = number, stored_hash
    yield from _cut(connection, last_id, last_hash)
    for (number,) in connection.execute(_EMPTY_BATCHES):
        yield Finding("chain_broken", f"change_batch {number}")


def _cut(connection: Connection, last_id: int, last_hash: str) -> Iterator[Finding]:
    head = connection.execute(_HEADS).first()
    if head is None or (head.change_id, head.hash) != (last_id, last_hash):
        yield Finding("chain_cut", f"change_head {'-' if head is None else head.change_id}, last change {last_id}")


def differing_rows(connection: Connection) -> Iterator[Finding]:
    """Yield each row that is not what its latest recorded change left behind; only what was recorded is compared."""
    for name, plain in PLAIN.items():
        for row_id, after, *values in _streamed(connection, _with_latest(plain.table)):
            row = dict(zip(plain.columns, values, strict=True))
            if after is None or not _equal(row, decoded(json.loads, after)):
                yield Finding("row_differs", f"{name} {row_id}", RowKey(name, row_id))


def _with_latest(table: Table) -> Select[Any]:
    """Return the statement for each row of ``table`` with the latest ``after``, null where it was deleted or is new."""
    after = (
        select(_CHANGE.c.after)
        .where(_CHANGE.c.row_id == table.c.id, _CHANGE.c.table_name == table.name)
        .order_by(_CHANGE.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return select(table.c.id, after, *(column.label(f"own_{column.name}") for column in table.columns))


def _equal(row: PlainRow, recorded: PlainRow) -> bool:
    # A migration may have added columns since the change was recorded, or taken some away.
    return all(row[name] == value for name, value in recorded.items() if name in row)


def _streamed(connection: Connection, statement: Select[Any]) -> Iterator[Sequence[Any]]:
    with connection.execute(statement.execution_options(yield_per=_AT_ONCE)) as result:
        yield from result
