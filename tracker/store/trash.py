"""Reading from the change record what was deleted lately and is not there again, and writing it back.

The change record is walked from its end, only as far back as what is asked for.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from tracker.core.changes import PlainRow
from tracker.core.records import TREATMENTS, Kind
from tracker.core.trash import Deleted
from tracker.store import rows
from tracker.store.column_types import Moment
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN, plain_table
from tracker.store.recorder import Recorder
from tracker.store.rows import StoredRow
from tracker.store.schema import CHANGE, CHANGE_BATCH

DELETE = "delete"
"""The verb whose records can be brought back."""
_BOTOX, _POINT, _EVENT = "botox", "injection_point", "adverse_event"
_ENTRIES = tuple(kind.value for kind in Kind)
_TABLES = (*_ENTRIES, _EVENT, "contact")
_MOMENT = Moment()
_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_LATER = _CHANGE.alias("later")
_LAST_BEFORE = select(_BATCH.c.id).where(_BATCH.c.at < bindparam("since")).order_by(_BATCH.c.id.desc()).limit(1)
_DELETES = (
    select(_BATCH.c.id, _BATCH.c.at, _BATCH.c.made_by)
    .where(_BATCH.c.id > bindparam("last"), _BATCH.c.verb == DELETE, _BATCH.c.direction != "undo")
    .order_by(_BATCH.c.id.desc())
)
_IS_LAST = ~select(_LATER.c.id).where(_LATER.c.row_id == _CHANGE.c.row_id, _LATER.c.id > _CHANGE.c.id).exists()
_REMOVED = (
    select(_CHANGE.c.table_name, _CHANGE.c.before)
    .where(_CHANGE.c.batch_id == bindparam("batch"), _CHANGE.c.after.is_(None), _IS_LAST)
    .order_by(_CHANGE.c.id)
)
_RELEASED = select(_CHANGE.c.row_id, func.json_extract(_CHANGE.c.before, "$.touch_up_of")).where(
    _CHANGE.c.batch_id == bindparam("batch"), _CHANGE.c.table_name == _BOTOX, _CHANGE.c.after.is_not(None)
)
_KEPT_PERSON = (
    select(_CHANGE.c.person_id)
    .where(_CHANGE.c.row_id == bindparam("person"), _CHANGE.c.table_name == "person")
    .order_by(_CHANGE.c.id.desc())
    .limit(1)
)


def deleted(connection: Connection, since: datetime) -> list[Deleted]:
    """Return the entries, adverse events and contacts that were deleted since a moment, the latest first.

    What happened after a treatment comes with it where both were deleted at once. What is there again, and what has
    lost its person or its treatment, is left out.
    """
    moment = _MOMENT.encode(since)
    last = connection.execute(_LAST_BEFORE, {"since": moment}).scalar() or 0
    found = []
    for batch, at, made_by in connection.execute(_DELETES, {"last": last}).all():
        found += list(decoded(_offered, (connection, batch, at, made_by)))
    return found


def bring_back(recorder: Recorder, wanted: Sequence[Deleted]) -> None:
    """Insert what was deleted, with its points and what happened after it; touch-ups belong to their treatment again.

    A touch-up whose treatment is gone belongs to none.
    """
    came_back = {str(one.record.id) for one in wanted}
    links: dict[str, str] = {}
    for batch, of_batch in groupby(wanted, key=lambda one: one.batch):
        belonging = _by_record(_removed(recorder.connection, batch))
        for one in of_batch:
            owner, found = str(one.person_id), belonging[str(one.record.id)]
            recorder.insert(StoredRow(table, owner, _as_now(table, row, owner)) for table, row in found)
            links |= {str(row["id"]): str(row["touch_up_of"]) for _, row in found if row.get("touch_up_of")}
        released = recorder.connection.execute(_RELEASED, {"batch": batch})
        links |= {touch_up: main for touch_up, main in released if main in came_back}
    _link(recorder, links, came_back)


def _link(recorder: Recorder, links: Mapping[str, str], came_back: Collection[str]) -> None:
    """Let touch-ups, by id, belong to their treatment where both are there and one person's; else to none.

    One that was there all the time and was signed or belongs to another treatment by now stays as it is.
    """
    found = PLAIN[_BOTOX].read(recorder.connection, [*links, *links.values()])
    for touch_up_id, main_id in links.items():
        touch_up, main = found.get(touch_up_id), found.get(main_id)
        if touch_up is None or (touch_up_id not in came_back and not _is_free(touch_up)):
            continue
        is_pair = main is not None and not main["is_touch_up"] and main["person_id"] == touch_up["person_id"]
        linked = {**touch_up, "touch_up_of": main_id if is_pair else None}
        recorder.update([StoredRow(_BOTOX, str(touch_up["person_id"]), linked)])


def _is_free(touch_up: PlainRow) -> bool:
    return bool(touch_up["is_touch_up"]) and touch_up["touch_up_of"] is None and touch_up["signed_at"] is None


def _offered(parts: tuple[Connection, int, str, str | None]) -> Iterator[Deleted]:
    connection, batch, at, made_by = parts
    moment: datetime = _MOMENT.decode(at)
    owners: dict[str, UUID | None] = {}
    for (table, row), *belonging in _by_record(_removed(connection, batch)).values():
        if table not in _TABLES:
            continue
        person_id = str(row["person_id"])
        owner = owners[person_id] if person_id in owners else _owner_now(connection, person_id)
        owners[person_id] = owner
        if owner is None or (table == _EVENT and not _has_treatment(connection, row)):
            continue
        record: Any = rows.restored(table, row)
        if table == _BOTOX:
            record = replace(record, points=tuple(rows.point(point) for kind, point in belonging if kind == _POINT))
        yield Deleted(batch=batch, table=table, person_id=owner, at=moment, by=made_by, record=record)


def _removed(connection: Connection, batch: int) -> list[tuple[str, PlainRow]]:
    """Return the rows that a verb removed and that are not there again, in the order in which they were removed."""
    found = connection.execute(_REMOVED, {"batch": batch})
    return [(table, json.loads(before)) for table, before in found]


def _by_record(removed: Sequence[tuple[str, PlainRow]]) -> dict[str, list[tuple[str, PlainRow]]]:
    """Return rows by the record that comes back with them, its own row first."""
    together = {row["id"] for table, row in removed if table in _ENTRIES}
    found: dict[str, list[tuple[str, PlainRow]]] = {}
    for table, row in reversed(removed):
        entry = row.get("botox_id") or row.get("entry_id")
        key = str(entry if entry in together else row["id"])
        # Children are removed before their parents, so that reversed they stand after them.
        found.setdefault(key, []).append((table, row))
    return found


def _as_now(table: str, row: PlainRow, owner: str) -> PlainRow:
    """Return a row with the columns that its table has now; an upgrade since may have added some."""
    whole = {name: row.get(name) for name in PLAIN[table].columns}
    return {**whole, "person_id": owner} if "person_id" in whole else whole


def _owner_now(connection: Connection, person_id: str) -> UUID | None:
    """Return the person, or who they were merged into since; None where that is not known."""
    seen: set[str] = set()
    while person_id not in PLAIN["person"].read(connection, [person_id]):
        seen.add(person_id)
        kept = connection.execute(_KEPT_PERSON, {"person": person_id}).scalar()
        if kept is None or kept in seen:
            return None
        person_id = kept
    return UUID(person_id)


def _has_treatment(connection: Connection, event: PlainRow) -> bool:
    return any(PLAIN[table].read(connection, [str(event["entry_id"])]) for table in TREATMENTS)
