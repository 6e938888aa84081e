"""Entries as the chart needs them."""

from datetime import date, time, timedelta
from decimal import Decimal
from itertools import count
from uuid import UUID, uuid4

import pytest

from tracker.core.events import event_of
from tracker.core.progress.windows import CountingDays, CountingWindows
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, Rater, Rating
from tracker.core.spacing import SpacingEngine
from tracker.core.timeline import (
    CountingWindow,
    NextWindow,
    Settling,
    Timeline,
    build_timeline,
    days_since,
    next_window,
)

START = date(2026, 1, 1)
PERSON = uuid4()
_numbers = count(1)


def day(number: int) -> date:
    return START + timedelta(number)


def rating(on: int, texture: int | None = 5, *, rater: Rater | None = Rater.SELF, **scores: int) -> Rating:
    return Rating(
        id=uuid4(), person_id=PERSON, entered=next(_numbers), on=day(on), rater=rater, texture=texture, **scores
    )


def botox(on: int, *, is_touch_up: bool = False) -> Botox:
    return Botox(
        id=uuid4(),
        person_id=PERSON,
        entered=next(_numbers),
        on=day(on),
        product="dysport",
        units=Decimal(50),
        is_touch_up=is_touch_up,
    )


def session(on: int) -> Microdermabrasion:
    return Microdermabrasion(id=uuid4(), person_id=PERSON, entered=next(_numbers), on=day(on))


def build(*entries: Entry, today: int = 400) -> Timeline:
    return build_timeline(PERSON, entries, day(today), ())


def runs_of(timeline: Timeline) -> list[list[int]]:
    (series,) = timeline.series
    return [[(rated.on - START).days for rated in run] for run in series.runs]


def test_no_entries_make_an_empty_timeline() -> None:
    window = NextWindow(Kind.BOTOX, day(1), day(2))

    assert build_timeline(PERSON, [], START, (window,)) == Timeline(
        person_id=PERSON, today=START, ratings=(), treatments=(), series=(), windows=(), next_windows=(window,)
    )


def test_entries_come_oldest_first_whatever_their_order() -> None:
    entries: list[Entry] = [rating(9), session(8), botox(2), rating(1), session(3)]

    timeline = build(*entries)

    assert [rated.on for rated in timeline.ratings] == [day(1), day(9)]
    assert [treated.on for treated in timeline.treatments] == [day(2), day(3), day(8)]
    assert [treated.kind for treated in timeline.treatments] == [
        Kind.BOTOX,
        Kind.MICRODERMABRASION,
        Kind.MICRODERMABRASION,
    ]


def test_a_treated_day_carries_its_treatment() -> None:
    touch_up = botox(3, is_touch_up=True)

    (treated,) = build(touch_up).treatments

    assert treated.treatment is touch_up
    assert (treated.entry_id, treated.kind, treated.on, treated.is_touch_up) == (touch_up.id, Kind.BOTOX, day(3), True)


def test_a_rated_day_carries_what_was_rated_and_nothing_else() -> None:
    entry = Rating(
        id=UUID(int=1), person_id=PERSON, on=START, at=time(9), texture=0, dullness=7, prior_shown=True, note="Cloudy"
    )

    (rated,) = build(entry).ratings

    assert dict(rated.scores) == {"texture": 0, "dullness": 7}
    assert (rated.entry_id, rated.at, rated.prior_shown, rated.note) == (entry.id, time(9), True, "Cloudy")


def test_a_line_is_joined_over_sixty_days_and_broken_over_sixty_one() -> None:
    assert runs_of(build(rating(0), rating(60), rating(121), rating(122))) == [[0, 60], [121, 122]]


def test_a_line_breaks_where_the_concern_was_not_rated_for_long() -> None:
    timeline = build(rating(0, wrinkles=4), rating(40, texture=None, wrinkles=4), rating(80, wrinkles=4))

    texture, wrinkles = timeline.series

    assert (texture.concern, len(texture.runs)) == ("texture", 2)
    assert (wrinkles.concern, len(wrinkles.runs)) == ("wrinkles", 1)


def test_raters_are_never_joined() -> None:
    timeline = build(rating(0), rating(1, rater=Rater.PRACTITIONER), rating(2))

    assert [(series.rater, len(series.days)) for series in timeline.series] == [
        (Rater.SELF, 2),
        (Rater.PRACTITIONER, 1),
    ]


def test_a_rating_without_a_rater_counts_as_the_persons_own() -> None:
    timeline = build(rating(0, rater=None), rating(1))

    (series,) = timeline.series
    assert series.rater is Rater.SELF
    assert len(series.days) == 2


def test_series_come_in_the_order_of_the_concerns() -> None:
    timeline = build(rating(0, dullness=1, wrinkles=2, tone=3))

    assert [series.concern for series in timeline.series] == ["texture", "wrinkles", "tone", "dullness"]


