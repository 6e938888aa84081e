"""What was deleted is offered for thirty days, and comes back whole in one change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, ContactDraft
from tracker.core.errors import NotFoundError
from tracker.core.records import Botox, Entry
from tracker.core.trash import KEPT_DAYS
from tracker.services.record import Record

OLD = TODAY - timedelta(200)


@pytest.fixture
def anna(record: Record) -> UUID:
    return record.people.add(invented.person(name="Anna")).id


def bruise(record: Record, entry: Entry) -> UUID:
    return record.adverse_events.add(entry.id, AdverseEventDraft(term="bruise", onset_on=TODAY, grade=1)).id


def call(record: Record, person_id: UUID) -> UUID:
    draft = ContactDraft(on=TODAY, outcome=ContactOutcome.REACHED, until=TODAY + timedelta(7), note="by telephone")
    return record.contacts.log([(person_id, None)], draft)[0].id


def steps(record: Record, act: Callable[[], object]) -> int:
    """Return how many steps SQLite takes for ``act``."""
    taken = [0]

    def count() -> int:
        taken[0] += 1
        return 0

    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
    raw.set_progress_handler(count, 1)
    try:
        act()
    finally:
        raw.set_progress_handler(None, 0)
    return taken[0]


@pytest.mark.parametrize("draft", [invented.botox(), invented.session(), invented.rating(), invented.other_event()])
def test_a_deleted_entry_is_offered_as_it_was_and_comes_back_as_it_was(
    record: Record, anna: UUID, draft: Any, clock: FixedClock
) -> None:
    record.made_by = "B. Example"
    entry = record.entries.add(anna, draft)
    assert record.trash.deleted() == ()
    record.entries.remove([entry.id])
    (found,) = record.trash.deleted()
    assert (found.record, found.person_id, found.by, found.at) == (entry, anna, "B. Example", clock.now())
    assert found.on == entry.on
    announced: list[ChangeSet] = []
    record.listen(announced.append)
    record.trash.bring_back([entry.id])
    assert record.entries.of(anna) == (entry,)
    assert record.trash.deleted() == ()
    label = ChangeLabel("bring_back", entry.kind.value, entry.on.isoformat())
    assert [(one.label, one.people) for one in announced] == [(label, frozenset([anna]))]
    assert record.check() == ()


def test_bringing_back_is_undone_and_done_again(record: Record, anna: UUID) -> None:
    entry = record.entries.add(anna, invented.botox())
    record.entries.remove([entry.id])
    record.trash.bring_back([entry.id])
    record.undo.undo()
    assert record.entries.of(anna) == ()
    assert record.trash.deleted() == ()
    record.undo.undo()
    assert record.entries.of(anna) == (entry,)
    record.undo.redo()
    assert [one.record for one in record.trash.deleted()] == [entry]
    record.undo.redo()
    assert record.entries.of(anna) == (entry,)
    assert record.check() == ()


def test_what_happened_after_a_treatment_comes_back_with_it(record: Record, anna: UUID) -> None:
    entry = record.entries.add(anna, invented.botox())
    bruise(record, entry)
    happened = record.adverse_events.of(anna)
    record.entries.remove([entry.id])
    assert [one.record for one in record.trash.deleted()] == [entry]
    record.trash.bring_back([entry.id])
    assert record.adverse_events.of(anna) == happened


def test_what_was_removed_on_its_own_comes_back_on_its_own(record: Record, anna: UUID) -> None:
    entry = record.entries.add(anna, invented.botox())
    event, contact = bruise(record, entry), call(record, anna)
    happened, contacts = record.adverse_events.of(anna), record.contacts.of(anna)
    record.adverse_events.remove(event)
    record.contacts.remove([contact])
    assert [one.record for one in record.trash.deleted()] == [*contacts, *happened]
    record.trash.bring_back([event])
    assert record.adverse_events.of(anna) == happened
    record.trash.bring_back([contact])
    assert record.contacts.of(anna) == contacts
    assert record.check() == ()


def test_what_happened_waits_for_its_treatment(record: Record, anna: UUID) -> None:
    entry = record.entries.add(anna, invented.botox())
    event = bruise(record, entry)
    record.adverse_events.remove(event)
    record.entries.remove([entry.id])
    assert [one.record for one in record.trash.deleted()] == [entry]
    record.trash.bring_back([entry.id])
    assert [one.record.id for one in record.trash.deleted()] == [event]


def test_touch_ups_belong_to_their_treatment_again(record: Record, anna: UUID) -> None:
    main = record.entries.add(anna, invented.botox())
    touch_up = record.entries.add(anna, invented.touch_up(main.on + timedelta(14)))
    record.entries.remove([main.id])
    record.trash.bring_back([main.id])
    assert record.entries.get(touch_up.id) == touch_up
    record.entries.remove([main.id, touch_up.id])
    record.trash.bring_back([touch_up.id, main.id])
    assert record.entries.get(touch_up.id) == touch_up
    record.entries.remove([touch_up.id])
    record.entries.remove([main.id])
    record.trash.bring_back([touch_up.id])
    assert isinstance(touch_up, Botox)
    assert record.entries.get(touch_up.id) == replace(touch_up, touch_up_of=None)
    assert record.check() == ()


def test_a_touch_up_that_belongs_elsewhere_by_now_stays_there(record: Record, anna: UUID) -> None:
    earlier = record.entries.add(anna, invented.botox(TODAY - timedelta(200)))
    main = record.entries.add(anna, invented.botox(TODAY - timedelta(100)))
    touch_up = record.entries.add(anna, invented.touch_up(TODAY - timedelta(80)))
    record.entries.remove([main.id])
    again = record.entries.change(touch_up.id, invented.touch_up(TODAY - timedelta(80), touch_up_of=earlier.id))
    record.trash.bring_back([main.id])
    assert record.entries.get(touch_up.id) == again
    assert isinstance(again, Botox)
    assert again.touch_up_of == earlier.id


def test_it_is_offered_for_thirty_days(record: Record, anna: UUID, clock: FixedClock) -> None:
    entry = record.entries.add(anna, invented.rating())
    record.entries.remove([entry.id])
    (found,) = record.trash.deleted()
    assert found.days_left(clock.now()) == KEPT_DAYS
    clock.day += timedelta(KEPT_DAYS)
    assert [one.days_left(clock.now()) for one in record.trash.deleted()] == [0]
    clock.day += timedelta(1)
    assert record.trash.deleted() == ()
    with pytest.raises(NotFoundError):
        record.trash.bring_back([entry.id])
    assert record.entries.of(anna) == ()


def test_a_clock_set_back_offers_it_no_longer_than_thirty_days(record: Record, anna: UUID, clock: FixedClock) -> None:
    record.entries.remove([record.entries.add(anna, invented.rating()).id])
    clock.day -= timedelta(100)
    assert [one.days_left(clock.now()) for one in record.trash.deleted()] == [KEPT_DAYS]


def test_only_what_was_deleted_is_offered(record: Record, anna: UUID) -> None:
    record.entries.add(anna, invented.rating())
    record.undo.undo()
    record.entries.remove([record.entries.add(anna, invented.session()).id])
    record.undo.undo()
    assert record.trash.deleted() == ()


def test_one_person_s_are_told_apart_and_follow_a_merge(record: Record, anna: UUID) -> None:
    bo = record.people.add(invented.person(name="Bo", client_number="2")).id
    of_anna, of_bo = (record.entries.add(person, invented.rating()) for person in (anna, bo))
    record.entries.remove([of_anna.id, of_bo.id])
    assert [one.record for one in record.trash.deleted(bo)] == [of_bo]
    record.merging.merge(anna, bo)
    assert {one.record.id for one in record.trash.deleted(anna)} == {of_anna.id, of_bo.id}
    record.trash.bring_back([of_anna.id, of_bo.id])
    assert {one.id for one in record.entries.of(anna)} == {of_anna.id, of_bo.id}
    assert record.check() == ()


def test_all_or_nothing_comes_back(record: Record, anna: UUID) -> None:
    entry = record.entries.add(anna, invented.rating())
    record.entries.remove([entry.id])
    with pytest.raises(NotFoundError):
        record.trash.bring_back([entry.id, uuid4()])
    assert record.entries.of(anna) == ()


def test_reading_it_costs_no_more_in_a_record_with_a_long_history(
    record: Record, anna: UUID, clock: FixedClock
) -> None:
    clock.day -= timedelta(100)
    entry = record.entries.add(anna, invented.rating(OLD))
    clock.day += timedelta(100)
    record.entries.remove([entry.id])
    first = steps(record, record.trash.deleted)
    record.trash.bring_back([entry.id])
    clock.day -= timedelta(100)
    for place in range(300):
        entry = record.entries.add(anna, invented.rating(OLD, note=f"number {place}"))
    clock.day += timedelta(100)
    record.entries.remove([entry.id])
    assert first > 0
    assert steps(record, record.trash.deleted) <= first * 1.2
