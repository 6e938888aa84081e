"""A process that is killed loses no save; a small number of what ``python -m tests.faults.kills`` does."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


MANY = "400"
"""Kills that a fault by chance is given; it is met within the first few, on the slowest machine too."""


def test_a_killed_process_loses_no_save_and_leaves_no_half_one() -> None:
    done = harness("kills", "--runs", "8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost, 0 half, 0 damaged" in done.stdout


def test_a_process_that_is_killed_in_the_midst_of_a_save_leaves_it_whole_or_not_at_all() -> None:
    done = harness("kills", "--runs", MANY, "--until", "cut in mid-save")
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 1 cut in mid-save, 0 lost, 0 half, 0 damaged" in done.stdout


@pytest.mark.parametrize(("plant", "fault"), [("acknowledged-early", "lost"), ("two-transactions", "half")])
def test_the_harness_catches_a_save_that_is_not_whole_when_it_is_acknowledged(plant: str, fault: str) -> None:
    done = harness("kills", "--runs", MANY, "--plant", plant, "--until", fault)
    assert done.returncode == 1
    assert f"  {fault}: run" in done.stderr
