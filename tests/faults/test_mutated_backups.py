"""No spoiled backup is taken for one; a small number of what ``python -m tests.faults.mutated_backups`` does."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


@pytest.mark.parametrize("kind", [[], ["--encrypted"]], ids=["plain", "encrypted"])
def test_a_spoiled_backup_is_refused_or_checked_wholly(kind: list[str]) -> None:
    done = harness("mutated_backups", "--runs", "20", *kind)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("mutated backups: 20 backups, ")


def test_the_harness_catches_a_program_that_does_not_compare_a_backup_with_its_manifest() -> None:
    done = harness("mutated_backups", "--runs", "5", "--plant", "manifest-not-compared")
    assert done.returncode == 1
    assert "  accepted: " in done.stderr
