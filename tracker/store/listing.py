"""Reading the list of people page by page, by sort key and id, from the indexes of the list alone."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, literal_column, select, tuple_

from tracker.core.records import Named, Person
from tracker.store import rows
from tracker.store.plain import PLAIN, Prepared, among, listed, plain_table
from tracker.store.schema import CHANGE

_PEOPLE = PLAIN["person"].table
_CHANGE = plain_table(CHANGE)
_LOOKED_BACK = 10_000
_LAST = "\U0010ffff"
"""Sorts after every sign of a sort key."""


def _listed(is_archived: bool) -> ColumnElement[bool]:
    # Written out, as SQLite uses the index of the archived for nothing else.
    return _PEOPLE.c.is_archived == literal_column(str(int(is_archived)))


def _by_key(*columns: ColumnElement[Any], is_archived: bool) -> Select[Any]:
    statement = select(*columns).where(_listed(is_archived))
    return statement.order_by(_PEOPLE.c.sort_key, _PEOPLE.c.id).limit(bindparam("count")).offset(bindparam("first"))


def _of_both(statement: Callable[[bool], Select[Any]]) -> dict[bool, Prepared]:
    return {is_archived: Prepared(statement(is_archived)) for is_archived in (False, True)}


def _counted(is_archived: bool) -> Select[Any]:
    return select(func.count()).select_from(_PEOPLE).where(_listed(is_archived))


_BEGINS = and_(_PEOPLE.c.sort_key >= bindparam("key"), _PEOPLE.c.sort_key < bindparam("end"))
_COMES_BEFORE = tuple_(_PEOPLE.c.sort_key, _PEOPLE.c.id) < tuple_(bindparam("key"), bindparam("person"))
_COUNT = _of_both(_counted)
_BEFORE = _of_both(lambda one: _counted(one).where(_COMES_BEFORE))
_PAGE = _of_both(lambda one: _by_key(*_PEOPLE.c, is_archived=one))
_BEGINNING = _of_both(lambda one: _by_key(_PEOPLE.c.sort_key, _PEOPLE.c.id, is_archived=one).where(_BEGINS))
_KEY = _of_both(lambda one: select(_PEOPLE.c.sort_key).where(_PEOPLE.c.id == bindparam("person"), _listed(one)))
_OF_IDS = Prepared(select(_PEOPLE).where(among(_PEOPLE.c.id)))
_NAMED_OF_IDS = Prepared(select(*(_PEOPLE.c[column.name] for column in rows.NAMING)).where(among(_PEOPLE.c.id)))
_LAST_CHANGE = Prepared(select(func.coalesce(func.max(_CHANGE.c.id), 0)))
_LISTED = _of_both(lambda one: select(_PEOPLE.c.id).where(among(_PEOPLE.c.id), _listed(one)))
_CHANGED = (
    select(_CHANGE.c.person_id)
    .where(_CHANGE.c.id > bindparam("after"), _CHANGE.c.person_id.is_not(None))
    .order_by(_CHANGE.c.id.desc())
)

Keyed = tuple[str, str]
"""Sort key and id of a person: in this order people are listed."""


def count(connection: Connection, *, is_archived: bool) -> int:
    """Return how many people are listed."""
    return int(_COUNT[is_archived].value(connection))


def page(connection: Connection, first: int, count: int, *, is_archived: bool) -> tuple[Person, ...]:
    """Return who is listed from place ``first`` on, at most ``count``."""
    return rows.people(_PAGE[is_archived].rows(connection, first=first, count=count))


def beginning_with(connection: Connection, key: str, count: int, *, is_archived: bool) -> Sequence[Keyed]:
    """Return the first whose sort key begins with ``key``, at most ``count``."""
    return _BEGINNING[is_archived].rows(connection, key=key, end=key + _LAST, first=0, count=count)


def place(connection: Connection, person_id: UUID, *, is_archived: bool) -> int | None:
    """Return the place of a person in the list, None for whoever is not in it."""
    asked = str(person_id)
    key = _KEY[is_archived].value(connection, person=asked)
    return None if key is None else int(_BEFORE[is_archived].value(connection, person=asked, key=key))


def people(connection: Connection, ids: Sequence[UUID] | Sequence[str]) -> tuple[Person, ...]:
    """Return the people of ``ids``, which may be as SQLite holds them, that there are, in their order."""
    if not ids:
        return ()
    keys = list(map(str, ids))
    by_key = {row[0]: row for row in _OF_IDS.rows(connection, ids=listed(keys))}
    return rows.people([by_key[key] for key in keys if key in by_key])


def named(connection: Connection, ids: Iterable[UUID | str]) -> list[Named]:
    """Return what names the people of ``ids`` that there are, in no order."""
    return rows.named(_NAMED_OF_IDS.rows(connection, ids=listed(ids)))


def those_listed(connection: Connection, ids: Sequence[UUID], *, is_archived: bool) -> list[UUID]:
    """Return those of ``ids`` that are listed, in their order."""
    there = {row[0] for row in _LISTED[is_archived].rows(connection, ids=listed(ids))}
    return [person_id for person_id in ids if str(person_id) in there]


def last_change(connection: Connection) -> int:
    """Return the number of the last change of the record."""
    return int(_LAST_CHANGE.value(connection))


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
