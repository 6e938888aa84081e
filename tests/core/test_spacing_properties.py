"""What holds of the spacing engine for every history."""

import os
import random
import time as wall
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tracker.core.records import Kind, Setting
from tracker.core.spacing import Event, Judgement, SpacingEngine, Status

FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
PRODUCTS = ("botox_cosmetic", "daxxify", "relfydess", "alluzience", "other")
ORDER = {Status.TOO_SOON: 0, Status.EARLY: 1, Status.DUE: 2, Status.READY: 2, Status.LAPSED: 3}

wall_times = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
treatments = st.sampled_from((Kind.BOTOX, Kind.MICRODERMABRASION))


@st.composite
def event(draw: st.DrawFn, on: date) -> Event:
    if draw(treatments) is Kind.BOTOX:
        return Event(
            kind=Kind.BOTOX,
            on=on,
            at=draw(wall_times),
            product=draw(st.sampled_from(PRODUCTS)),
            is_touch_up=draw(st.booleans()),
        )
    return Event(
        kind=Kind.MICRODERMABRASION,
        on=on,
        at=draw(wall_times),
        setting=draw(st.sampled_from((None, *Setting))),
        device=draw(st.sampled_from((None, "crystal", "diamond", "hydradermabrasion", "other"))),
    )


@st.composite
def histories(draw: st.DrawFn, least: int = 0) -> list[Event]:
    """Return up to ten events within a year, each on a day of its own, oldest first and entered in that order."""
    start = draw(st.dates(FIRST, LAST - timedelta(800)))
    days = sorted(draw(st.sets(st.integers(0, 365), min_size=least, max_size=10)))
    return [replace(draw(event(start + timedelta(day))), entered=number) for number, day in enumerate(days)]


def days_after(history: list[Event], count: int = 300) -> list[date]:
    return [history[-1].on + timedelta(day) for day in range(1, count)]


@given(histories(least=1), treatments)
def test_with_no_new_entry_the_status_only_moves_forward(
    engine: SpacingEngine, history: list[Event], kind: Kind
) -> None:
    ranks = [ORDER[engine.judge(kind, on, history).status] for on in days_after(history)]

    assert ranks == sorted(ranks)


@given(histories(least=1), treatments)
def test_dates_are_the_first_days_on_which_the_status_changes(
    engine: SpacingEngine, history: list[Event], kind: Kind
) -> None:
    judged = [engine.judge(kind, on, history) for on in days_after(history)]
    tomorrow = judged[0]
    assert tomorrow.earliest is not None
    assert tomorrow.recommended is not None

    def first_day(rank: int) -> date | None:
        return next((found.on for found in judged if ORDER[found.status] >= rank), None)

    assert first_day(1) == max(tomorrow.earliest, tomorrow.on)
    assert first_day(2) == max(tomorrow.recommended, tomorrow.on)
    lapsed = tomorrow.lapsed
    assert first_day(3) == (None if lapsed is None else max(lapsed, tomorrow.recommended, tomorrow.on))


@given(histories(), treatments, st.integers(0, 700), st.randoms(use_true_random=False))
def test_order_of_entry_changes_nothing_where_days_differ(
    engine: SpacingEngine, history: list[Event], kind: Kind, day: int, shuffler: random.Random
) -> None:
    on = (history[0].on if history else FIRST) + timedelta(day)
    other_days = [one for one in history if one.on != on]
    numbers = list(range(len(other_days)))
    shuffler.shuffle(numbers)
    reordered = [replace(one, entered=number) for one, number in zip(other_days, numbers, strict=True)]
    shuffler.shuffle(reordered)

    assert engine.judge(kind, on, reordered) == engine.judge(kind, on, other_days)


@given(histories(), treatments, st.integers(0, 700), st.booleans(), st.data())
def test_times_change_nothing_where_days_differ(
    engine: SpacingEngine, history: list[Event], kind: Kind, day: int, is_touch_up: bool, data: st.DataObject
) -> None:
    on = (history[0].on if history else FIRST) + timedelta(day)
    other_days = [one for one in history if one.on != on]
    retimed = [replace(one, at=data.draw(wall_times)) for one in other_days]

    assert engine.judge(kind, on, retimed, at=data.draw(wall_times), is_touch_up=is_touch_up) == engine.judge(
        kind, on, other_days, is_touch_up=is_touch_up
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


@given(histories(), treatments, st.integers(0, 365), st.data())
def test_another_entry_never_makes_the_earliest_day_earlier_while_the_own_rule_stays(
    engine: SpacingEngine, history: list[Event], kind: Kind, day: int, data: st.DataObject
) -> None:
    on = (history[0].on if history else FIRST) + timedelta(day)
    assume(all(one.on != on for one in history))
    added = data.draw(event(on))
    asked_on = max(on, *(one.on for one in history)) + timedelta(1) if history else on + timedelta(1)

    before = engine.judge(kind, asked_on, history)
    after = engine.judge(kind, asked_on, [*history, added])

    if own_days(before) in (None, own_days(after)) and before.earliest is not None:
        assert after.earliest is not None
        assert after.earliest >= before.earliest


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
