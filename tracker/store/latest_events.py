"""Reading the few treatments by which a full treatment of the face is judged on one day: of everybody, or of some.

One SELECT; one more for whoever was given several treatments of a kind on one day.
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
    Table,
    bindparam,
    case,
    func,
    literal,
    select,
)

from tracker.core.cautions import OTHER_BRAND_DAYS
from tracker.core.earlier import History
from tracker.core.intervals import Intervals
from tracker.core.records import Named
from tracker.core.regions import Regions
from tracker.store import planning
from tracker.store.given import NOTHING, histories, may_be_crowded, told_history
from tracker.store.plain import PLAIN, Prepared, among, listed
from tracker.store.rows import NAMING, PlainTuple, named

_PEOPLE, _BOTOX, _SESSIONS = (PLAIN[name].table for name in ("person", "botox", "microdermabrasion"))
_DAY: BindParameter[str] = bindparam("day")
_SINCE: BindParameter[str] = bindparam("since")
_FROM_MAIN: BindParameter[bool] = bindparam("from_main")
_IS_TOLD: BindParameter[int] = bindparam("is_told")
# The indexes of treatments are in the order of the people's ids: asked in that order, each page is read once. SQLite
# takes the people in it if they are asked for by id.
_BY_ID = _PEOPLE.c.id > ""


class Texts(NamedTuple):
    """What was given to people as SQLite tells it: the ids, the two texts of each, and both texts of the crowded."""

    ids: Sequence[str]
    botox: Sequence[str]
    sessions: Sequence[str]
    crowded: Mapping[str, tuple[str, str]]


class RowsOfAll(NamedTuple):
    """People and what was given to them as SQLite tells it, and what counts for all, or for one with days of theirs."""

    common: Intervals
    own: Mapping[UUID, Intervals]
    people: Sequence[PlainTuple]
    """What names them comes first in each row."""
    given: Texts


class LatestEvents:
    """Reads, for each person and treatment, the events from the latest that overlaps the face up to a day.

    No older event decides a full treatment of the face. Of botox there is also the latest main treatment where full
    treatments count from it, and all of the last `OTHER_BRAND_DAYS` where cautions, which look at them, are asked for.
    """

    def __init__(self, regions: Regions) -> None:
        given = _botox_text(regions.off_face_sites), _session_text(regions.off_face_areas)
        naming = [_PEOPLE.c[column.name] for column in NAMING]
        self._of_all = Prepared(select(*naming, *given).where(_PEOPLE.c.is_archived == 0, _BY_ID))
        self._of_people = Prepared(select(_PEOPLE.c.id, *given).where(among(_PEOPLE.c.id)))

    def rows_of_all(self, connection: Connection, on: date, *, for_cautions: bool) -> RowsOfAll:
        """Return everybody but the archived, their events and the intervals that count for them.

        Three SELECTs, and one more where several treatments of a kind of somebody are of one day.
        """
        common, own = planning.intervals_by_person(connection)
        asked = _asked(on, common.counts_from_main, for_cautions)
        people = self._of_all.rows(connection, **asked, is_told=False)
        return RowsOfAll(common, own, people, self._texts(connection, people, asked))

    def histories(
        self, connection: Connection, on: date, ids: Sequence[UUID], *, for_cautions: bool
    ) -> list[tuple[History, Intervals]]:
        """Return the history of each person of ``ids``, archived or not, with the intervals that count for them.

        SELECTs as for everybody.
        """
        common, own = planning.intervals_by_person(connection, ids)
        asked = _asked(on, common.counts_from_main, for_cautions)
        rows = self._of_people.rows(connection, ids=listed(ids), **asked, is_told=False)
        texts = self._texts(connection, rows, asked)
        found = dict(zip(texts.ids, _histories(texts), strict=True))
        return [(found.get(str(person_id), NOTHING), own.get(person_id, common)) for person_id in ids]

    def _texts(self, connection: Connection, rows: Sequence[PlainTuple], asked: Mapping[str, str | int]) -> Texts:
        """Return the texts at the ends of ``rows``, and those of the people with crowded days once more, told."""
        if not rows:
            return Texts((), (), (), {})
        ids, *_, botox, sessions = zip(*rows, strict=True)
        crowded = {text for text in {*botox, *sessions} if may_be_crowded(text)}
        owners = [row[0] for row in rows if not crowded.isdisjoint(row[-2:])] if crowded else ()
        told = self._of_people.rows(connection, ids=listed(owners), **asked, is_told=True) if owners else ()
        return Texts(ids, botox, sessions, {owner: (botox, sessions) for owner, botox, sessions in told})


def of_all(found: RowsOfAll) -> list[tuple[Named, History]]:
    """Return people with what was given to them, in no order (for speed, that of ids)."""
    return list(zip(named(found.people), _histories(found.given), strict=True))


def _histories(texts: Texts) -> list[History]:
    """Return the history of each of the ids."""
    made = histories(texts.botox, texts.sessions)
    if not texts.crowded:
        return list(made)
    told = {owner: told_history(*of_each) for owner, of_each in texts.crowded.items()}
    return [told.get(owner, history) for owner, history in zip(texts.ids, made, strict=True)]


def _asked(on: date, counts_from_main: bool, for_cautions: bool) -> dict[str, str | int]:
    back = OTHER_BRAND_DAYS if for_cautions else 0
    since = max(on, date.min + timedelta(back)) - timedelta(back)
    return {"day": on.isoformat(), "since": since.isoformat(), "from_main": counts_from_main}


def _botox_text(off_face: Collection[str]) -> ScalarSelect[Any]:
    on_face = _latest(_BOTOX, lambda source: source.c.sites.is_(None) | _is_on_face(source.c.sites, off_face))
    main = case((_FROM_MAIN == 1, _latest(_BOTOX, lambda source: source.c.is_touch_up == 0)))
    first = func.min(func.coalesce(on_face, _latest(_BOTOX), _DAY), func.coalesce(main, _DAY), _SINCE)
    return _text(_BOTOX, first, _BOTOX.c.product, _BOTOX.c.is_touch_up, _BOTOX.c.sites, _BOTOX.c.units)


def _session_text(off_face: Collection[str]) -> ScalarSelect[Any]:
    on_face = _latest(_SESSIONS, lambda source: _is_on_face(source.c.areas, off_face))
    first = func.coalesce(on_face, _latest(_SESSIONS), _DAY)
    return _text(_SESSIONS, first, _SESSIONS.c.setting, _SESSIONS.c.device, _SESSIONS.c.areas)


def _text(table: Table, first: ColumnElement[Any], *others: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Return the text, as `store.given` reads it, of a person's treatments from the day ``first`` to the day asked."""
    treatment = func.json_array(table.c.entered * _IS_TOLD, table.c.given_on, table.c.given_at, *others)
    statement = select(func.json_group_array(treatment)).where(
        table.c.person_id == _PEOPLE.c.id, table.c.given_on >= first, table.c.given_on <= _DAY
    )
    return statement.correlate(_PEOPLE).scalar_subquery()


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
