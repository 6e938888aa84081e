"""What holds of the spacing engine for every history."""

import os
import random
import time as wall
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spacing_histories import (
    FIRST,
    LAST,
    PLACES,
    crowded_histories,
    events,
    histories,
    own_intervals,
    treatments,
    wall_times,
)

from tracker.core.catalog import Catalog
from tracker.core.chronology import comes_before
from tracker.core.events import Event
from tracker.core.intervals import Intervals
from tracker.core.records import TREATMENTS, Kind, Setting
from tracker.core.spacing import Judgement, SpacingEngine, Status

ORDER = {Status.TOO_SOON: 0, Status.EARLY: 1, Status.DUE: 2, Status.READY: 2, Status.LAPSED: 3}

places = st.sampled_from(PLACES)


def days_after(history: list[Event], count: int = 300) -> list[date]:
    return [history[-1].on + timedelta(day) for day in range(1, count)]


@settings(max_examples=40)
@given(crowded_histories(), treatments, places, own_intervals())
def test_with_no_new_entry_the_status_only_moves_forward(
    engine: SpacingEngine, history: list[Event], kind: Kind, where: tuple[str, ...], intervals: Intervals
) -> None:
    judged = [engine.judge(kind, on, history, places=where, intervals=intervals) for on in days_after(history)]
    ranks = [ORDER[found.status] for found in judged]

    assert ranks == sorted(ranks)


@settings(max_examples=40)
@given(histories(least=1), treatments, places, own_intervals())
def test_dates_are_the_first_days_on_which_the_status_changes(
    engine: SpacingEngine, history: list[Event], kind: Kind, where: tuple[str, ...], intervals: Intervals
) -> None:
    judged = [engine.judge(kind, on, history, places=where, intervals=intervals) for on in days_after(history)]
    tomorrow = judged[0]
    assume(tomorrow.earliest is not None)

    def first_day(rank: int) -> date | None:
        return next((found.on for found in judged if ORDER[found.status] >= rank), None)

    earliest, recommended = tomorrow.earliest or FIRST, tomorrow.recommended or FIRST
    assert first_day(1) == max(earliest, tomorrow.on)
    assert first_day(2) == max(recommended, tomorrow.on)
    lapsed = tomorrow.lapsed
    assert first_day(3) == (None if lapsed is None else max(lapsed, recommended, tomorrow.on))


@settings(max_examples=60)
@given(histories(), treatments, places, own_intervals(), st.integers(0, 700), st.randoms(use_true_random=False))
def test_order_of_entry_changes_nothing_where_days_differ(
    engine: SpacingEngine,
    history: list[Event],
    kind: Kind,
    where: tuple[str, ...],
    intervals: Intervals,
    day: int,
    shuffler: random.Random,
) -> None:
    on = (history[0].on if history else FIRST) + timedelta(day)
    other_days = [one for one in history if one.on != on]
    numbers = list(range(len(other_days)))
    shuffler.shuffle(numbers)
    reordered = [replace(one, entered=number) for one, number in zip(other_days, numbers, strict=True)]
    shuffler.shuffle(reordered)

    entry = Event(kind=kind, on=on, entered=shuffler.randrange(100), places=where)
    assert engine.judge_entry(entry, reordered, intervals) == engine.judge_entry(entry, other_days, intervals)


@settings(max_examples=60)
@given(histories(), own_intervals(), st.integers(0, 700), st.data())
def test_times_change_nothing_where_days_differ(
    engine: SpacingEngine, history: list[Event], intervals: Intervals, day: int, data: st.DataObject
) -> None:
    entry = data.draw(events((history[0].on if history else FIRST) + timedelta(day)))
    other_days = [one for one in history if one.on != entry.on]
    retimed = [replace(one, at=data.draw(wall_times)) for one in other_days]
    entry_retimed = replace(entry, at=data.draw(wall_times))

    assert engine.judge_entry(entry_retimed, retimed, intervals) == engine.judge_entry(entry, other_days, intervals)


@settings(max_examples=60)
@given(crowded_histories(), own_intervals(), st.data())
def test_the_order_in_which_events_are_handed_over_changes_nothing(
    engine: SpacingEngine, history: list[Event], intervals: Intervals, data: st.DataObject
) -> None:
    entry = data.draw(st.sampled_from(history))
    others = [one for one in history if one is not entry]

    assert engine.judge_entry(entry, data.draw(st.permutations(others)), intervals) == engine.judge_entry(
        entry, others, intervals
    )


@given(histories(), treatments, st.integers(0, 700), st.booleans())
def test_each_treatment_finds_at_most_one_rule_and_the_most_restrictive_decides(
    engine: SpacingEngine, history: list[Event], kind: Kind, day: int, is_touch_up: bool
) -> None:
    on = (history[0].on if history else FIRST) + timedelta(day)
    found = engine.judge(kind, on, history, is_touch_up=is_touch_up)

    assert len(found.reasons) == len({reason.rule.after for reason in found.reasons}) <= 2
    assert all(reason.rule.before is kind for reason in found.reasons)
    assert (found.earliest is None) == (found.recommended is None) == (not found.reasons)
    statuses = [reason.status for reason in found.reasons]
    assert [ORDER[status] for status in statuses] == sorted(ORDER[status] for status in statuses)
    if statuses and statuses[0] is not Status.DUE:
        assert found.status is statuses[0]
    else:
        assert found.status in (Status.DUE, Status.LAPSED, Status.READY)
        assert (found.status is Status.READY) == (found.own is None)


