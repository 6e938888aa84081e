"""What is said of one site over time."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.core.units_over_time.course import Run
from tracker.ui.words.face_map import course, difference


def run(units: int | None, first: str, last: str, *, is_latest: bool = False) -> Run:
    known = None if units is None else Decimal(units)
    return Run(known, date.fromisoformat(first), date.fromisoformat(last), is_latest)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([], ""),
        ([run(4, "2025-03-31", "2025-03-31", is_latest=True)], "4 in March 2025"),
        ([run(4, "2024-04-08", "2025-03-31", is_latest=True)], "4 since April 2024"),
        (
            [
                run(3, "2024-04-08", "2024-08-12"),
                run(5, "2025-03-31", "2025-03-31"),
                run(4, "2025-07-07", "2025-10-27", is_latest=True),
            ],
            "5 in March 2025, 4 since",
        ),
        (
            [run(2, "2024-04-08", "2024-08-12"), run(None, "2025-03-31", "2025-10-27", is_latest=True)],
            "2 from April 2024 to August 2024, none since",
        ),
        ([run(4, "2024-04-08", "2024-08-12")], "4 from April 2024 to August 2024"),
    ],
)
def test_the_last_two_runs_are_told(runs: list[Run], said: str) -> None:
    assert course(runs) == said


@pytest.mark.parametrize(("found", "said"), [(None, "–"), ("0", "0"), ("1.5", "+1.5"), ("-3", "−3")])
def test_a_difference_has_its_sign(found: str | None, said: str) -> None:
    assert difference(None if found is None else Decimal(found)) == said
