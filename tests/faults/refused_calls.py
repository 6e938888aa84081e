"""The program of which strace refuses one system call a process: it tries acts and prints what came of them."""

import argparse
import json
import tempfile
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path

from tests.faults.acts import Act, file_acts, verb_acts
from tests.faults.attempts import attempts, calls_before, modules_of, refused
from tests.faults.children import answer_of
from tests.faults.records import PASSPHRASE


def main() -> None:
    """Print one line an attempt."""
    parser = argparse.ArgumentParser()
    parser.add_argument("snapshots", type=Path)
    parser.add_argument("calls")
    parser.add_argument("acts", nargs="+")
    parser.add_argument("--encrypted", action="store_true")
    options = parser.parse_args()
    secret = PASSPHRASE if options.encrypted else None
    acts = [*verb_acts(options.snapshots, secret), *file_acts(secret)]
    with tempfile.TemporaryDirectory() as folder:
        for act in acts:
            if act.name in options.acts:
                _import_for(act, Path(folder))
                for call in options.calls.split(","):
                    _try(act, call, Path(folder))


def _import_for(act: Act, folder: Path) -> None:
    """Import what an act needs: the file of a module would be refused instead of what the act writes."""
    for name in answer_of(partial(modules_of, act, folder)):
        with suppress(ImportError):
            import_module(name)


def _try(act: Act, call: str, folder: Path) -> None:
    # Making a record reads the migrations too: refusing to open those is no fault of the disk.
    if call == "openat" and act.step > 1:
        return
    before = answer_of(partial(calls_before, act, call, folder))
    for outcome in attempts(act, refused(call, before, folder), folder):
        print(json.dumps({"call": call, **asdict(outcome)}), flush=True)


if __name__ == "__main__":
    main()
