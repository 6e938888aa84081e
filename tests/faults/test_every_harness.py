"""One command runs them all."""

import os
from importlib import import_module
from pathlib import Path

import pytest

from tests.faults.results import Result


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")
def test_every_harness_is_run_by_the_one_command() -> None:
    all_of_them = import_module("tests.faults.__main__").HARNESSES
    sources = [path for path in Path(__file__).parent.glob("*.py") if "\nHARNESS = " in path.read_text("utf-8")]
    assert {harness.name for harness in all_of_them} == {path.stem for path in sources}
    assert all(harness.plants for harness in all_of_them)


def test_what_they_found_is_a_table_for_the_readme() -> None:
    found = Result("kills", ("lost", "half"))
    found.fail("half", "run 3")
    other = Result("failing calls, encrypted", ("half", "crashed", "not said"))
    other.fail("not said", "undo")
    lines = import_module("tests.faults.__main__").table([(1_000, found), (34, other)]).splitlines()
    assert lines[0].startswith("| Fault | Runs | Lost | Half | Damaged or silent | Other | ")
    assert lines[2].startswith("| kills | 1,000 | 0 | 1 | – | – | ")
    assert lines[3].startswith("| failing calls, encrypted | 34 | – | 0 | – | 1 | ")
