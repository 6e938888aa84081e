"""What the pointer reaches: the nearest mark within reach, whoever it belongs to."""

from datetime import date
from uuid import UUID

import pytest

from tracker.charts.hits import REACH_PX, HitMap, Stop
from tracker.core.records import Rater
from tracker.core.timeline import RatedDay


def stop(number: int, *marks: tuple[float, float]) -> Stop:
    rated = RatedDay(
        entry_id=UUID(int=number),
        on=date(2026, 1, number),
        at=None,
        rater=Rater.SELF,
        scores={"texture": 5},
        settling=(),
        prior_shown=False,
        note=None,
    )
    return Stop(rated, marks)


@pytest.mark.parametrize(("away", "found"), [(0.0, 0), (REACH_PX, 0), (REACH_PX + 0.1, None)])
def test_a_mark_is_reached_within_24_px(away: float, found: int | None) -> None:
    assert REACH_PX == 24
    assert HitMap([stop(1, (100, 50))]).nearest(100, 50 + away) == found


def test_the_nearest_of_all_marks_wins() -> None:
    hits = HitMap([stop(1, (100, 50), (100, 90)), stop(2, (110, 70))])
    assert hits.nearest(101, 88) == 0
    assert hits.nearest(107, 72) == 1


def test_a_chart_without_entries_has_nothing_to_reach() -> None:
    assert HitMap([]).nearest(0, 0) is None


def test_an_entry_is_found_by_its_id() -> None:
    hits = HitMap([stop(1, (1, 1)), stop(2, (9, 9))])
    assert hits.number_of(UUID(int=2)) == 1
    assert hits.number_of(UUID(int=3)) is None
