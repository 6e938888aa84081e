"""Whom the changes and the log of reminders of late are about."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from tracker.store.plain import Prepared, plain_table
from tracker.store.schema import CHANGE, REMINDER_LOG

_CHANGE, _LOG = plain_table(CHANGE), plain_table(REMINDER_LOG)
_LAST = [Prepared(select(func.coalesce(func.max(table.c.id), 0))) for table in (_CHANGE, _LOG)]
_AFTER = [
    Prepared(select(table.c.person_id).distinct().where(table.c.id > bindparam("after"))) for table in (_CHANGE, _LOG)
]


class Mark(NamedTuple):
    """How far the record had come: the numbers of its last change and of the last line of the log, 0 without any."""

    change: int
    line: int


def mark(connection: Connection) -> Mark:
    """Return how far the record has come."""
    return Mark(*(int(last.value(connection)) for last in _LAST))


def touched_since(connection: Connection, former: Mark) -> frozenset[UUID] | None:
    """Return whom something was changed or written about since; None where a change concerns everybody."""
    now = mark(connection)
    if now.change < former.change or now.line < former.line:
        return None
    found = [
        one for after, number in zip(_AFTER, former, strict=True) for (one,) in after.rows(connection, after=number)
    ]
    return None if None in found else frozenset(map(UUID, found))
