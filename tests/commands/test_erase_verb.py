"""``erase``: asked twice, then done, and nothing of the person is left in the file."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.services.record import open_record

Verb = Any


def test_without_yes_it_is_said_what_would_go_and_nothing_is_written(verb: Verb, database: Path) -> None:
    before = database.read_bytes()
    outcome = verb("erase", "--database", database, "--person", "Ada")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "With Ada would go:",
        "  1 microdermabrasion session",
        "  1 botox treatment",
        "  2 ratings",
        "  5 recorded changes",
    ]
    assert outcome.err == "Nothing was erased. With --yes it is done, for good.\n"
    assert database.read_bytes() == before


def test_with_yes_nothing_of_the_person_is_left(
    verb: Verb, database: Path, catalog: Catalog, clock: FixedClock
) -> None:
    outcome = verb("erase", "--database", database, "--person", "Zoë Ø", "--yes")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "The person was erased for good."
    assert "Zoë Ø".encode() not in database.read_bytes()
    with closing(open_record(database, catalog, clock)) as record:
        assert [person.name for person in record.people.all()] == ["Ada"]
        assert record.check() == ()


def test_a_person_must_be_named_and_be_there(verb: Verb, database: Path) -> None:
    assert verb("erase", "--database", database, "--yes").code == 2
    before = database.read_bytes()
    outcome = verb("erase", "--database", database, "--person", "Nobody", "--yes")
    assert (outcome.code, outcome.err) == (1, "“Nobody” is not in this record.\n")
    assert database.read_bytes() == before


def test_hostile_names_stay_on_their_line(verb: Verb, database: Path, catalog: Catalog, clock: FixedClock) -> None:
    from tracker.core.drafts import PersonDraft

    with closing(open_record(database, catalog, clock)) as record:
        person = record.people.add(PersonDraft(name="Eve\x1b[2J"))
    outcome = verb("erase", "--database", database, "--person", str(person.id))
    assert outcome.out.splitlines()[0] == "With Eve [2J would go:"


def undo_adding(path: Path, catalog: Catalog, clock: FixedClock, *names: str) -> list[str]:
    """Add people, take each back at once, and return their ids."""
    from tracker.core.drafts import PersonDraft

    ids = []
    with closing(open_record(path, catalog, clock)) as record:
        for name in names:
            ids.append(str(record.people.add(PersonDraft(name=name, notes="shy")).id))
            record.undo.undo()
    return ids


def test_somebody_whose_adding_was_undone_is_erased_from_the_history(
    verb: Verb, database: Path, catalog: Catalog, clock: FixedClock
) -> None:
    (undone,) = undo_adding(database, catalog, clock, "Ghost Example")
    outcome = verb("erase", "--database", database, "--person", "Ghost Example")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "With Ghost Example would go:",
        "  2 recorded changes",
        "Adding this person was undone; they are in the history alone.",
    ]
    assert b"Ghost" in database.read_bytes()
    outcome = verb("erase", "--database", database, "--person", "Ghost Example", "--yes")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "The person was erased for good."
    for mark in ("Ghost", undone, undone.replace("-", "")):
        assert mark.encode() not in database.read_bytes()
    assert verb("check", "--database", database, "--full").code == 0
    with closing(open_record(database, catalog, clock)) as record:
        assert record.undo.next_redo is None
        assert [person.name for person in record.people.all()] == ["Ada", "Zoë Ø"]


def test_of_several_in_the_history_one_is_named_by_id(
    verb: Verb, database: Path, catalog: Catalog, clock: FixedClock
) -> None:
    first, second = undo_adding(database, catalog, clock, "Ada", "Ada")
    outcome = verb("erase", "--database", database, "--person", "Ada", "--yes")
    assert outcome.code == 0
    assert (
        outcome.out.splitlines()[1]
        == "People of this name whose adding was undone are in the history still; name them by id: "
        f"{first}, {second}"
    )
    before = database.read_bytes()
    outcome = verb("erase", "--database", database, "--person", "Ada", "--yes")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert outcome.err.endswith(f"name one by id, {first}, {second}.\n")
    assert database.read_bytes() == before
    assert verb("erase", "--database", database, "--person", first, "--yes").code == 0
    assert verb("erase", "--database", database, "--person", "Ada", "--yes").code == 0
    assert b"Ada" not in database.read_bytes()


@pytest.fixture
def backups(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: Verb) -> Path:
    """Return the folder of the record's backups, which holds one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert verb("backup", "--database", database).code == 0
    (backup,) = (tmp_path / "data").rglob("*Z.db")
    return backup.parent


def test_it_is_said_which_backups_hold_the_person(verb: Verb, database: Path, backups: Path) -> None:
    (backup,) = backups.glob("*.db")
    outcome = verb("erase", "--database", database, "--person", "Ada")
    assert outcome.out.splitlines()[-1] == f"These backups still hold this person: {backup}"
    outcome = verb("erase", "--database", database, "--person", "Ada", "--yes")
    assert outcome.out.splitlines()[:2] == [
        "The person was erased for good.",
        f"These backups still hold this person: {backup}",
    ]
    assert b"Ada" in backup.read_bytes()


def test_the_backups_that_hold_the_person_are_removed_on_request(verb: Verb, database: Path, backups: Path) -> None:
    outcome = verb("erase", "--database", database, "--person", "Zoë Ø", "--yes", "--backups")
    assert outcome.out.splitlines()[:2] == [
        "The person was erased for good.",
        "1 backup that held this person was removed, after a fresh one was made.",
    ]
    assert len(list(backups.glob("*.db"))) == 1
    assert not any("Zoë Ø".encode() in path.read_bytes() for path in backups.iterdir())


def test_backups_that_cannot_be_looked_into_and_copies_beside_the_record_are_named(
    verb: Verb, database: Path, backups: Path
) -> None:
    broken = backups / "2026-01-01T000000Z.db"
    broken.write_bytes(b"who knows")
    copy = database.with_name(f"{database.stem}.before-restore-2026-01-01T000000Z{database.suffix}")
    copy.write_bytes(b"who knows")
    outcome = verb("erase", "--database", database, "--person", "Ada", "--yes", "--backups")
    assert outcome.out.splitlines()[2:4] == [
        f"These backups could not be looked into and may hold this person: {broken}",
        f"These copies beside the record may hold this person: {copy}",
    ]
    assert broken.exists()
