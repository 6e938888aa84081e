"""Measure the program beside its floors and print one Markdown table of ratios.

.venv/bin/python -m tests.benchmarks.run [--people N] [--pairs N] [start|data|spacing|pictures …]
"""

import argparse
import os
import platform
import tempfile
from pathlib import Path

from tests.benchmarks.paired import HEADER, Figure

os.environ["QT_QPA_PLATFORM"] = "offscreen"
PARTS = ("start", "data", "spacing", "pictures")


def measured(part: str, folder: Path, people: int, pairs: int) -> list[Figure]:
    """Return the figures of one part."""
    if part == "start":
        from tests.benchmarks import history, start

        history.practice(folder / "start.db", people).close()
        return start.figures(folder / "start.db", pairs)
    if part == "data":
        from tests.benchmarks import data

        return data.figures(folder, people)
    if part == "spacing":
        from tests.benchmarks import spacing

        return spacing.figures(folder, people)
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    from tests.benchmarks import pictures

    found = pictures.figures(folder)
    assert application is not None
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS) + "; all unless named")
    parser.add_argument("--people", type=int, default=1_000, help="how many people the record holds")
    parser.add_argument("--pairs", type=int, default=11, help="how many starts are measured")
    options = parser.parse_args()
    print(f"{platform.python_version()} on {platform.system()}, {os.cpu_count()} cores, {options.people} people\n")
    print(HEADER)
    for part in options.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for figure in measured(part, Path(folder), options.people, options.pairs):
                print(figure.row(), flush=True)


if __name__ == "__main__":
    main()
