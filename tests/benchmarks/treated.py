"""A practice for judging: invented people with 20 botox treatments of three points and 20 sessions each."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from history import shipped_catalog

from tracker.core.clock import SystemClock
from tracker.core.events import Event
from tracker.core.records import Kind, Setting
from tracker.services.record import Record, create_record, open_record
from tracker.store.engine import connect

TREATMENTS = 20
PRODUCTS = ("botox_cosmetic", "botox_cosmetic", "dysport", "xeomin", "daxxify")
FACE_SITES, NECK_SITES = (
    ("procerus", "frontalis-1", "mentalis-r"),
    ("platysma-upper-r", "platysma-upper-l", "platysma-lower-r"),
)
ON_FACE, OFF_FACE = ("full_face", "forehead|cheeks"), ("hands", "neck|chest")
TOUCHED_UP, OFF = 0.1, 0.05
"""Which parts of the botox treatments are touch-ups, and which of all treatments lie off the face."""

Row = dict[str, Any]


def treated_practice(path: Path, people: int) -> Record:
    """Create and open a record of ``people``; the same people and treatments each time on one day."""
    catalog, clock = shipped_catalog(), SystemClock()
    create_record(path, catalog, clock).close()
    chance = Random(people)
    connection = connect(path)
    connection.execute("BEGIN IMMEDIATE")
    for number in range(people):
        person_id = _identity(chance)
        _insert(
            connection, "person", [{"id": person_id, "name": f"Person {number:05}", "cautions": "", "is_archived": 0}]
        )
        last = clock.today() - timedelta(chance.randrange(200))
        for table, rows in _treatments(chance, person_id, last):
            _insert(connection, table, rows)
    connection.execute("COMMIT")
    connection.close()
    return open_record(path, catalog, clock)


def treated_events(count: int, today: date) -> list[Event]:
    """Return ``count`` events of one person in no order, half of them botox; the first is neither old nor new."""
    chance = Random(count)
    events = [_event(chance, today - timedelta(17 * number), count - number) for number in range(count)]
    middle = events.pop(count // 2)
    chance.shuffle(events)
    return [middle, *events]


def _event(chance: Random, on: date, entered: int) -> Event:
    if entered % 2:
        return Event(kind=Kind.MICRODERMABRASION, on=on, entered=entered, setting=Setting.CLINIC, places=("full_face",))
    return Event(kind=Kind.BOTOX, on=on, entered=entered, product=chance.choice(PRODUCTS), places=FACE_SITES)


def _treatments(chance: Random, person_id: str, last: date) -> Iterator[tuple[str, list[Row]]]:
    botox, points, sessions = [], [], []
    for number in range(TREATMENTS):
        common = {"person_id": person_id, "entered": 2 * (TREATMENTS - number)}
        treatment = {"id": _identity(chance), **common, **_injected(chance, last - timedelta(95 * number))}
        sites = NECK_SITES if chance.random() < OFF else FACE_SITES
        botox.append({**treatment, "sites": "|".join(sorted(sites))})
        for position, site in enumerate(sites):
            point = {
                "id": _identity(chance),
                "botox_id": treatment["id"],
                "position": position,
                "units": 80,
                "site": site,
            }
            points.append(point)
        day = last - timedelta(28 * number + chance.randrange(28))
        sessions.append({"id": _identity(chance), **common, **_session(chance, day)})
    yield from (("botox", botox), ("injection_point", points), ("microdermabrasion", sessions))


def _injected(chance: Random, on: date) -> Row:
    is_touch_up = chance.random() < TOUCHED_UP
    return {"given_on": on.isoformat(), "product": chance.choice(PRODUCTS), "units": 240, "is_touch_up": is_touch_up}


def _session(chance: Random, on: date) -> Row:
    areas = chance.choice(OFF_FACE if chance.random() < OFF else ON_FACE)
    return {"given_on": on.isoformat(), "setting": "clinic", "device": "diamond", "areas": areas}


def _identity(chance: Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


def _insert(connection: Any, table: str, rows: list[Row]) -> None:
    names = list(rows[0])
    places = ", ".join(f":{name}" for name in names)
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)
