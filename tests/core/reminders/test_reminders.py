"""The reminders that follow from a record."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from tracker.core.events import Event
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment, Setting
from tracker.core.reminders.outlook import Outlook, Reminder, outlook_of
from tracker.core.reminders.rating_schedule import AskedRating, RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.core.spacing import SpacingEngine

START = date(2026, 1, 1)
PERSON = UUID(int=7)
BOTOX, SKIN, RATED = Kind.BOTOX, Kind.MICRODERMABRASION, Kind.RATING
E, R, L = ReminderKind.EARLIEST, ReminderKind.RECOMMENDED, ReminderKind.LAPSED
REVIEW, PLANNED, RATING = ReminderKind.TOUCH_UP_REVIEW, ReminderKind.PLANNED, ReminderKind.RATING


@dataclass(frozen=True)
class Rated:
    on: date
    id: UUID = field(default_factory=uuid4)


def day(number: int) -> date:
    return START + timedelta(number)


def botox(on: int, product: str = "dysport", *, is_touch_up: bool = False) -> Event:
    return Event(kind=BOTOX, on=day(on), product=product, is_touch_up=is_touch_up)


def session(on: int) -> Event:
    return Event(kind=SKIN, on=day(on), setting=Setting.CLINIC)


def plan(on: int, kind: Kind, *, is_touch_up: bool = False) -> PlannedTreatment:
    return PlannedTreatment(id=UUID(int=on), person_id=PERSON, kind=kind, on=day(on), is_touch_up=is_touch_up)


def look(
    engine: SpacingEngine,
    today: int,
    *events: Event,
    plans: tuple[PlannedTreatment, ...] = (),
    asked: Iterable[AskedRating] = (),
    rated: tuple[int, ...] = (),
    looked: int | None = None,
) -> Outlook:
    return outlook_of(
        PERSON,
        day(today),
        [engine.judge(kind, day(today), events) for kind in TREATMENTS],
        events=events,
        plans=plans,
        asked=asked,
        rated_on=[day(number) for number in rated],
        looked_on=None if looked is None else day(looked),
    )


def of(outlook: Outlook, treatment: Kind) -> list[tuple[ReminderKind, int, int]]:
    """Return kind, day and the day counted from, without the review."""
    return [
        (one.kind, (one.on - START).days, (one.since - START).days)
        for one in outlook.reminders
        if one.treatment is treatment and one.kind is not REVIEW
    ]


def reminder(outlook: Outlook, kind: ReminderKind, treatment: Kind = BOTOX) -> Reminder:
    (found,) = [one for one in outlook.reminders if one.kind is kind and one.treatment is treatment]
    return found


@pytest.mark.parametrize(
    ("today", "events", "treatment", "expected"),
    [
        (1, [], BOTOX, []),
        (1, [botox(0)], SKIN, []),
        (1, [session(0)], SKIN, [(E, 7, 0), (R, 14, 0), (L, 35, 0)]),
        (1, [botox(0, "daxxify")], BOTOX, [(E, 90, 0), (R, 168, 0), (L, 200, 0)]),
        (1, [botox(0)], BOTOX, [(R, 90, 0), (L, 120, 0)]),
        (200, [botox(0)], BOTOX, [(R, 90, 0), (L, 120, 0)]),
        (100, [botox(0), session(99)], BOTOX, [(E, 101, 99), (R, 102, 99), (L, 120, 0)]),
        (99, [botox(0), session(99)], BOTOX, [(R, 90, 0), (L, 120, 0)]),
        (89, [botox(0), session(89)], BOTOX, [(E, 91, 89), (R, 92, 89), (L, 120, 0)]),
        (20, [session(0), botox(10)], SKIN, [(E, 17, 10), (R, 24, 10), (L, 35, 0)]),
        (35, [session(0), botox(30)], SKIN, [(L, 35, 0), (E, 37, 30), (R, 44, 30)]),
        (35, [session(0), botox(28)], SKIN, [(L, 35, 0), (E, 35, 28), (R, 42, 28)]),
        (15, [session(0), session(14), session(30)], SKIN, [(E, 21, 14), (R, 28, 14), (L, 49, 14)]),
    ],
    ids=[
        "nothing",
        "a treatment that was never given",
        "a session",
        "a product with a longer recommended interval",
        "earliest and recommended on one day are one",
        "days that are long past",
        "the other treatment moves the days",
        "the other treatment on the same day does not move what has come",
        "it does move what has not come",
        "botox holds the session",
        "held until after the window",
        "held on the day on which the window ends",
        "an entry on a day to come",
    ],
)
def test_the_days_of_a_treatment(
    engine: SpacingEngine,
    today: int,
    events: list[Event],
    treatment: Kind,
    expected: list[tuple[ReminderKind, int, int]],
) -> None:
    assert of(look(engine, today, *events), treatment) == expected


def test_days_that_fall_together_are_one_reminder_of_both_kinds(engine: SpacingEngine) -> None:
    found = look(engine, 1, botox(0))

    assert reminder(found, R).kinds == (R, E)
    assert reminder(look(engine, 35, session(0), botox(21)), L, SKIN).kinds == (L, R)


def test_a_window_that_is_past_keeps_its_day_and_is_held_back_as_long_as_the_other_treatment_holds_it(
    engine: SpacingEngine,
) -> None:
    found = {
        today: reminder(look(engine, today, session(0), *[botox(74)] * (today >= 74)), L, SKIN)
        for today in (34, 42, 74, 87, 88)
    }

    assert {one.key for one in found.values()} == {f"lapsed:{PERSON.hex}:microdermabrasion:2026-02-05:2026-01-01"}
    assert [today for today, one in found.items() if one.is_held_by_other] == [74, 87]


@pytest.mark.parametrize(
    ("changed", "is_same"),
    [
        ([botox(0)], True),
        ([botox(0), session(4)], True),
        ([botox(1)], False),
        ([botox(0, "daxxify")], False),
        ([botox(0), session(89)], False),
    ],
    ids=["unchanged", "another entry that moves nothing", "another day", "another product", "held by a session"],
)
def test_the_key_changes_with_the_day_and_what_it_counts_from(
    engine: SpacingEngine, changed: list[Event], is_same: bool
) -> None:
    before = reminder(look(engine, 90, botox(0)), R)
    after = reminder(look(engine, 90, *changed), R)

    assert (after.key == before.key) is is_same
    assert before.key == f"recommended:{PERSON.hex}:botox:2026-04-01:2026-01-01"


@pytest.mark.parametrize(
    ("kind", "is_touch_up", "held"),
    [(SKIN, False, {SKIN}), (BOTOX, False, {BOTOX}), (BOTOX, True, {REVIEW})],
)
def test_a_plan_holds_back_what_it_plans(
    engine: SpacingEngine, kind: Kind, is_touch_up: bool, held: set[Kind | ReminderKind]
) -> None:
    entries = [botox(0), session(0)]
    found = look(engine, 20, *entries, plans=(plan(25, kind, is_touch_up=is_touch_up),))
    over = look(engine, 26, *entries, plans=(plan(25, kind, is_touch_up=is_touch_up),))

    holding = {one.kind if one.kind is REVIEW else one.treatment for one in found.reminders if one.is_held_by_plan}
    assert holding == held
    assert not any(one.is_held_by_plan for one in over.reminders)


def test_a_plan_reminds_of_itself_and_is_named_by_its_id(engine: SpacingEngine) -> None:
    found = reminder(look(engine, 0, plans=(plan(5, BOTOX, is_touch_up=True),)), PLANNED)

    assert (found.on, found.until, found.is_touch_up, found.plan_id) == (day(5), day(5), True, UUID(int=5))
    assert found.key.endswith(UUID(int=5).hex)
    assert found.last is None


@pytest.mark.parametrize(
    ("today", "looked", "is_there"), [(6, None, False), (6, 6, False), (6, 5, True), (6, 9, False), (5, None, True)]
)
def test_what_ended_since_the_last_look_is_among_them(
    engine: SpacingEngine, today: int, looked: int | None, is_there: bool
) -> None:
    found = look(engine, today, plans=(plan(5, SKIN),), looked=looked)

    assert any(one.kind is PLANNED for one in found.reminders) is is_there


@pytest.mark.parametrize(
    ("today", "events", "expected"),
    [
        (0, [botox(0)], (10, 28)),
        (28, [botox(0)], (10, 28)),
        (29, [botox(0)], None),
        (20, [botox(0), botox(15, is_touch_up=True)], None),
        (14, [botox(0), botox(15, is_touch_up=True)], (10, 28)),
        (105, [botox(0), botox(15, is_touch_up=True), botox(100)], (110, 128)),
        (5, [botox(0, is_touch_up=True)], None),
        (5, [session(0)], None),
    ],
)
def test_a_touch_up_is_reviewed_from_day_10_to_28(
    engine: SpacingEngine, today: int, events: list[Event], expected: tuple[int, int] | None
) -> None:
    found = [one for one in look(engine, today, *events).reminders if one.kind is REVIEW]

    assert [(one.on, one.until) for one in found] == ([(day(expected[0]), day(expected[1]))] if expected else [])


def test_an_asked_rating_carries_its_reasons(engine: SpacingEngine) -> None:
    asked = RatingSchedule(
        today=day(12),
        settings=RatingScheduleSettings(),
        treatments=[botox(0)],
        ratings=[Rated(day(1)), Rated(day(9))],
    ).asked_ratings(day(9), day(25))

    found = [one for one in look(engine, 12, asked=asked, rated=(1, 9)).reminders if one.kind is RATING]

    assert [(one.treatment, one.on, one.until, one.last) for one in found] == [
        (BOTOX, day(14), day(17), day(9)),
        (RATED, day(23), day(26), day(9)),
    ]
    assert [ask.day for one in found for ask in one.asks] == [14, 14]
    early = look(engine, 9, asked=asked, rated=(1, 9))
    assert [one.on for one in early.reminders if one.is_met] == [day(7)]


@pytest.mark.parametrize(("today", "named"), [(10, [(SKIN, 7), (RATED, 14)]), (11, [(RATED, 14)]), (13, [(RATED, 14)])])
def test_an_ask_that_has_ended_is_named_no_more(
    engine: SpacingEngine, today: int, named: list[tuple[Kind, int]]
) -> None:
    asked = RatingSchedule(
        today=day(today), settings=RatingScheduleSettings(), treatments=[session(0)], ratings=[Rated(day(-4))]
    ).asked_ratings(day(today), day(today))

    (found,) = [one for one in look(engine, today, asked=asked).reminders if one.kind is RATING]

    assert [(ask.kind, ask.day) for ask in found.asks] == named
    assert (found.on, found.since, found.until) == (day(7), day(0), day(13))


def test_of_two_ratings_asked_for_today_the_later_names_the_asks_of_both(engine: SpacingEngine) -> None:
    def at(today: int) -> list[tuple[list[int], bool]]:
        asked = RatingSchedule(
            today=day(today),
            settings=RatingScheduleSettings(),
            treatments=[session(0), botox(11)],
            ratings=[Rated(day(-4))],
        ).asked_ratings(day(11), day(30))
        found = [one for one in look(engine, today, asked=asked, looked=11).reminders if one.kind is RATING]
        return [([(ask.on - START).days for ask in one.asks], one.is_named_by_later) for one in found][:2]

    assert at(11) == [([10], True), ([10, 11], False)]
    assert at(12) == [([10], False), ([11], False)]


def test_an_outlook_knows_the_days_of_each_kind_up_to_today(engine: SpacingEngine) -> None:
    found = look(engine, 10, botox(0), session(5), session(11), rated=(3, 12))

    assert found.days == {BOTOX: {day(0)}, SKIN: {day(5)}, RATED: {day(3)}}
    assert (found.last(SKIN), found.last(RATED)) == (day(5), day(3))
    assert look(engine, 10).last(BOTOX) is None
