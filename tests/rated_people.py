"""Entries of invented people who rate themselves around treatments; days are counted from `START`."""

from datetime import date, time, timedelta
from itertools import count
from uuid import UUID

from tracker.core.progress.ratings import ScoreRatings, counted_ratings
from tracker.core.records import Botox, Entry, Microdermabrasion, Rater, Rating

START = date(2024, 1, 1)
END = 3_000
"""The day on which those are looked at who are looked at when all is over."""

_PERSON = UUID(int=1)
_numbers = count(2)


def day(number: int) -> date:
    """Return the day ``number`` days after the start."""
    return START + timedelta(number)


def rating(
    on: int,
    wrinkles: int | None = None,
    *,
    texture: int | None = None,
    at: time | None = None,
    rater: Rater | None = Rater.SELF,
) -> Rating:
    """Return a rating."""
    number = next(_numbers)
    return Rating(
        id=UUID(int=number),
        person_id=_PERSON,
        entered=number,
        on=day(on),
        at=at,
        rater=rater,
        wrinkles=wrinkles,
        texture=texture,
    )


def botox(on: int, product: str = "dysport", *, is_touch_up: bool = False) -> Botox:
    """Return a botox treatment."""
    number = next(_numbers)
    return Botox(
        id=UUID(int=number),
        person_id=_PERSON,
        entered=number,
        on=day(on),
        product=product,
        is_touch_up=is_touch_up,
    )


def session(on: int) -> Microdermabrasion:
    """Return a microdermabrasion session."""
    number = next(_numbers)
    return Microdermabrasion(id=UUID(int=number), person_id=_PERSON, entered=number, on=day(on))


def wrinkles(course: dict[int, int]) -> list[Rating]:
    """Return ratings of wrinkles by day."""
    return [rating(on, score) for on, score in course.items()]


def textures(course: dict[int, int]) -> list[Rating]:
    """Return ratings of texture by day."""
    return [rating(on, texture=score) for on, score in course.items()]


def counted(entries: list[Entry], score: str = "wrinkles") -> ScoreRatings:
    """Return the ratings of a score that count when all is over."""
    return counted_ratings(entries, score, day(END))
