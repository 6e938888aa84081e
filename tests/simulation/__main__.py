"""Look at 1,000 simulated people with an effect and 1,000 without, and print the figures as Markdown.

``python -m tests.simulation [--people N] [--seed N]``. It takes some seconds.
"""

import argparse
from datetime import UTC, datetime

from tests.simulation.figures import Looked, figures, looked_at, share_with_number
from tracker import __version__

_NOISES = ((0.4, 0.8), (0.8, 1.2), (1.2, 1.6), (1.6, 2))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000, help="how many of each; 1,000 unless given")
    parser.add_argument("--seed", type=int, default=1, help="the random numbers to use")
    options = parser.parse_args()
    effect = looked_at(options.people, options.seed, has_effect=True)
    none = looked_at(options.people, options.seed, has_effect=False)
    print(f"{options.people:,} of each, {datetime.now(UTC).date()}, {__version__}\n")
    print("| noise of one rating (SD) | with a number | median error | inside the range | no effect, yet a number |")
    print("|---|---:|---:|---:|---:|")
    for low, high in _NOISES:
        print(_row(f"{low} to {high} points", _noisy(effect, low, high), _noisy(none, low, high)))
    print(_row("all", effect, none))
    found = figures(effect)
    print(f"\n“At least” was said of {found.at_least} people, and true of {_percent(found.at_least_true)} of them.")


def _noisy(found: list[Looked], low: float, high: float) -> list[Looked]:
    return [one for one in found if low <= one.truth.noise < high]


def _row(name: str, effect: list[Looked], none: list[Looked]) -> str:
    found = figures(effect)
    cells = (
        name,
        _percent(found.with_number),
        "–" if found.median_error is None else f"{found.median_error:.1f} days",
        _percent(found.inside_range),
        _percent(share_with_number(none)),
    )
    return f"| {' | '.join(cells)} |"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


if __name__ == "__main__":
    main()
