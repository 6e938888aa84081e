"""A process that is killed loses no save; a small number of what ``python -m tests.faults.kills`` does."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


def test_a_killed_process_loses_no_save_and_leaves_no_half_one() -> None:
    done = harness("kills", "--runs", "8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost, 0 half, 0 damaged" in done.stdout
    assert ", 0 cut in mid-save" not in done.stdout


@pytest.mark.parametrize(("plant", "fault"), [("acknowledged-early", "lost"), ("two-transactions", "half")])
def test_the_harness_catches_a_save_that_is_not_whole_when_it_is_acknowledged(plant: str, fault: str) -> None:
    done = harness("kills", "--runs", "6", "--plant", plant)
    assert done.returncode == 1
    assert f"  {fault}: run" in done.stderr
