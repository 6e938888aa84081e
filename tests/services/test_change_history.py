"""What was changed, by whom, field by field: of an entry and of a person, newest first."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.adverse_events import AdverseEvent
from tracker.core.amendments import Amendment
from tracker.core.change_history import FieldChange, PointChange, RecordedChange, Treated
from tracker.core.changes import ChangeLabel
from tracker.core.drafts import BotoxDraft, PersonDraft, PointDraft, RatingDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.store import edits

REASON = "because"


@pytest.fixture
def anna(record: Record) -> Person:
    return record.people.add(invented.person(name="Anna Example"))


def by_field(change: RecordedChange) -> dict[str, tuple[Any, Any]]:
    return {item.field: (item.before, item.after) for item in change.fields}


def write(record: Record, change: Any, verb: str = "edit") -> None:
    """Write as a verb that other parts of the program have."""
    with record._store.write(ChangeLabel(verb, "entry")) as written:
        change(written.recorder)


def test_an_edit_names_each_field_with_its_old_and_new_value(record: Record, anna: Person, clock: FixedClock) -> None:
    rated = record.entries.add(anna.id, RatingDraft(on=TODAY, scores={"texture": 4, "wrinkles": 0}))
    clock.at = time(13, 30)
    record._store.made_by = "Dr A. Osei"
    record.entries.change(rated.id, RatingDraft(on=date(2026, 3, 8), scores={"texture": 0, "wrinkles": 0}, note="n"))
    newest, oldest = record.changes.of_entry(rated.id).changes
    assert (newest.by, newest.at) == ("Dr A. Osei", datetime(2026, 3, 9, 13, 30, tzinfo=UTC))
    assert (newest.table, newest.row_id, newest.on) == ("rating", rated.id, date(2026, 3, 8))
    assert (newest.is_new, newest.is_gone, newest.direction) == (False, False, "do")
    assert newest.fields == (
        FieldChange("given_on", TODAY, date(2026, 3, 8)),
        FieldChange("note", None, "n"),
        FieldChange("texture", 4, 0),
    )
    assert (oldest.by, oldest.is_new) == (None, True)
    assert by_field(oldest) == {
        "given_on": (None, TODAY),
        "rater": (None, "self"),
        "texture": (None, 4),
        "wrinkles": (None, 0),
    }


def test_undo_and_redo_are_changes_of_their_own(record: Record, anna: Person) -> None:
    rated = record.entries.add(anna.id, RatingDraft(on=TODAY, scores={"texture": 4}))
    record.undo.undo()
    record.undo.redo()
    redone, undone, _ = record.changes.of_entry(rated.id).changes
    assert [(one.direction, one.is_new, one.is_gone) for one in (redone, undone)] == [
        ("redo", True, False),
        ("undo", False, True),
    ]
    assert by_field(undone)["texture"] == (4, None)


def test_values_of_every_kind_are_decoded(record: Record, anna: Person) -> None:
    botox = record.entries.add(anna.id, invented.botox(is_touch_up=True))
    fields = by_field(record.changes.of_entry(botox.id).changes[0])
    assert fields["given_at"] == (None, time(17, 5))
    assert fields["dilution_ml"] == (None, Decimal("2.5"))
    assert fields["units"] == (None, Decimal("12.5"))
    assert fields["is_touch_up"] == (None, True)
    assert by_field(record.changes.of_person(anna.id).changes[1])["cautions"] == (None, ("cold_sores", "retinoid"))


def test_injection_points_are_told_by_site(record: Record, anna: Person) -> None:
    botox = record.entries.add(anna.id, invented.botox())
    first = record.changes.of_entry(botox.id).changes[0]
    assert first.points == (PointChange("procerus", None, Decimal("4.5")), PointChange(None, None, Decimal(8)))
    moved = [
        PointDraft(units=Decimal("4.5"), site="procerus", x=Decimal(1), y=Decimal(2)),
        PointDraft(units=Decimal(6), site="corrugator-medial-r"),
        PointDraft(units=Decimal(2), x=Decimal(100), y=Decimal("200.25")),
    ]
    record.entries.change(botox.id, invented.botox(points=moved))
    newest = record.changes.of_entry(botox.id).changes[0]
    assert newest.fields == ()
    assert newest.on == botox.on
    assert set(newest.points) == {
        PointChange("procerus", Decimal("4.5"), Decimal("4.5")),
        PointChange(None, Decimal(8), None),
        PointChange("corrugator-medial-r", None, Decimal(6)),
        PointChange(None, None, Decimal(2)),
    }


def test_a_point_that_only_takes_another_number_is_no_change(record: Record, anna: Person) -> None:
    points = [PointDraft(units=Decimal(4), site=site) for site in invented.SITES]
    botox = record.entries.add(anna.id, BotoxDraft(on=TODAY, product="dysport", points=points))
    record.entries.change(botox.id, BotoxDraft(on=TODAY, product="dysport", points=points[1:]))
    newest = record.changes.of_entry(botox.id).changes[0]
    assert newest.points == (PointChange("procerus", Decimal(4), None),)
    assert by_field(newest) == {"units": (Decimal(12), Decimal(8))}


def test_a_touch_up_names_the_day_of_its_treatment_even_when_that_is_gone(record: Record, anna: Person) -> None:
    main = record.entries.add(anna.id, invented.botox())
    touch_up = record.entries.add(anna.id, invented.touch_up(TODAY))
    record.entries.remove([main.id])
    released, logged = record.changes.of_entry(touch_up.id).changes
    assert by_field(logged)["touch_up_of"] == (None, Treated(main.id, main.on))
    assert by_field(released) == {"touch_up_of": (Treated(main.id, main.on), None)}


def test_an_entry_has_the_changes_of_what_belongs_to_it_and_of_nothing_else(record: Record, anna: Person) -> None:
    botox = record.entries.add(anna.id, invented.botox())
    other = record.entries.add(anna.id, invented.botox(TODAY))
    event = AdverseEvent(
        id=uuid4(), person_id=anna.id, entry_id=botox.id, term="bruising", onset_on=TODAY, grade=1, entered=1
    )
    amendment = Amendment(
        id=uuid4(),
        person_id=anna.id,
        entry_id=botox.id,
        at=datetime(2026, 3, 9, tzinfo=UTC),
        by="Dr X",
        reason=REASON,
        before="{}",
        after="{}",
    )
    write(record, lambda recorder: edits.add(recorder, [event, amendment]))
    write(record, lambda recorder: edits.remove(recorder, [event]))
    assert [one.table for one in record.changes.of_entry(botox.id).changes] == [
        "adverse_event",
        "adverse_event",
        "amendment",
        "botox",
    ]
    assert by_field(record.changes.of_entry(botox.id).changes[2])["reason"] == (None, REASON)
    assert [one.row_id for one in record.changes.of_entry(other.id).changes] == [other.id]


def test_an_entry_that_went_to_another_person_keeps_its_changes(record: Record, anna: Person) -> None:
    bea = record.people.add(PersonDraft(name="Bea Example"))
    rated = record.entries.add(anna.id, invented.rating())
    write(record, lambda recorder: edits.replace(recorder, rated, replace(rated, person_id=bea.id)), "move")
    moved, logged = record.changes.of_entry(rated.id).changes
    assert by_field(moved) == {"person_id": (anna.id, bea.id)}
    assert logged.is_new
    assert "person_id" not in by_field(logged)


def test_a_person_has_what_came_to_them_from_its_beginning_and_what_left_until_it_did(
    record: Record, anna: Person
) -> None:
    bea = record.people.add(PersonDraft(name="Bea Example"))
    rated = record.entries.add(anna.id, RatingDraft(on=TODAY, scores={"texture": 4}))
    write(record, lambda recorder: edits.replace(recorder, rated, replace(rated, person_id=bea.id)), "move")
    record.entries.change(rated.id, RatingDraft(on=TODAY, scores={"texture": 5}))
    edited, moved, logged = [one for one in record.changes.of_person(bea.id).changes if one.table == "rating"]
    assert logged.is_new
    assert by_field(edited) == {"texture": (4, 5)}
    assert [one.key for one in record.changes.of_person(anna.id).changes if one.table == "rating"] == [
        moved.key,
        logged.key,
    ]


def test_a_deleted_entry_has_its_changes_still(record: Record, anna: Person) -> None:
    rated = record.entries.add(anna.id, invented.rating())
    record.entries.remove([rated.id])
    assert [one.is_gone for one in record.changes.of_entry(rated.id).changes] == [True, False]


def test_a_person_has_all_their_changes_and_nobody_elses(record: Record, anna: Person) -> None:
    bea = record.people.add(PersonDraft(name="Bea Example"))
    record.entries.add(bea.id, invented.rating())
    record.plans.add(anna.id, Kind.BOTOX, TODAY)
    record.people.change(anna.id, replace(PersonDraft.of(anna), phone="", private_note="p"))
    edited, planned, added = record.changes.of_person(anna.id).changes
    assert [one.table for one in (edited, planned, added)] == ["person", "planned_treatment", "person"]
    assert by_field(edited)["phone"] == ("+00 000 000", None)
    assert planned.on == TODAY
    assert record.changes.of_person(UUID(int=9, version=4)).changes == ()


def test_pages_follow_each_other_even_within_one_verb(record: Record, anna: Person) -> None:
    entries = [record.entries.add(anna.id, invented.rating(TODAY)) for _ in range(3)]
    record.entries.remove([entry.id for entry in entries])
    seen, start = [], None
    for _ in range(4):
        page = record.changes.of_person(anna.id, start, most=2)
        assert len(page.changes) <= 2
        seen += page.changes
        start = page.following
    assert start is None
    assert seen == list(record.changes.of_person(anna.id).changes)
    assert len(seen) == 7


def test_only_what_is_wanted_is_given_and_read_on(record: Record, anna: Person) -> None:
    for _ in range(3):
        record.entries.add(anna.id, invented.rating(TODAY))
    page = record.changes.of_person(anna.id, wanted=lambda change: change.table == "rating", most=2)
    following = record.changes.of_person(
        anna.id, page.following, wanted=lambda change: change.table == "rating", most=2
    )
    assert [len(page.changes), len(following.changes), following.following] == [2, 1, None]
