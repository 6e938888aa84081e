"""Reading the list of people page by page, by sort key and id, from the indexes of the list alone."""

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, literal, select, tuple_

from tracker.core.records import Person
from tracker.store import rows
from tracker.store.plain import PLAIN, fetched, plain_table
from tracker.store.schema import CHANGE, CHANGE_HEAD

_PEOPLE = PLAIN["person"].table
_CHANGE, _HEAD = plain_table(CHANGE), plain_table(CHANGE_HEAD)
_LOOKED_BACK = 10_000
_LAST = "\U0010ffff"
"""Sorts after every sign of a sort key."""


def _listed(is_archived: bool) -> ColumnElement[bool]:
    # Written out, as SQLite uses the index of the archived for nothing else.
    return _PEOPLE.c.is_archived == literal(int(is_archived), literal_execute=True)


def _by_key(is_archived: bool) -> Select[tuple[str, str]]:
    statement = select(_PEOPLE.c.sort_key, _PEOPLE.c.id).where(_listed(is_archived))
    return statement.order_by(_PEOPLE.c.sort_key, _PEOPLE.c.id).limit(bindparam("count")).offset(bindparam("first"))


_BOTH = (False, True)
_COUNT = {one: select(func.count()).select_from(_PEOPLE).where(_listed(one)) for one in _BOTH}
_BEFORE = {
    one: _COUNT[one].where(tuple_(_PEOPLE.c.sort_key, _PEOPLE.c.id) < tuple_(bindparam("key"), bindparam("person")))
    for one in _BOTH
}
_PAGE = {one: _by_key(one) for one in _BOTH}
_BEGINNING = {
    one: _PAGE[one].where(and_(_PEOPLE.c.sort_key >= bindparam("key"), _PEOPLE.c.sort_key < bindparam("end")))
    for one in _BOTH
}
_KEY = {one: select(_PEOPLE.c.sort_key).where(_PEOPLE.c.id == bindparam("person"), _listed(one)) for one in _BOTH}
_OF_IDS = select(_PEOPLE).where(_PEOPLE.c.id.in_(bindparam("ids", expanding=True)))
_ASKED = func.json_each(bindparam("ids")).table_valued("value")
_LISTED = {one: select(_PEOPLE.c.id).where(_PEOPLE.c.id.in_(select(_ASKED.c.value)), _listed(one)) for one in _BOTH}
_LAST_CHANGE = select(_HEAD.c.change_id).where(_HEAD.c.id == 1)
_CHANGED = (
    select(_CHANGE.c.person_id)
    .where(_CHANGE.c.id > bindparam("after"), _CHANGE.c.person_id.is_not(None))
    .order_by(_CHANGE.c.id.desc())
)

Keyed = Sequence[str]
"""Sort key and id of a person: in this order people are listed."""


def count(connection: Connection, *, is_archived: bool) -> int:
    """Return how many people are listed."""
    return int(connection.execute(_COUNT[is_archived]).scalar_one())


def page(connection: Connection, first: int, count: int, *, is_archived: bool) -> list[UUID]:
    """Return who is listed from place ``first`` on, at most ``count``."""
    found = connection.execute(_PAGE[is_archived], {"first": first, "count": count})
    return [UUID(row.id) for row in found]


def beginning_with(connection: Connection, key: str, count: int, *, is_archived: bool) -> Sequence[Keyed]:
    """Return the first whose sort key begins with ``key``, at most ``count``."""
    asked = {"key": key, "end": key + _LAST, "first": 0, "count": count}
    return fetched(connection, _BEGINNING[is_archived], asked)


def place(connection: Connection, person_id: UUID, *, is_archived: bool) -> int | None:
    """Return the place of a person in the list, None for whoever is not in it."""
    asked = {"person": str(person_id)}
    key = connection.execute(_KEY[is_archived], asked).scalar()
    return None if key is None else int(connection.execute(_BEFORE[is_archived], {**asked, "key": key}).scalar_one())


def people(connection: Connection, ids: Sequence[UUID]) -> tuple[Person, ...]:
    """Return the people of ``ids`` that there are, in their order."""
    if not ids:
        return ()
    found = rows.people(connection.execute(_OF_IDS, {"ids": list(map(str, ids))}).all())
    by_id = {person.id: person for person in found}
    return tuple(by_id[person_id] for person_id in ids if person_id in by_id)


def listed(connection: Connection, ids: Sequence[UUID], *, is_archived: bool) -> list[UUID]:
    """Return those of ``ids`` that are listed, in their order."""
    asked = json.dumps(list(map(str, ids)))
    there = set(connection.execute(_LISTED[is_archived], {"ids": asked}).scalars())
    return [person_id for person_id in ids if str(person_id) in there]


def last_change(connection: Connection) -> int:
    """Return the number of the last change of the record."""
    return int(connection.execute(_LAST_CHANGE).scalar_one())


def changed_last(connection: Connection, count: int) -> list[UUID]:
    """Return whose data was changed last, newest first, at most ``count``, without the archived.

    Looks at the last `_LOOKED_BACK` changes.
    """
    asked = {"after": last_change(connection) - _LOOKED_BACK}
    found: dict[str, None] = {}
    with connection.execute(_CHANGED, asked) as changes:
        for (person_id,) in changes:
            if person_id not in found:
                found[person_id] = None
            if len(found) == 2 * count:
                break
    there = people(connection, list(map(UUID, found)))
    return [person.id for person in there if not person.is_archived][:count]
