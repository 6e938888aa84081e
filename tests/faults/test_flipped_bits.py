"""No flipped bit changes what is shown; a small number of what ``python -m tests.faults.flipped_bits`` flips."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


@pytest.mark.parametrize(("kind", "runs"), [([], "200"), (["--encrypted"], "40")], ids=["plain", "encrypted"])
def test_a_flipped_bit_is_noticed_before_anything_else_is_shown(kind: list[str], runs: str) -> None:
    done = harness("flipped_bits", "--runs", runs, *kind)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"flipped bits: {runs} bits, ")


def test_the_harness_catches_a_program_that_looks_at_no_seal() -> None:
    done = harness("flipped_bits", "--runs", "20", "--plant", "no-seal")
    assert done.returncode == 1
    assert "  silently different: bit " in done.stderr