def test_zero_is_a_score() -> None:
    (series,) = build(rating(0, texture=0)).series

    assert series.days[0].scores["texture"] == 0


@pytest.mark.parametrize(
    ("after", "settling"),
    [(-1, ()), (0, ()), (1, (1,)), (13, (13,)), (14, ()), (30, ())],
)
def test_ratings_settle_from_day_1_to_13_after_botox(after: int, settling: tuple[int, ...]) -> None:
    (rated,) = build(botox(50), rating(50 + after)).ratings

    assert rated.settling == tuple(Settling(Kind.BOTOX, days) for days in settling)


@pytest.mark.parametrize(("after", "settling"), [(0, ()), (1, (1,)), (2, ())])
def test_ratings_settle_on_day_1_after_microdermabrasion(after: int, settling: tuple[int, ...]) -> None:
    (rated,) = build(session(50), rating(50 + after)).ratings

    assert rated.settling == tuple(Settling(Kind.MICRODERMABRASION, days) for days in settling)


def test_a_rating_on_the_day_of_a_session_still_settles_from_the_day_before() -> None:
    (rated,) = build(session(49), session(50), rating(50)).ratings

    assert rated.settling == (Settling(Kind.MICRODERMABRASION, 1),)


def test_a_rating_can_settle_from_both_treatments() -> None:
    (rated,) = build(botox(45), session(49), rating(50)).ratings

    assert set(rated.settling) == {Settling(Kind.BOTOX, 5), Settling(Kind.MICRODERMABRASION, 1)}


def test_a_touch_up_settles_like_any_injection() -> None:
    (rated,) = build(botox(0), botox(20, is_touch_up=True), rating(25)).ratings

    assert rated.settling == (Settling(Kind.BOTOX, 5),)


def test_counting_windows_run_from_day_14_to_84_after_botox_and_3_to_28_after_a_session() -> None:
    assert build(botox(0), session(10)).windows == (
        CountingWindow(Kind.BOTOX, day(14), day(84), day(0)),
        CountingWindow(Kind.MICRODERMABRASION, day(13), day(38), day(10)),
    )


def test_counting_windows_follow_the_setting() -> None:
    counting = CountingWindows(botox=CountingDays(before=28, first=20, last=90))
    timeline = build_timeline(PERSON, [botox(0)], day(400), (), counting=counting)

    assert timeline.windows == (CountingWindow(Kind.BOTOX, day(20), day(90), day(0)),)
    assert timeline.counting == counting


def test_counting_windows_end_today() -> None:
    assert build(botox(0), today=50).windows == (CountingWindow(Kind.BOTOX, day(14), day(50), day(0)),)


def test_a_counting_window_that_begins_today_is_one_day_long_and_one_to_come_is_left_out() -> None:
    assert build(botox(0), today=14).windows == (CountingWindow(Kind.BOTOX, day(14), day(14), day(0)),)
    assert build(botox(0), today=13).windows == ()


def test_touch_ups_have_no_counting_window() -> None:
    assert [window.treatment_on for window in build(botox(0), botox(20, is_touch_up=True)).windows] == [day(0)]


def test_days_since_count_from_the_latest_treatment_of_that_kind() -> None:
    timeline = build(botox(0), session(5), session(9))

    assert days_since(timeline, Kind.MICRODERMABRASION, day(12)) == 3
    assert days_since(timeline, Kind.MICRODERMABRASION, day(9)) == 0
    assert days_since(timeline, Kind.MICRODERMABRASION, day(8)) == 3
    assert days_since(timeline, Kind.MICRODERMABRASION, day(4)) is None
    assert days_since(timeline, Kind.BOTOX, day(12)) == 12


@pytest.mark.parametrize(
    ("entries", "on", "window"),
    [
        ([], 10, None),
        ([session(0)], 10, (14, 35)),
        ([session(0)], 20, (14, 35)),
        ([session(0)], 35, None),
        ([session(0), botox(10)], 12, (24, 35)),
        ([session(0), botox(33)], 34, None),
        ([botox(0)], 5, None),
    ],
    ids=["no session", "to come", "open", "lapsed", "held", "over before it opens", "only botox"],
)
def test_the_next_window_is_open_from_the_recommended_day_until_it_lapses(
    engine: SpacingEngine, entries: list[Microdermabrasion | Botox], on: int, window: tuple[int, int] | None
) -> None:
    judged = engine.judge(Kind.MICRODERMABRASION, day(on), [event_of(entry) for entry in entries])

    expected = None if window is None else NextWindow(Kind.MICRODERMABRASION, day(window[0]), day(window[1]))
    assert next_window(judged) == expected
