"""What becomes of the recorded changes when a person is erased.

All changes of what is theirs go, whoever had it before. An entry that was theirs and went to somebody else keeps its
changes, as if it had been that person's from the first. A merge that was taken back goes with all that stood between,
for there each row holds what the other person said. Whoever was merged into them for good is erased with them.
"""

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, select, update

from tracker.core.changes import PlainRow
from tracker.core.records import Kind
from tracker.store.faults import decoded
from tracker.store.plain import Prepared, among, listed, plain_table
from tracker.store.schema import CHANGE, CHANGE_BATCH

MERGE = "merge"
_PERSON, _AMENDMENT = "person", "amendment"
_ENTRIES = frozenset(kind.value for kind in Kind)
_PARENTS = {"injection_point": "botox_id", "adverse_event": "entry_id", _AMENDMENT: "entry_id"}
"""The tables whose rows belong to an entry, and the columns that say to which."""
_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_COLUMNS = [_CHANGE.c[name] for name in ("id", "batch_id", "person_id", "table_name", "row_id", "before", "after")]
_MERGES = Prepared(
    select(_BATCH.c.id)
    .join_from(_BATCH, _CHANGE, _CHANGE.c.batch_id == _BATCH.c.id)
    .where(_BATCH.c.verb == MERGE, _BATCH.c.direction == "do", among(_CHANGE.c.person_id) | among(_CHANGE.c.row_id))
    .distinct()
)
_LAST_REPLAY = Prepared(
    select(_BATCH.c.id, _BATCH.c.direction)
    .where(_BATCH.c.undoes == bindparam("batch"))
    .order_by(_BATCH.c.id.desc())
    .limit(1)
)
_GONE_IN = Prepared(
    select(_CHANGE.c.row_id).where(
        _CHANGE.c.batch_id == bindparam("batch"), _CHANGE.c.table_name == _PERSON, _CHANGE.c.after.is_(None)
    )
)
_ROWS_OF_BATCH = Prepared(select(_CHANGE.c.row_id).where(_CHANGE.c.batch_id == bindparam("batch")))
_ROWS_OF_PEOPLE = Prepared(
    select(_CHANGE.c.row_id).where(among(_CHANGE.c.person_id) | among(_CHANGE.c.row_id)).distinct()
)
_CHANGES_OF_ROWS = Prepared(select(*_COLUMNS).where(among(_CHANGE.c.row_id)).order_by(_CHANGE.c.id))
_ROW = func.coalesce(_CHANGE.c.after, _CHANGE.c.before)
_PARENT = func.coalesce(func.json_extract(_ROW, "$.botox_id"), func.json_extract(_ROW, "$.entry_id"))
_asked_entries = func.json_each(bindparam("entries")).table_valued("value", name="entries")
# Looked for among the changes of whoever had the entries; there is no index by entry.
_CHILDREN_OF = Prepared(
    select(_CHANGE.c.row_id)
    .where(
        among(_CHANGE.c.person_id),
        _PARENT.in_(select(_asked_entries.c.value)),
    )
    .distinct()
)
_REMOVE = delete(_CHANGE).where(_CHANGE.c.id == bindparam("key"))
_REWRITE = (
    update(_CHANGE)
    .where(_CHANGE.c.id == bindparam("key"))
    .values(person_id=bindparam("owner"), before=bindparam("old"), after=bindparam("new"))
)
_REMOVE_EMPTY = delete(_BATCH).where(
    _BATCH.c.id == bindparam("key"), ~select(_CHANGE.c.id).where(_CHANGE.c.batch_id == _BATCH.c.id).exists()
)


class _Change(NamedTuple):
    id: int
    batch: int
    person_id: str | None
    table: str
    row_id: str
    before: PlainRow | None
    after: PlainRow | None


class _Span(NamedTuple):
    """A merge that was taken back, from its own number to that of its last undo, and the rows it touched."""

    first: int
    last: int
    rows: frozenset[str]


@dataclass(slots=True)
class _Merges:
    people: set[str]
    taken_back: list[_Span] = field(default_factory=list)


@dataclass(slots=True)
class _Plan:
    removed: list[_Change] = field(default_factory=list)
    rewritten: list[tuple[_Change, _Change]] = field(default_factory=list)


def count(connection: Connection, person_id: UUID) -> int:
    """Return how many recorded changes go with a person."""
    return len(_plan(connection, _merges(connection, person_id)).removed)


def erase(connection: Connection, person_id: UUID) -> int | None:
    """Remove or rewrite the changes, and the verbs of which nothing is left; the triggers must be off.

    Return the number of the first change that is not what it was, None where there is none.
    """
    plan = _plan(connection, _merges(connection, person_id))
    if plan.removed:
        connection.execute(_REMOVE, [{"key": change.id} for change in plan.removed])
        batches = sorted({change.batch for change in plan.removed}, reverse=True)
        connection.execute(_REMOVE_EMPTY, [{"key": batch} for batch in batches])
    if plan.rewritten:
        connection.execute(_REWRITE, [_parameters(after) for _, after in plan.rewritten])
    return min((change.id for change in (*plan.removed, *(one for one, _ in plan.rewritten))), default=None)


