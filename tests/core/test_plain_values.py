"""Changes, clock, scales and records: the small values that all layers hand around."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from tracker.core.changes import RowChange
from tracker.core.clock import SystemClock
from tracker.core.records import CONCERNS, TREATMENTS, Kind, Rating
from tracker.core.scales import HIGHEST, LOWEST, flipped


def test_the_inverse_of_an_insert_is_a_delete_and_back() -> None:
    insert = RowChange("person", "1", None, {"name": "Ines"})

    assert insert.inverse() == RowChange("person", "1", {"name": "Ines"}, None)
    assert insert.inverse().inverse() == insert


def test_the_clock_gives_the_moment_in_utc_and_the_wall_time_to_the_minute() -> None:
    clock = SystemClock()

    assert clock.now().tzinfo is UTC
    wall_time = clock.wall_time()
    assert (wall_time.second, wall_time.microsecond, wall_time.tzinfo) == (0, 0, None)


def test_today_is_a_calendar_day_and_no_moment() -> None:
    assert not isinstance(SystemClock().today(), datetime)


def test_a_flipped_score_mirrors_the_scale() -> None:
    assert [flipped(value) for value in (LOWEST, 3, 5, HIGHEST)] == [HIGHEST, 7, 5, LOWEST]


def test_the_kinds_are_the_words_of_the_history_file() -> None:
    assert {kind.value for kind in Kind} == {"botox", "microdermabrasion", "rating", "other_event"}
    assert set(TREATMENTS) == set(Kind) - {Kind.RATING, Kind.OTHER_EVENT}


def test_a_rating_tells_each_score_by_its_concern() -> None:
    rating = Rating(id=uuid4(), person_id=uuid4(), on=date(2026, 3, 9), texture=0, dullness=7)

    scored = {concern: rating.score(concern) for concern in CONCERNS if rating.score(concern) is not None}
    assert scored == {"texture": 0, "dullness": 7}


def test_records_cannot_be_changed() -> None:
    rating = Rating(id=uuid4(), person_id=uuid4(), on=date(2026, 3, 9))

    with pytest.raises(FrozenInstanceError):
        rating.texture = 5  # type: ignore[misc]
