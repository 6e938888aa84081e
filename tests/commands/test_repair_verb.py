"""``check --repair-to``: what can be read, in a new file; in words and as JSON."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.services.record import open_record
from tracker.store.opening_check import is_proved

Verb = Any


def damaged(database: Path) -> Path:
    """Destroy the last pages of the file, on which the history is."""
    content = database.read_bytes()
    pages = {content.rfind(b'"texture":7') // 4096}
    with database.open("r+b") as file:
        for page in pages:
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)
    return database


def test_what_is_saved_and_what_is_not_is_said(
    verb: Verb, database: Path, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    before, target = damaged(database).read_bytes(), tmp_path / "new.db"
    outcome = verb("check", "--repair-to", target, "--database", database)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "People: 2 saved",
        "Microdermabrasion sessions: 1 saved",
        "Botox treatments: 1 saved",
        "Ratings: 3 saved",
        "All rows could be read. The history of changes could not; it begins anew.",
    ]
    assert database.read_bytes() == before
    assert is_proved(target)
    with closing(open_record(target, catalog, clock)) as record:
        assert record.check() == ()
        assert record.entries.count() == 5


def test_json_holds_the_numbers_of_each_table(verb: Verb, database: Path, tmp_path: Path) -> None:
    outcome = verb("check", "--json", "--repair-to", tmp_path / "new.db", "--database", database)
    said = json.loads(outcome.out)
    assert said["is_history_kept"] is True
    assert said["tables"][0] == {"name": "person", "kept": 2, "from_history": 0, "unreadable": 0, "left_out": 0}


def test_a_file_that_is_there_is_left_as_it_is(verb: Verb, database: Path) -> None:
    before = database.read_bytes()
    outcome = verb("check", "--repair-to", database, "--database", database)
    assert outcome.code == 1
    assert outcome.err.startswith("There is a file at ")
    assert database.read_bytes() == before
