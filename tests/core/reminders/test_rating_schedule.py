"""When a person is asked to rate."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from tracker.core.events import Event
from tracker.core.records import Kind, PlannedTreatment
from tracker.core.reminders.rating_schedule import Ask, AskedRating, RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings

START = date(2026, 1, 1)
SCHEDULE = RatingScheduleSettings(is_rhythm_on=False)
RHYTHM = RatingScheduleSettings(is_schedule_on=False)


@dataclass(frozen=True)
class Rated:
    on: date
    id: UUID = field(default_factory=uuid4)


def day(number: int) -> date:
    return START + timedelta(number)


def botox(on: int, *, is_touch_up: bool = False) -> Event:
    return Event(kind=Kind.BOTOX, on=day(on), product="dysport", is_touch_up=is_touch_up)


def session(on: int) -> Event:
    return Event(kind=Kind.MICRODERMABRASION, on=day(on))


def plan(on: int, kind: Kind = Kind.BOTOX, *, is_touch_up: bool = False) -> PlannedTreatment:
    return PlannedTreatment(id=uuid4(), person_id=uuid4(), kind=kind, on=day(on), is_touch_up=is_touch_up)


def schedule(
    *treatments: Event,
    plans: tuple[PlannedTreatment, ...] = (),
    rated: tuple[int, ...] = (),
    today: int = 0,
    settings: RatingScheduleSettings = SCHEDULE,
) -> RatingSchedule:
    return RatingSchedule(
        today=day(today),
        settings=settings,
        treatments=treatments,
        plans=plans,
        ratings=[Rated(day(number)) for number in rated],
    )


def asked(found: RatingSchedule, end: int = 365) -> list[int]:
    return [(ask.on - START).days for ask in found.asks(START, day(end))]


def met(found: RatingSchedule, end: int = 365) -> list[int]:
    return [(ask.on - START).days for ask in found.asks(START, day(end)) if ask.met_by is not None]


def groups(found: RatingSchedule, start: int = 0, end: int = 365) -> list[list[int]]:
    return [[(ask.on - START).days for ask in one.asks] for one in found.asked_ratings(day(start), day(end))]


@pytest.mark.parametrize(
    ("treatments", "plans", "today", "expected"),
    [
        ([botox(0)], (), 0, [0, 7, 14, 30, 60, 90, 120, 150, 180, 210]),
        ([session(0)], (), 0, [0, 7]),
        ([botox(0), botox(20, is_touch_up=True)], (), 20, [0, 7, 14, 30, 60, 90, 120, 150, 180, 210]),
        ([botox(0), botox(90)], (), 90, [0, 7, 14, 30, 60, 90, 97, 104, 120, 150, 180, 210]),
        ([session(0), session(7)], (), 7, [0, 7, 14]),
        ([session(0), session(5)], (), 5, [0, 5, 12]),
        ([session(0), botox(3)], (), 3, [0, 3, 7, 10, 17, 33, 63, 93, 123, 153, 183, 213]),
        ([botox(0)], (plan(100),), 95, [0, 7, 14, 30, 60, 90, 100]),
        ([botox(0)], (plan(100),), 100, [0, 7, 14, 30, 60, 90, 100]),
        ([botox(0)], (plan(100),), 101, [0, 7, 14, 30, 60, 90, 120, 150, 180, 210]),
        ([botox(0)], (plan(20, is_touch_up=True),), 0, [0, 7, 14, 30, 60, 90, 120, 150, 180, 210]),
        ([botox(0)], (plan(0),), 0, [0, 7, 14, 30, 60, 90, 120, 150, 180, 210]),
        ([], (plan(9, Kind.MICRODERMABRASION),), 0, [9]),
        ([], (), 0, []),
    ],
    ids=[
        "botox goes on monthly",
        "a session twice",
        "a touch-up changes nothing",
        "the next botox begins anew",
        "a session a week later takes the place of day 7",
        "a session before day 7",
        "both treatments",
        "a plan ends the days",
        "a plan still does on its day",
        "a plan that is over does not",
        "a planned touch-up does not",
        "a plan that was done is no plan",
        "a plan asks for the day before it is done",
        "nothing",
    ],
)
def test_the_schedule_asks_on_its_days(
    treatments: list[Event], plans: tuple[PlannedTreatment, ...], today: int, expected: list[int]
) -> None:
    assert asked(schedule(*treatments, plans=plans, today=today), end=220) == expected


@pytest.mark.parametrize(
    ("rated", "expected"),
    [(3, []), (4, [7]), (10, [7]), (11, [14]), (17, [14]), (18, []), (27, [30]), (33, [30]), (34, [])],
)
def test_a_rating_counts_within_three_days_of_the_asked_day(rated: int, expected: list[int]) -> None:
    assert met(schedule(botox(0), rated=(rated,))) == expected


@pytest.mark.parametrize(("rated", "is_met"), [(6, False), (7, True), (10, True), (11, False)])
def test_before_means_the_day_itself_or_up_to_three_days_earlier(rated: int, is_met: bool) -> None:
    assert (10 in met(schedule(session(10), rated=(rated,)))) is is_met


def test_the_nearest_rating_meets_an_ask() -> None:
    def meeting(*rated: int) -> int:
        found = schedule(botox(0), rated=rated)
        (seventh,) = found.asks(day(7), day(7))
        return next((rating.on - START).days for rating in found.ratings if rating.id == seventh.met_by)

    assert meeting(5, 8, 9) == 8
    assert meeting(5, 6, 8, 9) == 8


def test_an_ask_says_what_it_counts_from() -> None:
    assert schedule(botox(0), plans=(plan(20, Kind.MICRODERMABRASION),)).asks(day(10), day(25)) == (
        Ask(kind=Kind.BOTOX, since=day(0), day=14),
        Ask(kind=Kind.MICRODERMABRASION, since=day(20), day=0, is_planned=True),
    )


def test_the_rhythm_counts_from_the_latest_rating_and_goes_on_when_missed() -> None:
    assert asked(schedule(rated=(0, 10), settings=RHYTHM), end=60) == [24, 38, 52]


def test_a_rating_soon_after_a_beat_meets_it() -> None:
    found = schedule(rated=(0, 16, 34), settings=RHYTHM)

    assert asked(found, end=40) == [14, 30]
    assert met(found, end=40) == [14]


def test_before_the_first_rating_the_rhythm_counts_from_the_latest_treatment() -> None:
    assert asked(schedule(session(0), session(3), settings=RHYTHM), end=40) == [17, 31]
    assert asked(schedule(settings=RHYTHM)) == []


def test_the_rhythm_can_be_of_any_length() -> None:
    weekly = RatingScheduleSettings(is_schedule_on=False, rhythm_days=7)

    assert asked(schedule(rated=(0,), settings=weekly), end=21) == [7, 14, 21]


def test_with_both_switched_off_nothing_is_asked() -> None:
    off = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)

    assert schedule(botox(0), rated=(0,), settings=off).next_asked() is None


@pytest.mark.parametrize(
    ("treatments", "rated", "expected"),
    [
        ([botox(0), session(4)], (), [[0], [4, 7], [11, 14], [30]]),
        ([botox(0), session(7)], (), [[0], [7, 7], [14, 14], [30]]),
        ([botox(0), session(10)], (), [[0], [7, 10], [14, 17], [30]]),
        ([botox(0), session(10)], (5,), [[0], [7], [10], [14, 17], [30]]),
        ([botox(0), session(4)], (13,), [[0], [4, 7], [11, 14], [30]]),
    ],
    ids=["three days apart", "same day", "each once", "one met alone", "met together"],
)
def test_asks_within_three_days_are_one_rating(
    treatments: list[Event], rated: tuple[int, ...], expected: list[list[int]]
) -> None:
    assert groups(schedule(*treatments, rated=rated), end=40) == expected


def test_a_rating_meets_no_ask_more_than_three_days_after_the_first() -> None:
    found = schedule(botox(0), session(10), plans=(plan(20, Kind.MICRODERMABRASION),), today=12)

    assert groups(found, start=12, end=25) == [[14, 17], [20]]
    assert groups(found, start=12, end=14) == [[14, 17]]


@pytest.mark.parametrize(
    "treatments",
    [
        [botox(0), session(4), session(12)],
        [session(number) for number in range(0, 200, 3)],
        [session(number) for number in range(0, 120, 3)] + [botox(41), botox(150)],
    ],
    ids=["now and then", "on every third day", "on every third day for a while"],
)
@pytest.mark.parametrize("rated", [(), (2, 51), tuple(range(1, 90, 8))], ids=["never", "twice", "often"])
def test_what_goes_together_does_not_depend_on_the_day_of_looking(
    treatments: list[Event], rated: tuple[int, ...]
) -> None:
    found = schedule(*treatments, rated=rated, settings=RatingScheduleSettings())
    whole = found.asked_ratings(START - timedelta(9), day(230))
    assert len(whole) > 10

    for start in range(0, 220, 7):
        later = [asked for asked in whole if asked.until >= day(start)]
        assert list(found.asked_ratings(day(start), day(230))) == later


@pytest.mark.parametrize(
    ("today", "rated", "expected"),
    [
        (0, (), 0),
        (1, (), 7),
        (7, (), 7),
        (10, (), 7),
        (11, (), 14),
        (5, (4,), 14),
        (18, (), 30),
        (200, (), 210),
        (5000, (), 5010),
    ],
)
def test_the_next_asked_day_is_one_that_can_still_be_met(today: int, rated: tuple[int, ...], expected: int) -> None:
    found = schedule(botox(0), rated=rated, today=today).next_asked()

    assert found is not None
    assert found.on == day(expected)


def test_a_plan_far_ahead_is_the_next_asked_day() -> None:
    far = plan(900, Kind.MICRODERMABRASION)

    assert schedule(plans=(far,)).next_asked() == AskedRating(
        asks=(Ask(kind=Kind.MICRODERMABRASION, since=far.on, day=0, is_planned=True),)
    )


def test_rhythm_and_schedule_on_one_day_are_one_rating_with_both_reasons() -> None:
    found = schedule(botox(0), rated=(0,), today=11, settings=RatingScheduleSettings()).next_asked()

    assert found is not None
    assert [(ask.kind, ask.day) for ask in found.asks] == [(Kind.BOTOX, 14), (Kind.RATING, 14)]
    assert (found.on, found.until) == (day(14), day(17))


@pytest.mark.parametrize(
    "stored",
    [None, [], "x", {}, {"rhythm_days": True, "is_rhythm_on": 1}, {"rhythm_days": 3}, {"rhythm_days": 10**9}],
)
def test_broken_settings_are_as_shipped(stored: object) -> None:
    assert RatingScheduleSettings.from_dict(stored) == RatingScheduleSettings()


def test_settings_come_back_as_they_were_kept() -> None:
    changed = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False, rhythm_days=30)

    assert RatingScheduleSettings.from_dict(changed.to_dict()) == changed
