"""The planner: each coming day of a treatment given what was done and what is planned."""

from dataclasses import replace
from datetime import timedelta

from planner_cases import BOTOX, SESSION, day, done, plan, planner

from tracker.core.judgement import Picture, Status
from tracker.core.planner import Planner
from tracker.core.records import Kind
from tracker.core.spacing import SpacingEngine

HISTORY = (done(BOTOX, 102), done(SESSION, 10))


def looks(found: Planner, kind: Kind) -> list[tuple[str, int, int]]:
    """Return a lane as pictures with the first day and the first day after, counted from today."""
    return [
        (segment.picture.value, (segment.start - found.today).days, (segment.end - found.today).days)
        for segment in found.lane(kind)
    ]


def test_the_days_follow_the_own_rule_while_nothing_is_planned(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY)
    assert looks(found, BOTOX) == [("ready", -4, 18), ("past", 18, 85)]
    assert looks(found, SESSION) == [("wait", -4, 4), ("ready", 4, 25), ("past", 25, 85)]


def test_a_plan_holds_the_other_treatment_before_and_after_it(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY, [plan(SESSION, 10)])
    assert looks(found, BOTOX) == [
        ("ready", -4, 0),
        ("held", 0, 10),
        ("ready", 10, 11),
        ("held", 11, 13),
        ("ready", 13, 18),
        ("past", 18, 85),
    ]


def test_own_plans_count_only_on_the_days_after_them(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY, [plan(SESSION, 10), plan(SESSION, 40, 1)])
    assert looks(found, SESSION) == [
        ("wait", -4, 4),
        ("ready", 4, 11),
        ("wait", 11, 24),
        ("ready", 24, 41),
        ("wait", 41, 54),
        ("ready", 54, 75),
        ("past", 75, 85),
    ]


def test_segments_say_when_waiting_is_over(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY, [plan(BOTOX, 10)])
    first, _open, wait = found.lane(BOTOX)[0], found.lane(BOTOX)[0], found.lane(BOTOX)[-1]
    assert first.opens is None
    assert (wait.picture, wait.opens) == (Picture.WAIT, day(100))
    assert planner(engine, HISTORY).lane(SESSION)[0].opens == day(4)
    held = next(one for one in found.lane(SESSION) if one.picture is Picture.HELD)
    assert held.opens is None or held.opens == held.end


def test_a_plan_whose_day_has_passed_counts_for_nothing_and_stays(engine: SpacingEngine) -> None:
    found = planner(engine, HISTORY, [plan(BOTOX, -2)])
    assert looks(found, BOTOX) == looks(planner(engine, HISTORY), BOTOX)
    assert [one.on for one in found.overdue] == [day(-2)]
    assert found.coming == ()


def test_the_judgement_of_a_plan_follows_it_from_day_to_day(engine: SpacingEngine) -> None:
    session, botox = plan(SESSION, 10), plan(BOTOX, 17, 1)
    found = planner(engine, HISTORY, [session, botox])
    assert found.judge_plan(botox, day(17)).status is Status.DUE
    assert found.judge_plan(botox, day(11)).status is Status.TOO_SOON
    too_soon = found.judge_plan(botox, day(5))
    assert too_soon.status is Status.TOO_SOON
    assert too_soon.later[0].is_planned
    assert found.judge_plan(botox, day(30)).status is Status.LAPSED


def test_moving_a_plan_gives_the_picture_that_saving_would_give(engine: SpacingEngine) -> None:
    session, botox = plan(SESSION, 10), plan(BOTOX, 17, 1)
    moved = planner(engine, HISTORY, [session, botox]).moved(session, day(14))
    stored = planner(engine, HISTORY, [replace(session, on=day(14)), botox])
    assert all(moved.lane(kind) == stored.lane(kind) for kind in (BOTOX, SESSION))
    assert moved.plan_on(SESSION, day(14)) is not None


def test_every_day_is_judged_as_a_whole_history_would_judge_it(engine: SpacingEngine) -> None:
    long = [replace(done(kind, ago), places=places) for kind, ago, places in _many()]
    found = planner(engine, long)
    for kind in (BOTOX, SESSION):
        for on in found.days():
            whole = engine.judge(kind, on, long)
            assert found.judge(kind, on)._replace(later=()) == whole


def _many() -> list[tuple[Kind, int, tuple[str, ...]]]:
    places = (("full_face",), ("hands",), ("forehead", "nose"), ())
    return [(SESSION if n % 3 else BOTOX, 20 + n * 17, places[n % 4]) for n in range(60)]


def test_nobody_has_an_empty_plan(engine: SpacingEngine) -> None:
    found = planner(engine, [])
    assert found.is_empty
    assert looks(found, BOTOX) == [("none", -4, 85)]
    assert not planner(engine, [], [plan(BOTOX, 3)]).is_empty
    assert found.first_day == day(0) - timedelta(4)
