"""A generated practice of any size: invented people with 20 botox treatments of three points, 20 sessions and 60
ratings each, written in bulk and without change rows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from tests.benchmarks.history import shipped_catalog
from tracker.core.clock import SystemClock
from tracker.core.events import Event
from tracker.core.records import Gender, Kind, Person, Setting
from tracker.services.record import Record, create_record, open_record
from tracker.store.engine import connect
from tracker.store.rows import stored
from tracker.store.search_index import search_row
from tracker.store.version import HEAD

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

Row = dict[str, Any]


def generated_practice(folder: Path, clients: int) -> Record:
    """Open the practice of ``clients`` in ``folder``; made where it is not there yet, the same each time on one day."""
    path = folder / f"skinterval-practice-{clients}-{HEAD}.db"
    catalog, clock = shipped_catalog(), SystemClock()
    if not path.exists():
        create_record(path, catalog, clock).close()
        _fill(path, clients, clock.today())
    return open_record(path, catalog, clock)


def _fill(path: Path, clients: int, today: date) -> None:
    chance = Random(clients)
    connection = connect(path)
    connection.execute("PRAGMA cache_size = -400000")
    connection.execute("BEGIN IMMEDIATE")
    # In the order of ids, as the indexes are: each page is written once.
    for number, person_id in enumerate(sorted(_identity(chance) for _ in range(clients))):
        person = _person(chance, person_id, number)
        _insert(connection, "person", [stored(person)[0].values])
        _insert(connection, "person_search", [search_row(stored(person)[0].values)])
        last = today - timedelta(chance.randrange(200))
        for table, rows in _treatments(chance, person_id, last):
            _insert(connection, table, rows)
        _insert(connection, "rating", _ratings(chance, person_id, last))
    connection.execute("COMMIT")
    connection.close()


def _person(chance: Random, person_id: str, number: int) -> Person:
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


def _ratings(chance: Random, person_id: str, last: date) -> list[Row]:
    return [
        {
            "id": _identity(chance),
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
