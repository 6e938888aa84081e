"""The rules as they count for one person."""

from uuid import UUID

from planner_cases import BOTOX, SESSION, done

from tracker.core.catalog import Catalog
from tracker.core.events import Event
from tracker.core.intervals import Days, Intervals, OwnInterval
from tracker.core.records import Setting
from tracker.core.rules_in_force import RuleInForce, rules_in_force


def found(catalog: Catalog, *history: Event, changed: tuple[OwnInterval, ...] = ()) -> tuple[RuleInForce, ...]:
    return rules_in_force(catalog.rules, catalog.products, history, Intervals(changed))


def behind(rules: tuple[RuleInForce, ...]) -> list[tuple[str, str | None]]:
    return [(one.rule.id, one.product) for one in rules if one.is_behind]


def test_every_rule_is_there_and_that_of_the_product_once_for_each_product(catalog: Catalog) -> None:
    rules = found(catalog)
    assert {one.rule.id for one in rules} == set(catalog.rules)
    assert [one.product for one in rules if one.product is not None] == list(catalog.products)


def test_what_lies_behind_the_dates_follows_the_latest_botox_and_session(catalog: Catalog) -> None:
    first = behind(found(catalog))
    assert ("botox-botox", "botox_cosmetic") in first
    assert ("microdermabrasion-clinic", None) in first
    dysport = Event(kind=BOTOX, on=done(BOTOX, 3).on, product="dysport")
    home = Event(kind=SESSION, on=done(SESSION, 2).on, setting=Setting.HOME)
    later = behind(found(catalog, home, done(BOTOX, 200), dysport, done(SESSION, 40)))
    assert [product for rule, product in later if rule == "botox-botox"] == ["dysport"]
    assert ("microdermabrasion-home", None) in later
    assert ("microdermabrasion-clinic", None) not in later


def test_an_own_interval_stands_in_place_of_the_shipped_days(catalog: Catalog) -> None:
    own = OwnInterval(
        id=UUID(int=1),
        person_id=None,
        rule="botox-microdermabrasion",
        product=None,
        minimum=3,
        recommended=5,
        lapsed=None,
        is_off=True,
    )
    rule = next(one for one in found(catalog, changed=(own,)) if one.rule.id == own.rule)
    assert (rule.days, rule.shipped, rule.is_off) == (Days(3, 5, None), Days(7, 14, None), True)
    assert not any(one.is_off for one in found(catalog) if one.rule.id == own.rule)
