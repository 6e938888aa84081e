"""Whatever writes may fail; a small number of what ``python -m tests.faults.failing_calls`` does."""

import os

import pytest

from tests.faults.commands import harness

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork processes")


def test_an_act_that_fails_anywhere_is_done_whole_or_not_at_all_and_says_so() -> None:
    done = harness("failing_calls", "--runs", "1", "--seed", "3")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("failing calls: 1 acts, ")


def test_the_harness_catches_a_save_that_swallows_its_error() -> None:
    done = harness("failing_calls", "--runs", "1", "--seed", "3", "--plant", "swallowed")
    assert done.returncode == 1
    assert "  not said: " in done.stderr
