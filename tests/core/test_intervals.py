"""Own intervals: which change counts."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.events import Event
from tracker.core.intervals import OWN_STRENGTH, SHIPPED, Days, Intervals, OwnInterval
from tracker.core.records import Kind
from tracker.core.spacing import SpacingEngine

PERSON, DAY = UUID(int=1), date(2026, 3, 1)


def own(rule: str, minimum: int, *, person: UUID | None = PERSON, product: str | None = None) -> OwnInterval:
    return OwnInterval(
        id=uuid4(), person_id=person, rule=rule, product=product, minimum=minimum, recommended=50, lapsed=99
    )


def test_nothing_is_changed_unless_somebody_changes_it(catalog: Catalog) -> None:
    assert all(SHIPPED.of_rule(rule) is None for rule in catalog.rules)
    assert not SHIPPED.counts_from_main


@pytest.mark.parametrize("is_first", [True, False])
def test_a_change_for_the_person_goes_before_one_for_everybody(is_first: bool) -> None:
    mine, everybodys = own("hydradermabrasion", 5), own("hydradermabrasion", 6, person=None)

    assert Intervals([mine, everybodys] if is_first else [everybodys, mine]).of_rule("hydradermabrasion") is mine


def test_a_change_counts_for_its_rule_and_product_alone() -> None:
    dysport, clinic = own("botox-botox", 5, product="dysport"), own("microdermabrasion-clinic", 6)
    changed = Intervals([dysport, clinic])

    assert changed.of_rule("botox-botox", "dysport") is dysport
    assert changed.of_rule("botox-botox", "xeomin") is None
    assert changed.of_rule("botox-botox") is None
    assert changed.of_rule("microdermabrasion-clinic") is clinic
    assert changed.of_rule("microdermabrasion-home") is None


def test_a_change_for_everybody_of_one_product_stays_beside_the_persons_of_another() -> None:
    everybodys = own("botox-botox", 5, person=None, product="xeomin")
    changed = Intervals([own("botox-botox", 6, product="dysport"), everybodys])

    assert changed.of_rule("botox-botox", "xeomin") is everybodys


def test_the_numbers_of_a_change_are_its_days() -> None:
    assert own("hydradermabrasion", 5).days == Days(5, 50, 99)


def test_a_reason_says_that_its_days_are_the_persons_own_and_keeps_the_label_beside(
    engine: SpacingEngine, catalog: Catalog
) -> None:
    treatment = Event(kind=Kind.BOTOX, on=DAY, product="dysport")
    changed = Intervals([own("botox-botox", 40, product="dysport")])

    reason = engine.judge(Kind.BOTOX, DAY, [treatment], intervals=changed).reasons[0]
    shipped = engine.judge(Kind.BOTOX, DAY, [treatment]).reasons[0]

    assert (reason.strength, reason.source) == (OWN_STRENGTH, catalog.products["dysport"].source)
    assert (reason.minimum, reason.recommended, reason.lapsed) == (40, 50, 99)
    assert reason.shipped == Days(90, 90, 120)
    assert (shipped.strength, shipped.shipped) == ("label", None)
