"""Reading the few treatments by which a full treatment of the face is judged on one day: of everybody, or of some.

One SELECT.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import repeat
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    Select,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    null,
    select,
    union_all,
)

from tracker.core.cautions import OTHER_BRAND_DAYS
from tracker.core.events import Event
from tracker.core.intervals import Intervals
from tracker.core.maker import Maker
from tracker.core.records import Kind, Person, Setting
from tracker.core.regions import Regions
from tracker.store import planning, queries
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, fetched
from tracker.store.rows import PlainTuple

_PEOPLE, _BOTOX, _SESSIONS = (PLAIN[name].table for name in ("person", "botox", "microdermabrasion"))
_DAY: BindParameter[str] = bindparam("day")
_SINCE: BindParameter[str] = bindparam("since")
_IDS: BindParameter[Sequence[str]] = bindparam("ids", expanding=True)
_FROM_MAIN: BindParameter[bool] = bindparam("from_main")
# The indexes of treatments are in the order of the people's ids: asked in that order, each page is read once. SQLite
# takes the people in it if they are asked for by id; the sign keeps it from starting with the treatments instead.
_BY_ID = _PEOPLE.c.id > ""
_ID_ALONE: ColumnElement[str] = literal_column("+person.id")
_SETTINGS = {setting.value: setting for setting in Setting}

_BOTOX_BRANCH, _SESSION_BRANCH = 0, 1
_COMMON = ("kind", "on", "at", "entered")
_MAKE_BOTOX = Maker(Event, (*_COMMON, "product", "is_touch_up", "units", "places"))
_MAKE_SESSION = Maker(Event, (*_COMMON, "setting", "device", "places"))


class RowsOfAll(NamedTuple):
    """People and their events as SQLite holds them, what counts for everybody, and for those with days of their own."""

    common: Intervals
    own: Mapping[UUID, Intervals]
    people: Sequence[PlainTuple]
    events: Sequence[PlainTuple]


class LatestEvents:
    """Reads, for each person and treatment, the events from the latest that overlaps the face up to a day.

    No older event decides a full treatment of the face. Of botox there are also those of the last `OTHER_BRAND_DAYS`,
    which cautions look at, and where full treatments count from it the latest main treatment.
    """

    def __init__(self, regions: Regions) -> None:
        branches = (_botox_branch(regions.off_face_sites), _session_branch(regions.off_face_areas))
        self._of_all = union_all(*(branch.where(_PEOPLE.c.is_archived == 0, _BY_ID) for branch in branches))
        self._of_people = union_all(*(branch.where(_PEOPLE.c.id.in_(_IDS)) for branch in branches))

    def rows_of_all(self, connection: Connection, on: date) -> RowsOfAll:
        """Return everybody but the archived, their events and the intervals that count for them. Four SELECTs."""
        common, own = planning.intervals_by_person(connection)
        events = fetched(connection, self._of_all, _asked(on, common.counts_from_main))
        return RowsOfAll(common, own, queries.people_rows(connection), events)

    def histories(
        self, connection: Connection, on: date, ids: Sequence[UUID]
    ) -> list[tuple[Sequence[Event], Intervals]]:
        """Return the events of each person of ``ids``, archived or not, with the intervals that count for them.

        Three SELECTs.
        """
        common, own = planning.intervals_by_person(connection, ids)
        asked = {**_asked(on, common.counts_from_main), "ids": list(map(str, ids))}
        found = _events(fetched(connection, self._of_people, asked))
        return [(found.get(str(person_id), ()), own.get(person_id, common)) for person_id in ids]


def of_all(found: RowsOfAll) -> list[tuple[Person, Sequence[Event]]]:
    """Return people with their events, in no order (for speed, that of ids)."""
    by_key = _events(found.events)
    return [(person, by_key.get(key, ())) for key, person in queries.people_by_key(found.people).items()]


def _events(rows: Sequence[PlainTuple]) -> dict[str, list[Event]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for branch, made in ((_BOTOX_BRANCH, _botoxes), (_SESSION_BRANCH, _sessions)):
        of_kind = [row for row in rows if row[1] == branch]
        if of_kind:
            owners, _, *columns = zip(*of_kind, strict=True)
            for owner, event in zip(owners, decoded(made, columns), strict=True):
                found[owner].append(event)
    return found


def _botoxes(columns: Sequence[Sequence[Any]]) -> list[Event]:
    *common, product, is_touch_up, sites, units = columns
    given = (product, _each(bool, is_touch_up), _each(_units, units), _each(_places, sites, null=()))
    return _MAKE_BOTOX(len(product), [repeat(Kind.BOTOX), *_common(common), *given])


def _sessions(columns: Sequence[Sequence[Any]]) -> list[Event]:
    *common, setting, device, areas, _ = columns
    given = (_each(_SETTINGS.get, setting), device, _each(_places, areas))
    return _MAKE_SESSION(len(areas), [repeat(Kind.MICRODERMABRASION), *_common(common), *given])


def _common(columns: Sequence[Sequence[Any]]) -> Iterable[Iterable[Any]]:
    on, at, entered = columns
    return (_each(date.fromisoformat, on), _each(time.fromisoformat, at), entered)


def _each(decode: Callable[[Any], Any], column: Sequence[Any], null: object = None) -> Iterable[Any]:
    """Return the values of ``column``, of which few differ."""
    known = {plain: null if plain is None else decode(plain) for plain in set(column)}
    return map(known.__getitem__, column)


def _units(tenths: int) -> Decimal:
    return Decimal(tenths) / 10


def _places(areas: str) -> tuple[str, ...]:
    return tuple(areas.split("|")) if areas else ()


def _asked(on: date, counts_from_main: bool) -> dict[str, str | bool]:
    since = max(on, date.min + timedelta(OTHER_BRAND_DAYS)) - timedelta(OTHER_BRAND_DAYS)
    return {"day": on.isoformat(), "since": since.isoformat(), "from_main": counts_from_main}


def _botox_branch(off_face: Collection[str]) -> Select[Any]:
    on_face = _latest(_BOTOX, lambda source: source.c.sites.is_(None) | _is_on_face(source.c.sites, off_face))
    main = case((_FROM_MAIN == 1, _latest(_BOTOX, lambda source: source.c.is_touch_up == 0)))
    first = func.min(func.coalesce(on_face, _latest(_BOTOX), _DAY), func.coalesce(main, _DAY), _SINCE)
    return select(
        _BOTOX.c.person_id,
        literal(_BOTOX_BRANCH),
        *(_BOTOX.c.given_on, _BOTOX.c.given_at, _BOTOX.c.entered, _BOTOX.c.product, _BOTOX.c.is_touch_up),
        *(_BOTOX.c.sites, _BOTOX.c.units),
    ).select_from(_PEOPLE.join(_BOTOX, _between(_BOTOX, first)))


def _session_branch(off_face: Collection[str]) -> Select[Any]:
    on_face = _latest(_SESSIONS, lambda source: _is_on_face(source.c.areas, off_face))
    first = func.coalesce(on_face, _latest(_SESSIONS), _DAY)
    return select(
        _SESSIONS.c.person_id,
        literal(_SESSION_BRANCH),
        *(_SESSIONS.c.given_on, _SESSIONS.c.given_at, _SESSIONS.c.entered, _SESSIONS.c.setting, _SESSIONS.c.device),
        _SESSIONS.c.areas,
        null(),
    ).select_from(_PEOPLE.join(_SESSIONS, _between(_SESSIONS, first)))


def _between(table: FromClause, first: ColumnElement[Any]) -> ColumnElement[bool]:
    return (table.c.person_id == _ID_ALONE) & (table.c.given_on >= first) & (table.c.given_on <= _DAY)


def _latest(table: FromClause, condition: Any = None) -> ScalarSelect[Any]:
    """Return the latest day of a person's treatments up to the day asked, of those that fulfil ``condition``."""
    earlier = table.alias()
    statement = select(func.max(earlier.c.given_on)).where(
        earlier.c.person_id == _PEOPLE.c.id, earlier.c.given_on <= _DAY
    )
    if condition is not None:
        statement = statement.where(condition(earlier))
    return statement.correlate(_PEOPLE).scalar_subquery()


def _is_on_face(places: ColumnElement[str], off_face: Collection[str]) -> ColumnElement[bool]:
    # Places are joined by bars: what is left once every place off the face is taken out is one bar, or more was there.
    left: ColumnElement[Any] = literal("|") + places + literal("|")
    for place in sorted(off_face):
        left = func.replace(left, f"|{place}|", "|")
    has_several = func.instr(places, "|") > 0
    return places.not_in(sorted(off_face)) & (~has_several | (left != "|"))
