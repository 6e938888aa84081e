"""The commands of the harnesses, run as a person runs them: a harness forks, which a test's own process may not."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def harness(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a harness to its end."""
    command = [sys.executable, "-m", f"tests.faults.{name}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
