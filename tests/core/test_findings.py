"""What a rule says is worked out once for all events that are alike to it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.events import Event
from tracker.core.findings import Findings
from tracker.core.intervals import SHIPPED, Intervals, OwnInterval
from tracker.core.records import Kind

DAY = date(2026, 3, 1)
LATEST = Event(kind=Kind.BOTOX, on=DAY - timedelta(20), product="daxxify")
OWN = OwnInterval(
    id=uuid4(), person_id=None, rule="botox-microdermabrasion", product=None, minimum=1, recommended=2, lapsed=None
)


@pytest.fixture
def findings(catalog: Catalog) -> Findings:
    return Findings(DAY, catalog.products)


def event(**changed: object) -> Event:
    fields = {"kind": Kind.BOTOX, "on": LATEST.on, "product": LATEST.product, **changed}
    return Event(**fields)  # type: ignore[arg-type]


def test_like_events_share_what_is_said(catalog: Catalog, findings: Findings) -> None:
    for rule in (catalog.rules["botox-botox"], catalog.rules["botox-microdermabrasion"]):
        said = findings.of(rule, LATEST, SHIPPED)
        assert said is not None
        assert findings.of(rule, event(entered=9, is_touch_up=True, places=("nose",)), SHIPPED) is said


@pytest.mark.parametrize("changed", [{"on": DAY}, {"is_planned": True}, {"product": "dysport"}])
def test_another_day_plan_or_product_is_said_apart(
    catalog: Catalog, findings: Findings, changed: dict[str, object]
) -> None:
    rule = catalog.rules["botox-botox"]
    said, other = findings.of(rule, LATEST, SHIPPED), findings.of(rule, event(**changed), SHIPPED)
    assert said is not None
    assert other is not None
    assert said.reason != other.reason


def test_a_product_matters_only_to_the_rule_that_takes_its_days(catalog: Catalog, findings: Findings) -> None:
    rule = catalog.rules["botox-microdermabrasion"]
    assert findings.of(rule, LATEST, SHIPPED) is findings.of(rule, event(product="dysport"), SHIPPED)


def test_own_intervals_of_one_person_do_not_reach_the_next(catalog: Catalog, findings: Findings) -> None:
    rule = catalog.rules["botox-microdermabrasion"]
    own, shipped = findings.of(rule, LATEST, Intervals([OWN])), findings.of(rule, LATEST, SHIPPED)
    assert own is not None
    assert shipped is not None
    assert (own.reason.minimum, shipped.reason.minimum) == (1, rule.minimum)


def test_nothing_is_said_without_a_rule_or_an_event(catalog: Catalog, findings: Findings) -> None:
    assert findings.of(None, LATEST, SHIPPED) is None
    assert findings.of(catalog.rules["botox-botox"], None, SHIPPED) is None
