"""How a score changed over a stretch of time."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from tracker.core.progress.change import Change, change_over
from tracker.core.records import Rater
from tracker.core.timeline import RatedDay


def rated(*textures: int | None) -> list[RatedDay]:
    return [
        RatedDay(
            entry_id=uuid4(),
            on=date(2026, 1, 1) + timedelta(number),
            at=None,
            rater=Rater.SELF,
            scores={} if texture is None else {"texture": texture},
            settling=(),
            prior_shown=False,
            note=None,
        )
        for number, texture in enumerate(textures)
    ]


@pytest.mark.parametrize("textures", [(), (4,), (None, 4, None)], ids=["none", "one", "one that rates it"])
def test_below_two_ratings_there_is_no_change(textures: tuple[int | None, ...]) -> None:
    assert change_over(rated(*textures), "texture") is None


@pytest.mark.parametrize(
    ("textures", "change"),
    [
        ((4, 7), Change(Decimal(4), Decimal(7), 2, False)),
        ((4, 9, 9, 9, 3), Change(Decimal(4), Decimal(3), 5, False)),
        ((4, 6, 5, 9, 7, 8), Change(Decimal(5), Decimal(8), 6, True)),
        ((4, 6, 5, 0, 9, 7, 8), Change(Decimal(5), Decimal(8), 7, True)),
        ((0, 0, 0, 0, 0, 0), Change(Decimal(0), Decimal(0), 6, True)),
        ((0, 0, 10, 10, 10, 0), Change(Decimal(0), Decimal(10), 6, True)),
        ((4, None, 6, 5, 9, None, 7, 8), Change(Decimal(5), Decimal(8), 6, True)),
    ],
    ids=["2", "5", "6", "7", "all zero", "outlier at each end", "6 of 8 rate it"],
)
def test_medians_of_three_stand_from_six_ratings_up_else_first_and_latest(
    textures: tuple[int | None, ...], change: Change
) -> None:
    assert change_over(rated(*textures), "texture") == change
