"""Reading and writing what became of reminders: the log, and what people answered."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import Column, Connection, bindparam, insert, literal_column, select, update

from tracker.core.changes import PlainRow, PlainValue
from tracker.core.maker import Maker
from tracker.core.reminders.log import CLOSED, Answer, LogRow
from tracker.store.column_types import Converted, Day, Moment
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, Prepared, among, listed, plain_table
from tracker.store.recorder import Recorder
from tracker.store.rows import StoredRow
from tracker.store.schema import REMINDER_ANSWER, REMINDER_LOG

_NAMES = {"at": "logged_at", "on": "logged_on", "key": "reminder_key"}
_COLUMNS = {field.name: REMINDER_LOG.c[_NAMES.get(field.name, field.name)] for field in fields(LogRow)}
_PLAIN_LOG, _PLAIN_ANSWERS = plain_table(REMINDER_LOG), plain_table(REMINDER_ANSWER)
_ALL_LINES = select(*(_PLAIN_LOG.c[column.name] for column in _COLUMNS.values())).order_by(_PLAIN_LOG.c.id)
_LOG = Prepared(_ALL_LINES)
_LOG_OF_PERSON = Prepared(_ALL_LINES.where(_PLAIN_LOG.c.person_id == bindparam("person")))
_LINES_ABOUT = Prepared(_ALL_LINES.where(among(_PLAIN_LOG.c.reminder_key)))
_IS_PENDING = _PLAIN_LOG.c.is_pending == literal_column("1")
_PENDING_KEYS = Prepared(select(_PLAIN_LOG.c.reminder_key).where(_IS_PENDING, among(_PLAIN_LOG.c.person_id)))
_PEOPLE_PENDING = Prepared(select(_PLAIN_LOG.c.person_id).distinct().where(_IS_PENDING))
_LAST_DAY = select(REMINDER_LOG.c.logged_on).order_by(REMINDER_LOG.c.id.desc()).limit(1)
_ADD = insert(_PLAIN_LOG)
_FOLLOW = update(_PLAIN_LOG).where(among(_PLAIN_LOG.c.reminder_key), _PLAIN_LOG.c.is_pending == 1).values(is_pending=0)
_MAKE_LINES = Maker(LogRow, tuple(_COLUMNS))
_ANSWERS = Prepared(
    select(
        _PLAIN_ANSWERS.c.reminder_key,
        _PLAIN_ANSWERS.c.answered_at,
        _PLAIN_ANSWERS.c.answered_on,
        _PLAIN_ANSWERS.c.until,
    ).where(among(_PLAIN_ANSWERS.c.person_id))
)
_MOMENT, _DAY = Moment(), Day()


def _encoder(column: Column[Any]) -> Callable[[Any], PlainValue]:
    kind = column.type
    if not isinstance(kind, Converted):
        return lambda value: value
    encode = lru_cache(maxsize=1_024)(kind.encode)
    return lambda value: None if value is None else encode(value)


_ENCODERS = [(field, _encoder(column)) for field, column in _COLUMNS.items()]
COLUMNS = (*(column.name for column in _COLUMNS.values()), "is_pending")
_AT_ONCE = 1_000
Line = tuple[PlainValue, ...]
"""One line of the log as SQLite holds it."""


def log_rows(connection: Connection, person_id: UUID | None = None) -> list[LogRow]:
    """Return the lines of the log in the order in which they were written; of ``person_id`` alone where given."""
    if person_id is None:
        return decoded(_log_rows, _LOG.rows(connection))
    return decoded(_log_rows, _LOG_OF_PERSON.rows(connection, person=str(person_id)))


def lines_about(connection: Connection, keys: Collection[str]) -> list[LogRow]:
    """Return the lines about the reminders of ``keys`` in the order in which they were written."""
    return decoded(_log_rows, _LINES_ABOUT.rows(connection, ids=listed(keys))) if keys else []


def pending_keys(connection: Connection, person_ids: Collection[UUID]) -> set[str]:
    """Return the keys of the reminders of people that were written down and not given up since."""
    return {key for (key,) in _PENDING_KEYS.rows(connection, ids=listed(person_ids))}


def people_pending(connection: Connection) -> set[UUID]:
    """Return who has reminders that were written down and not given up since."""
    return {UUID(person_id) for (person_id,) in _PEOPLE_PENDING.rows(connection)}


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


def last_day(connection: Connection) -> date | None:
    """Return the local day on which the latest line was written, None where there is none."""
    found: date | None = connection.execute(_LAST_DAY).scalar()
    return found


def plain_lines(rows: Iterable[LogRow]) -> list[Line]:
    """Return lines as SQLite holds them; made before the file is taken, as there may be tens of thousands."""
    return [
        (*(encode(getattr(row, field)) for field, encode in _ENCODERS), int(row.outcome not in CLOSED)) for row in rows
    ]


def add_lines(connection: Connection, lines: Sequence[Line]) -> None:
    """Write lines, in order. They are no change of the record: nothing of them can be undone."""
    for start in range(0, len(lines), _AT_ONCE):
        added = [dict(zip(COLUMNS, line, strict=True)) for line in lines[start : start + _AT_ONCE]]
        connection.execute(_FOLLOW, {"ids": listed(line["reminder_key"] for line in added)})
        connection.execute(_ADD, added)


def answers(connection: Connection, person_ids: Collection[UUID]) -> dict[str, Answer]:
    """Return the latest answer to each reminder of people, by its key."""
    return decoded(_answers, _ANSWERS.rows(connection, ids=listed(person_ids)))


def _answers(rows: Sequence[Sequence[Any]]) -> dict[str, Answer]:
    at_of, on_of = _MOMENT.decoder, _DAY.decoder
    return {
        key: Answer(key=key, at=at_of(at), on=on_of(on), until=None if until is None else on_of(until))
        for key, at, on, until in rows
    }


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
