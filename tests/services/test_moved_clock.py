"""A clock that ran years ahead and is set back: nothing stored is harmed, and changes keep their order."""

from dataclasses import replace
from datetime import timedelta

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import InvalidDraftError
from tracker.core.records import Entry, Person
from tracker.services.record import Record, open_record

AHEAD = timedelta(3_653)
"""Ten years."""
FEW = 6
"""What two treatments and the asked ratings can remind of at one look, however many days went by."""


@pytest.fixture
def anna(record: Record) -> Person:
    return record.people.add(PersonDraft(name="Anna Example"))


@pytest.fixture
def entries(record: Record, anna: Person, clock: FixedClock) -> list[Entry]:
    """Return three entries: made today, with the clock ten years ahead, and today again."""
    made = [record.entries.add(anna.id, invented.session(TODAY - timedelta(60)))]
    clock.day += AHEAD
    made.append(record.entries.add(anna.id, invented.botox(TODAY + AHEAD, lot="A1")))
    clock.day = TODAY
    made.append(record.entries.add(anna.id, invented.rating(TODAY)))
    return made


def test_all_that_was_entered_is_there_and_the_file_is_sound(
    record: Record, anna: Person, entries: list[Entry], catalog: Catalog, clock: FixedClock
) -> None:
    record.close()
    again = open_record(record.path, catalog, clock)
    assert {entry.id: entry for entry in again.entries.of(anna.id)} == {entry.id: entry for entry in entries}
    assert again.check() == ()
    again.close()


def test_changes_go_by_the_order_in_which_they_were_made(record: Record, anna: Person, entries: list[Entry]) -> None:
    for entry in reversed(entries):
        record.undo.undo()
        assert entry.id not in {one.id for one in record.entries.of(anna.id)}
    for _entry in entries:
        record.undo.redo()
    assert {one.id for one in record.entries.of(anna.id)} == {entry.id for entry in entries}
    assert record.check() == ()


def test_entries_of_one_day_keep_the_order_of_entry(record: Record, anna: Person, clock: FixedClock) -> None:
    clock.day += AHEAD
    first = record.entries.add(anna.id, invented.rating(TODAY, at=None))
    clock.day = TODAY
    second = record.entries.add(anna.id, invented.rating(TODAY, at=None, note="later"))
    assert [one.id for one in record.entries.of(anna.id)] == [second.id, first.id]


def test_an_entry_of_a_day_to_come_can_be_read_moved_to_its_day_and_deleted(
    record: Record, anna: Person, entries: list[Entry]
) -> None:
    wrong = entries[1]
    draft = invented.botox(wrong.on, lot="B2")
    with pytest.raises(InvalidDraftError, match="in_future"):
        record.entries.change(wrong.id, draft)
    assert record.entries.get(wrong.id) == wrong
    assert record.entries.change(wrong.id, replace(draft, on=TODAY)).on == TODAY
    record.entries.remove([wrong.id])
    record.undo.undo()
    assert record.entries.get(wrong.id).on == TODAY


def test_years_ahead_and_back_show_each_reminder_once(record: Record, anna: Person, clock: FixedClock) -> None:
    record.entries.add(anna.id, invented.session(TODAY - timedelta(60)))
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(90)))
    shown: list[str] = []
    for day in (TODAY, TODAY + AHEAD, TODAY, TODAY + AHEAD, TODAY - AHEAD, TODAY):
        clock.day = day
        told = [one.key for one in record.reminders.look().show]
        assert len(told) <= FEW
        shown += told
    assert len(shown) == len(set(shown))


def test_the_moment_of_the_latest_change_is_that_of_the_clock_of_then(
    record: Record, entries: list[Entry], clock: FixedClock
) -> None:
    assert record.changes.latest_at() == clock.now()
    record.undo.undo()
    clock.day += AHEAD
    then = clock.now()
    record.undo.redo()
    clock.day = TODAY
    assert record.changes.latest_at() == then


def test_before_the_first_change_there_is_no_latest(record: Record) -> None:
    assert record.changes.latest_at() is None
