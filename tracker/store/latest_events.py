"""Reading the few treatments of everybody by which a full treatment of the face is judged on one day. One SELECT."""

from collections.abc import Collection, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    Select,
    bindparam,
    exists,
    func,
    literal,
    null,
    select,
    union_all,
)

from tracker.core.cautions import OTHER_BRAND_DAYS
from tracker.core.records import Kind, Setting
from tracker.core.regions import Regions
from tracker.core.spacing import Event
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN

_PEOPLE, _BOTOX, _SESSIONS, _POINTS = (
    PLAIN[name].table for name in ("person", "botox", "microdermabrasion", "injection_point")
)
_DAY: BindParameter[str] = bindparam("day")
_SINCE: BindParameter[str] = bindparam("since")
_PERSON: BindParameter[str] = bindparam("person")
_SETTINGS = {setting.value: setting for setting in Setting}


class LatestEvents:
    """Reads, for each person and treatment, the events from the latest that overlaps the face up to a day.

    No older event decides a full treatment of the face. Of botox there are also those of the last `OTHER_BRAND_DAYS`,
    which cautions look at, and the latest main treatment. Places are told as far as that asks: unknown
    where they overlap the face, else all that do not.
    """

    def __init__(self, regions: Regions) -> None:
        self._off_face = tuple(sorted(regions.off_face_areas))
        branches = (_botox_branch(regions.off_face_sites), _session_branch(regions.off_face_areas))
        self._of_all = union_all(*(branch.where(_PEOPLE.c.is_archived == 0) for branch in branches))
        self._of_person = union_all(*(branch.where(_PEOPLE.c.id == _PERSON) for branch in branches))

    def of_all(self, connection: Connection, on: date) -> dict[str, list[Event]]:
        """Return the events of everybody but the archived, by the person's id as text."""
        return self._read(connection.execute(self._of_all, _days(on)).all())

    def of_person(self, connection: Connection, on: date, person_id: UUID) -> list[Event]:
        """Return the events of one person."""
        rows = connection.execute(self._of_person, {**_days(on), "person": str(person_id)}).all()
        return self._read(rows).get(str(person_id), [])

    def _read(self, rows: Sequence[Sequence[Any]]) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for owner, *values in rows:
            found.setdefault(owner, []).append(decoded(self._event, values))
        return found

    def _event(self, values: Sequence[Any]) -> Event:
        kind, on, at, entered, first, second, third, is_off_face = values
        common: dict[str, Any] = {
            "on": date.fromisoformat(on),
            "at": None if at is None else time.fromisoformat(at),
            "entered": entered,
            "places": self._off_face if is_off_face else (),
        }
        if kind == Kind.BOTOX:
            units = None if third is None else Decimal(third) / 10
            return Event(kind=Kind.BOTOX, product=first, is_touch_up=second == 1, units=units, **common)
        return Event(kind=Kind.MICRODERMABRASION, setting=_SETTINGS.get(first), device=second, **common)


def _days(on: date) -> dict[str, str]:
    since = max(on, date.min + timedelta(OTHER_BRAND_DAYS)) - timedelta(OTHER_BRAND_DAYS)
    return {"day": on.isoformat(), "since": since.isoformat()}


def _botox_branch(off_face: Collection[str]) -> Select[Any]:
    last, last_main = _latest(_BOTOX), _latest(_BOTOX, lambda source: source.c.is_touch_up == 0)
    on_face = _latest(_BOTOX, lambda source: ~_is_botox_off_face(source, off_face))
    first = func.min(func.coalesce(on_face, last, _DAY), func.coalesce(last_main, _DAY), _SINCE)
    return select(
        _BOTOX.c.person_id,
        literal(Kind.BOTOX.value),
        *(_BOTOX.c.given_on, _BOTOX.c.given_at, _BOTOX.c.entered, _BOTOX.c.product, _BOTOX.c.is_touch_up),
        _BOTOX.c.units,
        _is_botox_off_face(_BOTOX, off_face),
    ).select_from(_PEOPLE.join(_BOTOX, _between(_BOTOX, first)))


def _session_branch(off_face: Collection[str]) -> Select[Any]:
    on_face = _latest(_SESSIONS, lambda source: ~_is_session_off_face(source, off_face))
    first = func.coalesce(on_face, _latest(_SESSIONS), _DAY)
    return select(
        _SESSIONS.c.person_id,
        literal(Kind.MICRODERMABRASION.value),
        *(_SESSIONS.c.given_on, _SESSIONS.c.given_at, _SESSIONS.c.entered, _SESSIONS.c.setting, _SESSIONS.c.device),
        null(),
        _is_session_off_face(_SESSIONS, off_face),
    ).select_from(_PEOPLE.join(_SESSIONS, _between(_SESSIONS, first)))


def _between(table: FromClause, first: ColumnElement[Any]) -> ColumnElement[bool]:
    return (table.c.person_id == _PEOPLE.c.id) & (table.c.given_on >= first) & (table.c.given_on <= _DAY)


def _latest(table: FromClause, condition: Any = None) -> ScalarSelect[Any]:
    """Return the latest day of a person's treatments up to the day asked, of those that fulfil ``condition``."""
    earlier = table.alias()
    statement = select(func.max(earlier.c.given_on)).where(
        earlier.c.person_id == _PEOPLE.c.id, earlier.c.given_on <= _DAY
    )
    if condition is not None:
        statement = statement.where(condition(earlier))
    return statement.correlate(_PEOPLE).scalar_subquery()


def _is_botox_off_face(source: FromClause, off_face: Collection[str]) -> ColumnElement[bool]:
    of_treatment = _POINTS.c.botox_id == source.c.id
    elsewhere = _POINTS.c.site.is_(None) | _POINTS.c.site.not_in(sorted(off_face))
    return exists().where(of_treatment) & ~exists().where(of_treatment, elsewhere)


def _is_session_off_face(source: FromClause, off_face: Collection[str]) -> ColumnElement[bool]:
    # Areas are joined by bars: what is left once every area off the face is taken out is one bar, or more was there.
    left: ColumnElement[Any] = literal("|") + source.c.areas + literal("|")
    for place in sorted(off_face):
        left = func.replace(left, f"|{place}|", "|")
    return left == "|"
