"""Spoiled history files and settings; a small number of what ``python -m tests.faults.imports`` reads."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


def test_a_spoiled_file_is_imported_whole_or_refused_with_a_sentence_for_each_problem() -> None:
    done = harness("imports", "--runs", "80")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 crashed, 0 partial, 0 without words, 0 slow, 0 heavy" in done.stdout


def test_the_harness_catches_an_import_that_is_a_change_per_row() -> None:
    done = harness("imports", "--runs", "20", "--plant", "change-per-row")
    assert done.returncode == 1
    assert "  partial: " in done.stderr
