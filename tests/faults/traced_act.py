"""The program that is traced while something is done to a whole record; it says what stands there before and after."""

import argparse
import json
import os
from dataclasses import asdict
from pathlib import Path

from tests.faults.records import PASSPHRASE
from tests.faults.whole_acts import standing, whole_acts
from tracker.store import placing


def main() -> None:
    """Do one act."""
    parser = argparse.ArgumentParser()
    parser.add_argument("act")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plant")
    parser.add_argument("--encrypted", action="store_true")
    options = parser.parse_args()
    if options.plant:
        # Nothing that is built beside a file is brought to the disk before it takes its place.
        placing.to_disk = lambda _path: None
    secret = PASSPHRASE if options.encrypted else None
    (act,) = (one for one in whole_acts(secret) if one.name == options.act)
    _say(options.folder)
    act.do(options.folder, secret)
    _say(options.folder)


def _say(folder: Path) -> None:
    os.write(1, json.dumps(asdict(standing(folder))).encode() + b"\n")


if __name__ == "__main__":
    main()
