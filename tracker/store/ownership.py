"""Whose a row is: everything of one person handed over to another, or a few rows of one entry."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import Connection, Select, bindparam, exists, func, select, update

from tracker.core.changes import PlainRow
from tracker.core.records import Person
from tracker.store import planning
from tracker.store.plain import PLAIN, plain_table
from tracker.store.recorder import Recorder
from tracker.store.rows import StoredRow, stored
from tracker.store.schema import REMINDER_LOG

OWNED = tuple(name for name, plain in PLAIN.items() if "person_id" in plain.columns)
"""Every table of what people typed whose rows are one person's, as the schema has them."""
_INTERVALS, _ANSWERS = "own_interval", "reminder_answer"
_TABLES = {name: PLAIN[name].table for name in OWNED}
_OF_PERSON: Mapping[str, Select[Any]] = {
    name: select(table).where(table.c.person_id == bindparam("person")) for name, table in _TABLES.items()
}
_COUNTS = {
    name: select(func.count()).select_from(table).where(table.c.person_id == bindparam("person"))
    for name, table in _TABLES.items()
}
_LOG = plain_table(REMINDER_LOG)
_HAND_LOG_OVER = (
    update(_LOG)
    .where(_LOG.c.person_id == bindparam("giver"))
    .values(
        person_id=bindparam("taker"),
        reminder_key=func.replace(_LOG.c.reminder_key, bindparam("giver_hex"), bindparam("taker_hex")),
    )
)
_LATER = _LOG.alias("later")
# Both may have been reminded of the same: of what was written about it, the latest line counts.
_SETTLE_LOG = (
    update(_LOG)
    .where(_LOG.c.person_id == bindparam("taker"), _LOG.c.is_pending == 1)
    .where(exists().where(_LATER.c.reminder_key == _LOG.c.reminder_key, _LATER.c.id > _LOG.c.id))
    .values(is_pending=0)
)


def counts(connection: Connection, person_id: UUID) -> dict[str, int]:
    """Return how many rows of each table are one person's; tables without any are left out."""
    found = {name: connection.execute(_COUNTS[name], {"person": str(person_id)}).scalar_one() for name in OWNED}
    return {name: int(count) for name, count in found.items() if count}


def hand_over_all(recorder: Recorder, giver: UUID, taker: UUID) -> None:
    """Hand everything of ``giver`` over to ``taker``.

    A rule that both have changed, and a reminder that both have answered, stay as ``taker`` has them. The log of
    reminders, which is no change of the record, goes over for good.
    """
    for name in OWNED:
        rows = _rows(recorder.connection, name, giver)
        if name == _INTERVALS:
            _exchange(recorder, name, rows, [_interval_of(row, taker) for row in rows], giver, taker)
        elif name == _ANSWERS:
            _exchange(recorder, name, rows, [_answer_of(row, giver, taker) for row in rows], giver, taker)
        else:
            hand_over(recorder, name, rows, taker)
    names = {"giver": str(giver), "taker": str(taker), "giver_hex": giver.hex, "taker_hex": taker.hex}
    recorder.connection.execute(_HAND_LOG_OVER, names)
    recorder.connection.execute(_SETTLE_LOG, {"taker": str(taker)})


def give_up(recorder: Recorder, giver: Person, taker: UUID) -> None:
    """Delete the row of ``giver``; the change is recorded as one of ``taker``, whose data it is from then on."""
    recorder.delete(StoredRow(row.table, str(taker), row.values) for row in stored(giver))


def hand_over(recorder: Recorder, table: str, rows: Iterable[PlainRow], taker: UUID) -> None:
    """Make ``rows`` of ``table`` those of ``taker``."""
    recorder.update(StoredRow(table, str(taker), {**row, "person_id": str(taker)}) for row in rows)


def rows_of_entry(connection: Connection, table: str, entry_id: UUID, person_id: UUID) -> list[PlainRow]:
    """Return the rows of ``table`` that belong to one entry of a person."""
    return [row for row in _rows(connection, table, person_id) if row["entry_id"] == str(entry_id)]


def _rows(connection: Connection, table: str, person_id: UUID) -> list[PlainRow]:
    found = connection.execute(_OF_PERSON[table], {"person": str(person_id)}).all()
    return [dict(zip(PLAIN[table].columns, row, strict=True)) for row in found]


def _exchange(
    recorder: Recorder, table: str, rows: Iterable[PlainRow], anew: list[PlainRow], giver: UUID, taker: UUID
) -> None:
    """Write rows whose id says whose they are anew, but for those that are there already."""
    recorder.delete(StoredRow(table, str(giver), row) for row in rows)
    there = PLAIN[table].read(recorder.connection, [str(row["id"]) for row in anew])
    recorder.insert(StoredRow(table, str(taker), row) for row in anew if row["id"] not in there)


def _interval_of(row: PlainRow, taker: UUID) -> PlainRow:
    product = None if row["product"] is None else str(row["product"])
    return {**row, "id": str(planning.interval_id(taker, str(row["rule"]), product)), "person_id": str(taker)}


def _answer_of(row: PlainRow, giver: UUID, taker: UUID) -> PlainRow:
    key = str(row["reminder_key"]).replace(giver.hex, taker.hex)
    return {**row, "id": str(uuid5(NAMESPACE_OID, key)), "reminder_key": key, "person_id": str(taker)}
