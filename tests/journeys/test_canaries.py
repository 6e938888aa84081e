"""No byte of a name of an encrypted record is in any file that the program writes, while it runs or afterwards."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
STEPS = ["made", "opened", "searched", "looked", "logged", "previewed", "exported", "locked", "unlocked", "closed"]
HALVES = [f"{half}{number:03d}{end}" for number in range(100) for half, end in (("Zq", "xorn"), ("Vy", "melt"))]
NEEDLES = [half.encode(code) for half in HALVES for code in ("utf-8", "utf-16-le", "utf-16-be")]


def found_in(folder: Path) -> dict[str, int]:
    """Return how many canaries each file below ``folder`` holds, only of those that hold one, and how many files."""
    held = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            count = sum(needle in data or needle.lower() in data for needle in NEEDLES)
            if count:
                held[str(path.relative_to(folder))] = count
    return held


@pytest.fixture
def sandbox(tmp_path: Path) -> Path:
    """Return a folder that holds all that the program takes for the person's and the system's own."""
    for name in ("home", "config", "data", "cache", "state", "run", "tmp", "asked"):
        (tmp_path / name).mkdir(mode=0o700)
    return tmp_path


def environment(sandbox: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "SKINTERVAL_"))}
    places = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
    places |= {f"XDG_{name.upper()}_HOME": name for name in ("config", "data", "cache", "state")}
    return {
        **kept,
        **{name: str(sandbox / place) for name, place in places.items()},
        "PYTHONPATH": str(TESTS.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def walked(sandbox: Path) -> Iterator[str]:
    """Walk through the program in a process of its own; yield after each step, while it still runs."""
    command = [sys.executable, str(TESTS / "canary_walk.py"), str(sandbox / "data" / "clinic.db"), "asked"]
    command[-1] = str(sandbox / "asked")
    with subprocess.Popen(
        command, env=environment(sandbox), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in process.stdout:
            yield line.strip()
            process.stdin.write("\n")
            process.stdin.flush()
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the folders are set by variables of Linux here")
def test_a_full_session_writes_no_name_but_where_it_is_asked_to(sandbox: Path) -> None:
    steps = []
    for step in walked(sandbox):
        steps.append(step)
        held = found_in(sandbox)
        asked = {path: held.pop(path) for path in list(held) if path.startswith("asked")}
        assert held == {}, step
        # The list that was asked for shows that the search finds what is there.
        assert bool(asked) == (STEPS.index(step) >= STEPS.index("exported"))
    assert steps == STEPS
    assert (sandbox / "config" / "Skinterval" / "Skinterval.ini").exists()
    assert [path for path in (sandbox / "tmp").rglob("*") if path.is_file()] == []
