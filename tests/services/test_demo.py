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
from tracker.core.errors import RecordUnreadableError
from tracker.core.events import event_of
from tracker.core.judgement import Status
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import TREATMENTS, Botox, Kind, Microdermabrasion, Rating
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


def test_every_state_of_a_treatment_can_be_looked_at(demo: Record) -> None:
    pictures = {row.judgement.picture for row in demo.spacing.due()}
    assert {picture.value for picture in pictures} == {"none", "wait", "held", "ready", "past"}


def test_the_practice_has_a_dozen_clients_one_without_entries_and_an_archived_one(demo: Record) -> None:
    clients = [person for person in demo.people.all() if person.name != HOME_PERSON]
    assert len(clients) == 12
    assert all(client.client_number and client.birth_date for client in clients)
    assert [client.name for client in clients if not demo.entries.of(client.id)] == ["Farid Haddad"]
    assert len(demo.people.all(include_archived=True)) == 14


def test_the_demo_is_sound_and_holds_nothing_to_undo(demo: Record) -> None:
    assert demo.check() == ()
    assert demo.undo.next_undo is None
    assert demo.undo.next_redo is None


def test_no_treatment_of_the_demo_breaks_a_firm_rule(demo: Record) -> None:
    for person in demo.people.all(include_archived=True):
        entries = [entry for entry in demo.entries.of(person.id) if not isinstance(entry, Rating)]
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
    from tracker.core.drafts import PersonDraft

    names = [item["name"] for item in json.loads((FOLDER / "people.json").read_text(encoding="utf-8"))["people"]]
    people = demo.people.all(include_archived=True)
    assert sorted(names) == sorted(person.name for person in people)
    for person in people:
        assert PersonDraft.of(person).problems(TODAY, catalog) == ()
        assert PersonDraft.of(person).record(person.id) == replace(person)


def test_the_demo_is_the_record_of_a_practice(demo: Record) -> None:
    assert demo.practice.settings == PracticeSettings(mode=Mode.PRACTICE, name="Northgate Skin Clinic")
