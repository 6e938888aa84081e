"""Planning backwards from an event."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from planner_cases import BOTOX, SESSION, day, done, planner

from tracker.core.event_plan import SETTLED_DAYS, before_event
from tracker.core.events import Event
from tracker.core.planner import STRICT
from tracker.core.spacing import SpacingEngine


def test_each_treatment_is_over_before_the_event_and_keeps_its_distance_from_the_other(engine: SpacingEngine) -> None:
    botox, session = before_event(planner(engine, (done(BOTOX, 102), done(SESSION, 20))), day(60))
    assert (botox.kind, botox.on, botox.last_day) == (BOTOX, day(43), day(46))
    assert (session.kind, session.on, session.last_day) == (SESSION, day(57), day(57))


def test_an_event_too_near_leaves_no_day(engine: SpacingEngine) -> None:
    botox, session = before_event(planner(engine, (done(BOTOX, 102), done(SESSION, 20))), day(10))
    assert (botox.on, botox.judgement) == (None, None)
    assert session.on == day(7)


def test_a_rule_that_leaves_no_day_is_named(engine: SpacingEngine) -> None:
    botox, session = before_event(planner(engine, (done(BOTOX, 30), done(SESSION, 40))), day(60))
    assert botox.on is None
    assert botox.judgement is not None
    assert (botox.judgement.on, botox.judgement.recommended) == (day(46), day(60))
    assert session.on == day(57)


def test_where_both_do_not_fit_botox_goes_first_and_the_session_says_why(engine: SpacingEngine) -> None:
    botox, session = before_event(planner(engine, (done(BOTOX, 90), done(SESSION, 3))), day(15))
    assert botox.on == day(1)
    assert session.on is None
    assert session.judgement is not None
    assert session.judgement.status in STRICT


@settings(max_examples=12)
@given(
    st.lists(st.builds(done, st.sampled_from((BOTOX, SESSION)), st.integers(0, 120), st.integers(0, 9)), max_size=3),
    st.integers(0, 60),
)
def test_the_days_found_are_the_latest_of_all_pairs(engine: SpacingEngine, history: list[Event], ahead: int) -> None:
    found = planner(engine, history)
    lasts = [ahead - SETTLED_DAYS[kind] for kind in (BOTOX, SESSION)]
    days = [[day(on) for on in range(last + 1)] for last in lasts]

    def fits(events: list[Event]) -> bool:
        judged = [found.judge_event(one, [other for other in events if other is not one]) for one in events]
        return all(judgement.status not in STRICT for judgement in judged)

    alone = [
        {on for on in of_kind if fits([found.event(kind, on)])}
        for kind, of_kind in zip((BOTOX, SESSION), days, strict=True)
    ]
    pairs = [
        (one, other)
        for one, other in product(*map(sorted, alone))
        if fits([found.event(SESSION, other), found.event(BOTOX, one, step=1)])
    ]
    targets = before_event(found, day(ahead))
    if pairs:
        best = max(pairs, key=lambda pair: (pair[0].toordinal() + pair[1].toordinal(), pair[0]))
        assert tuple(target.on for target in targets) == best
    else:
        assert None in [target.on for target in targets]
