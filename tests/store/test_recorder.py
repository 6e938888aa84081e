"""What one verb writes is recorded row by row: from what a row was before the verb to what it is after it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.records import Person, Rating
from tracker.store import edits, queries
from tracker.store.rows import stored
from tracker.store.store import Store

LABEL = ChangeLabel("edit", "person")
ANNA = Person(id=UUID(int=1, version=4), name="Anna Example")
RATED = Rating(id=UUID(int=2, version=4), person_id=ANNA.id, on=date(2026, 1, 5), texture=5)


def test_a_row_written_twice_in_one_verb_is_recorded_once(store: Store) -> None:
    second, third = replace(ANNA, name="Anna Second"), replace(ANNA, name="Anna Third")
    with store.write(LABEL) as write:
        edits.add(write.recorder, [ANNA])
    with store.write(LABEL) as write:
        edits.replace(write.recorder, ANNA, second)
        edits.replace(write.recorder, second, third)
    assert write.change_set is not None
    ((before, after),) = [(row.before, row.after) for row in write.change_set.rows]
    assert before is not None
    assert after is not None
    assert (before["name"], after["name"]) == (ANNA.name, third.name)
    store.undo()
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)


def test_a_verb_that_leaves_all_as_it_was_is_no_change_and_keeps_redo(store: Store) -> None:
    with store.write(LABEL) as write:
        edits.add(write.recorder, [ANNA])
    store.undo()
    with store.write(LABEL) as write:
        edits.add(write.recorder, [ANNA, RATED])
        edits.remove(write.recorder, [RATED])
        write.recorder.delete(stored(ANNA))
    assert write.change_set is None
    store.redo()
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)


def test_entries_of_one_verb_and_of_the_next_are_numbered_in_the_order_of_entry(store: Store) -> None:
    numbers = []
    for day in (1, 2):
        with store.write(LABEL) as write:
            if day == 1:
                edits.add(write.recorder, [ANNA])
            for place in (1, 2):
                number = write.recorder.next_entered()
                rated = replace(RATED, id=UUID(int=10 * day + place, version=4), entered=number)
                edits.add(write.recorder, [rated])
                numbers.append(number)
    assert numbers == sorted(set(numbers))
