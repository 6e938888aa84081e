"""A private note is in nothing that leaves the program, unless it is asked for by name."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from support import TODAY, FixedClock

from tracker.commands.parser import VERBS
from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, RatingDraft
from tracker.core.records import Kind
from tracker.services.record import Record, create_record

Verb = Callable[..., Any]
CANARY = "canary"
PLACES = ("client", "botox", "session", "rating")


@pytest.fixture
def planted(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    """Return a record in which every private note sings."""
    record = create_record(tmp_path / "planted.db", catalog, clock)
    ada = record.people.add(PersonDraft(name="Ada", private_note=f"{CANARY}client"))
    record.entries.add(ada.id, BotoxDraft(on=TODAY, product="other", private_note=f"{CANARY}botox"))
    record.entries.add(
        ada.id, MicrodermabrasionDraft(on=TODAY, private_note=f"{CANARY}session", override_reason="asked for")
    )
    record.entries.add(ada.id, RatingDraft(on=TODAY, scores={"texture": 5}, private_note=f"{CANARY}rating"))
    record.plans.add(ada.id, Kind.BOTOX, TODAY)
    yield record
    record.close()


def written(path: Path) -> str:
    """Return all that can be read in a file."""
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages) + path.read_bytes().decode(
            "latin1"
        )
    return path.read_bytes().decode("latin1")


CALLS: dict[str, tuple[tuple[str, ...], str]] = {
    "export": ((), ".csv"),
    "due": ((), ""),
    "progress": (("--person", "Ada"), ""),
    "chart": (("--person", "Ada"), ".svg"),
    "report": (("--person", "Ada", "--with-notes"), ".pdf"),
    "calendar": ((), ".ics"),
    "check": (("--full",), ""),
    "erase": (("--person", "Ada", "--yes"), ""),
}


GIVES_NOTHING = {"import", "encrypt", "change-passphrase", "decrypt", "backup", "backups", "restore"}
"""Verbs that only change the record's own file, or make whole copies of it."""


def test_every_verb_that_gives_something_out_is_looked_at() -> None:
    assert set(VERBS) <= {*CALLS, *GIVES_NOTHING}


@pytest.mark.parametrize("name", CALLS)
def test_no_verb_gives_a_private_note_out(verb: Verb, planted: Record, tmp_path: Path, qapp: object, name: str) -> None:
    options, ending = CALLS[name]
    output = tmp_path / f"out{ending}"
    where = ("--output", output) if ending else ()
    outcome = verb(name, *options, *where, "--database", planted.path)
    assert outcome.code == 0
    assert CANARY not in outcome.out + outcome.err
    if ending:
        assert CANARY not in written(output)


def test_a_due_list_as_json_holds_no_private_note(verb: Verb, planted: Record) -> None:
    outcome = verb("due", "--json", "--database", planted.path)
    assert outcome.code == 0
    assert CANARY not in outcome.out


def test_a_report_prints_private_notes_where_they_are_asked_for(
    verb: Verb, planted: Record, tmp_path: Path, qapp: object
) -> None:
    output = tmp_path / "report.pdf"
    arguments = ("report", "--person", "Ada", "--output", output, "--database", planted.path)
    assert verb(*arguments, "--with-private-notes").code == 0
    text = written(output)
    assert [place for place in PLACES if f"{CANARY}{place}" in text] == list(PLACES)
    assert verb(*arguments, "--with-private-notes", "--hide-identity").code == 0
    assert CANARY not in written(output)


def test_an_export_holds_private_notes_where_they_are_asked_for_and_they_come_back(
    verb: Verb, planted: Record, tmp_path: Path
) -> None:
    output = tmp_path / "all.csv"
    arguments = ("export", "--output", output, "--database", planted.path)
    assert verb(*arguments).code == 0
    assert "private_note" not in written(output)
    assert verb(*arguments, "--with-private-notes").code == 0
    assert written(output).splitlines()[0].endswith(",id,private_note")
    again = tmp_path / "again.db"
    assert verb("import", output, "--database", again).code == 0
    second = tmp_path / "second.csv"
    assert verb("export", "--output", second, "--database", again, "--with-private-notes").code == 0
    assert second.read_bytes() == output.read_bytes()
