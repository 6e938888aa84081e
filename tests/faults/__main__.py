"""Run every harness whole, on a plain and on an encrypted record, two at a time; exit 1 where any found something.

Each prints a line as soon as it is done; at the end stands a table for the README.
``python -m tests.faults [--seed N] [--share F]``. All of it takes about an hour on two cores that do nothing else.
"""

import argparse
import sys
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from datetime import UTC, datetime
from multiprocessing import get_context

from tests.faults import (
    backups,
    cut_acts,
    damage,
    failing_calls,
    flipped_bits,
    imports,
    killed_acts,
    kills,
    mutated_backups,
    power_cuts,
)
from tests.faults.results import Harness, Result, result_of, told
from tracker import __version__

HARNESSES: tuple[Harness, ...] = (
    kills.HARNESS,
    killed_acts.HARNESS,
    power_cuts.HARNESS,
    cut_acts.HARNESS,
    failing_calls.HARNESS,
    backups.HARNESS,
    mutated_backups.HARNESS,
    flipped_bits.HARNESS,
    damage.HARNESS,
    imports.HARNESS,
)
_AT_ONCE = 2
_HEAD = ("Fault", "Runs", "Lost", "Half", "Damaged or silent", "Other", "Date and version")


def main() -> None:
    """Run them and print what they found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the random numbers to use")
    parser.add_argument("--share", type=float, default=1, help="how much of each; all of it unless given")
    options = parser.parse_args()
    found = _run_all(options.share, options.seed)
    print(table([found[number] for number in sorted(found)]))
    sys.exit(1 if any(result.failures for _, result in found.values()) else 0)


Row = tuple[int, Result]
"""How often a harness did its work, and what it found."""


def _run_all(share: float, seed: int) -> dict[int, Row]:
    """Return what each found, by the number of its row."""
    found: dict[int, Row] = {}
    # Each has a process of its own, started anew: a harness forks, and nothing may be open then.
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn"), max_tasks_per_child=1) as pool:
        begun: dict[Future[Result], tuple[int, int]] = {}
        for number, harness in enumerate(HARNESSES):
            runs = max(1, round(harness.runs * share))
            for is_encrypted in (False, True):
                work = pool.submit(result_of, harness.name, runs, seed, is_encrypted=is_encrypted)
                begun[work] = 2 * number + is_encrypted, runs
        for work in as_completed(begun):
            row, runs = begun[work]
            result = work.result()
            told(result)
            found[row] = runs, result
    return found


def table(rows: list[Row]) -> str:
    """Return what was found as Markdown; a dash where a harness cannot find such a fault."""
    when = f"{datetime.now(UTC).date()}, {__version__}"
    lines = [_HEAD, ("---", *["---:"] * 5, "---")]
    for runs, result in rows:
        counts = ("–" if count is None else f"{count:,}" for count in result.by_column())
        lines.append((result.harness, f"{runs:,}", *counts, when))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
