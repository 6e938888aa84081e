"""A person erased for good: the one exception to a record that only grows.

Their rows go, the search no longer knows their words, and the change record is written anew without them: one row says
that somebody was erased, not who. All of it is one transaction; afterwards nothing of it can be taken back.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.erasing import NOBODY
from tracker.store import erased_changes, search_index, unfinished
from tracker.store.append_only import TRIGGERS
from tracker.store.chain import BEGINNING
from tracker.store.column_types import Moment
from tracker.store.ownership import OWNED
from tracker.store.plain import PLAIN, plain_table
from tracker.store.rechaining import Progress, rechain
from tracker.store.schema import CHANGE, CHANGE_BATCH, CHANGE_HEAD, REMINDER_LOG

LABEL = ChangeLabel("erase", "person")
_MOMENT = Moment()
_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_HEAD = plain_table(CHANGE_HEAD)
_LOG = plain_table(REMINDER_LOG)
_POINT, _BOTOX, _PERSON = (PLAIN[name].table for name in ("injection_point", "botox", "person"))
_ID: BindParameter[str] = bindparam("person")
_THEIR_BOTOX = select(_BOTOX.c.id).where(_BOTOX.c.person_id == _ID)
_CHILDREN_FIRST = (
    delete(_POINT).where(_POINT.c.botox_id.in_(_THEIR_BOTOX)),
    *(delete(PLAIN[name].table).where(PLAIN[name].table.c.person_id == _ID) for name in OWNED),
    delete(_LOG).where(_LOG.c.person_id == _ID),
    delete(_PERSON).where(_PERSON.c.id == _ID),
)
_LAST_BATCH = select(func.max(_BATCH.c.id))
_LAST_CHANGE = select(_HEAD.c.change_id)


def erase(
    connection: Connection, person_id: UUID, at: datetime, made_by: str | None, progress: Progress | None = None
) -> ChangeSet:
    """Erase a person and return the change that says so, which concerns everybody and cannot be taken back."""
    last_batch = connection.execute(_LAST_BATCH).scalar_one()
    last_change = connection.execute(_LAST_CHANGE).scalar_one()
    for statement in _CHILDREN_FIRST:
        connection.execute(statement, {"person": str(person_id)})
    # What was being typed when the record locked may name them anywhere.
    unfinished.forget(connection)
    for name in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    first = erased_changes.erase(connection, person_id)
    # Numbers only grow, also where the latest change was theirs.
    _say_so(connection, last_batch + 1, last_change + 1, at, made_by)
    rechain(connection, last_change + 1 if first is None else first, progress)
    for statement_text in TRIGGERS.values():
        connection.exec_driver_sql(statement_text)
    # The index keeps words of whoever was removed until it happens to be merged.
    search_index.rebuild(connection)
    return ChangeSet(id=last_batch + 1, label=LABEL, rows=(), people=frozenset())


def _say_so(connection: Connection, batch_id: int, change_id: int, at: datetime, made_by: str | None) -> None:
    batch = {
        "id": batch_id,
        "at": _MOMENT.encode(at),
        "verb": LABEL.verb,
        "subject": LABEL.subject,
        "entry_count": LABEL.count,
        "direction": "do",
        "state": "superseded",
        "made_by": made_by,
    }
    connection.execute(insert(_BATCH), batch)
    change = {
        "id": change_id,
        "batch_id": batch_id,
        "table_name": "person",
        "row_id": str(NOBODY),
        # Both are there, so that it counts neither as a row added nor as one removed.
        "before": "{}",
        "after": '{"is_erased":1}',
        "hash": BEGINNING,
    }
    connection.execute(insert(_CHANGE), change)
