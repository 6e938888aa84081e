"""A backup taken while others save is whole; a small number of what ``python -m tests.faults.backups`` does."""

import pytest

from tests.faults.commands import harness


@pytest.mark.parametrize("kind", [[], ["--encrypted"]], ids=["plain", "encrypted"])
def test_backups_taken_while_others_save_are_whole(kind: list[str]) -> None:
    done = harness("backups", "--runs", "5", *kind)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 damaged, 0 half, 0 missing" in done.stdout


def test_the_harness_catches_a_save_of_two_transactions() -> None:
    done = harness("backups", "--runs", "300", "--plant", "two-transactions", "--until", "half")
    assert done.returncode == 1
    assert "  half: " in done.stderr
