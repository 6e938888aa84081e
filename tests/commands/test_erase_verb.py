"""``erase``: asked twice, then done, and nothing of the person is left in the file."""

from contextlib import closing
from pathlib import Path
from typing import Any

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
