"""The rows of a generated practice: one invented person after the other, and what was done for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from tracker.core.adverse_events import AdverseEvent
from tracker.core.contacts import ASK_AGAIN_DAYS, Contact, ContactOutcome
from tracker.core.records import Gender, Kind, Person
from tracker.store.rows import stored

TREATMENTS = 20
RATINGS = 60
FIRST = (  # noqa: SIM905
    "Ada Bea Carla Dina Edda Fay Gül Hanna Ines Jana Kim Lea Mø Nora Ole Pia Quinn Rosa Søren Tomás Ugo "
    "Vera Wen Xu Yara Zoë "
).split()
LAST = (  # noqa: SIM905
    "Ångström Bauer Çelik Dvořák Evans Fjord Grün Haddad Ivanova Jansen Kowal Łukasz Møller Nwosu Okafor "
    "Park Quist Rossi Šimek Tanaka Ueda Varga Weiß Xie Yilmaz Zając "
).split()
PRODUCTS = ("botox_cosmetic", "botox_cosmetic", "dysport", "xeomin", "daxxify")
FACE_SITES, NECK_SITES = (
    ("procerus", "frontalis-centre", "mentalis-r"),
    ("platysma-upper-r", "platysma-upper-l", "platysma-lower-r"),
)
ON_FACE, OFF_FACE = ("full_face", "forehead|cheeks"), ("hands", "neck|chest")
TOUCHED_UP, OFF = 0.1, 0.05
"""Which parts of the botox treatments are touch-ups, and which of all treatments lie off the face."""
CONTACTED, TROUBLED = 0.3, 0.01
"""Which part of the people was asked lately, and after which part of the botox treatments something happened."""
PRACTITIONERS = ("Dr A. Osei", "Dr B. Lund", "M. Adeyemi", "S. Lindholm")
TERMS = ("bruise", "headache", "swelling", "eyelid_ptosis")
WEEK, DAYS_TO_EXPIRY = 7, 700

Row = dict[str, Any]
Rows = Sequence[Mapping[str, Any]]


def person(chance: Random, person_id: str, number: int) -> Person:
    """Return the person ``number``."""
    first, last = chance.choice(FIRST), chance.choice(LAST)
    return Person(
        id=UUID(person_id),
        name=f"{first} {last}",
        sort_name=f"{last}, {first}",
        client_number=f"{number:05}",
        birth_date=date(1940, 1, 1) + timedelta(chance.randrange(24_000)),
        phone=f"+00 {chance.randrange(10**9):09}",
        email=f"{number}@example.org",
        gender=chance.choice(tuple(Gender)),
        tags=("morning",) if number % 10 == 0 else (),
    )


def of_person(chance: Random, person_id: str, today: date) -> Iterator[tuple[str, Rows]]:
    """Yield the rows of what was done for a person, by table."""
    last = today - timedelta(chance.randrange(200))
    yield from _treatments(chance, person_id, last, today)
    yield "rating", _ratings(chance, person_id, last)
    if chance.random() < CONTACTED:
        yield "contact", _values(_contact(chance, person_id, today))


def _ratings(chance: Random, person_id: str, last: date) -> list[Row]:
    return [
        {
            "id": identity(chance),
            "person_id": person_id,
            "given_on": (last - timedelta(14 * number)).isoformat(),
            "entered": 2 * TREATMENTS + RATINGS - number,
            "rater": "self",
            "texture": chance.randrange(11),
            "wrinkles": chance.randrange(11),
            "scale_id": "best10-v1",
            "scale_version": 1,
            "scale_direction": "high_is_best",
            "prior_shown": 0,
        }
        for number in range(RATINGS)
    ]


def _treatments(chance: Random, person_id: str, last: date, today: date) -> Iterator[tuple[str, Rows]]:
    botox: list[Row] = []
    points: list[Row] = []
    sessions: list[Row] = []
    events: list[AdverseEvent] = []
    for number in range(TREATMENTS):
        common = {"person_id": person_id, "entered": 2 * (TREATMENTS - number)}
        on = last - timedelta(95 * number)
        sites = NECK_SITES if chance.random() < OFF else FACE_SITES
        treatment = {"id": identity(chance), **common, **_injected(chance, on), "sites": "|".join(sorted(sites))}
        botox.append(treatment)
        points += _points(chance, treatment["id"], sites)
        day = last - timedelta(28 * number + chance.randrange(28))
        sessions.append({"id": identity(chance), **common, **_session(chance, day)})
        if chance.random() < TROUBLED:
            events.append(_event(chance, treatment, on, today))
    yield from (("botox", botox), ("injection_point", points), ("microdermabrasion", sessions))
    yield "adverse_event", _values(*events)


def _points(chance: Random, botox_id: str, sites: Sequence[str]) -> Iterator[Row]:
    for position, site in enumerate(sites):
        yield {"id": identity(chance), "botox_id": botox_id, "position": position, "units": 80, "site": site}


def _injected(chance: Random, on: date) -> Row:
    product, by = chance.choice(PRODUCTS), chance.choice(PRACTITIONERS[:2])
    lot, expires = _vial(product, on.toordinal() // WEEK)
    is_touch_up = chance.random() < TOUCHED_UP
    given = {"given_on": on.isoformat(), "product": product, "units": 240, "is_touch_up": is_touch_up}
    return {**given, "lot": lot, "expires": expires, "provider": by}


@cache
def _vial(product: str, week: int) -> tuple[str, str]:
    """Return lot and expiry of the vials of a product in a week."""
    expires = date.fromordinal(week * WEEK) + timedelta(DAYS_TO_EXPIRY)
    return f"{product[:2].upper()}{week % 10_000:04} C{week % 4 + 1}", expires.isoformat()[:7]


def _session(chance: Random, on: date) -> Row:
    areas, by = chance.choice(OFF_FACE if chance.random() < OFF else ON_FACE), chance.choice(PRACTITIONERS[2:])
    return {"given_on": on.isoformat(), "setting": "clinic", "device": "diamond", "areas": areas, "provider": by}


def _event(chance: Random, treatment: Row, on: date, today: date) -> AdverseEvent:
    return AdverseEvent(
        id=UUID(identity(chance)),
        person_id=UUID(treatment["person_id"]),
        entry_id=UUID(treatment["id"]),
        term=chance.choice(TERMS),
        onset_on=min(today, on + timedelta(chance.randrange(4))),
        ended_on=min(today, on + timedelta(4 + chance.randrange(10))),
        grade=chance.choice((1, 1, 2)),
    )


def _contact(chance: Random, person_id: str, today: date) -> Contact:
    on, outcome = today - timedelta(chance.randrange(30)), chance.choice(tuple(ContactOutcome))
    return Contact(
        id=UUID(identity(chance)),
        person_id=UUID(person_id),
        treatment=chance.choice((Kind.BOTOX, Kind.MICRODERMABRASION, None)),
        on=on,
        outcome=outcome,
        until=None if outcome is ContactOutcome.DECLINED else on + timedelta(ASK_AGAIN_DAYS),
        provider=chance.choice(PRACTITIONERS),
    )


def identity(chance: Random) -> str:
    """Return an id by chance."""
    return str(UUID(int=chance.getrandbits(128), version=4))


def _values(*records: Contact | AdverseEvent) -> Rows:
    return [stored(record)[0].values for record in records]
