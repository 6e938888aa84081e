"""The orders that fit both windows, against a search that only tries."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from planner_cases import BOTOX, SESSION, day, done, plan, planner

from tracker.core.events import Event
from tracker.core.judgement import Status
from tracker.core.orders import DayRange, Order, chosen, orders
from tracker.core.planner import STRICT, Planner
from tracker.core.records import Kind, PlannedTreatment
from tracker.core.spacing import SpacingEngine

HISTORY = (done(BOTOX, 102), done(SESSION, 20))


def order_of(found: Planner, first: Kind, second: Kind | None) -> Order:
    return next(order for order in orders(found) if (order.first, order.second) == (first, second))


def test_both_orders_fit_inside_their_windows(engine: SpacingEngine) -> None:
    session_first, botox_first, alone = orders(planner(engine, HISTORY))
    assert session_first.first_days == DayRange(day(0), day(14))
    assert session_first.second_days == DayRange(day(0), day(0))
    assert session_first.later_by == 0
    assert session_first.obstacle is None
    assert botox_first.first_days == DayRange(day(0), day(0))
    assert botox_first.second_days == DayRange(day(14), day(14))
    assert botox_first.days == ((BOTOX, day(0)), (SESSION, day(14)))
    assert (alone.first, alone.second, alone.first_days) == (BOTOX, None, DayRange(day(0), day(17)))


def test_an_order_that_never_fits_names_what_stands_against_it(engine: SpacingEngine) -> None:
    found = order_of(planner(engine, (done(BOTOX, 1), done(SESSION, 20))), BOTOX, SESSION)
    assert not found.fits
    assert found.obstacle is not None
    assert found.obstacle.treatment is BOTOX
    assert found.obstacle.recommended == day(89)


def test_the_obstacle_is_that_of_the_day_that_misses_the_least(engine: SpacingEngine) -> None:
    plans = [plan(BOTOX, 3), plan(BOTOX, 83, 1)]
    found = order_of(planner(engine, HISTORY, plans), BOTOX, SESSION)
    assert not found.fits
    assert found.obstacle is not None
    assert found.obstacle.on == day(0)
    assert [reason.until for reason in found.obstacle.later] == [day(83)]


def test_an_order_that_fits_only_past_a_window_names_the_treatment_that_comes_late(engine: SpacingEngine) -> None:
    found = order_of(planner(engine, (done(BOTOX, 102), done(SESSION, 30))), BOTOX, SESSION)
    assert found.fits
    assert found.obstacle is not None
    assert (found.obstacle.treatment, found.obstacle.status) == (SESSION, Status.LAPSED)


def test_plans_beyond_the_next_ones_stay_where_they_are(engine: SpacingEngine) -> None:
    plans = [plan(SESSION, 3), plan(SESSION, 16, 1)]
    found = order_of(planner(engine, HISTORY, plans), SESSION, BOTOX)
    assert found.first_days == DayRange(day(0), day(2))


def test_the_order_of_the_plans_is_the_one_chosen(engine: SpacingEngine) -> None:
    def chosen_for(*plans: PlannedTreatment) -> tuple[Kind, Kind | None] | None:
        found = planner(engine, HISTORY, plans)
        order = chosen(found, orders(found))
        return None if order is None else (order.first, order.second)

    assert chosen_for() is None
    assert chosen_for(plan(BOTOX, 9), plan(SESSION, 3, 1)) == (SESSION, BOTOX)
    assert chosen_for(plan(BOTOX, 0), plan(SESSION, 14, 1)) == (BOTOX, SESSION)
    assert chosen_for(plan(SESSION, 3)) == (SESSION, None)


def test_no_order_is_chosen_where_the_plans_stand_outside_it(engine: SpacingEngine) -> None:
    history = (done(BOTOX, 1), done(SESSION, 2))
    assert _is_chosen(engine, history, plan(SESSION, 14))
    assert not _is_chosen(engine, history, plan(SESSION, 11))
    assert not _is_chosen(engine, history, plan(SESSION, 35))
    assert not _is_chosen(engine, HISTORY, plan(BOTOX, 4), plan(SESSION, 3, 1))


def _is_chosen(engine: SpacingEngine, history: tuple[Event, ...], *plans: PlannedTreatment) -> bool:
    found = planner(engine, history, plans)
    return chosen(found, orders(found)) is not None


def test_one_only_is_the_treatment_that_can_come_sooner(engine: SpacingEngine) -> None:
    assert orders(planner(engine, (done(BOTOX, 80), done(SESSION, 20))))[2].first is SESSION
    assert orders(planner(engine, (done(BOTOX, 95), done(SESSION, 2))))[2].first is BOTOX
    assert orders(planner(engine, ()))[2].first is BOTOX


def naive(found: Planner, first: Kind, second: Kind, allows_past: bool) -> dict[date, list[date]]:
    """Return, for each day of ``first`` that fits, the days of ``second``: every pair of days is tried."""
    refused = STRICT if allows_past else (*STRICT, Status.LAPSED)
    fitting: dict[date, list[date]] = {}
    for one in found.days():
        for other in found.days():
            earlier, later = found.event(first, one), found.event(second, other, step=1)
            judged = (
                found.judge_event(earlier, (*found.unmoved(), later)),
                found.judge_event(later, (*found.unmoved(), earlier)),
            )
            if other >= one and all(judgement.status not in refused for judgement in judged):
                fitting.setdefault(one, []).append(other)
    return fitting


histories = st.lists(
    st.builds(done, st.sampled_from((BOTOX, SESSION)), st.integers(0, 130), st.integers(0, 9)), max_size=4
)
plans = st.lists(st.tuples(st.sampled_from((BOTOX, SESSION)), st.integers(0, 28)), max_size=4).map(
    lambda found: [plan(kind, ahead, number) for number, (kind, ahead) in enumerate(found)]
)


@settings(max_examples=8)
@given(histories, plans, st.booleans())
def test_the_search_finds_exactly_what_trying_every_pair_of_days_finds(
    engine: SpacingEngine, history: list[Event], planned: list[PlannedTreatment], is_botox_first: bool
) -> None:
    first, second = (BOTOX, SESSION) if is_botox_first else (SESSION, BOTOX)
    found = planner(engine, history, planned, horizon=28)
    order = order_of(found, first, second)
    tried = naive(found, first, second, False) or naive(found, first, second, True)
    assert order.fits == bool(tried)
    if order.first_days is not None and order.second_days is not None:
        assert _unbroken(order.first_days, list(tried))
        assert _unbroken(order.second_days, tried[order.first_days.first])


def _unbroken(found: DayRange, days: list[date]) -> bool:
    """Return whether ``found`` are the first days of ``days`` without a gap."""
    run = [on for place, on in enumerate(days) if (on - days[0]).days == place]
    return (found.first, found.last) == (run[0], run[-1])
