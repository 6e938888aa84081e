"""``import`` and ``export`` from outside: counts, problems, nothing by halves."""

import json
from pathlib import Path
from typing import Any

from tracker.core.history_file import COLUMNS

Verb = Any
BAD = "person,date,event,texture\nAda,2026-01-05,rating,7\nAda,2026-02-30,rating,11\n"


def written(folder: Path, text: str, name: str = "more.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_import_makes_record_and_folder_and_tells_in_json_what_it_did(
    verb: Verb, tmp_path: Path, history: Path
) -> None:
    database = tmp_path / "new" / "folder" / "record.db"
    outcome = verb("import", history, "--database", database, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {"imported": 5, "skipped": 0, "people": 2, "problems": []}
    assert database.stat().st_mode & 0o077 == 0
    assert database.parent.stat().st_mode & 0o077 == 0
    assert set(database.parent.iterdir()) == {database, database.with_name("record.db.seal")}


def test_an_import_tells_in_words_what_it_did(verb: Verb, tmp_path: Path, history: Path) -> None:
    outcome = verb("import", history, "--database", tmp_path / "record.db")
    assert outcome == (0, "5 entries imported, 0 skipped, 2 people created.\n", "")


def test_importing_again_skips_everything(verb: Verb, database: Path, history: Path) -> None:
    outcome = verb("import", history, "--database", database, "--json")
    assert json.loads(outcome.out) == {"imported": 0, "skipped": 5, "people": 0, "problems": []}


def test_a_dry_run_counts_and_writes_nothing(verb: Verb, database: Path, tmp_path: Path) -> None:
    more = written(tmp_path, "person,date,event,texture\nAda,2026-03-08,rating,7\nNew,2026-03-08,rating,7\n")
    before, names = database.read_bytes(), set(tmp_path.iterdir())
    outcome = verb("import", more, "--database", database, "--dry-run", "--json")
    assert json.loads(outcome.out) == {"imported": 2, "skipped": 0, "people": 1, "problems": []}
    assert database.read_bytes() == before
    assert set(tmp_path.iterdir()) == names


def test_a_dry_run_or_a_file_with_problems_makes_no_record(verb: Verb, tmp_path: Path, history: Path) -> None:
    database = tmp_path / "folder" / "record.db"
    assert verb("import", history, "--database", database, "--dry-run").code == 0
    assert verb("import", written(tmp_path, BAD), "--database", database).code == 1
    assert not database.parent.exists()


def test_every_problem_is_told_and_nothing_is_imported(verb: Verb, database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    outcome = verb("import", written(tmp_path, BAD), "--database", database, "--json")
    told = json.loads(outcome.out)
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert (told["imported"], told["skipped"], told["people"]) == (0, 0, 0)
    assert [(problem["line"], problem["column"]) for problem in told["problems"]] == [(3, "date"), (3, "texture")]
    assert all(problem["message"].endswith(".") for problem in told["problems"])
    assert database.read_bytes() == before


def test_problems_are_told_in_words_by_line_and_column(verb: Verb, database: Path, tmp_path: Path) -> None:
    outcome = verb("import", written(tmp_path, BAD), "--database", database)
    assert outcome.out.splitlines() == [
        "Line 3, date: “2026-02-30” is no date.",
        "Line 3, texture: The number must be between 0 and 10.",
    ]


def test_a_file_that_cannot_be_read_still_gives_json(verb: Verb, database: Path, tmp_path: Path) -> None:
    outcome = verb("import", tmp_path / "none.csv", "--database", database, "--json")
    assert outcome.code == 1
    assert json.loads(outcome.out) == {"imported": 0, "skipped": 0, "people": 0, "problems": []}
    assert outcome.err.count("\n") == 1


def test_wrinkles_where_high_is_worse_come_out_turned_round(verb: Verb, tmp_path: Path) -> None:
    source = written(tmp_path, "person,date,event,wrinkles\nAda,2026-01-05,rating,3\n")
    database, output = tmp_path / "record.db", tmp_path / "out.csv"
    assert verb("import", source, "--wrinkles-high-is-worse", "--database", database).code == 0
    assert verb("export", "--output", output, "--database", database).code == 0
    row = output.read_text(encoding="utf-8-sig").splitlines()[1].split(",")
    assert row[COLUMNS.index("wrinkles")] == "7"


def test_an_export_comes_back_byte_for_byte(verb: Verb, database: Path, tmp_path: Path) -> None:
    first, second, copy = tmp_path / "first.csv", tmp_path / "second.csv", tmp_path / "copy.db"
    assert verb("export", "--output", first, "--database", database) == (0, "", "")
    assert verb("import", first, "--database", copy).code == 0
    assert verb("export", "--output", second, "--database", copy).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert b"'=SUM(1)" in first.read_bytes()
    assert "Zoë Ø".encode() in first.read_bytes()


def test_the_demo_is_exported_and_comes_back(verb: Verb, tmp_path: Path) -> None:
    output, copy = tmp_path / "demo.csv", tmp_path / "copy.db"
    assert verb("export", "--demo", "--output", output).code == 0
    told = json.loads(verb("import", output, "--database", copy, "--json").out)
    assert (told["imported"], told["people"]) == (269, 16)


def test_an_import_into_the_demo_leaves_no_trace(verb: Verb, tmp_path: Path, history: Path) -> None:
    names = set(tmp_path.iterdir())
    assert verb("import", history, "--demo").code == 0
    assert set(tmp_path.iterdir()) == names


def test_one_persons_export_meets_the_same_entries_in_another_record(
    verb: Verb, database: Path, tmp_path: Path
) -> None:
    handed, practice = tmp_path / "ada.csv", tmp_path / "practice.db"
    assert verb("export", "--database", database, "--person", "Ada", "--output", handed).code == 0
    assert b"Bea" not in handed.read_bytes()
    assert json.loads(verb("import", handed, "--database", practice, "--json").out)["people"] == 1
    lines = handed.read_text("utf-8-sig").splitlines()
    place = next(number for number, line in enumerate(lines) if ",rating," in line)
    cells = lines[place].split(",")
    before, cells[21] = cells[21], "1"
    lines[place] = ",".join(cells)
    handed.write_text("\n".join(lines), "utf-8")
    told = json.loads(verb("import", handed, "--database", practice, "--dry-run", "--json").out)
    (found,) = told["differences"]
    assert (told["imported"], found["can_be_taken"]) == (0, True)
    assert found["cells"] == [{"column": "texture", "here": before, "file": "1"}]
    said = verb("import", handed, "--database", practice).out
    assert f"texture: here “{before}”, in the file “1”." in said
    assert "What differs stays as it is here" in said
    assert (
        "Changed to what the file says: 1 entry."
        in verb("import", handed, "--database", practice, "--take-differences").out
    )
    assert "differences" not in json.loads(verb("import", handed, "--database", practice, "--json").out)
