"""Entries: read, log, change, remove; each verb's effect, its ChangeSet, and that undo restores."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import invented
import pytest
from support import TODAY

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import (
    BotoxDraft,
    EntryDraft,
    MicrodermabrasionDraft,
    PersonDraft,
    PointDraft,
    RatingDraft,
    draft_of,
)
from tracker.core.errors import InvalidDraftError, NotFoundError, Problem
from tracker.core.records import Botox, Kind, Person, Setting
from tracker.services.record import Record

DRAFTS: dict[str, EntryDraft] = {
    "session": invented.session(),
    "botox": invented.botox(),
    "rating": invented.rating(),
    "bare session": MicrodermabrasionDraft(on=TODAY),
    "bare botox": BotoxDraft(on=TODAY, product="other"),
    "bare rating": RatingDraft(on=TODAY, rater=None, scores={"dullness": 0}),
    "total without points": BotoxDraft(on=TODAY, product="dysport", units=Decimal("0.1")),
}


@pytest.fixture
def anna(record: Record) -> Person:
    """Return the person whose entries these are."""
    return record.people.add(invented.person(name="Anna"))


@pytest.fixture
def told(record: Record, anna: Person) -> list[ChangeSet]:
    """Return the list of what listeners are told from now on."""
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    return heard


@pytest.mark.parametrize("name", DRAFTS)
def test_a_logged_entry_is_read_as_it_was_returned(record: Record, anna: Person, name: str) -> None:
    entry = record.entries.add(anna.id, DRAFTS[name])
    assert record.entries.get(entry.id) == entry
    assert record.entries.of(anna.id) == (entry,)
    assert draft_of(entry) == draft_of(DRAFTS[name].record(entry.id, anna.id, 0))


@pytest.mark.parametrize("name", DRAFTS)
def test_logging_is_told_and_can_be_undone(record: Record, anna: Person, told: list[ChangeSet], name: str) -> None:
    entry = record.entries.add(anna.id, DRAFTS[name])
    assert told[0].label == ChangeLabel("log", entry.kind.value, entry.on.isoformat())
    assert told[0].people == {anna.id}
    assert all(row.before is None for row in told[0].rows)
    undone = record.undo.undo()
    assert (undone.direction, undone.label, undone.people) == ("undo", told[0].label, {anna.id})
    assert record.entries.of(anna.id) == ()
    record.undo.redo()
    assert record.entries.of(anna.id) == (entry,)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("session", {"note": "", "areas": (), "cost": None, "vacuum": Decimal("1.5")}),
        ("botox", {"points": [PointDraft(units=Decimal(3), site="procerus")], "units": None}),
        ("botox", {"points": [], "units": Decimal("12.5")}),
        (
            "botox",
            {"points": [PointDraft(units=Decimal("0.1"), x=Decimal(number), y=Decimal(0)) for number in range(9)]},
        ),
        ("rating", {"scores": {"tone": 10}, "at": None}),
    ],
)
def test_an_edit_is_read_told_and_undone(
    record: Record, anna: Person, told: list[ChangeSet], name: str, changes: dict[str, Any]
) -> None:
    before = record.entries.add(anna.id, DRAFTS[name])
    draft = draft_of(before)
    if isinstance(draft, BotoxDraft):
        draft.units = None
    for field, value in changes.items():
        setattr(draft, field, value)
    after = record.entries.change(before.id, draft)
    assert after != before
    assert record.entries.of(anna.id) == (after,)
    assert (after.id, after.entered) == (before.id, before.entered)
    assert told[-1].label == ChangeLabel("edit", before.kind.value, before.on.isoformat())
    record.undo.undo()
    assert record.entries.of(anna.id) == (before,)
    record.undo.redo()
    assert record.entries.of(anna.id) == (after,)


@pytest.mark.parametrize("name", DRAFTS)
def test_an_edit_that_changes_nothing_is_not_recorded(
    record: Record, anna: Person, told: list[ChangeSet], name: str
) -> None:
    entry = record.entries.add(anna.id, DRAFTS[name])
    assert record.entries.change(entry.id, draft_of(entry)) == entry
    assert len(told) == 1


def test_an_edit_of_one_point_writes_one_point(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    entry = record.entries.add(anna.id, invented.botox())
    draft = draft_of(entry)
    assert isinstance(draft, BotoxDraft)
    draft.units = None
    draft.points[0] = PointDraft(units=Decimal(5), site="procerus")
    record.entries.change(entry.id, draft)
    assert sorted(row.table for row in told[-1].rows) == ["botox", "injection_point"]


def test_an_entry_cannot_become_another_kind(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, invented.session())
    with pytest.raises(ValueError, match="cannot become"):
        record.entries.change(entry.id, invented.rating())
    assert record.entries.of(anna.id) == (entry,)


def test_removed_entries_are_one_change(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    entries = [
        record.entries.add(anna.id, draft) for draft in (invented.botox(), invented.session(), invented.rating())
    ]
    before = record.entries.of(anna.id)
    record.entries.remove([entry.id for entry in entries])
    assert record.entries.of(anna.id) == ()
    assert told[-1].label == ChangeLabel("delete", "entries", count=3)
    assert all(row.after is None for row in told[-1].rows)
    record.undo.undo()
    assert record.entries.of(anna.id) == before
    record.undo.redo()
    assert record.entries.of(anna.id) == ()


def test_a_single_removal_is_named_for_the_entry(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    entry = record.entries.add(anna.id, invented.rating())
    record.entries.remove([entry.id, entry.id])
    assert told[-1].label == ChangeLabel("delete", "rating", entry.on.isoformat())


def test_removing_nothing_is_no_change(record: Record, anna: Person, told: list[ChangeSet]) -> None:
    record.entries.remove([])
    assert told == []


def test_removing_with_one_unknown_entry_removes_nothing(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, invented.rating())
    with pytest.raises(NotFoundError):
        record.entries.remove([entry.id, uuid4()])
    assert record.entries.of(anna.id) == (entry,)


def test_what_is_unknown_is_not_found(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.entries.get(uuid4())
    with pytest.raises(NotFoundError):
        record.entries.add(uuid4(), invented.rating())
    with pytest.raises(NotFoundError):
        record.entries.change(uuid4(), invented.rating())
    assert record.entries.of(uuid4()) == ()
    assert record.entries.count() == 0


@pytest.mark.parametrize(
    "draft",
    [RatingDraft(on=TODAY), BotoxDraft(on=TODAY), MicrodermabrasionDraft(), invented.rating(TODAY + timedelta(1))],
)
def test_a_draft_with_problems_is_not_saved(record: Record, anna: Person, draft: EntryDraft) -> None:
    with pytest.raises(InvalidDraftError):
        record.entries.add(anna.id, draft)
    assert record.entries.of(anna.id) == ()


def test_entries_come_newest_first(record: Record, anna: Person) -> None:
    first = record.entries.add(anna.id, invented.rating(TODAY - timedelta(2), at=None))
    untimed = record.entries.add(anna.id, invented.rating(TODAY, at=None))
    late = record.entries.add(anna.id, invented.rating(TODAY, at=time(18)))
    early = record.entries.add(anna.id, invented.rating(TODAY, at=time(6)))
    assert record.entries.of(anna.id) == (late, early, untimed, first)


def test_one_persons_entries_are_not_anothers(record: Record, anna: Person) -> None:
    bo = record.people.add(invented.person(name="Bo"))
    of_anna = record.entries.add(anna.id, invented.botox())
    of_bo = record.entries.add(bo.id, invented.botox())
    assert record.entries.of(anna.id) == (of_anna,)
    assert record.entries.of(bo.id) == (of_bo,)
    assert record.entries.latest(bo.id, Kind.BOTOX) == of_bo


def test_the_latest_of_a_kind_and_of_a_product_is_found(record: Record, anna: Person) -> None:
    assert record.entries.latest(anna.id, Kind.BOTOX) is None
    assert record.entries.latest_of_product(anna.id, "dysport") is None
    older = record.entries.add(anna.id, invented.botox(date(2025, 1, 1)))
    newer = record.entries.add(anna.id, invented.botox(date(2025, 9, 1), product="xeomin"))
    session = record.entries.add(anna.id, invented.session(date(2024, 1, 1)))
    morning = record.entries.add(anna.id, invented.rating(TODAY, at=time(9)))
    record.entries.add(anna.id, invented.rating(TODAY, at=time(7)))
    assert record.entries.latest(anna.id, Kind.BOTOX) == newer
    assert record.entries.latest(anna.id, Kind.MICRODERMABRASION) == session
    assert record.entries.latest(anna.id, Kind.RATING) == morning
    assert record.entries.latest_of_product(anna.id, "dysport") == older
    assert record.entries.latest_of_product(anna.id, "jeuveau") is None


def test_entries_of_one_day_keep_the_order_in_which_they_were_entered(record: Record, anna: Person) -> None:
    entered = []
    for number in range(3):
        entered.append(record.entries.add(anna.id, invented.session(TODAY, at=None, minutes=number)).entered)
        record.entries.add(anna.id, invented.rating())
        record.undo.undo()
    assert entered == sorted(set(entered))


@pytest.mark.parametrize("reason", ["", "  ", "no"])
def test_a_treatment_too_soon_needs_a_reason(record: Record, anna: Person, reason: str) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(30)))
    with pytest.raises(InvalidDraftError) as caught:
        record.entries.add(anna.id, invented.botox(TODAY, override_reason=reason))
    assert caught.value.problems == (Problem("override_reason", "needs_note"),)
    assert len(record.entries.of(anna.id)) == 1


def test_a_treatment_too_soon_is_saved_with_its_reason(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(30)))
    entry = record.entries.add(anna.id, invented.botox(TODAY, override_reason="yes"))
    assert isinstance(entry, Botox)
    assert entry.override_reason == "yes"


def test_a_treatment_early_or_due_needs_no_reason(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.session(TODAY - timedelta(10)))
    record.entries.add(anna.id, invented.session(TODAY, override_reason=""))
    record.entries.add(anna.id, invented.botox(TODAY, at=None, override_reason=""))
    assert record.entries.count() == 3


def test_an_edit_that_no_rule_looks_at_needs_no_reason(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(30)))
    entry = record.entries.add(anna.id, invented.botox(TODAY))
    draft = draft_of(entry)
    assert isinstance(draft, BotoxDraft)
    draft.override_reason = ""
    draft.note = "another note"
    assert record.entries.change(entry.id, draft).note == "another note"


@pytest.mark.parametrize("change", [{"on": TODAY - timedelta(1)}, {"at": time(1)}, {"product": "xeomin"}])
def test_an_edit_that_rules_look_at_needs_a_reason(record: Record, anna: Person, change: dict[str, Any]) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(30)))
    entry = record.entries.add(anna.id, invented.botox(TODAY))
    draft = draft_of(entry)
    assert isinstance(draft, BotoxDraft)
    for field, value in {**change, "override_reason": ""}.items():
        setattr(draft, field, value)
    with pytest.raises(InvalidDraftError):
        record.entries.change(entry.id, draft)
    assert record.entries.get(entry.id) == entry


def test_a_touch_up_that_becomes_a_full_treatment_needs_a_reason(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(20)))
    entry = record.entries.add(anna.id, invented.botox(TODAY, is_touch_up=True, override_reason=""))
    draft = draft_of(entry)
    assert isinstance(draft, BotoxDraft)
    draft.is_touch_up = False
    with pytest.raises(InvalidDraftError):
        record.entries.change(entry.id, draft)


@pytest.mark.parametrize("change", [{"on": TODAY - timedelta(1)}, {"device": "crystal"}, {"setting": Setting.HOME}])
def test_an_edit_of_a_session_that_rules_look_at_needs_a_reason(
    record: Record, anna: Person, change: dict[str, Any]
) -> None:
    record.entries.add(anna.id, invented.session(TODAY - timedelta(3)))
    entry = record.entries.add(anna.id, invented.session(TODAY))
    draft = draft_of(entry)
    assert isinstance(draft, MicrodermabrasionDraft)
    for field, value in {**change, "override_reason": ""}.items():
        setattr(draft, field, value)
    with pytest.raises(InvalidDraftError):
        record.entries.change(entry.id, draft)


def test_an_entry_being_edited_does_not_judge_itself(record: Record, anna: Person) -> None:
    entry = record.entries.add(anna.id, invented.botox(TODAY - timedelta(30), override_reason=""))
    draft = draft_of(entry)
    draft.on = TODAY
    assert record.entries.change(entry.id, draft).on == TODAY


def test_a_touch_up_belongs_to_the_last_main_treatment_before_it(record: Record, anna: Person) -> None:
    older = record.entries.add(anna.id, invented.botox(date(2025, 3, 1)))
    main = record.entries.add(anna.id, invented.botox(date(2025, 9, 1)))
    record.entries.add(anna.id, invented.botox(date(2026, 1, 1)))
    touch_up = record.entries.add(anna.id, invented.touch_up(date(2025, 9, 20)))
    chosen = record.entries.add(anna.id, invented.touch_up(date(2025, 9, 21), touch_up_of=older.id))
    impossible = record.entries.add(anna.id, invented.touch_up(date(2025, 9, 22), touch_up_of=touch_up.id))
    first = record.entries.add(anna.id, invented.touch_up(date(2025, 1, 1)))
    found = [entry.touch_up_of for entry in (touch_up, chosen, impossible, first) if isinstance(entry, Botox)]
    assert found == [main.id, older.id, main.id, None]


def test_a_touch_up_never_belongs_to_another_persons_treatment(record: Record, anna: Person) -> None:
    bo = record.people.add(invented.person(name="Bo"))
    of_bo = record.entries.add(bo.id, invented.botox(date(2025, 3, 1)))
    touch_up = record.entries.add(anna.id, invented.touch_up(date(2025, 3, 20), touch_up_of=of_bo.id))
    assert isinstance(touch_up, Botox)
    assert touch_up.touch_up_of is None


def test_removing_a_treatment_releases_its_touch_ups_in_the_same_change(record: Record, anna: Person) -> None:
    main = record.entries.add(anna.id, invented.botox(date(2025, 9, 1)))
    touch_up = record.entries.add(anna.id, invented.touch_up(date(2025, 9, 20)))
    assert isinstance(touch_up, Botox)
    record.entries.remove([main.id])
    assert record.entries.of(anna.id) == (replace(touch_up, touch_up_of=None),)
    record.undo.undo()
    assert record.entries.of(anna.id) == (touch_up, main)


def test_a_treatment_and_its_touch_up_are_removed_together(record: Record, anna: Person) -> None:
    main = record.entries.add(anna.id, invented.botox(date(2025, 9, 1)))
    touch_up = record.entries.add(anna.id, invented.touch_up(date(2025, 9, 20)))
    for ids in ([main.id, touch_up.id], [touch_up.id, main.id]):
        record.entries.remove(ids)
        assert record.entries.of(anna.id) == ()
        record.undo.undo()
        assert record.entries.of(anna.id) == (touch_up, main)


def test_a_treatment_that_becomes_a_touch_up_releases_its_own(record: Record, anna: Person) -> None:
    first = record.entries.add(anna.id, invented.botox(date(2025, 3, 1)))
    main = record.entries.add(anna.id, invented.botox(date(2025, 9, 1)))
    touch_up = record.entries.add(anna.id, invented.touch_up(date(2025, 9, 20)))
    draft = draft_of(main)
    assert isinstance(draft, BotoxDraft)
    draft.is_touch_up = True
    changed = record.entries.change(main.id, draft)
    assert isinstance(changed, Botox)
    assert isinstance(touch_up, Botox)
    assert changed.touch_up_of == first.id
    assert record.entries.get(touch_up.id) == replace(touch_up, touch_up_of=None)
    assert record.check() == ()


def test_entries_are_counted_for_one_person_and_for_all(record: Record) -> None:
    anna, bo = (record.people.add(PersonDraft(name=name)) for name in ("Anna", "Bo"))
    for person in (anna, anna, bo):
        record.entries.add(person.id, invented.rating())
    assert (record.entries.count_of(anna.id), record.entries.count_of(bo.id), record.entries.count()) == (2, 1, 3)


def test_back_filling_too_close_before_a_later_entry_needs_a_reason(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(TODAY, override_reason=""))
    for draft in (invented.botox(TODAY - timedelta(30)), invented.botox(TODAY - timedelta(89))):
        draft.override_reason = ""
        with pytest.raises(InvalidDraftError) as caught:
            record.entries.add(anna.id, draft)
        assert caught.value.problems == (Problem("override_reason", "needs_note"),)
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(90), override_reason=""))


def test_only_areas_that_overlap_need_a_reason(record: Record, anna: Person) -> None:
    record.entries.add(
        anna.id, invented.botox(TODAY - timedelta(1), points=[PointDraft(units=Decimal(4), site="procerus")])
    )
    entry = record.entries.add(anna.id, invented.session(TODAY, areas=("hands",), override_reason=""))
    draft = draft_of(entry)
    assert isinstance(draft, MicrodermabrasionDraft)
    draft.areas = ("hands", "forehead")
    with pytest.raises(InvalidDraftError):
        record.entries.change(entry.id, draft)
    draft.areas = ("neck",)
    assert record.entries.change(entry.id, draft) != entry


def test_moving_injection_points_to_where_a_rule_looks_needs_a_reason(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.session(TODAY - timedelta(1), areas=("forehead",)))
    platysma = [PointDraft(units=Decimal(4), site="platysma-upper-l")]
    entry = record.entries.add(anna.id, invented.botox(TODAY, points=platysma, override_reason=""))
    draft = draft_of(entry)
    assert isinstance(draft, BotoxDraft)
    draft.units, draft.points = None, [PointDraft(units=Decimal(4), site="procerus")]
    with pytest.raises(InvalidDraftError):
        record.entries.change(entry.id, draft)
    draft.points = [PointDraft(units=Decimal(30), site="platysma-upper-l")]
    record.entries.change(entry.id, draft)