@given(histories(), treatments, st.integers(1, 300))
def test_full_treatments_are_never_judged_as_touch_ups(
    engine: SpacingEngine, history: list[Event], kind: Kind, day: int
) -> None:
    on = (history[-1].on if history else FIRST) + timedelta(day)

    assert all(reason.rule.id != "botox-touch-up" for reason in engine.judge(kind, on, history).reasons)


@given(crowded_histories(), treatments, places, own_intervals(), st.data())
def test_another_entry_never_makes_the_earliest_day_earlier_while_the_own_rule_stays(
    engine: SpacingEngine,
    history: list[Event],
    kind: Kind,
    where: tuple[str, ...],
    intervals: Intervals,
    data: st.DataObject,
) -> None:
    # A session on the very day lets botox of that day off by the rules' one exception, so that day is left out; so is
    # counting from the main treatment, which a person chooses in order to have an earlier day.
    assume(not intervals.counts_from_main)
    added = replace(data.draw(events(data.draw(st.sampled_from(history)).on)), entered=data.draw(st.integers(-1, 10)))
    asked_on = added.on + timedelta(data.draw(st.sampled_from((1, 2, 3, 7, 30, 90))))
    assume(all(one.on != asked_on for one in history))

    before = engine.judge(kind, asked_on, history, places=where, intervals=intervals)
    after = engine.judge(kind, asked_on, [*history, added], places=where, intervals=intervals)

    if before.earliest is not None and (before.own is None or own_days(before) == own_days(after)):
        assert after.earliest is not None
        assert after.earliest >= before.earliest


@settings(max_examples=60)
@given(crowded_histories(), treatments, places, st.data())
def test_a_treatment_elsewhere_changes_nothing_for_the_other_one(
    engine: SpacingEngine,
    catalog: Catalog,
    history: list[Event],
    kind: Kind,
    where: tuple[str, ...],
    data: st.DataObject,
) -> None:
    on = history[-1].on + timedelta(data.draw(st.integers(0, 30)))
    other = next(one for one in TREATMENTS if one is not kind)
    elsewhere = [one for one in PLACES if not catalog.regions.overlap(one, where)]
    assume(elsewhere)
    added = replace(data.draw(events(on, kind=other)), places=data.draw(st.sampled_from(elsewhere)))

    before = engine.judge(kind, on, history, places=where)
    after = engine.judge(kind, on, [*history, added], places=where)

    assert (after.status, after.reasons) == (before.status, before.reasons)


@given(crowded_histories(), own_intervals(), st.data())
def test_what_follows_only_makes_a_verdict_stricter_and_no_date_other(
    engine: SpacingEngine, history: list[Event], intervals: Intervals, data: st.DataObject
) -> None:
    entry = data.draw(st.sampled_from(history))
    others = [one for one in history if one is not entry]

    both_ways = engine.judge_entry(entry, others, intervals)
    one_way = engine.judge_entry(entry, [one for one in others if not comes_before(entry, one)], intervals)

    assert both_ways._replace(status=one_way.status, later=()) == one_way
    strictest = min((ORDER[reason.status] for reason in both_ways.later), default=ORDER[Status.LAPSED])
    assert ORDER[both_ways.status] == (
        min(ORDER[one_way.status], strictest) if strictest < 2 else ORDER[one_way.status]
    )


def own_days(judgement: Judgement) -> tuple[int, int] | None:
    return None if judgement.own is None else (judgement.own.minimum, judgement.own.recommended)


@given(histories(), treatments, st.integers(0, 700), st.integers(-30_000, 30_000))
def test_the_same_history_on_other_days_gives_the_same_verdict(
    engine: SpacingEngine, history: list[Event], kind: Kind, day: int, shift: int
) -> None:
    start = history[0].on if history else FIRST
    moved_start = min(max(start + timedelta(shift), FIRST), LAST - timedelta(800))
    by = moved_start - start
    moved = [replace(one, on=one.on + by) for one in history]

    here = engine.judge(kind, start + timedelta(day), history)
    there = engine.judge(kind, start + by + timedelta(day), moved)

    assert there.status is here.status
    assert [(reason.rule, reason.days) for reason in there.reasons] == [
        (reason.rule, reason.days) for reason in here.reasons
    ]


@pytest.mark.skipif(not hasattr(wall, "tzset"), reason="this system cannot change its zone in a running program")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Asia/Kathmandu"])
def test_the_zone_of_the_computer_changes_nothing(
    engine: SpacingEngine, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = [Event(kind=Kind.MICRODERMABRASION, on=date(2026, 3, 28), at=time(23, 59), setting=Setting.HOME)]
    here = [engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 29) + timedelta(day), history) for day in range(40)]
    before = os.environ.get("TZ")
    try:
        monkeypatch.setenv("TZ", zone)
        wall.tzset()
        there = [engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 29) + timedelta(day), history) for day in range(40)]
    finally:
        monkeypatch.undo()
        assert os.environ.get("TZ") == before
        wall.tzset()

    assert there == here
