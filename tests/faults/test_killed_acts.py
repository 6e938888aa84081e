"""What is done to a whole record is done or not; a small number of what ``python -m tests.faults.killed_acts`` does."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


@pytest.mark.parametrize("kind", [["--seed", "5"], ["--seed", "9", "--encrypted"]], ids=["plain", "encrypted"])
def test_a_record_whose_rewriting_is_killed_is_what_it_was_before_or_after(kind: list[str]) -> None:
    done = harness("killed_acts", "--runs", "10", *kind)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("killed acts: 10 runs, ")


def test_the_harness_catches_a_file_that_is_written_over_another() -> None:
    done = harness("killed_acts", "--runs", "300", "--plant", "copied-over", "--until", "damaged")
    assert done.returncode == 1
    assert "  damaged: " in done.stderr
