"""``due`` in words and as JSON, and ``check``."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.services.check import FINDING_CODES, Finding
from tracker.services.record import open_record

Verb = Any


def test_due_gives_every_fact_as_json(verb: Verb, database: Path) -> None:
    outcome = verb("due", "--database", database, "--person", "Ada", "--json")
    botox, session = json.loads(outcome.out)
    person_id = botox.pop("person_id")
    assert botox == {
        "person": "Ada",
        "treatment": "botox",
        "on": "2026-03-09",
        "status": "due",
        "last": "2025-12-02",
        "earliest": "2026-03-03",
        "recommended": "2026-03-04",
        "lapsed": "2026-04-01",
        "reasons": [
            {
                "rule": "botox-botox",
                "after": "2025-12-02",
                "days": 97,
                "minimum": 90,
                "recommended": 90,
                "strength": "label",
            },
            {
                "rule": "microdermabrasion-botox",
                "after": "2026-03-01",
                "days": 8,
                "minimum": 2,
                "recommended": 3,
                "strength": "common practice",
            },
        ],
        "cautions": [],
    }
    assert (session["treatment"], session["status"], session["person_id"]) == ("microdermabrasion", "early", person_id)


def test_due_is_ordered_by_person_then_treatment(verb: Verb, database: Path) -> None:
    rows = json.loads(verb("due", "--database", database, "--json").out)
    assert [(row["person"], row["treatment"]) for row in rows] == [
        ("Ada", "botox"),
        ("Ada", "microdermabrasion"),
        ("Zoë Ø", "botox"),
        ("Zoë Ø", "microdermabrasion"),
    ]
    assert (rows[2]["status"], rows[2]["last"], rows[2]["earliest"], rows[2]["reasons"]) == ("ready", None, None, [])


def test_due_on_another_day_does_not_see_later_entries(verb: Verb, database: Path) -> None:
    rows = json.loads(verb("due", "--database", database, "--on", "2025-12-01", "--json").out)
    assert {(row["on"], row["status"]) for row in rows} == {("2025-12-01", "ready")}


def test_due_is_told_in_words(verb: Verb, database: Path) -> None:
    outcome = verb("due", "--database", database, "--person", "Ada")
    assert outcome.code == 0
    first, botox, session = outcome.out.splitlines()
    assert first == "Ada"
    assert botox.startswith("  Botox (")
    assert "Tue 31 Mar" in botox
    assert session.startswith("  Microdermabrasion (Wait 6 days): Book from Sun 15 Mar.")


def test_due_leaves_the_archived_out_unless_asked(
    verb: Verb, database: Path, catalog: Catalog, clock: FixedClock
) -> None:
    record = open_record(database, catalog, clock)
    ada = record.people.named("Ada")
    record.people.change(ada.id, PersonDraft(name="Ada", is_archived=True))
    record.close()
    everybody = json.loads(verb("due", "--database", database, "--json").out)
    assert {row["person"] for row in everybody} == {"Zoë Ø"}
    asked = json.loads(verb("due", "--database", database, "--person", str(ada.id), "--json").out)
    assert {row["person"] for row in asked} == {"Ada"}


def test_people_of_one_name_are_named_by_id(verb: Verb, tmp_path: Path) -> None:
    source, database = tmp_path / "two.csv", tmp_path / "record.db"
    source.write_text(
        "person,birth_date,date,event,texture\nAda,1990-01-01,2026-01-05,rating,7\nAda,1991-01-01,2026-01-05,rating,7\n"
    )
    verb("import", source, "--database", database)
    outcome = verb("due", "--database", database, "--person", "Ada")
    assert outcome.code == 1
    assert "2 people" in outcome.err
    ids = {row["person_id"] for row in json.loads(verb("due", "--database", database, "--json").out)}
    assert all(verb("due", "--database", database, "--person", person_id).code == 0 for person_id in ids)


def test_a_name_cannot_steer_the_terminal(verb: Verb, tmp_path: Path) -> None:
    source, database = tmp_path / "sly.csv", tmp_path / "record.db"
    source.write_text('person,date,event,texture\n"A\x1b[2J\nB",2026-01-05,rating,7\n')
    assert verb("import", source, "--database", database).code == 0
    assert verb("due", "--database", database).out.splitlines()[0] == "A [2J B"
    assert verb("due", "--person", "\x1b[2J\nB", "--database", database).err.count("\n") == 1


def test_an_empty_record_is_due_for_nobody(verb: Verb, tmp_path: Path) -> None:
    source, database = tmp_path / "empty.csv", tmp_path / "record.db"
    source.write_text("person,date,event\n")
    assert verb("import", source, "--database", database).code == 0
    assert json.loads(verb("due", "--database", database, "--json").out) == []
    assert "nobody" in verb("due", "--database", database).out


def test_a_sound_record_is_called_sound(verb: Verb, database: Path) -> None:
    assert verb("check", "--full", "--database", database) == (0, "The record is sound: 2 people, 5 entries.\n", "")


def test_a_record_changed_from_outside_is_not(verb: Verb, database: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(database)
    connection.execute("DELETE FROM rating")
    connection.commit()
    connection.close()
    outcome = verb("check", "--full", "--database", database)
    assert outcome.code == 1
    assert outcome.out.startswith("Changed by another program: rating")
    assert outcome.err.count("\n") == 1


def found(out: str) -> list[str]:
    """Return what was found, without what can be done about it."""
    return [line for line in out.splitlines() if not line.startswith(" ")]


def test_every_finding_has_words(verb: Verb, database: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(database)
    (trigger,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'change_never_changes'").fetchone()
    connection.execute("DROP TRIGGER change_never_changes")
    connection.execute("UPDATE change SET after = '{}' WHERE id = 1")
    connection.execute(trigger)
    connection.execute("UPDATE change_head SET change_id = 1")
    connection.execute("UPDATE rating SET note = 'x'")
    connection.commit()
    connection.close()
    lines = found(verb("check", "--full", "--database", database).out)
    assert "altered or removed by another program: change 1" in lines[0]
    assert "does not end where it should: change_head 1, last change" in lines[1]
    assert lines[2].startswith("Not as its last recorded change left it: rating ")


@pytest.mark.parametrize("code", FINDING_CODES)
def test_whatever_is_found_is_said(verb: Verb, database: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr("tracker.services.check.findings", lambda *_of, **_how: (Finding(code, "row 7"),))
    outcome = verb("check", "--full", "--database", database)
    said, remedy = outcome.out.splitlines()
    assert (outcome.code, said.rpartition(": ")[2]) == (1, "row 7")
    assert remedy.startswith("    ")
    assert remedy.endswith(".")


def test_a_name_changed_from_outside_is_said_with_what_the_search_makes_of_it(verb: Verb, database: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE person SET name = 'Zoë' WHERE name = 'Ada'")
    lines = found(verb("check", "--full", "--database", database).out)
    assert [line.partition(":")[0] for line in lines] == [
        "Not as its last recorded change left it",
        "The search does not find who it should",
    ]


def test_without_full_the_file_alone_is_looked_at(verb: Verb, database: Path) -> None:
    import sqlite3

    quick = verb("check", "--database", database)
    assert quick == (0, "The file is sound: 2 people, 5 entries. --full looks at every row.\n", "")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE rating SET note = 'x'")
    assert verb("check", "--database", database) == quick
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE change_head SET change_id = 1")
    assert found(verb("check", "--database", database).out)[0].startswith("The chain of changes does not end")


def test_json_holds_what_was_found_and_what_can_be_done(verb: Verb, database: Path) -> None:
    import sqlite3

    outcome = verb("check", "--full", "--json", "--database", database)
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {"is_sound": True, "is_full": True, "findings": []}
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE change_head SET change_id = 1")
    outcome = verb("check", "--json", "--database", database)
    said = json.loads(outcome.out)
    assert (outcome.code, said["is_sound"], said["is_full"]) == (1, False, False)
    (finding,) = said["findings"]
    assert finding["code"] == "chain_cut"
    assert finding["found"] == f"The chain of changes does not end where it should: {finding['detail']}"
    assert finding["remedy"] == "Keep a copy of the file. Compare what it says with a copy from before."


def test_a_finding_of_one_row_is_said_by_day_and_name_and_keeps_its_key_in_json(verb: Verb, database: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE rating SET note = 'x' WHERE given_on = (SELECT max(given_on) FROM rating)")
        ((row_id,),) = connection.execute("SELECT id FROM rating WHERE note = 'x'").fetchall()
    (said,) = found(verb("check", "--full", "--database", database).out)
    assert said == "Not as its last recorded change left it: rating of 2 March 2026, Ada"
    (finding,) = json.loads(verb("check", "--full", "--json", "--database", database).out)["findings"]
    assert (finding["code"], finding["detail"]) == ("row_differs", f"rating {row_id}")
    assert (finding["table"], finding["row_id"], finding["found"]) == ("rating", row_id, said)


def test_a_record_too_damaged_to_be_opened_is_a_finding_too(verb: Verb, database: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DROP INDEX ix_rating_person_day")
    outcome = verb("check", "--json", "--database", database)
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    (finding,) = json.loads(outcome.out)["findings"]
    assert finding["code"] == "damaged"
    assert finding["remedy"] == "Go back to a good copy, or save what can be read into a new file."


def test_the_search_is_made_anew_on_request(verb: Verb, database: Path, catalog: Catalog, clock: FixedClock) -> None:
    with closing(open_record(database, catalog, clock)) as record, record._store._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person_search")
    outcome = verb("check", "--full", "--database", database)
    assert outcome.out.splitlines()[1].strip() == "Make the search anew. Nothing that was recorded changes."
    assert verb("check", "--mend-search", "--database", database).code == 0
    assert verb("check", "--full", "--database", database).code == 0


def test_an_emptied_record_is_said_to_be_damaged_with_what_can_be_done(verb: Verb, database: Path) -> None:
    database.write_bytes(b"")
    outcome = verb("check", "--json", "--database", database)
    assert (outcome.code, outcome.err) == (1, f"The file {database} is empty; it was left as it is.\n")
    said = json.loads(outcome.out)
    assert said["is_sound"] is False
    assert said["findings"][0]["remedy"].startswith("Go back to a good copy")
    assert database.read_bytes() == b""
