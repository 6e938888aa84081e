"""Harnesses that do to the real program what the world does: kill it, cut its power, fill its disk, spoil its files.

``python -m tests.faults`` runs all of them whole; each is a command of its own with ``--runs``, ``--seed`` and
``--plant``. The tests beside them run a small number, and show that each harness catches a planted fault.
"""

import sys
from pathlib import Path

# What all tests share is found under the names that pytest gives it.
sys.path.insert(0, str(Path(__file__).parents[1]))
