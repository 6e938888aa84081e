"""Logging, opening a person and importing, beside the same rows through the plain driver."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlcipher3.dbapi2 as driver

from tests.benchmarks.history import history_file, practice, shipped_catalog
from tests.benchmarks.paired import Figure, compare, timed
from tracker.core.clock import SystemClock
from tracker.core.drafts import MicrodermabrasionDraft
from tracker.core.records import Person, Setting
from tracker.services.record import Record
from tracker.services.transfer import import_into_new, preview_of_new
from tracker.store.search_index import TABLE

PRAGMAS = ("journal_mode=TRUNCATE", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY")
SAVES = 60
READS = 200
ENTRIES = ("botox", "microdermabrasion", "rating", "other_event")
IMPORTS = 5
IMPORTED_PEOPLE = 100
ROWS_OF_PERSON = (
    *(f"SELECT * FROM {table} WHERE person_id = ? ORDER BY given_on DESC" for table in ENTRIES),
    "SELECT injection_point.* FROM botox JOIN injection_point ON botox_id = botox.id WHERE person_id = ?",
)
OURS = f"name NOT LIKE 'sqlite_%' AND name NOT LIKE '{TABLE}%'"
"""The tables that the floor writes: all but the search index, whose tables SQLite makes by itself."""


def figures(folder: Path, people: int) -> list[Figure]:
    """Return the figures on a practice of ``people``."""
    record = practice(folder / "practice.db", people)
    found = [_log(record, folder), open_person(record, record.people.all())]
    record.close()
    return [*found, _import(folder)]


def connect(path: Path) -> Any:
    """Return a plain connection with the settings of the program's own."""
    connection = driver.connect(str(path), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _log(record: Record, folder: Path) -> Figure:
    person = record.people.all()[0]
    # Far enough apart that no spacing rule asks for a note.
    days = (record.clock.today() - timedelta(days=40_000 - 20 * number) for number in range(1_000))

    def log() -> object:
        session = MicrodermabrasionDraft(on=next(days), setting=Setting.CLINIC, device="diamond", passes=2)
        return record.entries.add(person.id, session)

    log()
    copy = folder / "floor.db"
    source = connect(record.path)
    source.execute("VACUUM INTO ?", (str(copy),))
    rows = last_verb(source)
    source.close()
    floor = connect(copy)
    return compare(
        "log an entry with its change record",
        ("plain driver, same rows, same journal mode", lambda: timed(lambda: insert(floor, rows, str(uuid4())))),
        lambda: timed(log),
        goal=3,
        pairs=SAVES,
        warm_ups=5,
    )


def last_verb(connection: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return the rows that the last logged session wrote, by table."""
    found = []
    for table in ("microdermabrasion", "change_batch", "change"):
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1")
        found.append((table, dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))))
    return found


def insert(connection: Any, rows: list[tuple[str, dict[str, Any]]], entry_id: str) -> None:
    """Write rows like those of `last_verb` once more, in one transaction, for an entry of the id ``entry_id``."""
    batch = connection.execute("SELECT max(id) + 1 FROM change_batch").fetchone()[0]
    change = connection.execute("SELECT max(id) + 1 FROM change").fetchone()[0]
    connection.execute("BEGIN IMMEDIATE")
    for table, row in rows:
        fresh = {**row, **_keys(table, entry_id, batch, change)}
        places = ", ".join("?" * len(fresh))
        names = ", ".join(f'"{name}"' for name in fresh)
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", list(fresh.values()))
    connection.execute("UPDATE change_head SET change_id = ?", (change,))
    connection.execute("COMMIT")


def _keys(table: str, entry_id: str, batch: int, change: int) -> dict[str, Any]:
    if table == "microdermabrasion":
        return {"id": entry_id, "entered": change}
    return {"id": batch} if table == "change_batch" else {"id": change, "batch_id": batch, "row_id": entry_id}


def open_person(record: Record, people: Sequence[Person]) -> Figure:
    """Return the figure of reading everything of one person after the other."""
    plain = connect(record.path)
    turn = iter(range(1_000_000))

    def floor() -> object:
        person = str(people[next(turn) % len(people)].id)
        return [plain.execute(statement, (person,)).fetchall() for statement in ROWS_OF_PERSON]

    def program() -> object:
        return record.entries.of(people[next(turn) % len(people)].id)

    figure = compare(
        "open a person: 100 entries",
        ("the same rows through the plain driver", lambda: timed(floor)),
        lambda: timed(program),
        goal=2,
        pairs=READS,
        warm_ups=20,
    )
    plain.close()
    return figure


def _import(folder: Path) -> Figure:
    clock, catalog = SystemClock(), shipped_catalog()
    data = history_file(IMPORTED_PEOPLE, clock.today())
    model = folder / "import.db"
    import_into_new(preview_of_new(data, catalog, clock), model, clock)
    source = connect(model)
    tables = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in _tables(source)}
    schema = [row[0] for row in source.execute(f"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND {OURS}")]
    source.close()
    turn = iter(range(1_000_000))

    def floor() -> None:
        target = connect(folder / f"floor{next(turn)}.db")
        target.execute("PRAGMA foreign_keys=OFF")
        for statement in schema:
            target.execute(statement)
        target.execute("BEGIN IMMEDIATE")
        for table, rows in tables.items():
            if rows:
                target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        target.execute("COMMIT")
        target.close()

    def program() -> None:
        import_into_new(preview_of_new(data, catalog, clock), folder / f"import{next(turn)}.db", clock)

    return _imported(floor, program)


def _imported(floor: Callable[[], None], program: Callable[[], None]) -> Figure:
    return compare(
        f"import a file of {IMPORTED_PEOPLE * 100:,} rows",
        ("plain driver, `executemany` of the same rows", lambda: timed(floor)),
        lambda: timed(program),
        goal=8,
        pairs=IMPORTS,
    )


def _tables(connection: Any) -> list[str]:
    found = connection.execute(f"SELECT name FROM sqlite_master WHERE type = 'table' AND {OURS}")
    return [row[0] for row in found]