def _merges(connection: Connection, person_id: UUID) -> _Merges:
    """Return whoever was merged into a person, with the person, and the merges of these that were taken back."""
    found = _Merges({str(person_id)})
    seen: set[int] = set()
    while merges := {row[0] for row in _MERGES.rows(connection, ids=listed(found.people))} - seen:
        seen |= merges
        for batch in sorted(merges):
            replays = _LAST_REPLAY.rows(connection, batch=batch)
            if replays and replays[0][1] == "undo":
                rows = frozenset(row[0] for row in _ROWS_OF_BATCH.rows(connection, batch=batch))
                found.taken_back.append(_Span(batch, replays[0][0], rows))
            else:
                found.people |= {row[0] for row in _GONE_IN.rows(connection, batch=batch)}
    return found


def _plan(connection: Connection, merges: _Merges) -> _Plan:
    plan = _Plan()
    kept: dict[str, list[_Change]] = {}
    for change in _changes(connection, merges):
        if _is_taken_back(change, merges.taken_back):
            plan.removed.append(change)
        else:
            kept.setdefault(change.row_id, []).append(change)
    owners = _owners(kept, merges.people)
    theirs = {row_id for row_id, owner in owners.items() if owner in merges.people}
    for row_id, changes in kept.items():
        if row_id in theirs:
            plan.removed += changes
            continue
        for change in changes:
            after = _rewritten(change, owners[row_id], merges.people, theirs)
            if after.before == after.after:
                plan.removed.append(change)
            elif after != change:
                plan.rewritten.append((change, after))
    return plan


def _changes(connection: Connection, merges: _Merges) -> Sequence[_Change]:
    """Return all changes of every row that was once theirs, or that a merge of theirs touched and was taken back.

    Those of what belongs to an entry that was once theirs as well: it need not have been moved along with it.
    """
    rows = {row[0] for row in _ROWS_OF_PEOPLE.rows(connection, ids=listed(merges.people))}
    rows = rows.union(*(span.rows for span in merges.taken_back))
    of_entries = [change for change in _changes_of(connection, rows) if change.table in _ENTRIES]
    had = {change.person_id for change in of_entries}
    entries = listed({change.row_id for change in of_entries})
    children = {row[0] for row in _CHILDREN_OF.rows(connection, ids=listed(had), entries=entries)}
    return list(_changes_of(connection, rows | children))


def _changes_of(connection: Connection, rows: Iterable[str]) -> Iterator[_Change]:
    for number, batch, person_id, table, row_id, before, after in _CHANGES_OF_ROWS.rows(connection, ids=listed(rows)):
        yield _Change(number, batch, person_id, table, row_id, decoded(_row, before), decoded(_row, after))


def _is_taken_back(change: _Change, spans: Iterable[_Span]) -> bool:
    return any(span.first <= change.batch <= span.last and change.row_id in span.rows for span in spans)


def _owners(kept: Mapping[str, Sequence[_Change]], people: Container[str]) -> dict[str, str | None]:
    """Return whose each row is, or was when it was deleted; what belongs to an entry is whose the entry is."""
    found: dict[str, str | None] = {}
    for row_id, changes in kept.items():
        last = changes[-1]
        found[row_id] = row_id if last.table == _PERSON else _last_row(last).get("person_id")
    for row_id, changes in kept.items():
        last = changes[-1]
        if last.table in _PARENTS and not (last.table == _AMENDMENT and found[row_id] in people):
            # An amendment holds whole entries as they were, under the name of whoever they were of.
            found[row_id] = found.get(_last_row(last)[_PARENTS[last.table]], last.person_id)
    return found


def _last_row(change: _Change) -> Any:
    return change.after or change.before


def _rewritten(change: _Change, owner: str | None, people: set[str], theirs: set[str]) -> _Change:
    """Return a change of what is ``owner``'s without a word of ``people``, or of rows that are ``theirs``."""
    return change._replace(
        person_id=owner if change.person_id in people else change.person_id,
        before=_without(change.before, owner, people, theirs),
        after=_without(change.after, owner, people, theirs),
    )


def _without(row: PlainRow | None, owner: str | None, people: set[str], theirs: set[str]) -> PlainRow | None:
    if row is None:
        return None
    changed = {}
    if row.get("person_id") in people:
        changed["person_id"] = owner
    if row.get("touch_up_of") in theirs:
        changed["touch_up_of"] = None
    return {**row, **changed} if changed else row


def _parameters(change: _Change) -> dict[str, Any]:
    return {"key": change.id, "owner": change.person_id, "old": _json(change.before), "new": _json(change.after)}


def _row(text: str | None) -> PlainRow | None:
    return None if text is None else json.loads(text)


def _json(row: PlainRow | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))
