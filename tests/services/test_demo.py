"""The demo: invented people, moved to today, sound and ready to be looked at."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, ContactDraft, PersonDraft
from tracker.core.errors import RecordUnreadableError
from tracker.core.events import event_of
from tracker.core.judgement import Status
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import TREATMENTS, Botox, Kind, Microdermabrasion, OtherEvent, Rating, Treatment
from tracker.paths import resource_folder
from tracker.services.demo import DemoError, create_demo
from tracker.services.record import Record, open_record

FOLDER = resource_folder() / "demo"
HOME_PERSON = "Maya Lindqvist"


@pytest.fixture
def demo(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    create_demo(tmp_path / "demo.db", catalog, clock, FOLDER)
    record = open_record(tmp_path / "demo.db", catalog, clock)
    yield record
    record.close()


def test_the_home_person_looks_as_in_the_design(demo: Record) -> None:
    entries = demo.entries.of(demo.people.named(HOME_PERSON).id)
    last_year = [entry for entry in entries if entry.on >= TODAY - timedelta(days=365)]
    botoxes = [entry for entry in entries if isinstance(entry, Botox)]
    assert [(entry.on, entry.units, len(entry.points)) for entry in botoxes] == [
        (date(2025, 11, 27), Decimal(44), 11),
        (date(2025, 7, 31), Decimal(44), 11),
        (date(2025, 4, 10), Decimal(44), 11),
    ]
    assert sum(isinstance(entry, Microdermabrasion) for entry in last_year) == 11
    assert sum(isinstance(entry, Rating) for entry in last_year) == 27
    assert (TODAY - min(entry.on for entry in entries)).days > 500


def test_the_home_person_has_the_plans_of_the_design(demo: Record) -> None:
    plans = demo.plans.of(demo.people.named(HOME_PERSON).id)
    assert [(plan.kind, plan.on) for plan in plans] == [
        (Kind.MICRODERMABRASION, date(2026, 3, 12)),
        (Kind.BOTOX, date(2026, 3, 19)),
    ]
    assert all(demo.plans.judge(plan.person_id, plan.kind, plan.on, moving=plan.id).firm is None for plan in plans)


def test_a_client_has_notes_and_a_goal_and_the_home_person_none_as_in_the_design(demo: Record) -> None:
    hanna, maya = demo.people.named("Hanna Virtanen"), demo.people.named(HOME_PERSON)
    noted = [entry for entry in demo.entries.of(hanna.id) if isinstance(entry, OtherEvent)]
    assert [(entry.event, entry.on, entry.until) for entry in noted] == [
        ("note", date(2025, 10, 4), None),
        ("sun_exposure", date(2025, 6, 21), date(2025, 7, 5)),
    ]
    assert hanna.goals == {"wrinkles": 9}
    assert not any(isinstance(entry, OtherEvent) for entry in demo.entries.of(maya.id))
    assert maya.goals == {}


def test_every_state_of_a_treatment_can_be_looked_at(demo: Record) -> None:
    pictures = {row.judgement.picture for row in demo.spacing.due()}
    assert {picture.value for picture in pictures} == {"none", "wait", "held", "ready", "past"}


def test_the_practice_has_fifteen_clients_one_without_entries_and_an_archived_one(demo: Record) -> None:
    clients = [person for person in demo.people.all() if person.name != HOME_PERSON]
    assert len(clients) == 15
    assert all(client.client_number and client.birth_date for client in clients)
    assert [client.name for client in clients if not demo.entries.of(client.id)] == ["Farid Haddad"]
    assert len(demo.people.all(include_archived=True)) == 17


def test_the_demo_is_sound_and_holds_nothing_to_undo(demo: Record) -> None:
    assert demo.check() == ()
    assert demo.undo.next_undo is None
    assert demo.undo.next_redo is None


def test_no_treatment_of_the_demo_breaks_a_firm_rule(demo: Record) -> None:
    for person in demo.people.all(include_archived=True):
        entries = [entry for entry in demo.entries.of(person.id) if isinstance(entry, Treatment)]
        for entry in entries:
            others = [event_of(other) for other in entries if other is not entry]
            touches_up = isinstance(entry, Botox) and entry.is_touch_up
            judged = demo.engine.judge(entry.kind, entry.on, others, at=entry.at, is_touch_up=touches_up)
            assert judged.status is not Status.TOO_SOON, (person.name, entry.on)


@pytest.mark.parametrize("day", [date(2027, 8, 1), date(2025, 2, 28)])
def test_the_demo_is_moved_to_the_day_it_is_made_on(
    day: date, demo: Record, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    create_demo(tmp_path / "moved.db", catalog, FixedClock(day), FOLDER)
    moved = open_record(tmp_path / "moved.db", catalog, FixedClock(day))
    then = [(row.person.name, row.judgement.status) for row in demo.spacing.due()]
    assert [(row.person.name, row.judgement.status) for row in moved.spacing.due()] == then
    for kind in TREATMENTS:
        old = demo.entries.latest(demo.people.named(HOME_PERSON).id, kind)
        new = moved.entries.latest(moved.people.named(HOME_PERSON).id, kind)
        assert old is not None
        assert new is not None
        assert new.on - old.on == day - TODAY
    moved.close()


def test_expiry_dates_move_with_the_treatments(tmp_path: Path, catalog: Catalog) -> None:
    clock = FixedClock(date(2027, 3, 9))
    create_demo(tmp_path / "moved.db", catalog, clock, FOLDER)
    moved = open_record(tmp_path / "moved.db", catalog, clock)
    last = moved.entries.latest_of_product(moved.people.named(HOME_PERSON).id, "botox_cosmetic")
    assert last is not None
    assert last.expires == "2028-05"
    moved.close()


def test_a_demo_is_not_made_over_a_file(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine")
    with pytest.raises(RecordUnreadableError):
        create_demo(path, catalog, clock, FOLDER)
    assert path.read_text() == "mine"


def test_a_broken_demo_file_is_named(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    for name in ("home.csv", "practice.csv", "people.json"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / "home.csv").write_text("person,date,event\nMaya,2026-02-30,rating\n")
    with pytest.raises(DemoError, match="line=2"):
        create_demo(tmp_path / "demo.db", catalog, clock, tmp_path)
    assert not (tmp_path / "demo.db").exists()


def test_details_of_the_demo_pass_the_checks_that_typing_them_would(catalog: Catalog, demo: Record) -> None:
    names = [item["name"] for item in json.loads((FOLDER / "people.json").read_text(encoding="utf-8"))["people"]]
    people = demo.people.all(include_archived=True)
    assert sorted(names) == sorted(person.name for person in people)
    for person in people:
        assert PersonDraft.of(person).problems(TODAY, catalog) == ()
        assert PersonDraft.of(person).record(person.id) == replace(person)


def test_the_demo_is_the_record_of_a_practice(demo: Record) -> None:
    assert demo.practice.settings == PracticeSettings(mode=Mode.PRACTICE, name="Northgate Skin Clinic")


def contacts_of(record: Record, name: str) -> list[tuple[Kind | None, ContactOutcome, date, date | None]]:
    found = record.contacts.of(record.people.named(name).id)
    return [(one.treatment, one.outcome, one.on, one.until) for one in found]


def test_the_contacts_are_those_of_the_design(demo: Record) -> None:
    left = (None, ContactOutcome.MESSAGE_LEFT, date(2026, 3, 5), date(2026, 3, 12))
    assert contacts_of(demo, "Ingrid Solberg")[0] == left
    hanna, daniel = contacts_of(demo, "Hanna Virtanen"), contacts_of(demo, "Daniel Okafor")
    assert [(kind, outcome, until) for kind, outcome, _, until in (*hanna, *daniel)] == [
        (Kind.BOTOX, ContactOutcome.BOOKED, date(2026, 3, 12)),
        (Kind.BOTOX, ContactOutcome.BOOKED, date(2026, 3, 11)),
    ]
    rows = {(row.person.name, row.judgement.treatment): row.judgement.picture.value for row in demo.spacing.due()}
    assert rows["Ingrid Solberg", Kind.BOTOX] == rows["Hanna Virtanen", Kind.BOTOX] == "past"


def test_one_lot_went_to_several_clients_however_it_was_written(demo: Record) -> None:
    uses = demo.lots.who_had("C8612 C3")
    assert {use.name for use in uses} == {HOME_PERSON, "Ingrid Solberg", "Leila Haddad", "Sofia Marchetti"}
    assert {use.lot for use in uses} == {"C8612 C3", "c8612c3"}


def test_entries_are_signed_by_who_gave_them_and_the_latest_are_not(demo: Record) -> None:
    here = {one.name for one in demo.practitioners.here()}
    entries = [entry for person in demo.people.all() for entry in demo.entries.of(person.id)]
    signed = [entry for entry in entries if entry.signed_at is not None]
    assert {entry.signed_by for entry in signed} == here
    assert all(entry.signed_by == entry.provider and entry.signed_at.date() == entry.on for entry in signed)
    unsigned = [entry for entry in entries if entry.provider in here and entry.signed_at is None]
    assert unsigned
    assert min(entry.on for entry in unsigned) > max(entry.on for entry in signed)
    assert all(entry.signed_at is None for entry in demo.entries.of(demo.people.named(HOME_PERSON).id))


def test_one_signed_entry_was_amended(demo: Record) -> None:
    entries = demo.entries.of(demo.people.named("Beatriz Moreira").id)
    [versions] = [one for entry in entries for one in demo.entries.amendments_of(entry.id)]
    [amended] = [entry for entry in entries if entry.id == versions.after.id]
    assert versions.after == amended
    assert amended.signed_at is not None
    assert versions.amendment.at > amended.signed_at
    assert isinstance(versions.before, Botox)
    assert versions.before == replace(amended, lot="XN452 C3")


def test_what_happened_is_mild_and_could_have_been_typed(demo: Record, catalog: Catalog) -> None:
    found = [event for person in demo.people.all() for event in demo.adverse_events.of(person.id)]
    assert sorted(event.term for event in found) == ["bruise", "headache"]
    assert all(catalog.adverse_events[event.term].red_flag is None and event.grade == 1 for event in found)
    for event in found:
        [treatment] = [entry for entry in demo.entries.of(event.person_id) if entry.id == event.entry_id]
        assert AdverseEventDraft.of(event).problems(TODAY, catalog, treatment.on) == ()


def test_contacts_and_templates_could_have_been_typed(demo: Record) -> None:
    for person in demo.people.all(include_archived=True):
        assert all(ContactDraft.of(contact).problems(TODAY) == () for contact in demo.contacts.of(person.id))
    for template in demo.templates.all():
        demo.templates.change(template.id, template.abbreviation, template.text)
    assert len(demo.templates.all()) == 4


def test_one_client_has_a_private_note(demo: Record) -> None:
    assert [person.name for person in demo.people.all() if person.private_note] == ["Daniel Okafor"]


def test_what_stands_beside_the_entries_moves_with_them(tmp_path: Path, catalog: Catalog, demo: Record) -> None:
    day = date(2027, 8, 1)
    create_demo(tmp_path / "moved.db", catalog, FixedClock(day), FOLDER)
    moved = open_record(tmp_path / "moved.db", catalog, FixedClock(day))

    def days(record: Record) -> list[list[date]]:
        people = record.people.all(include_archived=True)
        entries = [entry for one in people for entry in record.entries.of(one.id)]
        return [
            sorted(contact.on for one in people for contact in record.contacts.of(one.id)),
            sorted(contact.until for one in people for contact in record.contacts.of(one.id) if contact.until),
            sorted(event.onset_on for one in people for event in record.adverse_events.of(one.id)),
            sorted(event.ended_on for one in people for event in record.adverse_events.of(one.id) if event.ended_on),
            sorted(entry.signed_at.date() for entry in entries if entry.signed_at),
            sorted(one.amendment.at.date() for entry in entries for one in record.entries.amendments_of(entry.id)),
        ]

    assert days(moved) == [[on + (day - TODAY) for on in kept] for kept in days(demo)]
    assert moved.check() == ()
    moved.close()
