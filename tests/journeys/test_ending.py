"""The real program, asked by the system to end: the record is closed in order, as by a person."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import invented
import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.services.record import create_record

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can send the signal there")
def test_a_program_that_is_told_to_end_closes_its_record(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    record = tmp_path / "record.db"
    filled = create_record(record, catalog, clock)
    filled.people.add(invented.person())
    filled.close()
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "SKINTERVAL_MARKS": "1"}
    program = subprocess.Popen(
        [sys.executable, "main.py", "--database", str(record)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stderr is not None
    for line in program.stderr:
        if line.startswith("mark overview"):
            break
    assert record.with_name("record.db.lock").exists()
    program.send_signal(signal.SIGTERM)
    _, said = program.communicate()
    assert (program.returncode, "Traceback" in said) == (0, False)
    assert not record.with_name("record.db.lock").exists()
