"""A private bus for the tests of what touches the desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from private_bus import private_bus


@pytest.fixture
def bus_address(tmp_path: Path) -> Iterator[str]:
    """Return the address of a bus of this test's own, on which there is nobody yet."""
    with private_bus(tmp_path) as address:
        yield address
