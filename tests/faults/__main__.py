"""Run every harness whole, on a plain and on an encrypted record; one line each, exit 1 where any found something.

``python -m tests.faults [--seed N] [--percent N]``. It takes hours on a small machine.
"""

import argparse
import sys

from tests.faults import backups, damage, failing_calls, flipped_bits, imports, kills, mutated_backups, power_cuts
from tests.faults.results import Harness, told

HARNESSES: tuple[Harness, ...] = (
    kills.HARNESS,
    power_cuts.HARNESS,
    failing_calls.HARNESS,
    backups.HARNESS,
    mutated_backups.HARNESS,
    flipped_bits.HARNESS,
    damage.HARNESS,
    imports.HARNESS,
)


def main() -> None:
    """Run them one after another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the random numbers to use")
    parser.add_argument("--percent", type=float, default=100, help="how much of each; all of it unless given")
    options = parser.parse_args()
    is_well = True
    for harness in HARNESSES:
        runs = max(1, round(harness.runs * options.percent / 100))
        for is_encrypted in (False, True):
            print("encrypted " if is_encrypted else "", end="", flush=True)
            is_well = told(harness.result(runs, options.seed, is_encrypted=is_encrypted)) and is_well
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
