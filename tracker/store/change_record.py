"""Reading the change record backwards: how often the record was changed, and what its rows were before."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, true

from tracker.core.changes import PlainRow, Revision
from tracker.core.erasing import NOBODY
from tracker.store.column_types import Moment
from tracker.store.faults import decoded
from tracker.store.plain import plain_table
from tracker.store.rows import RESTORABLE, Record, restored
from tracker.store.schema import CHANGE, CHANGE_BATCH, RECORD_SETTING

_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_TABLES = (*RESTORABLE, RECORD_SETTING.name)
_MOMENT = Moment()
_LAST = select(_BATCH.c.id, _BATCH.c.at).order_by(_BATCH.c.id.desc()).limit(1)
# By number, not by moment: a clock that was set back must not leave a gap.
_FIRST_SINCE = select(func.min(_BATCH.c.id)).where(_BATCH.c.at >= bindparam("since")).scalar_subquery()
_BACKWARDS = (
    select(_BATCH.c.id, _BATCH.c.at, _CHANGE.c.person_id, _CHANGE.c.table_name, _CHANGE.c.row_id, _CHANGE.c.before)
    .join_from(_BATCH, _CHANGE, _CHANGE.c.batch_id == _BATCH.c.id)
    # The row that says that somebody was erased is no record of anybody.
    .where(_BATCH.c.id >= _FIRST_SINCE, _CHANGE.c.table_name.in_(_TABLES), _CHANGE.c.row_id != str(NOBODY))
    .order_by(_BATCH.c.id.desc(), _CHANGE.c.id.desc())
)
_OF_PERSON = (_CHANGE.c.person_id == bindparam("person")) | _CHANGE.c.person_id.is_(None)


@dataclass(frozen=True, slots=True)
class FormerRow:
    """What a row was before the change numbered ``batch`` of the day ``on`` (UTC).

    It is the row itself where it is a setting, else the record it makes; None where there was none.
    """

    batch: int
    on: date
    person_id: UUID | None
    table: str
    row_id: str
    before: Record | PlainRow | None


def revision(connection: Connection) -> Revision | None:
    """Return the number and the moment of the latest change, None for a record that was never changed."""
    found = connection.execute(_LAST).first()
    return None if found is None else Revision(found.id, decoded(_moment, found.at))


def former_rows(connection: Connection, since: date, person_id: UUID | None = None) -> Iterator[FormerRow]:
    """Yield the people, entries, plans, own intervals and settings that were changed since a day, newest first.

    Those of everybody, or of one person together with what concerns everybody.
    """
    parameters = {"since": _MOMENT.encode(datetime.combine(since, time.min, tzinfo=UTC))}
    statement = _BACKWARDS.where(true() if person_id is None else _OF_PERSON)
    if person_id is not None:
        parameters["person"] = str(person_id)
    for found in connection.execute(statement, parameters):
        yield decoded(_former, found)


def _former(found: Sequence[Any]) -> FormerRow:
    batch, at, person_id, table, row_id, before = found
    row: PlainRow | None = None if before is None else json.loads(before)
    return FormerRow(
        batch=batch,
        on=_moment(at).date(),
        person_id=None if person_id is None else UUID(person_id),
        table=table,
        row_id=row_id,
        before=row if row is None or table not in RESTORABLE else restored(table, row),
    )


def _moment(text: str) -> datetime:
    moment: datetime = _MOMENT.decode(text)
    return moment
