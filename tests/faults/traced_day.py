"""The program that is traced: it makes or opens a record and saves; after each save it says what the record holds.

``python -m tests.faults.traced_day RECORD SAVES [PLANT]``
"""

import os
import sys
from contextlib import closing
from itertools import islice
from pathlib import Path

from tests.faults.records import created, opened, state
from tests.faults.verbs import busy_day
from tracker.store import engine


def main(path: Path, saves: int, plant: str) -> None:
    """Make so many saves."""
    _plant(plant)
    with closing(opened(path) if path.exists() else created(path)) as record:
        _say(state(record))
        for _ in islice(busy_day(record), saves):
            _say(state(record))


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def _plant(plant: str) -> None:
    """Save with settings that lose data: nothing is waited for, or only the journal is."""
    if plant:
        synchronous = ("synchronous", "NORMAL", 1) if plant == "wal-normal" else ("synchronous", "OFF", 0)
        engine._SETTINGS = (synchronous, *(one for one in engine._SETTINGS if one[0] != "synchronous"))
    if plant == "wal-normal":
        engine.JOURNAL_MODE = "wal"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
