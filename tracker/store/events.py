"""Reading what the spacing engine needs of one person: a few columns of all treatments."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from tracker.core.records import Kind
from tracker.core.spacing import Event
from tracker.store.schema import BOTOX, INJECTION_POINT, MICRODERMABRASION, PERSON

_PERSON_ID = bindparam("person", type_=PERSON.c.id.type)
_SESSIONS = select(
    MICRODERMABRASION.c.id,
    MICRODERMABRASION.c.given_on,
    MICRODERMABRASION.c.given_at,
    MICRODERMABRASION.c.entered,
    MICRODERMABRASION.c.setting,
    MICRODERMABRASION.c.device,
    MICRODERMABRASION.c.areas,
).where(MICRODERMABRASION.c.person_id == _PERSON_ID)
_INJECTED = select(
    BOTOX.c.id,
    BOTOX.c.given_on,
    BOTOX.c.given_at,
    BOTOX.c.entered,
    BOTOX.c.product,
    BOTOX.c.is_touch_up,
    BOTOX.c.units,
).where(BOTOX.c.person_id == _PERSON_ID)
_SITES = (
    select(INJECTION_POINT.c.botox_id, INJECTION_POINT.c.site)
    .where(INJECTION_POINT.c.botox_id.in_(select(BOTOX.c.id).where(BOTOX.c.person_id == _PERSON_ID)))
    .order_by(INJECTION_POINT.c.botox_id, INJECTION_POINT.c.position)
)


def events_of(connection: Connection, person_id: UUID) -> dict[UUID, Event]:
    """Return the events of all treatments of one person by the treatment's id, in no order. Three SELECTs."""
    parameters: dict[str, Any] = {"person": person_id}
    sites: dict[UUID, list[str]] = {}
    for botox_id, site in connection.execute(_SITES, parameters):
        sites.setdefault(botox_id, []).append(site or "")
    found: dict[UUID, Event] = {}
    for treatment_id, on, at, entered, product, is_touch_up, units in connection.execute(_INJECTED, parameters):
        found[treatment_id] = Event(
            kind=Kind.BOTOX,
            on=on,
            at=at,
            entered=entered,
            product=product,
            is_touch_up=is_touch_up,
            places=tuple(sites.get(treatment_id, ())),
            units=units,
        )
    for treatment_id, on, at, entered, setting, device, areas in connection.execute(_SESSIONS, parameters):
        found[treatment_id] = Event(
            kind=Kind.MICRODERMABRASION,
            on=on,
            at=at,
            entered=entered,
            setting=setting,
            device=device,
            places=areas,
        )
    return found
