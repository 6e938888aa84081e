"""The process is killed while it saves: what was acknowledged is there, and nothing is there by halves."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import invented
import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.records import Botox
from tracker.services.record import Record, create_record, open_record
from tracker.store import engine

SAVER = """
import sys
from datetime import timedelta
from pathlib import Path
sys.path.insert(0, "tests")
import invented
from support import FixedClock, TODAY
from tracker.core.catalog import load_catalog
from tracker.paths import resource_folder
from tracker.services.record import open_record
from tracker.store import engine
engine.JOURNAL_MODE = sys.argv[2]
record = open_record(Path(sys.argv[1]), load_catalog(resource_folder() / "catalog"), FixedClock())
(person,) = record.people.all()
while True:
    entry = record.entries.add(person.id, invented.botox(note="x" * 5000))
    print(entry.id, flush=True)
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("journal_mode", ["truncate", "wal"])
@pytest.mark.parametrize("saves", [1, 3, 8])
def test_a_killed_process_loses_no_save_and_leaves_no_half_one(
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    journal_mode: str,
    saves: int,
) -> None:
    monkeypatch.setattr(engine, "JOURNAL_MODE", journal_mode)
    path = tmp_path / "record.db"
    record = create_record(path, catalog, clock)
    person = record.people.add(invented.person())
    record.close()
    acknowledged = killed_after(saves, path, journal_mode)
    record = open_record(path, catalog, clock)
    entries = record.entries.of(person.id)
    assert acknowledged <= {entry.id for entry in entries}
    assert all(isinstance(entry, Botox) and len(entry.points) == 2 for entry in entries)
    assert record.check() == ()
    undo_everything(record)
    assert record.people.count() == 0
    record.close()


def killed_after(saves: int, path: Path, journal_mode: str) -> set[UUID]:
    """Return the ids that a saving process acknowledged before it was killed in the middle of the next save."""
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, str(path), journal_mode], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        acknowledged = {UUID(process.stdout.readline().strip()) for _ in range(saves)}
        os.kill(process.pid, signal.SIGKILL)
        acknowledged |= {UUID(line.strip()) for line in process.stdout if line.endswith("\n")}
    return acknowledged


def undo_everything(record: Record) -> None:
    while record.undo.next_undo is not None:
        record.undo.undo()
