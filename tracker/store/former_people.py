"""People who are in the change record alone: adding them was undone, by themselves or with an import."""

import json
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from tracker.core.records import Person
from tracker.store import queries, rows
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, Prepared, plain_table
from tracker.store.schema import CHANGE

_TABLE = "person"
_CHANGE = plain_table(CHANGE)
_LATER = _CHANGE.alias("later")
_IS_LAST = ~select(_LATER.c.id).where(_LATER.c.row_id == _CHANGE.c.row_id, _LATER.c.id > _CHANGE.c.id).exists()
# Whoever was merged into somebody is that person's from then on.
_GONE = select(_CHANGE.c.before).where(
    _CHANGE.c.table_name == _TABLE, _CHANGE.c.after.is_(None), _CHANGE.c.person_id == _CHANGE.c.row_id, _IS_LAST
)
_ALL = Prepared(_GONE.where(_CHANGE.c.row_id.not_in(select(PLAIN[_TABLE].table.c.id))).order_by(_CHANGE.c.id))
_ONE = Prepared(_GONE.where(_CHANGE.c.row_id == bindparam("person")))


def former_people(connection: Connection) -> tuple[Person, ...]:
    """Return all of them as they last were, in the order in which they went. Reads the whole change record."""
    return tuple(decoded(_person, row) for row in _ALL.rows(connection))


def known_person(connection: Connection, person_id: UUID) -> Person | None:
    """Return a person of the record, or one of these as they last were; None for anybody else."""
    found = queries.person(connection, person_id)
    if found is not None:
        return found
    gone = _ONE.rows(connection, person=str(person_id))
    return decoded(_person, gone[0]) if gone else None


def _person(row: Sequence[Any]) -> Person:
    return cast(Person, rows.restored(_TABLE, json.loads(row[0])))
