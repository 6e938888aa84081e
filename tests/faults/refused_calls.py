"""The program of which strace refuses one system call a process: it tries acts and prints what came of them."""

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path

from tests.faults.acts import Act
from tests.faults.attempts import Outcome, attempts, calls_before, modules_of, refused
from tests.faults.children import answer_of
from tests.faults.record_acts import every_act
from tests.faults.records import PASSPHRASE


def main() -> None:
    """Print what came of every attempt."""
    parser = argparse.ArgumentParser()
    parser.add_argument("snapshots", type=Path)
    parser.add_argument("calls")
    parser.add_argument("acts", nargs="+")
    parser.add_argument("--encrypted", action="store_true")
    options = parser.parse_args()
    secret = PASSPHRASE if options.encrypted else None
    with tempfile.TemporaryDirectory() as folder:
        found = [
            {"call": call, **asdict(outcome)}
            for act in every_act(options.snapshots, secret)
            if act.name in options.acts
            for call in options.calls.split(",")
            for outcome in _tried(act, call, Path(folder))
        ]
    # Once: many writes of this process would come to the one that is refused.
    print(json.dumps(found))


def _import_for(act: Act, folder: Path) -> None:
    """Import what an act needs: the file of a module would be refused instead of what the act writes."""
    for name in answer_of(partial(modules_of, act, folder)):
        with suppress(ImportError):
            import_module(name)


def _tried(act: Act, call: str, folder: Path) -> Iterator[Outcome]:
    # Making a record reads the migrations too: refusing to open those is no fault of the disk.
    if call == "openat" and act.step > 1:
        return
    _import_for(act, folder)
    before = answer_of(partial(calls_before, act, call, folder))
    yield from attempts(act, refused(call, before, folder), folder)


if __name__ == "__main__":
    main()
