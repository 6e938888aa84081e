"""What the tests of the store share: a new file, and a second connection that knows nothing of the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from support import FixedClock

from tracker.store.creating import create_file
from tracker.store.opening import open_store
from tracker.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a new, empty record."""
    path = tmp_path / "record.db"
    create_file(path)
    return path


@pytest.fixture
def store(path: Path, clock: FixedClock) -> Iterator[Store]:
    """Return the open store of a new, empty record."""
    store = open_store(path, clock)
    yield store
    store.close()


@pytest.fixture
def outside(path: Path) -> Iterator[Any]:
    """Return a connection of somebody else to the file of ``path``."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    yield connection
    connection.close()
