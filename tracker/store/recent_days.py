"""Reading the days on which people were treated and rated lately, which is all that the rating schedule asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, literal, select, union_all

from tracker.core.events import Event
from tracker.core.records import Kind
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN

_PEOPLE, _BOTOX, _SESSIONS, _RATINGS = (
    PLAIN[name].table for name in ("person", "botox", "microdermabrasion", "rating")
)
_SINCE: BindParameter[str] = bindparam("since")


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating's day."""

    id: UUID
    on: date


@dataclass(slots=True)
class RecentDays:
    """One person's treatments and ratings of late, in no order."""

    treated: list[Event] = field(default_factory=list)
    rated: list[Rated] = field(default_factory=list)


def _branch(kind: Kind, table: Any) -> Select[Any]:
    """Select the entries of people from the latest one, or from ``since`` where that is earlier."""
    earlier = table.alias()
    latest = select(func.max(earlier.c.given_on)).where(earlier.c.person_id == _PEOPLE.c.id).scalar_subquery()
    first = func.min(func.coalesce(latest, _SINCE), _SINCE)
    is_touch_up = table.c.is_touch_up if kind is Kind.BOTOX else literal(0)
    return select(table.c.person_id, table.c.id, literal(kind.value), table.c.given_on, is_touch_up).select_from(
        _PEOPLE.join(table, (table.c.person_id == _PEOPLE.c.id) & (table.c.given_on >= first))
    )


_TABLES = {Kind.BOTOX: _BOTOX, Kind.MICRODERMABRASION: _SESSIONS, Kind.RATING: _RATINGS}
_BRANCHES = [_branch(kind, table) for kind, table in _TABLES.items()]
_OF_ALL = union_all(*(branch.where(_PEOPLE.c.is_archived == 0) for branch in _BRANCHES))
_OF_PERSON = union_all(*(branch.where(_PEOPLE.c.id == bindparam("person")) for branch in _BRANCHES))


def recent_days(connection: Connection, since: date, person_id: UUID | None = None) -> dict[str, RecentDays]:
    """Return the entries since a day, the latest of each kind whenever it was, by the person's id as text; one SELECT.

    Of everybody but the archived, or of ``person_id`` alone.
    """
    statement = _OF_ALL if person_id is None else _OF_PERSON
    parameters = {"since": since.isoformat(), **({} if person_id is None else {"person": str(person_id)})}
    found: dict[str, RecentDays] = {}
    for owner, *values in connection.execute(statement, parameters).all():
        decoded(partial(_add, found.setdefault(owner, RecentDays())), values)
    return found


def _add(days: RecentDays, values: Iterable[Any]) -> None:
    entry_id, kind, on, is_touch_up = values
    if kind == Kind.RATING:
        days.rated.append(Rated(UUID(entry_id), date.fromisoformat(on)))
    else:
        days.treated.append(Event(kind=Kind(kind), on=date.fromisoformat(on), is_touch_up=is_touch_up == 1))
