"""Giving free memory back to the system."""

import platform
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.ui import spare_memory

MEGABYTE = 1_000_000


@pytest.fixture
def another_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run as on a system whose C library gives nothing back on request."""
    spare_memory._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    yield
    spare_memory._trim.cache_clear()


def held() -> int:
    """Return how many bytes of memory the process holds now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps free memory for later")
def test_what_is_free_below_what_is_in_use_goes_back_to_the_system() -> None:
    blocks = [bytes(1_000) for _ in range(40_000)]
    last = bytes(1_000)
    before = held()
    blocks.clear()
    spare_memory.give_back()
    assert held() < before - 20 * MEGABYTE
    assert len(last) == 1_000


@pytest.mark.usefixtures("another_system")
def test_elsewhere_nothing_happens() -> None:
    assert spare_memory._trim() is None
    spare_memory.give_back()
