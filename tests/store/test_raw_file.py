"""Reading the file beside SQLite drops none of SQLite's locks."""

import subprocess
import sys
from pathlib import Path

import pytest
from support import FixedClock

from tracker.core.changes import ChangeLabel
from tracker.store.opening import open_store
from tracker.store.raw_file import raw_handle

OTHER = """
import sys
import sqlcipher3.dbapi2 as driver
connection = driver.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    connection.execute("BEGIN IMMEDIATE")
except driver.OperationalError:
    print("locked")
else:
    print("free")
"""


def as_another_program_sees(path: Path) -> str:
    found = subprocess.run([sys.executable, "-c", OTHER, str(path)], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def test_a_handle_closed_during_a_save_leaves_the_lock(path: Path, clock: FixedClock) -> None:
    store = open_store(path, clock)
    with store.write(ChangeLabel("add", "person")):
        with raw_handle(path):
            pass
        assert as_another_program_sees(path) == "locked"
    store.close()


def test_the_harm_is_real_where_the_file_is_opened_otherwise(path: Path, clock: FixedClock) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps locks by handle")
    store = open_store(path, clock)
    with store.write(ChangeLabel("add", "person")):
        path.open("rb").close()
        assert as_another_program_sees(path) == "free"
    store.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open handles in /proc")
def test_no_handle_is_left_once_all_connections_are_closed(path: Path, clock: FixedClock) -> None:
    store = open_store(path, clock)
    with store.read(), raw_handle(path):
        pass
    assert handles_on(path) > 0
    store.close()
    assert handles_on(path) == 0


def handles_on(path: Path) -> int:
    return sum(handle.resolve() == path.resolve() for handle in Path("/proc/self/fd").iterdir())
