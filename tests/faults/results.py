"""What a harness found, and the command that each of them is."""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from random import Random

from tests.faults.records import PASSPHRASE, Secret

_MOST_TOLD = 20
_COLUMNS = (
    {"lost", "missing"},
    {"half", "partial"},
    {"damaged", "silently different", "unnoticed", "accepted"},
)
"""Which faults are counted together in the table of all; whatever else can go wrong is the last column."""


@dataclass
class Result:
    """Counts in the order in which they are told; ``faults`` are those that must be nought."""

    harness: str
    faults: tuple[str, ...]
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def fail(self, fault: str, what: str) -> None:
        """Count a fault."""
        assert fault in self.faults
        self.counts[fault] += 1
        self.failures.append(f"{fault}: {what}")

    def line(self) -> str:
        """Return all counts in one line."""
        reached = [name for name in self.counts if name not in self.faults]
        told = ", ".join(f"{self.counts[name]:,} {name}" for name in (*reached, *self.faults))
        return f"{self.harness}: {told}"

    def by_column(self) -> list[int | None]:
        """Return the faults of each column of the table, None where the harness cannot find such."""
        others = set(self.faults).difference(*_COLUMNS)
        return [
            sum(self.counts[name] for name in column) if column & set(self.faults) else None
            for column in (*_COLUMNS, others)
        ]


Run = Callable[["Order"], Result]


@dataclass(frozen=True)
class Order:
    """How often, from which random numbers, in which empty folder, with which planted fault, on what kind of record.

    ``until`` names a count: when it is no longer nought, a harness that leaves much to chance may end.
    """

    runs: int
    random: Random
    folder: Path
    plant: str | None
    secret: Secret
    until: str | None = None

    def is_reached(self, result: Result) -> bool:
        """Return whether what the runs go on for has happened."""
        return self.until is not None and result.counts[self.until] > 0

    @property
    def options(self) -> list[str]:
        """Return the options of a program that does its part."""
        return [*(["--plant", self.plant] if self.plant else []), *(["--encrypted"] if self.secret else [])]


@dataclass(frozen=True)
class Harness:
    """A harness: ``runs`` is the whole number of runs, ``plants`` the faults that it can be shown to catch.

    ``is_chance`` where what a run meets hangs on how fast the machine is, so that no number of runs is sure to meet it.
    """

    name: str
    about: str
    run: Run
    runs: int
    plants: tuple[str, ...]
    is_chance: bool = False

    def result(
        self, runs: int, seed: int, plant: str | None = None, *, until: str | None = None, is_encrypted: bool = False
    ) -> Result:
        """Run it in a folder of its own, which is gone afterwards."""
        secret = PASSPHRASE if is_encrypted else None
        with tempfile.TemporaryDirectory() as folder:
            return self.run(Order(runs, Random(seed), Path(folder), plant, secret, until))


def result_of(name: str, runs: int, seed: int, *, is_encrypted: bool) -> Result:
    """Run the harness of that name in a process of its own, which finds it anew; say of which kind the record was."""
    harness: Harness = import_module(f"tests.faults.{name}").HARNESS
    result = harness.result(runs, seed, is_encrypted=is_encrypted)
    if is_encrypted:
        result.harness += ", encrypted"
    return result


def told(result: Result) -> bool:
    """Print what was found; return whether all is well."""
    print(result.line(), flush=True)
    for failure in result.failures[:_MOST_TOLD]:
        print(f"  {failure}", file=sys.stderr)
    return not result.failures


def main(harness: Harness) -> None:
    """Run one harness as the command line says; exit with 1 where it found anything."""
    parser = argparse.ArgumentParser(description=harness.about)
    parser.add_argument("--runs", type=int, default=harness.runs, help=f"how often; {harness.runs:,} unless given")
    parser.add_argument("--seed", type=int, default=1, help="the random numbers to use")
    parser.add_argument("--plant", choices=harness.plants, help="a fault to plant: then something must be found")
    parser.add_argument("--encrypted", action="store_true", help="on a record that is encrypted")
    if harness.is_chance:
        parser.add_argument("--until", help="end at the first of what is counted under this name")
    options = parser.parse_args()
    until = options.until if harness.is_chance else None
    result = harness.result(options.runs, options.seed, options.plant, until=until, is_encrypted=options.encrypted)
    sys.exit(0 if told(result) else 1)
