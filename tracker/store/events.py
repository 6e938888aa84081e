"""Reading what the spacing engine needs of one person: a few columns of all treatments."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from tracker.core.events import Event
from tracker.core.records import Kind
from tracker.store.schema import BOTOX, MICRODERMABRASION, PERSON

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
    BOTOX.c.sites,
).where(BOTOX.c.person_id == _PERSON_ID)


def events_of(connection: Connection, person_id: UUID) -> dict[UUID, Event]:
    """Return the events of all treatments of one person by the treatment's id, in no order. Two SELECTs."""
    parameters: dict[str, Any] = {"person": person_id}
    found: dict[UUID, Event] = {}
    for treatment_id, on, at, entered, product, is_touch_up, units, sites in connection.execute(_INJECTED, parameters):
        found[treatment_id] = Event(
            kind=Kind.BOTOX,
            on=on,
            at=at,
            entered=entered,
            product=product,
            is_touch_up=is_touch_up,
            places=sites or (),
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
