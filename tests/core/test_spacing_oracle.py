"""The spacing engine against a second one that was written from the words of the rules alone."""

from datetime import date
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spacing_histories import PLACES, RULES, crowded_histories, own_intervals
from spacing_oracle import Changes, Oracle, has_one_order
from spacing_table import read_cases

from tracker.core.catalog import Catalog
from tracker.core.cautions import Caution
from tracker.core.events import Event
from tracker.core.intervals import Intervals
from tracker.core.judgement import Judgement, Reason, weight
from tracker.core.regions import FULL_FACE
from tracker.core.spacing import SpacingEngine
from tracker.paths import resource_folder

CATALOG = resource_folder() / "catalog"


def changes_of(intervals: Intervals, rules: Any) -> Changes:
    changed = {(rule, product): intervals.of_rule(rule, product) for rule, product in rules}
    return {
        key: None if own.is_off else (own.minimum, own.recommended, own.lapsed)
        for key, own in changed.items()
        if own is not None
    }


def told(reason: Reason) -> tuple[Any, ...]:
    numbers = (reason.minimum, reason.recommended, reason.lapsed)
    return (reason.rule.id, reason.after, reason.until, *numbers, reason.is_planned)


def told_caution(caution: Caution) -> tuple[Any, ...]:
    facts: tuple[Any, ...] = (caution.code, caution.units, caution.product, caution.on)
    return tuple(fact for fact in facts if fact is not None)


def assert_agree(found: Judgement, oracle: Oracle, entry: Event, events: list[Event], *, both_ways: bool) -> None:
    expected = oracle.judge(entry, events, both_ways=both_ways)
    dates: tuple[date | None, ...] = (found.last, found.earliest, found.recommended, found.lapsed)

    assert found.status.value == expected.status
    assert dates == (expected.last, expected.earliest, expected.recommended, expected.lapsed)
    for reasons, expected_reasons in ((found.reasons, expected.reasons), (found.later, expected.later)):
        assert {told(reason) for reason in reasons} == expected_reasons
        assert len(reasons) == len(expected_reasons)
        assert list(reasons) == sorted(reasons, key=weight, reverse=True)
    assert {told_caution(caution) for caution in found.cautions} == expected.cautions


@settings(max_examples=250)
@given(crowded_histories(), own_intervals(), st.data())
def test_both_engines_agree_on_an_entry_among_others(
    engine: SpacingEngine, history: list[Event], intervals: Intervals, data: st.DataObject
) -> None:
    assume(has_one_order(history))
    entry = data.draw(st.sampled_from(history))
    others = [event for event in history if event is not entry]
    oracle = Oracle(CATALOG, changes_of(intervals, RULES), from_main=intervals.counts_from_main)

    assert_agree(engine.judge_entry(entry, others, intervals), oracle, entry, others, both_ways=True)


@settings(max_examples=150)
@given(crowded_histories(), own_intervals(), st.data())
def test_both_engines_agree_on_a_full_treatment_of_the_face(
    engine: SpacingEngine, history: list[Event], intervals: Intervals, data: st.DataObject
) -> None:
    drawn = data.draw(st.sampled_from(history))
    asked = Event(kind=drawn.kind, on=drawn.on, entered=len(history), places=FULL_FACE)
    assume(has_one_order([*history, asked]))
    oracle = Oracle(CATALOG, changes_of(intervals, RULES), from_main=intervals.counts_from_main)

    assert_agree(
        engine.judge(asked.kind, asked.on, history, intervals=intervals), oracle, asked, history, both_ways=False
    )


def test_both_engines_agree_on_which_places_overlap(catalog: Catalog) -> None:
    oracle = Oracle(CATALOG, {}, from_main=False)
    places = [*PLACES, *((place,) for place in (*oracle.regions, *oracle.sites, "no such place"))]

    for one in places:
        for other in places:
            assert catalog.regions.overlap(one, other) == oracle.overlap(one, other), (one, other)


def test_both_engines_agree_on_the_table(engine: SpacingEngine, catalog: Catalog) -> None:
    every_rule = [(rule, product) for rule in catalog.rules for product in (None, *catalog.products)]

    for case in read_cases():
        events = case.history
        oracle = Oracle(CATALOG, changes_of(case.intervals, every_rule), from_main=case.intervals.counts_from_main)
        assert_agree(case.judged_by(engine, events), oracle, case.asked, events, both_ways=bool(case.log))
