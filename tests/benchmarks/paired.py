"""Floor and program in turn, the median of the paired ratios: holds when the machine's speed drifts."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: medians in milliseconds, the median of the paired ratios, and the goal."""

    what: str
    floor: str
    floor_ms: float
    program_ms: float
    ratio: float
    goal: float

    def row(self) -> str:
        """Return the figure as a row of a Markdown table."""
        return (
            f"| {self.what} | {self.floor} | {self.floor_ms:.2f} | {self.program_ms:.2f} "
            f"| **{self.ratio:.2f}×** | ≤ {self.goal:g}× |"
        )


HEADER = "| what | floor in the same run | floor, ms | Skinterval, ms | ratio | goal |\n|---|---|---:|---:|---:|---:|"


def timed(call: Callable[[], object]) -> float:
    """Return how long one call takes, in milliseconds."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1_000


def compare(
    what: str,
    floor: tuple[str, Callable[[], float]],
    program: Callable[[], float],
    *,
    goal: float,
    pairs: int,
    warm_ups: int = 1,
) -> Figure:
    """Measure ``floor`` and ``program`` in turn; each call returns its own milliseconds."""
    floor_name, floor_call = floor
    for _ in range(warm_ups):
        floor_call()
        program()
    measured = [(floor_call(), program()) for _ in range(pairs)]
    return Figure(
        what,
        floor_name,
        median(low for low, _ in measured),
        median(high for _, high in measured),
        median(high / low for low, high in measured),
        goal,
    )
