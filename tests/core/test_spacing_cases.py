"""The spacing engine against ``spacing_cases.txt``, a table in plain words and dates."""

import pytest
from spacing_table import Case, read_cases, said, said_caution, said_reason, said_verdict

from tracker.core.catalog import Catalog
from tracker.core.spacing import SpacingEngine

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case, engine: SpacingEngine) -> None:
    found = case.judged_by(engine, case.history)

    assert found == case.judged_by(engine, case.history[::-1]), "the order in which the events are handed over counts"
    assert said_verdict(found) == case.expect
    assert [said_reason(reason) for reason in found.reasons] == case.because
    assert [said_reason(reason) for reason in found.later] == case.later
    assert [said_caution(caution) for caution in found.cautions] == case.caution
    assert case.last in ("", said(found.last))
    assert all(reason.until == found.on for reason in found.reasons)
    assert all(reason.after == found.on for reason in found.later)


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
