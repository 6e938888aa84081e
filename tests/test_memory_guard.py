"""Neither a core dump nor another program of the same user sees what the process holds."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = """
import ctypes, resource
from tracker.memory_guard import forbid_memory_dumps
forbid_memory_dumps()
print(*resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the switches of Linux")
def test_dumps_and_looks_from_outside_are_switched_off() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "0"]


def test_a_system_without_the_switches_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.memory_guard import forbid_memory_dumps

    monkeypatch.setattr(sys, "platform", "win32")
    forbid_memory_dumps()
