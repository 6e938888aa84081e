"""The report's facts in words."""

from decimal import Decimal

from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.ui.reports.period_facts import TreatmentFact
from tracker.ui.words import report_facts as words


def botox(**fields: object) -> TreatmentFact:
    known: dict[str, object] = {"units": (), "without_units": 0, "touch_ups": 0, "shortest": None, "longest": None}
    return TreatmentFact(kind=Kind.BOTOX, count=3, **{**known, **fields})  # type: ignore[arg-type]


def test_a_total_says_of_how_many_treatments_the_units_are_not_known(catalog: Catalog) -> None:
    fact = botox(units=(("botox_cosmetic", Decimal("44.5")),), without_units=2)
    assert words.treatment_note(fact, catalog) == "44.5 U Botox Cosmetic, 2 of unknown units"


def test_without_any_total_nothing_is_said_of_units(catalog: Catalog) -> None:
    assert words.treatment_note(botox(without_units=3, touch_ups=1), catalog) == "1 touch-up"


def test_treatments_lie_so_far_apart(catalog: Catalog) -> None:
    assert words.treatment_note(botox(shortest=92, longest=92), catalog) == "92 days apart"
    assert words.treatment_note(botox(shortest=92, longest=121), catalog) == "every 92 to 121 days"
