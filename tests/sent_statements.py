"""What reaches the file of a record, and how SQLite goes about it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import invented
import pytest
from sqlalchemy import Connection, Engine, event
from support import TODAY

from tracker.core.changes import ChangeLabel
from tracker.core.records import Botox, InjectionPoint, Microdermabrasion, Person, Rating
from tracker.services.record import Record
from tracker.store import edits
from tracker.store.plain import Prepared


class Sent:
    """The statements that reach the file while this is entered, without those of transactions."""

    def __init__(self, record: Record) -> None:
        self._engine = record._store._engine
        self._patch = pytest.MonkeyPatch()
        self.all: list[tuple[str, Any]] = []

    def __enter__(self) -> "Sent":
        event.listen(self._engine, "before_cursor_execute", self._remember)
        self._patch.setattr(Prepared, "rows", self._rows_of(Prepared.rows))
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()
        event.remove(self._engine, "before_cursor_execute", self._remember)

    def _rows_of(self, read: Callable[..., Any]) -> Callable[..., Any]:
        def rows(prepared: Prepared, connection: Connection, **asked: str | int) -> Any:
            sql, own = prepared._compiled
            self.all.append((sql, own | asked))
            return read(prepared, connection, **asked)

        return rows

    def _remember(self, *arguments: Any) -> None:
        self.all.append((arguments[2], arguments[3]))

    @property
    def selects(self) -> list[tuple[str, Any]]:
        return [sent for sent in self.all if sent[0].startswith("SELECT")]


def traced(engine: Engine) -> list[str]:
    """Return the list to which SQLite adds every statement of ``engine`` as it runs it, those of transactions too."""
    sent: list[str] = []
    event.listen(engine, "checkout", lambda raw, *_: raw.set_trace_callback(sent.append))
    return sent


def fill(record: Record, count: int) -> None:
    people = [Person(id=uuid4(), name=f"Person {number:04}") for number in range(count)]
    records: list[Any] = list(people)
    for person in people:
        for number in range(5):
            common = {"person_id": person.id, "on": TODAY - timedelta(100 * number + 10), "entered": number}
            point = InjectionPoint(units=invented.Decimal(4), site="procerus")
            records.append(Botox(id=uuid4(), product="dysport", units=point.units, points=(point,), **common))
            records.append(Microdermabrasion(id=uuid4(), **common))
            records.append(Rating(id=uuid4(), texture=5, **common))
    with record._store.write(ChangeLabel("import", "entries", count=count)) as write:
        edits.add(write.recorder, records)


def plan(record: Record, statement: str, parameters: Any) -> list[str]:
    with record._store.read() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row.detail for row in rows]
