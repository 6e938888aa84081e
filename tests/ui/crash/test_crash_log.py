"""Reports of errors of ours as files: few, small, private, and no further trouble where they cannot be written."""

import stat
import sys
from datetime import time
from pathlib import Path

import pytest
from support import FixedClock

from tracker import __version__
from tracker.core.crash_report import Fault, Place
from tracker.ui.crash.log import MOST_BYTES, MOST_LOGS, CrashLog

FAULTS = (Fault("ValueError", (Place("tracker.ui.jobs", "jobs.py", 7, "Job.run"),)),)


def test_a_report_names_versions_platform_and_time(tmp_path: Path, clock: FixedClock) -> None:
    kept = CrashLog(tmp_path / "crashes", clock).keep(FAULTS)
    assert kept.path is not None
    assert kept.path.read_text() == kept.text
    lines = kept.text.splitlines()
    assert lines[0] == f"Skinterval {__version__}"
    assert lines[1].startswith("Python ")
    assert lines[3] == "2026-03-09 12:00:00 UTC"
    assert lines[-1] == "  tracker.ui.jobs, jobs.py:7, Job.run"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_report_and_its_folder_are_for_their_owner_alone(tmp_path: Path, clock: FixedClock) -> None:
    path = CrashLog(tmp_path / "crashes", clock).keep(FAULTS).path
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_newest_reports_are_kept_and_each_is_small(tmp_path: Path, clock: FixedClock) -> None:
    log = CrashLog(tmp_path, clock)
    (tmp_path / "mine.txt").write_text("not a report")
    for number in range(MOST_LOGS + 5):
        clock.at = time(12, number)
        log.keep((Fault(f"Error{number}" + "x" * 2 * MOST_BYTES, ()),))
    kept = sorted(tmp_path.glob("crash-*.txt"))
    assert len(kept) == MOST_LOGS
    assert "\nError5x" in kept[0].read_text()
    assert {path.stat().st_size for path in kept} == {MOST_BYTES}
    assert (tmp_path / "mine.txt").exists()


def test_a_folder_that_cannot_be_made_is_no_further_error(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = CrashLog(tmp_path / "file" / "crashes", clock).keep(FAULTS)
    assert kept.path is None
    assert "ValueError" in kept.text


def test_the_same_error_again_is_not_written_again(tmp_path: Path, clock: FixedClock) -> None:
    log = CrashLog(tmp_path, clock)
    first = log.keep(FAULTS)
    clock.at = time(13)
    assert log.keep(FAULTS) is first
    assert len(list(tmp_path.iterdir())) == 1
