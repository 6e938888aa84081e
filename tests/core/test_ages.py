"""Ages: whole years, also of who was born on 29 February."""

from datetime import date

import pytest

from tracker.core.ages import age_on


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1984, 3, 9), date(2026, 3, 8), 41),
        (date(1984, 3, 9), date(2026, 3, 9), 42),
        (date(2000, 2, 29), date(2025, 2, 28), 24),
        (date(2000, 2, 29), date(2025, 3, 1), 25),
        (date(2026, 3, 9), date(2026, 3, 9), 0),
    ],
)
def test_somebody_is_a_year_older_on_their_birthday(born: date, day: date, years: int) -> None:
    assert age_on(born, day) == years
