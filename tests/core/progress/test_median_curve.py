"""The middle course of cycles: medians of the same few days, of two cycles at least, nothing made up between."""

from decimal import Decimal

from rated_people import botox, counted, day, session, textures, wrinkles

from tracker.core.progress.cycles import Cycle, cycles_of
from tracker.core.progress.median_curve import MedianPoint, median_curve
from tracker.core.progress.ratings import TEXTURE, WRINKLES
from tracker.core.progress.treatments import main_treatments
from tracker.core.progress.windows import BOTOX_DAYS, MICRODERMABRASION_DAYS
from tracker.core.records import Entry, Kind


def of_botox(*entries: Entry) -> tuple[Cycle, ...]:
    given = list(entries)
    return cycles_of(main_treatments(given, Kind.BOTOX, day(3_000)), counted(given, WRINKLES), BOTOX_DAYS)


def point(at: str, score: str) -> MedianPoint:
    return MedianPoint(Decimal(at), Decimal(score))


def test_ratings_of_the_same_fortnight_after_the_treatment_become_their_medians() -> None:
    cycles = of_botox(botox(0), botox(200), *wrinkles({1: 4, 14: 6, 201: 7, 210: 9}))

    assert median_curve(cycles) == (point("5.5", "6.5"),)


def test_the_day_of_the_treatment_belongs_to_the_days_before() -> None:
    cycles = of_botox(botox(0), botox(200), *wrinkles({0: 2, 1: 8, 200: 4, 201: 6}))

    assert median_curve(cycles) == (point("0", "3"), point("1", "7"))


def test_days_that_one_cycle_alone_was_rated_on_are_left_out() -> None:
    cycles = of_botox(botox(0), botox(200), *wrinkles({10: 5, 12: 6, 40: 8, 210: 7}))

    assert median_curve(cycles) == (point("10", "6"),)


def test_sessions_are_taken_by_the_week() -> None:
    entries: list[Entry] = [session(0), session(60), *textures({7: 5, 8: 6, 67: 7, 68: 8})]
    treatments = main_treatments(entries, Kind.MICRODERMABRASION, day(3_000))

    found = median_curve(cycles_of(treatments, counted(entries, TEXTURE), MICRODERMABRASION_DAYS))

    assert found == (point("7", "6"), point("8", "7"))


def test_without_cycles_there_is_no_curve() -> None:
    assert median_curve(()) == ()
