"""Wrong usage, help, and every way of failing: an exit code, and one sentence on standard error."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tracker import __version__
from tracker.commands import VERBS, build_parser
from tracker.core.errors import NotSavedError

Verb = Any


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith(".\n") and ". " not in text and "Traceback" not in text


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_help_and_takes_a_record(verb: Verb, name: str) -> None:
    outcome = verb(name, "--help")
    assert outcome.code == 0
    assert "--database FILE" in outcome.out
    assert "--demo" in outcome.out


def test_the_help_lists_every_verb(verb: Verb) -> None:
    outcome = verb("--help")
    assert outcome.code == 0
    assert all(name in outcome.out for name in VERBS)


def test_the_version_is_told(verb: Verb) -> None:
    assert verb("--version") == (0, f"Skinterval {__version__}\n", "")


def test_the_window_shares_the_parser() -> None:
    options = build_parser().parse_args(["--database", "x.db"])
    assert (options.verb, options.database, options.demo) == (None, Path("x.db"), False)
    assert not options.minimised
    assert build_parser().parse_args(["--minimised"]).minimised


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["due", "--on", "2026-02-30"],
        ["due", "--on", "tomorrow"],
        ["due", "--demo", "--database", "x.db"],
        ["--demo", "due", "--database", "x.db"],
        ["due", "extra"],
        ["progress", "--on", "tomorrow"],
        ["--minimised", "due", "--demo"],
        ["import"],
        ["export"],
        ["export", "--output", "x.pdf", "--demo"],
        ["calendar", "--demo"],
        ["calendar", "--demo", "--output", "x.csv"],
        ["chart", "--demo", "--person", "x", "--output", "x.jpg"],
        ["chart", "--demo", "--person", "x"],
        ["chart", "--demo", "--person", "x", "--output", "x.png", "--from", "2026-02-01", "--to", "2026-01-01"],
        ["report", "--demo", "--person", "x", "--output", "x.png"],
        ["report", "--demo", "--person", "x", "--output", "x.pdf", "--paper", "A5"],
    ],
)
def test_wrong_usage_is_told_apart(verb: Verb, arguments: list[str]) -> None:
    outcome = verb(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["due"],
        ["progress"],
        ["check"],
        ["export", "--output", "o.csv"],
        ["report", "--output", "o.pdf"],
        ["calendar", "--output", "o.ics"],
    ],
)
def test_a_missing_record_is_no_empty_record(verb: Verb, tmp_path: Path, arguments: list[str]) -> None:
    outcome = verb(*arguments, "--database", tmp_path / "none.db")
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_file_is_refused_and_left_as_it_is(verb: Verb, tmp_path: Path, history: Path) -> None:
    foreign = tmp_path / "notes.db"
    foreign.write_text("my notes")
    for arguments in (["due"], ["check"], ["import", history]):
        outcome = verb(*arguments, "--database", foreign)
        assert outcome.code == 1
        assert is_one_sentence(outcome.err)
    assert foreign.read_text() == "my notes"


def test_the_record_can_be_named_before_the_verb(verb: Verb, database: Path) -> None:
    assert verb("--database", database, "check").code == 0


def test_an_unknown_person_is_told(verb: Verb, database: Path) -> None:
    outcome = verb("due", "--person", "ada", "--database", database)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)


def test_a_name_that_two_people_bear_is_told(verb: Verb, database: Path, tmp_path: Path) -> None:
    namesakes = tmp_path / "namesakes.csv"
    rows = "Eva,1980-01-01,2026-01-01,rating,5\nEva,1990-01-01,2026-01-01,rating,5\n"
    namesakes.write_text(f"person,birth_date,date,event,texture\n{rows}")
    assert verb("import", namesakes, "--database", database).code == 0
    outcome = verb("due", "--person", "Eva", "--database", database)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)


def test_an_import_that_cannot_be_saved_is_told(
    verb: Verb, tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("disk_full")

    monkeypatch.setattr("tracker.services.transfer.write_plan", refuse)
    more = tmp_path / "more.csv"
    more.write_text("person,date,event,texture\nEva,2026-01-01,rating,5\n")
    before = database.read_bytes()
    outcome = verb("import", more, "--database", database)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert database.read_bytes() == before


@pytest.mark.parametrize(("name", "ending"), [("chart", ".png"), ("report", ".pdf")])
def test_a_person_must_be_named_where_there_are_several(
    verb: Verb, database: Path, tmp_path: Path, name: str, ending: str
) -> None:
    output = tmp_path / f"out{ending}"
    outcome = verb(name, "--output", output, "--database", database)
    assert outcome.code == 1
    assert "2 people" in outcome.err
    assert not output.exists()


def test_an_output_that_cannot_be_written_is_told(verb: Verb, database: Path, tmp_path: Path) -> None:
    outcome = verb("export", "--output", tmp_path / "nowhere" / "out.csv", "--database", database)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_an_output_replaces_a_link_and_leaves_its_target(verb: Verb, database: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("mine")
    link.symlink_to(target)
    assert verb("export", "--output", link, "--database", database).code == 0
    assert target.read_text() == "mine"
    assert not link.is_symlink()
    assert link.stat().st_mode & 0o077 == 0


def test_the_record_is_never_its_own_output(verb: Verb, database: Path, tmp_path: Path) -> None:
    path = database.rename(tmp_path / "record.csv")
    before = path.read_bytes()
    outcome = verb("export", "--output", path, "--database", path)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert path.read_bytes() == before
