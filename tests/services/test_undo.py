"""The undo list: its order, what ends redo, what conflicts, and that it outlives the program."""

from datetime import timedelta
from typing import Any

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.errors import UndoConflictError
from tracker.core.records import Person
from tracker.services.record import Record, open_record


@pytest.fixture
def anna(record: Record) -> Person:
    """Return the person whose entries these are."""
    return record.people.add(invented.person(name="Anna"))


def outside(record: Record, statement: str, *values: Any) -> None:
    """Change the file behind the program's back."""
    connection = driver.connect(str(record.path))
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_a_new_record_has_nothing_to_undo(record: Record) -> None:
    assert (record.undo.next_undo, record.undo.next_redo) == (None, None)
    with pytest.raises(UndoConflictError):
        record.undo.undo()
    with pytest.raises(UndoConflictError):
        record.undo.redo()


def test_changes_are_undone_newest_first_and_redone_oldest_first(record: Record, anna: Person) -> None:
    days = [TODAY - timedelta(days) for days in (3, 2, 1)]
    for day in days:
        record.entries.add(anna.id, invented.rating(day))
    labels = [ChangeLabel("log", "rating", day.isoformat()) for day in days]
    assert [record.undo.undo().label for _ in days] == labels[::-1]
    assert record.undo.next_undo == ChangeLabel("add", "person")
    assert record.undo.next_redo == labels[0]
    assert [record.undo.redo().label for _ in days] == labels
    assert record.undo.next_redo is None


def test_a_new_change_ends_redo(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.rating())
    record.undo.undo()
    record.entries.add(anna.id, invented.session())
    assert record.undo.next_redo is None
    with pytest.raises(UndoConflictError):
        record.undo.redo()
    assert record.undo.undo().label.subject == "microdermabrasion"
    assert record.undo.next_undo == ChangeLabel("add", "person")
    assert record.undo.next_redo is not None
    assert record.undo.next_redo.subject == "microdermabrasion"


def test_undo_and_redo_are_told_with_their_direction(record: Record, anna: Person) -> None:
    told: list[ChangeSet] = []
    record.listen(told.append)
    record.entries.add(anna.id, invented.botox())
    assert record.undo.undo() == told[1]
    assert record.undo.redo() == told[2]
    assert [change.direction for change in told] == ["do", "undo", "redo"]
    assert all(change.people == {anna.id} for change in told)
    assert told[1].rows == tuple(row.inverse() for row in reversed(told[0].rows))
    assert told[2].rows == told[0].rows


def test_the_list_outlives_the_program(record: Record, anna: Person, catalog: Catalog, clock: FixedClock) -> None:
    entry = record.entries.add(anna.id, invented.botox())
    record.entries.remove([entry.id])
    record.undo.undo()
    record.close()
    again = open_record(record.path, catalog, clock)
    assert again.undo.next_redo == ChangeLabel("delete", "botox", entry.on.isoformat())
    again.undo.redo()
    assert again.entries.of(anna.id) == ()
    again.undo.undo()
    again.undo.undo()
    again.undo.undo()
    assert again.people.count() == 0
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rating SET texture = 9",
        "DELETE FROM rating",
        "UPDATE rating SET note = NULL",
    ],
)
def test_a_row_changed_behind_our_back_is_not_overwritten(record: Record, anna: Person, statement: str) -> None:
    record.entries.add(anna.id, invented.rating())
    outside(record, statement)
    before = record.entries.of(anna.id)
    with pytest.raises(UndoConflictError):
        record.undo.undo()
    assert record.entries.of(anna.id) == before
    assert record.undo.next_undo is not None
    assert record.undo.next_redo is None


def test_a_removal_is_not_taken_back_over_a_row_of_the_same_id(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, invented.rating())
    record.entries.remove([entry.id])
    outside(
        record,
        "INSERT INTO rating"
        " (id, person_id, given_on, entered, texture, scale_id, scale_version, scale_direction, prior_shown)"
        " VALUES (?, ?, '2026-01-01', 1, 1, 'best10-v1', 1, 'high_is_best', 0)",
        str(entry.id),
        str(anna.id),
    )
    with pytest.raises(UndoConflictError):
        record.undo.undo()
    assert len(record.entries.of(anna.id)) == 1


def test_a_person_is_not_taken_back_from_under_an_entry(record: Record, anna: Person) -> None:
    outside(
        record,
        "INSERT INTO rating"
        " (id, person_id, given_on, entered, texture, scale_id, scale_version, scale_direction, prior_shown)"
        " VALUES ('22222222-2222-4222-8222-222222222222', ?, '2026-01-01', 1, 1, 'best10-v1', 1, 'high_is_best', 0)",
        str(anna.id),
    )
    with pytest.raises(UndoConflictError):
        record.undo.undo()
    assert record.people.get(anna.id) == anna


def test_undo_and_redo_are_recorded_too(record: Record, anna: Person) -> None:
    record.undo.undo()
    record.undo.redo()
    with record._store.read() as connection:
        rows = connection.exec_driver_sql("SELECT direction, undoes, state FROM change_batch ORDER BY id").all()
    assert rows == [("do", None, "done"), ("undo", 1, None), ("redo", 1, None)]
    assert record.people.get(anna.id) == anna
