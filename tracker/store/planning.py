"""Reading plans, own intervals and settings of the record."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import BindParameter, Connection, bindparam, select

from tracker.core.intervals import Intervals, OwnInterval
from tracker.core.records import PlannedTreatment
from tracker.store import rows
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, Prepared, among, listed
from tracker.store.recorder import Recorder
from tracker.store.rows import StoredRow

INTERVALS, COUNTS_FROM_MAIN = "intervals", "counts_from_main"
"""The setting of the record that says from which botox treatment a full one counts."""

_PLANS, _INTERVALS, _SETTINGS = (PLAIN[name].table for name in ("planned_treatment", "own_interval", "record_setting"))
_PERSON_ID: BindParameter[str] = bindparam("person")
_BY_DAY = select(_PLANS).order_by(_PLANS.c.person_id, _PLANS.c.planned_on)
_ALL_PLANS = Prepared(_BY_DAY)
_PLANS_OF_PERSON = Prepared(_BY_DAY.where(_PLANS.c.person_id == _PERSON_ID))
_PLANS_OF_PEOPLE = Prepared(_BY_DAY.where(among(_PLANS.c.person_id)))
_PLAN = Prepared(select(_PLANS).where(_PLANS.c.id == bindparam("plan")))
_OF_EVERYBODY = _INTERVALS.c.person_id.is_(None)
_ALL_INTERVALS = Prepared(select(_INTERVALS))
_INTERVALS_OF_PERSON = Prepared(select(_INTERVALS).where(_OF_EVERYBODY | (_INTERVALS.c.person_id == _PERSON_ID)))
_INTERVALS_OF_PEOPLE = Prepared(select(_INTERVALS).where(_OF_EVERYBODY | among(_INTERVALS.c.person_id)))
_INTERVAL = Prepared(select(_INTERVALS).where(_INTERVALS.c.id == bindparam("interval")))
_ALL_SETTINGS = Prepared(select(_SETTINGS.c.name, _SETTINGS.c.value))
_SETTING = Prepared(select(_SETTINGS.c.value).where(_SETTINGS.c.name == bindparam("name")))


def plans_of(connection: Connection, person_id: UUID) -> tuple[PlannedTreatment, ...]:
    """Return the plans of one person, soonest first; those of one day as they were entered."""
    found = rows.plans(_PLANS_OF_PERSON.rows(connection, person=str(person_id)))
    return tuple(sorted(found, key=lambda plan: (plan.on, plan.entered)))


def plans_by_person(
    connection: Connection, person_ids: Sequence[UUID] | None = None
) -> dict[UUID, list[PlannedTreatment]]:
    """Return the plans of everybody, or of ``person_ids`` alone, by person, soonest first."""
    asked = _ALL_PLANS.rows(connection) if person_ids is None else _plans_of_people(connection, person_ids)
    found: dict[UUID, list[PlannedTreatment]] = {}
    for plan in rows.plans(asked):
        found.setdefault(plan.person_id, []).append(plan)
    return found


def _plans_of_people(connection: Connection, ids: Sequence[UUID]) -> Sequence[rows.PlainTuple]:
    return _PLANS_OF_PEOPLE.rows(connection, ids=listed(ids))


def plan(connection: Connection, plan_id: UUID) -> PlannedTreatment | None:
    """Return one plan, None where there is none of that id."""
    return next(iter(rows.plans(_PLAN.rows(connection, plan=str(plan_id)))), None)


def intervals_of(connection: Connection, person_id: UUID) -> list[OwnInterval]:
    """Return what was changed for one person and for everybody."""
    return rows.intervals(_INTERVALS_OF_PERSON.rows(connection, person=str(person_id)))


def interval(connection: Connection, interval_id: UUID) -> OwnInterval | None:
    """Return one own interval, None where there is none of that id."""
    return next(iter(rows.intervals(_INTERVAL.rows(connection, interval=str(interval_id)))), None)


def all_intervals(connection: Connection) -> list[OwnInterval]:
    """Return what was changed for anybody and for everybody."""
    return rows.intervals(_ALL_INTERVALS.rows(connection))


def intervals_for(connection: Connection, person_id: UUID) -> Intervals:
    """Return what counts for one person."""
    return Intervals(intervals_of(connection, person_id), counts_from_main=_counts_from_main(connection))


def intervals_by_person(
    connection: Connection, ids: Sequence[UUID] | None = None
) -> tuple[Intervals, dict[UUID, Intervals]]:
    """Return what counts for everybody, and by person for those who have changes of their own: all, or of ``ids``."""
    changed = all_intervals(connection) if ids is None else _intervals_of_people(connection, ids)
    counts_from_main = _counts_from_main(connection)
    common = [one for one in changed if one.person_id is None]
    own: dict[UUID, list[OwnInterval]] = {}
    for one in changed:
        if one.person_id is not None:
            own.setdefault(one.person_id, list(common)).append(one)
    return (
        Intervals(common, counts_from_main=counts_from_main),
        {person: Intervals(found, counts_from_main=counts_from_main) for person, found in own.items()},
    )


def _intervals_of_people(connection: Connection, ids: Sequence[UUID]) -> list[OwnInterval]:
    return rows.intervals(_INTERVALS_OF_PEOPLE.rows(connection, ids=listed(ids)))


def counts_from_main(setting: Mapping[str, Any]) -> bool:
    """Return what the setting `INTERVALS` says: whether a full botox treatment counts from the latest main one."""
    return setting.get(COUNTS_FROM_MAIN) is True


def _counts_from_main(connection: Connection) -> bool:
    return counts_from_main(setting(connection, INTERVALS))


def setting(connection: Connection, name: str) -> Mapping[str, Any]:
    """Return a setting of the record, empty where it was never changed."""
    text = _SETTING.value(connection, name=name)
    return {} if text is None else setting_value(text)


def settings(connection: Connection) -> dict[str, Mapping[str, Any]]:
    """Return all settings of the record that were changed, by name."""
    return {name: setting_value(value) for name, value in _ALL_SETTINGS.rows(connection)}


def setting_value(text: str) -> Mapping[str, Any]:
    """Return what the stored text of a setting says."""
    found = decoded(json.loads, text)
    return found if isinstance(found, dict) else {}


def put_setting(recorder: Recorder, name: str, value: Mapping[str, Any]) -> None:
    """Write a setting of the record."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    row = StoredRow("record_setting", None, {"id": str(setting_id(name)), "name": name, "value": text})
    is_there = _SETTING.value(recorder.connection, name=name) is not None
    if is_there:
        recorder.update([row])
    else:
        recorder.insert([row])


def setting_id(name: str) -> UUID:
    """Return the id of a setting: one of a name."""
    return uuid5(NAMESPACE_OID, f"setting {name}")


def interval_id(person_id: UUID | None, rule: str, product: str | None) -> UUID:
    """Return the id of an own interval, so that a rule is changed once for a person and once for everybody."""
    return uuid5(person_id or NAMESPACE_OID, f"interval {rule} {product or ''}")
