"""``calendar``: a whole file for any calendar program, and a newer one that updates it."""

from pathlib import Path
from typing import Any

from calendar_reading import Component, events
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.services.record import open_record

Verb = Any


def read(path: Path) -> list[Component]:
    return events(path.read_bytes())


def test_a_calendar_holds_everybody_or_one_person(verb: Verb, database: Path, tmp_path: Path) -> None:
    everybody, one = tmp_path / "all.ics", tmp_path / "one.ics"
    assert verb("calendar", "--database", database, "--output", everybody) == (0, "", "")
    assert verb("calendar", "--database", database, "--output", one, "--person", "Ada") == (0, "", "")
    named = {event.text("SUMMARY").partition(":")[0] for event in read(everybody)}
    assert named == {"Ada", "Zoë Ø"}
    assert {event.text("SUMMARY").partition(":")[0] for event in read(one)} == {"Ada"}
    assert {event.value("UID") for event in read(one)} < {event.value("UID") for event in read(everybody)}
    assert everybody.stat().st_mode & 0o077 == 0
    assert set(tmp_path.iterdir()) == {
        everybody,
        one,
        database,
        tmp_path / "record.db.seal",
        tmp_path / "history.csv",
    }


def test_a_private_calendar_says_appointment_and_nothing_else(verb: Verb, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "private.ics"
    assert verb("calendar", "--database", database, "--output", output, "--private") == (0, "", "")
    assert {event.text("SUMMARY") for event in read(output)} == {"Appointment"}
    said = output.read_text(encoding="utf-8").lower()
    assert [word for word in ("zoë", "botox", "derm", "skin", "rat") if word in said] == []
    # The letters of this name may stand in any UID by chance.
    assert not any("ada" in line for line in said.splitlines() if not line.startswith("uid:"))


def test_a_newer_calendar_updates_the_one_before(
    verb: Verb, database: Path, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    output = tmp_path / "calendar.ics"
    written = []
    record = open_record(database, catalog, clock)
    ada = record.people.named("Ada")
    plan = record.plans.add(ada.id, Kind.BOTOX, TODAY)
    for change in (lambda: None, lambda: None, lambda: record.plans.remove(plan.id)):
        change()
        assert verb("calendar", "--database", database, "--output", output).code == 0
        written.append({event.value("UID"): event for event in read(output)})
    record.close()
    first, again, last = written
    assert first.keys() == again.keys() == last.keys()
    sequences = [{int(event.value("SEQUENCE")) for event in file.values()} for file in written]
    assert sequences[0] == sequences[1]
    assert max(sequences[1]) < min(sequences[2])
    gone = {event.text("SUMMARY") for event in last.values() if event.value("STATUS") == "CANCELLED"}
    # The plan, and the rating that was asked for before it.
    assert gone == {"Ada: Botox planned", "Ada: Rate skin"}


def test_a_record_with_nothing_to_come_writes_no_calendar(verb: Verb, tmp_path: Path) -> None:
    source, database, output = tmp_path / "empty.csv", tmp_path / "record.db", tmp_path / "calendar.ics"
    source.write_text("person,date,event\n")
    assert verb("import", source, "--database", database).code == 0
    outcome = verb("calendar", "--database", database, "--output", output)
    assert outcome == (1, "", "There is nothing to come for a calendar yet.\n")
    assert not output.exists()


def test_somebody_unknown_and_a_record_under_the_name_are_refused(verb: Verb, database: Path, tmp_path: Path) -> None:
    record = database.rename(tmp_path / "record.ics")
    before = record.read_bytes()
    unknown = verb("calendar", "--database", record, "--output", tmp_path / "x.ics", "--person", "ada")
    over = verb("calendar", "--database", record, "--output", record)
    nowhere = verb("calendar", "--database", record, "--output", tmp_path / "none" / "x.ics")
    for outcome in (unknown, over, nowhere):
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.count("\n") == 1
        assert outcome.err.endswith(".\n")
    assert record.read_bytes() == before
    assert not (tmp_path / "x.ics").exists()
