"""A generated practice of any size: invented people with 20 botox treatments of three points, 20 sessions and 60
ratings each, some with a contact or an adverse event, written in bulk and without change rows."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from tests.benchmarks import generated_rows
from tests.benchmarks.generated_rows import FACE_SITES, PRACTITIONERS, PRODUCTS
from tests.benchmarks.history import shipped_catalog
from tracker.core.clock import SystemClock
from tracker.core.events import Event
from tracker.core.practice import Practitioner
from tracker.core.records import Kind, Setting
from tracker.services.record import Record, create_record, open_record
from tracker.store.engine import connect
from tracker.store.rows import stored
from tracker.store.search_index import search_row
from tracker.store.version import HEAD

GENERATION = 2
"""Counts what was generated differently: a file of an earlier generation is not used again."""


def generated_practice(folder: Path, clients: int) -> Record:
    """Open the practice of ``clients`` in ``folder``; made where it is not there yet, the same each time on one day."""
    path = folder / f"skinterval-practice-{clients}-{HEAD}-{GENERATION}.db"
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
    here = (Practitioner(id=UUID(generated_rows.identity(chance)), name=name) for name in PRACTITIONERS)
    _insert(connection, "practitioner", [stored(one)[0].values for one in here])
    # In the order of ids, as the indexes are: each page is written once.
    for number, person_id in enumerate(sorted(generated_rows.identity(chance) for _ in range(clients))):
        person = stored(generated_rows.person(chance, person_id, number))[0].values
        _insert(connection, "person", [person])
        _insert(connection, "person_search", [search_row(person)])
        for table, rows in generated_rows.of_person(chance, person_id, today):
            _insert(connection, table, rows)
    connection.execute("COMMIT")
    connection.close()


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


def _insert(connection: Any, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    places = ", ".join(f":{name}" for name in names)
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)
