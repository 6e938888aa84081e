"""Spoiled files are refused or used, and nothing breaks down; a small number of ``python -m tests.faults.damage``."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


@pytest.mark.parametrize("options", [(), ("--encrypted",)])
def test_a_spoiled_file_is_refused_with_a_sentence_or_used_as_ever(options: tuple[str, ...]) -> None:
    done = harness("damage", "--runs", "12", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("damage: 12 files, ")


def test_the_harness_catches_a_program_that_looks_at_no_file_before_it_uses_it() -> None:
    done = harness("damage", "--runs", "20", "--plant", "no-checks")
    assert done.returncode == 1
    assert "  crashed: another program's" in done.stderr
