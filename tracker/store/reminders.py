"""Reading and writing what became of reminders: the log, and what people answered."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import Connection, bindparam, func, insert, select

from tracker.core.changes import PlainRow
from tracker.core.reminders.log import Answer, LogRow
from tracker.store.column_types import Day, Moment
from tracker.store.plain import PLAIN
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
_ADD = insert(REMINDER_LOG)
_ANSWERS = select(
    REMINDER_ANSWER.c.reminder_key,
    REMINDER_ANSWER.c.answered_at,
    REMINDER_ANSWER.c.answered_on,
    REMINDER_ANSWER.c.until,
)
_MOMENT, _DAY = Moment(), Day()


def log_rows(connection: Connection, person_id: UUID | None = None) -> list[LogRow]:
    """Return the lines of the log in the order in which they were written; of ``person_id`` alone where given."""
    statement = _LOG if person_id is None else _LOG_OF_PERSON
    found = connection.execute(statement, {} if person_id is None else {"person": person_id})
    return [LogRow(**dict(zip(_COLUMNS, row, strict=True))) for row in found]


def last_line(connection: Connection) -> int:
    """Return the number of the latest line, 0 where there is none."""
    return int(connection.execute(_LAST_LINE).scalar_one())


def last_day(connection: Connection) -> date | None:
    """Return the local day on which the latest line was written, None where there is none."""
    found: date | None = connection.execute(_LAST_DAY).scalar()
    return found


def add_lines(connection: Connection, rows: Sequence[LogRow]) -> None:
    """Write lines, in order. They are no change of the record: nothing of them can be undone."""
    if rows:
        connection.execute(
            _ADD, [{column.name: getattr(row, field) for field, column in _COLUMNS.items()} for row in rows]
        )


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
