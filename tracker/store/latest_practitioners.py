"""Reading who gave each person the latest treatment of each kind up to a day. One SELECT."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, literal, select, union_all

from tracker.core.records import Kind
from tracker.store.plain import PLAIN, Prepared

_PEOPLE = PLAIN["person"].table
_DAY: BindParameter[str] = bindparam("day")


def _branch(kind: Kind) -> Select[Any]:
    table = PLAIN[kind.value].table
    earlier = table.alias()
    latest = select(func.max(earlier.c.given_on)).where(earlier.c.person_id == _PEOPLE.c.id, earlier.c.given_on <= _DAY)
    on_latest_day = (table.c.person_id == _PEOPLE.c.id) & (table.c.given_on == latest.scalar_subquery())
    return (
        select(table.c.person_id, literal(kind.value), table.c.provider, table.c.entered)
        .select_from(_PEOPLE.join(table, on_latest_day))
        .where(_PEOPLE.c.is_archived == 0, _PEOPLE.c.id > "")
    )


_LATEST = Prepared(union_all(_branch(Kind.BOTOX), _branch(Kind.MICRODERMABRASION)))


def latest_practitioners(connection: Connection, on: date) -> Mapping[tuple[UUID, Kind], str]:
    """Return who gave it, by person and kind, for everybody but the archived; without those who are not recorded.

    Of several treatments of a kind on one day the one entered last counts.
    """
    found = sorted(_LATEST.rows(connection, day=on.isoformat()), key=lambda row: row[3])
    latest = {(person, kind): provider for person, kind, provider, _ in found}
    return {(UUID(person), Kind(kind)): provider for (person, kind), provider in latest.items() if provider}
