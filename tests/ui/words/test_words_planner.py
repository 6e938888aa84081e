"""The planner in words: segments, days, plans, orders that do not fit, and events."""

from dataclasses import replace

import pytest
from planner_cases import BOTOX, SESSION, day, done, plan, planner
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.event_plan import before_event
from tracker.core.judgement import Judgement
from tracker.core.orders import orders
from tracker.core.planner import Planner
from tracker.core.records import Kind
from tracker.core.spacing import SpacingEngine
from tracker.ui.words.orders import order_words
from tracker.ui.words.planner import (
    day_words,
    overdue_line,
    plan_label,
    plan_words,
    segment_words,
    target_reason,
    target_words,
)

NEVER = ("safe", "recommended", "should", "works", "overdue", "!", "you can")
HISTORY = (done(BOTOX, 102), done(SESSION, 10))


@pytest.fixture
def engine(catalog: Catalog) -> SpacingEngine:
    return SpacingEngine(catalog.rules, catalog.products, catalog.regions)


def segments(found: Planner, kind: Kind) -> list[tuple[str, str]]:
    lane = found.lane(kind)
    return [segment_words(segment, TODAY, is_last=place == len(lane) - 1) for place, segment in enumerate(lane)]


def test_segments_say_until_when_in_full_and_in_short(engine: SpacingEngine) -> None:
    assert segments(planner(engine, HISTORY), SESSION) == [
        ("wait to 13 Mar", "wait"),
        ("window to 2 Apr", "open"),
        ("past", "past"),
    ]
    assert segments(planner(engine, HISTORY, [plan(BOTOX, 10)]), BOTOX)[-1] == ("wait to 17 Jun", "wait")
    assert segments(planner(engine, ()), BOTOX) == [("no plan: any day", "any day")]


def test_a_hold_says_to_when_it_lasts_and_only_held_before_a_plan(engine: SpacingEngine) -> None:
    said = segments(planner(engine, (done(BOTOX, 3), done(SESSION, 30))), SESSION)
    assert said[:2] == [("open", "open"), ("held to 20 Mar", "held")]


def test_markers_say_day_and_that_they_are_planned() -> None:
    assert plan_label(plan(BOTOX, 10), TODAY) == "Thu 19 Mar, planned"
    assert plan_label(replace(plan(BOTOX, 10), is_touch_up=True), TODAY) == "Thu 19 Mar, touch-up planned"
    assert overdue_line(plan(SESSION, -3), TODAY) == "A session was planned for Fri 6 Mar and is not logged."


def test_an_earlier_plan_is_not_said_to_have_happened(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY, [plan(SESSION, 4), plan(BOTOX, 6, 1)])
    words = plan_words(found.judge_plan(found.plans[1], day(6)))
    assert words.reason.startswith("A session is planned for 13 Mar, 2 days before.")
    same_day = plan_words(found.judge_plan(replace(found.plans[0], entered=5_000), day(6)))
    assert same_day.reason.startswith("Botox is planned for the same day, 15 Mar.")


def test_a_rule_switched_off_leaves_any_day(engine: SpacingEngine) -> None:
    words = day_words(planner(engine, ()).judge(BOTOX, day(3)))
    assert (words.state, words.pill, words.reason) == ("none", "Any day", "No botox is logged before this day.")


def test_an_order_that_does_not_fit_says_from_when_and_by_which_rule(engine: SpacingEngine) -> None:
    found = planner(engine, (done(BOTOX, 1), done(SESSION, 20)))
    words = order_words(orders(found)[1], found)
    assert words.lines == ((BOTOX, "Does not fit in these twelve weeks"),)
    assert words.note == "Botox only from Sat 6 Jun. Label interval 3 months."


def test_an_order_past_a_window_says_which_window_closed(engine: SpacingEngine) -> None:
    found = planner(engine, (done(BOTOX, 102), done(SESSION, 50)))
    words = order_words(orders(found)[1], found)
    assert words.lines[1] == (SESSION, "14 days later, from 23 Mar, past the window")
    assert words.note == "The microdermabrasion window closed 21 Feb."


def test_an_order_of_somebody_without_windows_claims_none(engine: SpacingEngine) -> None:
    found = planner(engine, ())
    words = order_words(orders(found)[0], found)
    assert words.lines == ((SESSION, "Any day from today on"), (BOTOX, "The same day, or from 12 Mar"))
    assert words.note == "The interval between the two is kept."


def test_an_event_says_the_latest_day_or_why_there_is_none(engine: SpacingEngine) -> None:
    found = planner(engine, (done(BOTOX, 30), done(SESSION, 40)))
    botox, session = before_event(found, day(60))
    assert target_words(botox, day(60), TODAY) == "Botox: no day fits until Fri 24 Apr"
    assert target_reason(botox) == (
        "Last botox was 7 Feb, 76 days before. The rule asks for 90 days, so the first date is Fri 8 May. "
        "Label interval 3 months: 14 days left."
    )
    assert target_words(session, day(60), TODAY) == "Microdermabrasion by Tue 5 May, 3 days before"


def test_a_latest_day_past_the_window_is_said_to_be_past_it(engine: SpacingEngine) -> None:
    found = planner(engine, (done(SESSION, 20),))
    inside, past = (before_event(found, day(ahead))[1] for ahead in (17, 18))
    kept = "3 days are kept for the skin to settle."
    rule = "Trials and common practice, 7 days: window day 14 to 34."
    assert target_reason(inside) == f"{kept} {rule}"
    assert target_reason(past) == f"{kept} Past the window, whose last day is 23 Mar. {rule}"


def test_nothing_promises_or_advises(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY, [plan(SESSION, 4), plan(BOTOX, 6, 1)])
    said = [words.reason + words.pill for kind in (BOTOX, SESSION) for words in map(day_words, _judged(found, kind))]
    said += [order_words(order, found).note for order in orders(found)]
    said += [target_reason(target) for target in before_event(found, day(50))]
    assert not [text for text in said if any(word in text.lower() for word in NEVER)]


def _judged(found: Planner, kind: Kind) -> list[Judgement]:
    return [found.judge(kind, on) for on in found.days()]
