"""One command runs them all."""

import os
from importlib import import_module
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")
def test_every_harness_is_run_by_the_one_command() -> None:
    all_of_them = import_module("tests.faults.__main__").HARNESSES
    sources = [path for path in Path(__file__).parent.glob("*.py") if "\nHARNESS = " in path.read_text("utf-8")]
    assert {harness.name for harness in all_of_them} == {path.stem for path in sources}
    assert all(harness.plants for harness in all_of_them)
