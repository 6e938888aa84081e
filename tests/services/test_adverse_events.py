"""What happened after treatments: each verb, undo of each, and that it goes and comes back with its treatment."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import invented
import pytest
from support import TODAY

from tracker.core.changes import ChangeLabel
from tracker.core.drafts import AdverseEventDraft
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.records import Botox, Person
from tracker.services.record import Record

DRAFT = AdverseEventDraft(term="bruise", onset_on=TODAY - timedelta(100), grade=1, action="none")


@pytest.fixture
def anna(record: Record) -> Person:
    """Return the person who was treated."""
    return record.people.add(invented.person(name="Anna"))


@pytest.fixture
def treatment(record: Record, anna: Person) -> Botox:
    """Return the treatment after which it happened."""
    entry = record.entries.add(anna.id, invented.botox())
    assert isinstance(entry, Botox)
    return entry


def test_what_was_added_is_read_as_it_was_returned(record: Record, anna: Person, treatment: Botox) -> None:
    event = record.adverse_events.add(treatment.id, DRAFT)
    assert (event.person_id, event.entry_id) == (anna.id, treatment.id)
    assert record.adverse_events.get(event.id) == event
    assert record.adverse_events.of(anna.id) == record.adverse_events.of_entry(treatment.id) == (event,)
    assert record.adverse_events.of(uuid4()) == ()


def test_events_come_in_the_order_in_which_they_began(record: Record, anna: Person, treatment: Botox) -> None:
    later = record.adverse_events.add(treatment.id, replace(DRAFT, onset_on=TODAY))
    first = record.adverse_events.add(treatment.id, DRAFT)
    second = record.adverse_events.add(treatment.id, replace(DRAFT, term="headache"))
    assert record.adverse_events.of(anna.id) == (first, second, later)


def test_each_verb_is_told_and_undone(record: Record, anna: Person, treatment: Botox) -> None:
    told = []
    record.listen(told.append)
    event = record.adverse_events.add(treatment.id, DRAFT)
    changed = record.adverse_events.change(event.id, replace(DRAFT, grade=3))
    record.adverse_events.remove(event.id)
    day = DRAFT.onset_on.isoformat()  # type: ignore[union-attr]
    assert [change.label for change in told] == [
        ChangeLabel(verb, "adverse_event", day) for verb in ("log", "edit", "delete")
    ]
    assert all(change.people == {anna.id} for change in told)
    for expected in ((changed,), (event,), ()):
        record.undo.undo()
        assert record.adverse_events.of(anna.id) == expected


def test_a_removed_treatment_takes_it_along_and_brings_it_back(record: Record, anna: Person, treatment: Botox) -> None:
    other = record.entries.add(anna.id, invented.session())
    kept = record.adverse_events.add(other.id, replace(DRAFT, onset_on=TODAY))
    event = record.adverse_events.add(treatment.id, DRAFT)
    record.entries.remove([treatment.id])
    assert record.adverse_events.of(anna.id) == (kept,)
    record.undo.undo()
    assert record.entries.get(treatment.id) == treatment
    assert set(record.adverse_events.of(anna.id)) == {event, kept}


def test_nothing_is_saved_of_a_wrong_draft(record: Record, anna: Person, treatment: Botox) -> None:
    before_treatment = replace(DRAFT, onset_on=treatment.on - timedelta(1))
    with pytest.raises(InvalidDraftError):
        record.adverse_events.add(treatment.id, before_treatment)
    event = record.adverse_events.add(treatment.id, DRAFT)
    with pytest.raises(InvalidDraftError):
        record.adverse_events.change(event.id, before_treatment)
    assert record.adverse_events.of(anna.id) == (event,)


def test_it_belongs_to_a_treatment_that_is_there(record: Record, anna: Person) -> None:
    with pytest.raises(NotFoundError):
        record.adverse_events.add(uuid4(), DRAFT)
    for verb in (record.adverse_events.get, record.adverse_events.remove):
        with pytest.raises(NotFoundError):
            verb(uuid4())
    with pytest.raises(NotFoundError):
        record.adverse_events.change(uuid4(), DRAFT)
    rating = record.entries.add(anna.id, invented.rating())
    with pytest.raises(ValueError, match="rating"):
        record.adverse_events.add(rating.id, DRAFT)


def test_the_history_file_does_not_carry_it(record: Record, treatment: Botox) -> None:
    record.adverse_events.add(treatment.id, replace(DRAFT, note="a secret word"))
    assert b"a secret word" not in record.transfer.export()


def test_a_treatment_is_not_moved_behind_what_happened_after_it(record: Record, treatment: Botox) -> None:
    record.adverse_events.add(treatment.id, DRAFT)
    for day in (DRAFT.onset_on, TODAY - timedelta(110)):
        record.entries.change(treatment.id, invented.botox(day))
    with pytest.raises(InvalidDraftError, match="on: after_onset"):
        record.entries.change(treatment.id, invented.botox(TODAY - timedelta(99)))
    record.made_by = "Dr C. Example"
    record.entries.sign([treatment.id])
    with pytest.raises(InvalidDraftError, match="on: after_onset"):
        record.entries.amend(treatment.id, invented.botox(TODAY - timedelta(99)), "wrong day")
    assert record.entries.get(treatment.id).on == TODAY - timedelta(110)


def test_an_import_moves_no_treatment_behind_what_happened_after_it(record: Record, treatment: Botox) -> None:
    record.adverse_events.add(treatment.id, DRAFT)
    was = treatment.on.isoformat().encode()
    data = record.transfer.export().replace(was, TODAY.isoformat().encode()).replace(b"five points", b"six points")
    done = record.transfer.run(record.transfer.preview(data), takes_differences=True)
    assert [found.taken for found in done.differences] == [None]
    assert record.entries.get(treatment.id) == treatment
