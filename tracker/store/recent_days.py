"""Reading the days on which people were treated and rated lately, which is all that the rating schedule asks for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    literal,
    literal_column,
    null,
    select,
    union_all,
)

from tracker.core.events import Event
from tracker.core.maker import Maker
from tracker.core.records import Kind
from tracker.store.column_types import Identity
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, Prepared, among, listed

_PEOPLE, _BOTOX, _SESSIONS, _RATINGS = (
    PLAIN[name].table for name in ("person", "botox", "microdermabrasion", "rating")
)
_SINCE: BindParameter[str] = bindparam("since")
# As in `latest_events`: people come first, and the sign keeps it so.
_ID_ALONE: ColumnElement[str] = literal_column("+person.id")


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


_MAKE_EVENT = Maker(Event, ("kind", "on", "is_touch_up"))
_MAKE_RATED = Maker(Rated, ("id", "on"))
_uuid = Identity().decoder


def _branch(kind: Kind, table: Any) -> Select[Any]:
    """Select the entries of people since a day, and those from the latest one that was on that day or before."""
    earlier = table.alias()
    before = select(func.max(earlier.c.given_on)).where(
        earlier.c.person_id == _PEOPLE.c.id, earlier.c.given_on <= _SINCE
    )
    latest: list[ColumnElement[Any]] = [before.scalar_subquery()]
    if kind is Kind.BOTOX:
        # The days of the schedule count from the latest main treatment.
        latest.insert(0, before.where(earlier.c.is_touch_up == 0).scalar_subquery())
    # Treatments are read from their indexes alone.
    rating_id = table.c.id if kind is Kind.RATING else null()
    is_touch_up = table.c.is_touch_up if kind is Kind.BOTOX else literal(0)
    since = func.coalesce(*latest, _SINCE)
    return select(literal(kind.value), table.c.person_id, rating_id, table.c.given_on, is_touch_up).select_from(
        _PEOPLE.join(table, (table.c.person_id == _ID_ALONE) & (table.c.given_on >= since))
    )


_TABLES = {Kind.BOTOX: _BOTOX, Kind.MICRODERMABRASION: _SESSIONS, Kind.RATING: _RATINGS}
_BRANCHES = [_branch(kind, table) for kind, table in _TABLES.items()]
_OF_PEOPLE = Prepared(union_all(*(branch.where(among(_PEOPLE.c.id)) for branch in _BRANCHES)))


def recent_days(connection: Connection, since: date, person_ids: Collection[UUID]) -> dict[UUID, RecentDays]:
    """Return the entries since a day, and of each kind at least the latest one up to that day, by person.

    Of ``person_ids`` alone. One SELECT.
    """
    rows = _OF_PEOPLE.rows(connection, since=since.isoformat(), ids=listed(person_ids))
    found: dict[str, RecentDays] = {}
    for kind in _TABLES:
        decoded(_add, (found, kind, [row for row in rows if row[0] == kind.value]))
    return {_uuid(owner): days for owner, days in found.items()}


def _add(given: tuple[dict[str, RecentDays], Kind, Sequence[Sequence[Any]]]) -> None:
    found, kind, rows = given
    if not rows:
        return
    _, owners, ids, given_on, is_touch_up = zip(*rows, strict=True)
    days = {plain: date.fromisoformat(plain) for plain in set(given_on)}
    on = map(days.__getitem__, given_on)
    if kind is Kind.RATING:
        for owner, rating in zip(owners, _MAKE_RATED(len(rows), (map(UUID, ids), on)), strict=True):
            found.setdefault(owner, RecentDays()).rated.append(rating)
    else:
        made = _MAKE_EVENT(len(rows), (repeat(kind), on, map(bool, is_touch_up)))
        for owner, event in zip(owners, made, strict=True):
            found.setdefault(owner, RecentDays()).treated.append(event)
