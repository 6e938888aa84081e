"""Reading the few treatments by which a full treatment of the face is judged on one day: of everybody, or of some.

One SELECT.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
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
from tracker.core.earlier import History
from tracker.core.intervals import Intervals
from tracker.core.records import Named
from tracker.core.regions import Regions
from tracker.store import planning, queries
from tracker.store.given import BOTOX_BRANCH, NOTHING, SESSION_BRANCH, histories_by_owner
from tracker.store.plain import PLAIN, Prepared, among, listed
from tracker.store.rows import PlainTuple

_PEOPLE, _BOTOX, _SESSIONS = (PLAIN[name].table for name in ("person", "botox", "microdermabrasion"))
_DAY: BindParameter[str] = bindparam("day")
_SINCE: BindParameter[str] = bindparam("since")
_FROM_MAIN: BindParameter[bool] = bindparam("from_main")
# The indexes of treatments are in the order of the people's ids: asked in that order, each page is read once. SQLite
# takes the people in it if they are asked for by id; the sign keeps it from starting with the treatments instead.
_BY_ID = _PEOPLE.c.id > ""
_ID_ALONE: ColumnElement[str] = literal_column("+person.id")


class RowsOfAll(NamedTuple):
    """People and their events as SQLite holds them, what counts for everybody, and for those with days of their own."""

    common: Intervals
    own: Mapping[UUID, Intervals]
    people: Sequence[PlainTuple]
    events: Sequence[PlainTuple]


class LatestEvents:
    """Reads, for each person and treatment, the events from the latest that overlaps the face up to a day.

    No older event decides a full treatment of the face. Of botox there is also the latest main treatment where full
    treatments count from it, and all of the last `OTHER_BRAND_DAYS` where cautions, which look at them, are asked for.
    """

    def __init__(self, regions: Regions) -> None:
        branches = (_botox_branch(regions.off_face_sites), _session_branch(regions.off_face_areas))
        self._of_all = Prepared(union_all(*(branch.where(_PEOPLE.c.is_archived == 0, _BY_ID) for branch in branches)))
        self._of_people = Prepared(union_all(*(branch.where(among(_PEOPLE.c.id)) for branch in branches)))

    def rows_of_all(self, connection: Connection, on: date, *, for_cautions: bool) -> RowsOfAll:
        """Return everybody but the archived, their events and the intervals that count for them. Four SELECTs."""
        common, own = planning.intervals_by_person(connection)
        events = self._of_all.rows(connection, **_asked(on, common.counts_from_main, for_cautions))
        return RowsOfAll(common, own, queries.naming_rows(connection), events)

    def histories(
        self, connection: Connection, on: date, ids: Sequence[UUID], *, for_cautions: bool
    ) -> list[tuple[History, Intervals]]:
        """Return the history of each person of ``ids``, archived or not, with the intervals that count for them.

        Three SELECTs.
        """
        common, own = planning.intervals_by_person(connection, ids)
        asked = _asked(on, common.counts_from_main, for_cautions)
        found = histories_by_owner(self._of_people.rows(connection, ids=listed(ids), **asked))
        return [(found.get(str(person_id), NOTHING), own.get(person_id, common)) for person_id in ids]


def of_all(found: RowsOfAll) -> list[tuple[Named, History]]:
    """Return people with what was given to them, in no order (for speed, that of ids)."""
    histories = histories_by_owner(found.events)
    return [(person, histories.get(key, NOTHING)) for key, person in queries.named_by_key(found.people).items()]


def _asked(on: date, counts_from_main: bool, for_cautions: bool) -> dict[str, str | int]:
    back = OTHER_BRAND_DAYS if for_cautions else 0
    since = max(on, date.min + timedelta(back)) - timedelta(back)
    return {"day": on.isoformat(), "since": since.isoformat(), "from_main": counts_from_main}


def _botox_branch(off_face: Collection[str]) -> Select[Any]:
    on_face = _latest(_BOTOX, lambda source: source.c.sites.is_(None) | _is_on_face(source.c.sites, off_face))
    main = case((_FROM_MAIN == 1, _latest(_BOTOX, lambda source: source.c.is_touch_up == 0)))
    first = func.min(func.coalesce(on_face, _latest(_BOTOX), _DAY), func.coalesce(main, _DAY), _SINCE)
    return select(
        _BOTOX.c.person_id,
        literal(BOTOX_BRANCH),
        *(_BOTOX.c.entered, _BOTOX.c.given_on, _BOTOX.c.given_at, _BOTOX.c.product, _BOTOX.c.is_touch_up),
        *(_BOTOX.c.sites, _BOTOX.c.units),
    ).select_from(_PEOPLE.join(_BOTOX, _between(_BOTOX, first)))


def _session_branch(off_face: Collection[str]) -> Select[Any]:
    on_face = _latest(_SESSIONS, lambda source: _is_on_face(source.c.areas, off_face))
    first = func.coalesce(on_face, _latest(_SESSIONS), _DAY)
    return select(
        _SESSIONS.c.person_id,
        literal(SESSION_BRANCH),
        *(_SESSIONS.c.entered, _SESSIONS.c.given_on, _SESSIONS.c.given_at, _SESSIONS.c.setting, _SESSIONS.c.device),
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
    # Places are joined by bars. Most often the first one lies on the face; where it does not, some is left of them all
    # but one bar once every place off the face is taken out.
    off = [literal(place) for place in sorted(off_face)]
    first = func.substr(places, 1, func.instr(places + literal("|"), "|") - 1)
    left: ColumnElement[Any] = literal("|") + places + literal("|")
    for place in sorted(off_face):
        left = func.replace(left, f"|{place}|", "|")
    # As literals of their own: what is prepared takes no list.
    return first.not_in(off) | (left != "|")
