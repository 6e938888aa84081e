"""The program that is traced: it makes or opens a record and saves; after each save it says what the record holds."""

import argparse
import os
from contextlib import closing
from itertools import islice
from pathlib import Path

from support import FixedClock

from tests.faults.records import PASSPHRASE, created, few_rounds, opened, state_of_file
from tests.faults.verbs import busy_day
from tracker.services.encryption import decrypt, encrypt
from tracker.store import engine


def main() -> None:
    """Make so many saves; then encrypt the record, or decrypt it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("record", type=Path)
    parser.add_argument("saves", type=int)
    parser.add_argument("--plant")
    parser.add_argument("--encrypted", action="store_true")
    options = parser.parse_args()
    _plant(options.plant)
    path, secret = options.record, PASSPHRASE if options.encrypted else None
    with closing(opened(path, secret) if path.exists() else created(path, secret)) as record:
        _say(state_of_file(path))
        for _ in islice(busy_day(record), options.saves):
            _say(state_of_file(path))
    with few_rounds():
        if secret is None:
            encrypt(path, PASSPHRASE, FixedClock())
        else:
            decrypt(path, secret, FixedClock())
    _say(state_of_file(path))


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def _plant(plant: str | None) -> None:
    """Save with settings that lose data: nothing is waited for, or only the journal is."""
    if plant:
        synchronous = ("synchronous", "NORMAL", 1) if plant == "wal-normal" else ("synchronous", "OFF", 0)
        engine._SETTINGS = (synchronous, *(one for one in engine._SETTINGS if one[0] != "synchronous"))
    if plant == "wal-normal":
        engine.JOURNAL_MODE = "wal"


if __name__ == "__main__":
    main()
