"""The rules of the planner in words."""

from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.intervals import Intervals, OwnInterval
from tracker.core.rules_in_force import RuleInForce, rules_in_force
from tracker.ui.words.rules import rule_rows, shipped_words


def rule(catalog: Catalog, rule_id: str, *changed: OwnInterval) -> RuleInForce:
    rules = rules_in_force(catalog.rules, catalog.products, (), Intervals(changed))
    return next(one for one in rules if one.rule.id == rule_id)


def test_a_rule_says_first_what_is_firm_with_its_source_and_then_the_window(catalog: Catalog) -> None:
    firm, plan = rule_rows(rule(catalog, "botox-botox"), catalog)
    assert (firm.rule, firm.days, firm.kind, firm.source) == (
        "Botox, then botox (Botox Cosmetic)",
        "first date after 90 days",
        "Firm",
        "Product label",
    )
    assert firm.origin.startswith("Botox Cosmetic US prescribing information")
    assert (plan.days, plan.kind) == ("window 90 to 119 days", "Plan")


def test_a_rule_without_a_published_source_says_so(catalog: Catalog) -> None:
    rows = rule_rows(rule(catalog, "botox-microdermabrasion"), catalog)
    assert all("no label source" in row.origin for row in rows)
    assert [row.days for row in rows] == ["first date after 7 days", "window from 14 days"]
    trials = rule_rows(rule(catalog, "microdermabrasion-clinic"), catalog)
    assert not any("no label source" in row.origin for row in trials)


def test_the_same_day_exception_is_said(catalog: Catalog) -> None:
    assert rule_rows(rule(catalog, "microdermabrasion-botox"), catalog)[0].days == "the same day, or after 2 days"


def test_an_own_interval_is_said_beside_the_shipped_one(catalog: Catalog) -> None:
    own = OwnInterval(
        id=UUID(int=1),
        person_id=UUID(int=2),
        rule="botox-microdermabrasion",
        product=None,
        minimum=3,
        recommended=3,
        lapsed=None,
    )
    (only,) = rule_rows(rule(catalog, own.rule, own), catalog)
    assert (only.days, only.source) == ("first date after 3 days", "Your interval")
    assert only.origin == "Yours, for this person. Common practice: 7 and 14 days."
    off = OwnInterval(
        id=UUID(int=1),
        person_id=None,
        rule=own.rule,
        product=None,
        minimum=3,
        recommended=3,
        lapsed=None,
        is_off=True,
    )
    (row,) = rule_rows(rule(catalog, own.rule, off), catalog)
    assert (row.days, row.kind) == ("switched off", "")
    assert row.origin == "Yours, for everybody. Common practice: 7 and 14 days."


def test_the_shipped_numbers_are_said_with_their_source(catalog: Catalog) -> None:
    said = shipped_words(rule(catalog, "microdermabrasion-home"))
    assert said.startswith("Manufacturer of one device: 6, 7 and 30 days. ")
