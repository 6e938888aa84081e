"""Reading and writing what became of reminders: the log, and what people answered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import Column, Connection, bindparam, func, insert, select

from tracker.core.changes import PlainRow, PlainValue
from tracker.core.maker import Maker
from tracker.core.reminders.log import Answer, LogRow
from tracker.store.column_types import Converted, Day, Moment
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, fetched, plain_table
from tracker.store.recorder import Recorder
from tracker.store.rows import StoredRow
from tracker.store.schema import PERSON, REMINDER_ANSWER, REMINDER_LOG

_NAMES = {"at": "logged_at", "on": "logged_on", "key": "reminder_key"}
_COLUMNS = {field.name: REMINDER_LOG.c[_NAMES.get(field.name, field.name)] for field in fields(LogRow)}
_LOG = select(*_COLUMNS.values()).order_by(REMINDER_LOG.c.id)
_PERSON_ID = bindparam("person", type_=PERSON.c.id.type)
_LOG_OF_PERSON = _LOG.where(REMINDER_LOG.c.person_id == _PERSON_ID)
_LAST_LINE = select(func.coalesce(func.max(REMINDER_LOG.c.id), 0))
_LAST_DAY = select(REMINDER_LOG.c.logged_on).order_by(REMINDER_LOG.c.id.desc()).limit(1)
_ADD = insert(plain_table(REMINDER_LOG))
_MAKE_LINES = Maker(LogRow, tuple(_COLUMNS))
_ANSWERS = select(
    REMINDER_ANSWER.c.reminder_key,
    REMINDER_ANSWER.c.answered_at,
    REMINDER_ANSWER.c.answered_on,
    REMINDER_ANSWER.c.until,
)
_MOMENT, _DAY = Moment(), Day()


def _encoder(column: Column[Any]) -> Callable[[Any], PlainValue]:
    kind = column.type
    if not isinstance(kind, Converted):
        return lambda value: value
    encode = lru_cache(maxsize=1_024)(kind.encode)
    return lambda value: None if value is None else encode(value)


_ENCODERS = [(field, column.name, _encoder(column)) for field, column in _COLUMNS.items()]


def log_rows(connection: Connection, person_id: UUID | None = None) -> list[LogRow]:
    """Return the lines of the log in the order in which they were written; of ``person_id`` alone where given."""
    statement = _LOG if person_id is None else _LOG_OF_PERSON
    rows = fetched(connection, statement, {} if person_id is None else {"person": person_id})
    return decoded(_log_rows, rows)


def _log_rows(rows: Sequence[Sequence[Any]]) -> list[LogRow]:
    columns = zip(_COLUMNS.values(), zip(*rows, strict=True), strict=bool(rows))
    return _MAKE_LINES(len(rows), (_decoded_column(column, plain) for column, plain in columns))


def _decoded_column(column: Column[Any], plain: Sequence[Any]) -> Iterable[Any]:
    """Return the values of a column, of which few differ."""
    kind = column.type
    if not isinstance(kind, Converted):
        return plain
    known = {one: None if one is None else kind.decoder(one) for one in set(plain)}
    return map(known.__getitem__, plain)


def last_line(connection: Connection) -> int:
    """Return the number of the latest line, 0 where there is none."""
    return int(connection.execute(_LAST_LINE).scalar_one())


def last_day(connection: Connection) -> date | None:
    """Return the local day on which the latest line was written, None where there is none."""
    found: date | None = connection.execute(_LAST_DAY).scalar()
    return found


def plain_lines(rows: Iterable[LogRow]) -> list[PlainRow]:
    """Return lines as SQLite holds them; made before the file is taken, as there may be tens of thousands."""
    return [{name: encode(getattr(row, field)) for field, name, encode in _ENCODERS} for row in rows]


def add_lines(connection: Connection, lines: Sequence[PlainRow]) -> None:
    """Write lines, in order. They are no change of the record: nothing of them can be undone."""
    if lines:
        connection.execute(_ADD, lines)


def answers(connection: Connection) -> dict[str, Answer]:
    """Return the latest answer to each reminder, by its key."""
    return {key: Answer(key=key, at=at, on=on, until=until) for key, at, on, until in connection.execute(_ANSWERS)}


def put_answers(recorder: Recorder, person_answers: Iterable[tuple[UUID, Answer]]) -> None:
    """Write answers of people over their former ones."""
    rows = [StoredRow("reminder_answer", str(person_id), _plain(person_id, one)) for person_id, one in person_answers]
    there = PLAIN["reminder_answer"].read(recorder.connection, [row.row_id for row in rows])
    recorder.update(row for row in rows if row.row_id in there)
    recorder.insert(row for row in rows if row.row_id not in there)


def _plain(person_id: UUID, answer: Answer) -> PlainRow:
    return {
        "id": str(uuid5(NAMESPACE_OID, answer.key)),
        "person_id": str(person_id),
        "reminder_key": answer.key,
        "answered_at": _MOMENT.encode(answer.at),
        "answered_on": _DAY.encode(answer.on),
        "until": None if answer.until is None else _DAY.encode(answer.until),
    }
