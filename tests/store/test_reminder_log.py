"""The log of reminders: which of its lines a look has to know, in new files and in those of former versions."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import invented
from sqlalchemy import Connection
from support import TODAY

from tracker.core.records import Kind
from tracker.core.reminders.log import LogRow, Outcome
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.store import reminders
from tracker.store.engine import memory_engine
from tracker.store.upgrade import upgrade
from tracker.store.version import HEAD
from tracker.store.waiting_lines import WaitingLines

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
GIVEN_UP = (Outcome.DISMISSED, Outcome.HANDLED, Outcome.OVER, Outcome.CHANGED)


def line(person_id: UUID, name: str, outcome: Outcome) -> LogRow:
    return LogRow(
        at=AT,
        on=TODAY,
        outcome=outcome,
        turn="",
        key=f"earliest:{person_id.hex}:botox:{name}",
        kind=ReminderKind.EARLIEST,
        person_id=person_id,
        treatment=Kind.BOTOX,
        about=TODAY,
        since=date(2025, 12, 9),
        last=None,
        until=None,
    )


def write(connection: Connection, *rows: LogRow) -> None:
    for row in rows:
        reminders.add_lines(connection, reminders.plain_lines([row]))


def test_a_reminder_is_pending_until_its_latest_line_gives_it_up(record: Record) -> None:
    anna = record.people.add(invented.person())
    with record._store._engine.begin() as connection:
        for outcome in GIVEN_UP:
            write(connection, line(anna.id, outcome, Outcome.SHOWN), line(anna.id, outcome, outcome))
        write(connection, line(anna.id, "again", Outcome.DISMISSED), line(anna.id, "again", Outcome.SHOWN))
        again = line(anna.id, "again", Outcome.SHOWN).key
        assert reminders.pending_keys(connection, [anna.id]) == {again}
        assert reminders.people_pending(connection) == {anna.id}
        assert [row.outcome for row in reminders.lines_about(connection, [again])] == [
            Outcome.DISMISSED,
            Outcome.SHOWN,
        ]


def test_of_two_merged_people_the_latest_line_about_a_reminder_counts(record: Record) -> None:
    kept, other = (record.people.add(invented.person(name=name)) for name in ("Anna Example", "Anna Sample"))
    with record._store._engine.begin() as connection:
        write(connection, line(kept.id, "same", Outcome.SHOWN), line(other.id, "same", Outcome.DISMISSED))
        write(connection, line(other.id, "other", Outcome.SHOWN))
    record.merging.merge(kept.id, other.id)
    with record._store.read() as connection:
        assert reminders.pending_keys(connection, [kept.id]) == {line(kept.id, "other", Outcome.SHOWN).key}


def test_an_upgrade_finds_out_what_is_pending() -> None:
    engine = memory_engine()
    upgrade(engine, "0003")
    anna = UUID(int=1, version=4)
    with engine.begin() as connection:
        person = {"id": str(anna), "name": "Anna Example", "cautions": "", "is_archived": 0}
        _insert(connection, "person", {**person, "tags": "", "sort_key": "anna", "search_number": 1})
        for outcome in (Outcome.SHOWN, *GIVEN_UP):
            _insert_line(connection, line(anna, outcome, Outcome.SHOWN))
            _insert_line(connection, line(anna, outcome, outcome))
    upgrade(engine, HEAD)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT id FROM reminder_log WHERE is_pending = 1").scalars()
        assert list(found) == [2]


def test_lines_that_wait_come_out_as_they_went_in_part_by_part(record: Record) -> None:
    anna = record.people.add(invented.person())
    parts = [[line(anna.id, name, outcome) for name in "ab"] for outcome in GIVEN_UP]
    waiting = WaitingLines()
    assert not waiting
    waiting.add([])
    assert not waiting
    for part in parts:
        waiting.add(part)
    assert waiting
    assert list(waiting.parts()) == [reminders.plain_lines(part) for part in parts]


def _insert_line(connection: Connection, row: LogRow) -> None:
    (plain,) = reminders.plain_lines([row])
    values = dict(zip(reminders.COLUMNS, plain, strict=True))
    del values["is_pending"]
    _insert(connection, "reminder_log", values)


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    places = ", ".join("?" * len(row))
    connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", tuple(row.values()))
