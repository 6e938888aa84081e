"""Signing: who signs, what a signature refuses, how an amendment shows both versions, and what undo makes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import invented
import pytest
from support import TODAY

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import PointDraft, draft_of
from tracker.core.errors import InvalidDraftError, NobodyWorksHereError, NotFoundError, Problem, SignedEntryError
from tracker.core.records import Botox, Entry, Person
from tracker.services.record import Record

NOON = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=12)
DRAFTS = {
    "session": invented.session(),
    "botox": invented.botox(),
    "rating": invented.rating(),
    "other_event": invented.note(),
}


@pytest.fixture
def anna(record: Record) -> Person:
    """Return the person whose entries these are; Dr A. Osei works here now."""
    record.made_by = "Dr A. Osei"
    return record.people.add(invented.person(name="Anna"))


def signed(record: Record, person: Person, name: str = "botox") -> Entry:
    entry = record.entries.add(person.id, DRAFTS[name])
    record.entries.sign([entry.id])
    return record.entries.get(entry.id)


@pytest.mark.parametrize("name", DRAFTS)
def test_a_signed_entry_bears_name_and_moment_and_is_else_as_it_was(record: Record, anna: Person, name: str) -> None:
    entry = record.entries.add(anna.id, DRAFTS[name])
    record.entries.sign([entry.id])
    assert record.entries.get(entry.id) == replace(entry, signed_at=NOON, signed_by="Dr A. Osei")


def test_several_entries_are_signed_in_one_change_and_the_signed_stay_as_they_are(record: Record, anna: Person) -> None:
    first = signed(record, anna)
    others = [record.entries.add(anna.id, DRAFTS[name]) for name in ("session", "rating")]
    told: list[ChangeSet] = []
    record.listen(told.append)
    record.made_by = "B. Example"
    record.entries.sign([first.id, *(one.id for one in others)])
    assert told[0].label == ChangeLabel("sign", "entries", count=2)
    assert [record.entries.get(one.id).signed_by for one in (first, *others)] == [
        "Dr A. Osei",
        "B. Example",
        "B. Example",
    ]


def test_signing_one_entry_names_it(record: Record, anna: Person) -> None:
    told: list[ChangeSet] = []
    record.listen(told.append)
    entry = signed(record, anna)
    assert told[-1].label == ChangeLabel("sign", "botox", entry.on.isoformat())


def test_nobody_signs_without_a_name(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, DRAFTS["rating"])
    record.made_by = None
    with pytest.raises(NobodyWorksHereError):
        record.entries.sign([entry.id])
    assert record.entries.get(entry.id) == entry


def test_an_unknown_entry_is_not_signed_nor_any_other(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, DRAFTS["rating"])
    with pytest.raises(NotFoundError):
        record.entries.sign([entry.id, anna.id])
    assert record.entries.get(entry.id) == entry


@pytest.mark.parametrize("name", DRAFTS)
def test_a_signed_entry_is_not_changed(record: Record, anna: Person, name: str) -> None:
    entry = signed(record, anna, name)
    with pytest.raises(SignedEntryError):
        record.entries.change(entry.id, replace(DRAFTS[name], note="another"))
    assert record.entries.get(entry.id) == entry


def test_a_signed_entry_is_not_removed_nor_those_selected_with_it(record: Record, anna: Person) -> None:
    entry, other = signed(record, anna), record.entries.add(anna.id, DRAFTS["rating"])
    with pytest.raises(SignedEntryError) as refused:
        record.entries.remove([other.id, entry.id])
    assert refused.value.count == 1
    assert len(record.entries.of(anna.id)) == 2


def test_a_main_treatment_with_a_signed_touch_up_is_not_removed(record: Record, anna: Person) -> None:
    main = record.entries.add(anna.id, invented.botox())
    touch_up = record.entries.add(anna.id, invented.touch_up(main.on + timedelta(14)))
    record.entries.sign([touch_up.id])
    with pytest.raises(SignedEntryError):
        record.entries.remove([main.id])
    assert record.entries.get(touch_up.id).signed_by == "Dr A. Osei"


@pytest.mark.parametrize("name", DRAFTS)
def test_an_amendment_keeps_both_versions_the_reason_and_the_signature(record: Record, anna: Person, name: str) -> None:
    entry = signed(record, anna, name)
    record.made_by = "B. Example"
    after = record.entries.amend(entry.id, replace(DRAFTS[name], note="on the left"), " wrong side ")
    assert (after.note, after.signed_at, after.signed_by) == ("on the left", NOON, "Dr A. Osei")
    assert record.entries.get(entry.id) == after
    (amended,) = record.entries.amendments_of(entry.id)
    assert (amended.before, amended.after) == (entry, after)
    said = amended.amendment
    assert (said.by, said.at, said.reason, said.person_id) == ("B. Example", NOON, "wrong side", anna.id)


def test_a_second_amendment_begins_where_the_first_ended(record: Record, anna: Person) -> None:
    entry = signed(record, anna)
    fewer = [PointDraft(units=Decimal(2), site="procerus")]
    first = record.entries.amend(entry.id, replace(DRAFTS["botox"], points=fewer), "counted again")
    second = record.entries.amend(entry.id, replace(DRAFTS["botox"], points=[], units=Decimal(9)), "no points")
    versions = record.entries.amendments_of(entry.id)
    assert [(one.before, one.after) for one in versions] == [(entry, first), (first, second)]
    assert isinstance(first, Botox)
    assert [point.units for point in first.points] == [Decimal(2)]


@pytest.mark.parametrize("reason", ["", "  a ", "ab"])
def test_an_amendment_without_a_reason_is_refused(record: Record, anna: Person, reason: str) -> None:
    entry = signed(record, anna)
    with pytest.raises(InvalidDraftError) as refused:
        record.entries.amend(entry.id, replace(DRAFTS["botox"], note="x"), reason)
    assert refused.value.problems == (Problem("reason", "needs_note"),)
    assert record.entries.get(entry.id) == entry
    assert record.entries.amendments_of(entry.id) == ()


def test_an_amendment_needs_a_name(record: Record, anna: Person) -> None:
    entry = signed(record, anna)
    record.made_by = None
    with pytest.raises(NobodyWorksHereError):
        record.entries.amend(entry.id, draft_of(entry), "wrong side")


def test_an_amendment_that_changes_nothing_writes_nothing(record: Record, anna: Person) -> None:
    entry = signed(record, anna)
    assert record.entries.amend(entry.id, draft_of(entry), "looked again") == entry
    assert record.entries.amendments_of(entry.id) == ()


def test_signing_is_taken_back_directly_after_and_done_again(record: Record, anna: Person) -> None:
    entry = signed(record, anna)
    record.undo.undo()
    assert record.entries.get(entry.id).signed_at is None
    record.undo.redo()
    assert record.entries.get(entry.id) == entry


def test_undo_takes_the_signature_back_before_it_reaches_an_earlier_change(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, DRAFTS["session"])
    changed = record.entries.change(entry.id, replace(DRAFTS["session"], note="changed"))
    record.entries.sign([entry.id])
    record.undo.undo()
    assert record.entries.get(entry.id) == changed
    record.undo.undo()
    assert record.entries.get(entry.id) == entry


def test_undoing_an_amendment_brings_the_signed_version_back(record: Record, anna: Person) -> None:
    entry = signed(record, anna)
    record.entries.amend(entry.id, replace(DRAFTS["botox"], lot="B2"), "read the vial again")
    record.undo.undo()
    assert record.entries.get(entry.id) == entry
    assert record.entries.amendments_of(entry.id) == ()


def test_every_change_bears_the_name_of_who_works_here_now(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, DRAFTS["rating"])
    record.made_by = None
    record.entries.add(anna.id, DRAFTS["session"])
    with record._store.read() as connection:
        names = connection.exec_driver_sql("SELECT made_by FROM change_batch ORDER BY id").scalars().all()
    assert names == ["Dr A. Osei", "Dr A. Osei", None]
