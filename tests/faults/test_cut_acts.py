"""A power cut leaves a record old or new; a small number of what ``python -m tests.faults.cut_acts`` does."""

import pytest

from tests.faults.commands import harness
from tests.faults.traces import why_not

pytestmark = pytest.mark.skipif(why_not() != "", reason=why_not() or "tracing works")


@pytest.mark.parametrize("kind", [["--seed", "7"], ["--seed", "5", "--encrypted"]], ids=["plain", "encrypted"])
def test_a_record_whose_power_is_cut_is_what_it_was_before_or_after_and_no_backup_is_lost(kind: list[str]) -> None:
    done = harness("cut_acts", "--runs", "10", *kind)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost, 0 half, 0 damaged, 0 left behind" in done.stdout


def test_the_harness_catches_files_that_take_their_place_before_they_are_on_the_disk() -> None:
    done = harness("cut_acts", "--runs", "39", "--seed", "1", "--plant", "not-synced")
    assert done.returncode == 1
    assert "  lost: " in done.stderr
