"""Erasing a person: nothing of them is left in the file, and nothing of anybody else has changed."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from erased import CANARY, Met, botox, met, person, traces
from sqlalchemy import select
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeSet
from tracker.core.client_query import ClientQuery
from tracker.core.erasing import NOBODY, Erased
from tracker.core.errors import NotFoundError, NotSavedError
from tracker.services.record import Record, create_record, open_record
from tracker.store.column_limits import Line, Note
from tracker.store.column_types import Tags
from tracker.store.ownership import OWNED
from tracker.store.plain import plain_table
from tracker.store.record_check import chain_findings
from tracker.store.schema import CHANGE, CHANGE_BATCH, METADATA
from tracker.store.store import Store

Rows = dict[str, set[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> tuple[bytes, Met]:
    """Return a record in which the two met, as bytes: filling it takes long."""
    record = create_record(tmp_path_factory.mktemp("met") / "record.db", catalog, FixedClock())
    who = met(record)
    record.close()
    return record.path.read_bytes(), who


@pytest.fixture
def who(filled: tuple[bytes, Met]) -> Met:
    return filled[1]


@pytest.fixture
def record(filled: tuple[bytes, Met], tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    path = tmp_path / "record.db"
    path.write_bytes(filled[0])
    opened = open_record(path, catalog, clock)
    opened.made_by = "B. Example"
    yield opened
    opened.close()


def rows(record: Record, without: UUID | None = None) -> Rows:
    """Return the rows of every table but the change record, without those of a person."""
    found: Rows = {}
    with record._store.read() as connection:
        for table in METADATA.sorted_tables:
            if not table.name.startswith("change"):
                of_table = {tuple(row) for row in connection.execute(select(plain_table(table)))}
                found[table.name] = {row for row in of_table if without is None or str(without) not in row}
    return found


def changes(record: Record) -> dict[int, dict[str, Any]]:
    """Return every change with what is said of its verb, but for its hash."""
    change, batch = plain_table(CHANGE), plain_table(CHANGE_BATCH)
    columns = [one for one in (*change.c, *batch.c) if one.name != "hash"]
    statement = select(*(one.label(f"{one.table.name}.{one.name}") for one in columns))
    with record._store.read() as connection:
        found = connection.execute(statement.join_from(change, batch, batch.c.id == change.c.batch_id)).mappings()
        return {row["change.id"]: dict(row) for row in found}


def tables_of(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        for column in METADATA.tables[name].columns:
            if isinstance(column.type, Line | Note | Tags) and column.name != "reminder_key":
                yield name, column.name


def test_the_test_has_a_canary_in_every_text_of_a_person(record: Record, who: Met) -> None:
    with record._store.read() as connection:
        for name, column in tables_of((*OWNED, "person")):
            table = plain_table(METADATA.tables[name])
            owner = table.c.id if name == "person" else table.c.person_id
            texts = connection.execute(select(table.c[column]).where(owner == str(who.goes))).scalars()
            if column in ("signed_by", "amended_by", "expires"):
                continue
            expected = {"phone": "+00", "email": CANARY.lower()}
            assert any(expected.get(column, CANARY) in (text or "") for text in texts), (name, column)
    assert CANARY in json.dumps(changes(record))


def test_no_trace_is_left_in_the_file_or_beside_it(record: Record, who: Met) -> None:
    assert len(traces(record.path, who)[record.path.name]) == 8 - 1
    assert record.erasing.erase(who.goes) == Erased(who.goes, is_packed=True)
    assert traces(record.path, who) == {}
    assert record.check() == ()
    record.close()
    assert traces(record.path, who) == {}


def test_what_is_somebody_else_s_is_as_it_was(record: Record, who: Met) -> None:
    before, recorded = rows(record, who.goes), changes(record)
    points = {row for row in before["injection_point"] if row[1] in {botox[0] for botox in before["botox"]}}
    record.erasing.erase(who.goes)
    after = rows(record)
    assert after.pop("injection_point") == points
    assert after == {name: found for name, found in before.items() if name != "injection_point"}
    kept = changes(record)
    marks = (str(who.goes), str(who.twin), CANARY)
    untouched = {
        number: change
        for number, change in recorded.items()
        if change["change.person_id"] in (None, str(who.stays)) and not any(mark in str(change) for mark in marks)
    }
    of_merges = {number for number in untouched if number not in kept}
    assert {untouched[number]["change_batch.verb"] for number in of_merges} <= {"merge", "move", "log"}
    assert all(kept[number] == change for number, change in untouched.items() if number not in of_merges)


def test_the_history_of_an_entry_logged_on_them_by_mistake_stays_with_its_owner(record: Record, who: Met) -> None:
    record.erasing.erase(who.goes)
    moved = next(one for one in record.entries.of(who.stays) if getattr(one, "lot", None) == "B9")
    history = record.changes.of_entry(moved.id).changes
    assert [(change.verb, change.table) for change in history if change.table == "botox"] == [
        ("edit", "botox"),
        ("log", "botox"),
    ]


def test_one_row_says_that_somebody_was_erased_and_not_who(record: Record, who: Met, clock: FixedClock) -> None:
    record.erasing.erase(who.goes)
    last = max(changes(record).items())[1]
    assert (last["change.row_id"], last["change.person_id"]) == (str(NOBODY), None)
    assert (last["change_batch.verb"], last["change_batch.made_by"]) == ("erase", "B. Example")
    assert last["change_batch.at"] == "2026-03-09T12:00:00Z"


def test_what_was_done_for_others_can_still_be_undone_and_erasing_cannot(record: Record, who: Met) -> None:
    record.erasing.erase(who.goes)
    label = record.undo.next_undo
    assert label is not None
    assert (label.verb, label.subject) == ("edit", "person")
    while record.undo.next_undo is not None:
        record.undo.undo()
        assert record.check() == ()
    assert record.people.count() == 0
    while record.undo.next_redo is not None:
        record.undo.redo()
    assert [person.id for person in record.people.all()] == [who.stays]
    assert record.check() == ()


def test_the_search_finds_them_no_longer_and_others_still(record: Record, who: Met) -> None:
    record.erasing.erase(who.goes)
    assert record.clients.count(ClientQuery(text=CANARY)) == 0
    assert record.clients.count(ClientQuery(text="stays")) == 1


def test_screens_are_told_that_it_concerns_everybody(record: Record, who: Met) -> None:
    announced: list[ChangeSet] = []
    record.listen(announced.append)
    record.erasing.erase(who.goes)
    assert [(one.label.verb, one.rows, one.people) for one in announced] == [("erase", (), frozenset())]


def test_the_preview_counts_what_would_go_and_writes_nothing(record: Record, who: Met) -> None:
    before = record.path.read_bytes()
    preview = record.erasing.preview(who.goes)
    assert record.path.read_bytes() == before
    assert preview.rows["botox"] == 5
    recorded = len(changes(record))
    record.erasing.erase(who.goes)
    # One row that says so came instead.
    assert recorded + 1 - len(changes(record)) == preview.changes


@pytest.mark.parametrize(
    ("typed", "is_named"),
    [("kanarienvogel NAME", True), (f"{CANARY} 4", True), ("Kanarienvogel", False), ("", False), (" ", False)],
)
def test_a_person_is_named_by_name_or_number(record: Record, who: Met, typed: str, is_named: bool) -> None:
    assert record.erasing.preview(who.goes).is_named(typed) is is_named


def test_somebody_unknown_is_refused(record: Record, who: Met) -> None:
    before = rows(record)
    for act in (record.erasing.preview, record.erasing.erase):
        with pytest.raises(NotFoundError):
            act(uuid4())
    assert rows(record) == before


def test_where_the_file_cannot_be_packed_they_are_gone_all_the_same(
    record: Record, who: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: Store) -> None:
        raise NotSavedError("disk_full")

    monkeypatch.setattr(Store, "pack", refuse)
    assert record.erasing.erase(who.goes) == Erased(who.goes, is_packed=False)
    assert str(who.goes) not in str(rows(record))
    assert record.check() == ()


def test_others_can_be_erased_one_after_the_other(record: Record, who: Met) -> None:
    record.erasing.erase(who.goes)
    record.erasing.erase(who.stays)
    assert [change["change_batch.verb"] for change in changes(record).values()] == ["erase", "erase"]
    assert record.check() == ()
    assert record.people.count() == 0


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_killed_at_any_moment_it_leaves_all_or_nothing(
    record: Record, who: Met, catalog: Catalog, clock: FixedClock
) -> None:
    before, without = rows(record), rows(record, who.goes)["person"]
    record.close()
    whole = record.path.read_bytes()
    last = _statements(record.path, who.goes, catalog, clock)
    outcomes = []
    for number in sorted({*range(0, last, last // 20), *range(last - 12, last + 1)}):
        record.path.write_bytes(whole)
        status = _erased_until(record.path, number, who.goes, catalog, clock)
        assert status == (0 if number == last else _KILLED)
        opened = open_record(record.path, catalog, clock)
        with opened._store.read() as connection:
            assert list(chain_findings(connection)) == []
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
        found = rows(opened)
        opened.close()
        outcomes.append(found["person"] == without)
        assert outcomes[-1] or found == before
    # It was done at one of these moments, and stayed so.
    assert outcomes == sorted(outcomes)
    assert (outcomes[0], outcomes[-1]) == (False, True)


_KILLED = 9


def _statements(path: Path, person_id: UUID, catalog: Catalog, clock: FixedClock) -> int:
    """Erase a person and return how many statements it took."""
    ran: list[str] = []
    record = open_record(path, catalog, clock)
    _tracing(record, ran.append)
    record.erasing.erase(person_id)
    record.close()
    return len(ran)


def _erased_until(path: Path, number: int, person_id: UUID, catalog: Catalog, clock: FixedClock) -> int:
    """Erase a person in a process of its own that dies at statement ``number``; return its status, 0 when done."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = [number]

    def count(_statement: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            os._exit(_KILLED)

    record = open_record(path, catalog, clock)
    _tracing(record, count)
    record.erasing.erase(person_id)
    os._exit(0)


def _tracing(record: Record, tell: Callable[[str], object]) -> None:
    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
    raw.set_trace_callback(tell)


def test_of_somebody_whose_adding_was_undone_no_trace_is_left(record: Record, who: Met) -> None:
    goes, rated = record.people.add(person(name=f"{CANARY} undone")), invented.rating(note=f"{CANARY} note")
    record.entries.add(goes.id, botox())
    record.entries.add(goes.id, rated)
    for _ in range(3):
        record.undo.undo()
    assert record.erasing.former(goes.name) == record.erasing.former(str(goes.id)) == (goes,)
    assert record.erasing.former(CANARY) == record.erasing.former(str(who.goes)) == ()
    assert record.erasing.preview(goes.id).person == goes
    mark = str(goes.id).encode()
    assert mark in record.path.read_bytes()
    record.erasing.erase(who.goes)
    assert set(traces(record.path, who)) == {record.path.name}
    record.erasing.erase(goes.id)
    assert traces(record.path, who) == {}
    assert mark not in record.path.read_bytes()
    assert record.erasing.former(str(goes.id)) == ()
    assert record.undo.next_redo is None
    assert record.check() == ()


def test_somebody_of_an_import_that_was_undone_is_erased_and_the_others_can_be_brought_back(
    record: Record, who: Met
) -> None:
    rows_of_two = f"person,date,event,texture\n{CANARY} x,2026-01-05,rating,5\nBo Imported,2026-01-05,rating,6\n"
    record.erasing.erase(who.goes)
    record.transfer.run(record.transfer.preview(rows_of_two.encode()))
    record.undo.undo()
    (goes,) = record.erasing.former(f"{CANARY} x")
    record.erasing.erase(goes.id)
    assert traces(record.path, who) == {}
    record.undo.redo()
    assert [one.name for one in record.people.all()] == ["Bo Imported", "Bo Stays"]
    assert record.check() == ()


def test_whoever_was_merged_into_somebody_is_not_erased_alone(record: Record, who: Met) -> None:
    assert record.erasing.former(str(who.twin)) == ()
    with pytest.raises(NotFoundError):
        record.erasing.preview(who.twin)
