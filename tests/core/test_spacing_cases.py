"""The spacing engine against ``spacing_cases.txt``, a table in plain words and dates."""

import pytest
from spacing_table import read_cases

from tracker.core.catalog import Catalog
from tracker.core.spacing import SpacingEngine

CASES = read_cases()


@pytest.mark.parametrize("section", dict.fromkeys(case.section for case in CASES))
def test_engine_says_what_the_table_says(section: str, engine: SpacingEngine) -> None:
    cases = [case for case in CASES if case.section == section]

    said = {case.title: case.said_of(case.judged_by(engine, case.history)) for case in cases}

    assert said == {case.title: case.says for case in cases}


def test_a_reason_ties_the_day_judged_to_the_other_day(engine: SpacingEngine) -> None:
    for case in CASES:
        found = case.judged_by(engine, case.history)
        assert (found.treatment, found.on) == (case.asked.kind, case.asked.on)
        assert all(reason.until == found.on for reason in found.reasons), case.title
        assert all(reason.after == found.on for reason in found.later), case.title


def test_order_in_which_the_events_are_handed_over_changes_nothing(engine: SpacingEngine) -> None:
    for case in CASES:
        assert case.judged_by(engine, case.history[::-1]) == case.judged_by(engine, case.history), case.title


def test_each_case_asks_about_one_treatment() -> None:
    assert all(bool(case.judge) != bool(case.log) for case in CASES)
    assert len({case.title for case in CASES}) == len(CASES) >= 190


def test_every_rule_product_and_status_is_in_the_table(catalog: Catalog) -> None:
    rules = {reason.partition(":")[0] for case in CASES for reason in case.because}
    rules_of_what_follows = {reason.partition(":")[0] for case in CASES for reason in case.later}
    products = {event.product for case in CASES for event in case.history if event.product}

    assert rules == rules_of_what_follows == set(catalog.rules)
    assert products == set(catalog.products)
    assert {case.expect.partition(";")[0] for case in CASES} == {"too soon", "early", "due", "lapsed", "ready"}
