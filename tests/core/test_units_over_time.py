"""Units per site over time: rows, arrows, regions, the window of visits, runs and comparisons."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, InjectionPoint, Rating
from tracker.core.units_over_time.comparison import Pair, compare
from tracker.core.units_over_time.course import Run, course_at
from tracker.core.units_over_time.table import Cell, Step, units_table, window_start
from tracker.core.units_over_time.visits import FREE, Spot, visits_of

PERSON = uuid4()
PROCERUS, LATERAL_L, CANTHAL = Spot("procerus"), Spot("corrugator-lateral-l"), Spot("canthal-upper-r")


def free(x: int, y: int) -> Spot:
    return Spot(x=Decimal(x), y=Decimal(y))


def units(number: float | str | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def botox(on: str, given: dict[Spot, float] | None = None, **facts: Any) -> Botox:
    points = tuple(
        InjectionPoint(units=Decimal(str(number)), site=spot.site, x=spot.x, y=spot.y)
        for spot, number in (given or {}).items()
    )
    total = sum((point.units for point in points), Decimal()) if points else None
    known: dict[str, Any] = {"product": "botox_cosmetic", "units": total, "points": points} | facts
    return Botox(id=uuid4(), person_id=PERSON, on=date.fromisoformat(on), **known)


def cells(catalog: Catalog, *treatments: Botox, spot: Spot = PROCERUS) -> list[tuple[Decimal | None, Step | None]]:
    table = units_table(visits_of(treatments), 0, catalog.sites)
    row = next(row for row in table.rows if row.spot == spot)
    return [(cell.units, cell.step) for cell in row.cells]


def test_visits_are_the_botox_treatments_newest_first() -> None:
    older, newer = botox("2025-03-01", {PROCERUS: 4}), botox("2025-07-01", {PROCERUS: 4})
    rating = Rating(id=uuid4(), person_id=PERSON, on=date(2025, 8, 1), texture=5)
    assert [visit.treatment for visit in visits_of([rating, older, newer])] == [newer, older]


def test_rows_are_the_sites_used_in_the_order_of_the_catalogue_and_free_points_last(catalog: Catalog) -> None:
    low, high = free(10, 90), free(90, 10)
    given = {low: 1.0, CANTHAL: 4.0, high: 2.0, PROCERUS: 4.0}
    table = units_table(visits_of([botox("2025-03-01", given)]), 0, catalog.sites)
    assert [(row.spot, row.number) for row in table.rows] == [(PROCERUS, None), (CANTHAL, None), (high, 1), (low, 2)]


def test_an_arrow_marks_a_change_from_the_visit_before(catalog: Catalog) -> None:
    numbers = (3, 3, 4, 5, 4.5)
    treatments = [botox(f"2025-0{month}-01", {PROCERUS: given}) for month, given in enumerate(numbers, start=1)]
    assert cells(catalog, *treatments) == [
        (units(4.5), Step.DOWN),
        (units(5), Step.UP),
        (units(4), Step.UP),
        (units(3), None),
        (units(3), None),
    ]


def test_a_site_that_comes_or_goes_has_no_arrow(catalog: Catalog) -> None:
    treatments = [botox("2025-01-01", {CANTHAL: 4}), botox("2025-05-01", {PROCERUS: 4})]
    assert cells(catalog, *treatments) == [(units(4), None), (None, None)]
    assert cells(catalog, *treatments, spot=CANTHAL) == [(None, None), (units(4), None)]


def test_units_of_two_products_are_never_compared(catalog: Catalog) -> None:
    treatments = [
        botox("2025-01-01", {PROCERUS: 4}),
        botox("2025-05-01", {PROCERUS: 10}, product="dysport"),
        botox("2025-09-01", {PROCERUS: 5}),
    ]
    assert {step for _units, step in cells(catalog, *treatments)} == {None}
    assert [visit.is_other_product for visit in visits_of(treatments)] == [True, True, False]


def test_a_touch_up_is_no_visit_to_compare_with(catalog: Catalog) -> None:
    treatments = [
        botox("2025-01-01", {PROCERUS: 4}),
        botox("2025-01-15", {PROCERUS: 1.5}, is_touch_up=True),
        botox("2025-05-01", {PROCERUS: 5}),
    ]
    assert cells(catalog, *treatments) == [(units(5), Step.UP), (units(1.5), None), (units(4), None)]


def test_a_treatment_with_a_total_alone_has_a_column_and_nothing_to_compare(catalog: Catalog) -> None:
    treatments = [
        botox("2025-01-01", {PROCERUS: 4}),
        botox("2025-05-01", units=Decimal(44)),
        botox("2025-09-01", {PROCERUS: 5}),
    ]
    assert cells(catalog, *treatments) == [(units(5), None), (None, None), (units(4), None)]


def test_points_at_one_place_are_added_up_and_a_moved_site_stays_the_site(catalog: Catalog) -> None:
    point = InjectionPoint(units=Decimal(2), x=Decimal(10), y=Decimal(10))
    moved = InjectionPoint(units=Decimal(4), site="procerus", x=Decimal(201), y=Decimal(213))
    (visit,) = visits_of([botox("2025-01-01", points=(point, point, moved))])
    assert visit.units == {free(10, 10): Decimal(4), PROCERUS: Decimal(4)}


def test_regions_are_added_up_for_each_visit(catalog: Catalog) -> None:
    treatments = [
        botox("2025-01-01", {PROCERUS: 4, LATERAL_L: 3}),
        botox("2025-05-01", {PROCERUS: 4, CANTHAL: 2.5, free(10, 10): 1}),
    ]
    table = units_table(visits_of(treatments), 0, catalog.sites)
    assert [(row.region, row.units) for row in table.regions] == [
        ("glabella", (units(4), units(7))),
        ("lateral canthal", (units(2.5), None)),
        (FREE, (units(1), None)),
    ]


def test_the_table_holds_six_visits_and_compares_the_last_with_one_outside(catalog: Catalog) -> None:
    treatments = [botox(f"2025-0{month}-01", {PROCERUS: month}) for month in range(1, 9)]
    table = units_table(visits_of(treatments), 1, catalog.sites)
    assert [visit.treatment.on.month for visit in table.visits] == [7, 6, 5, 4, 3, 2]
    assert table.rows[0].cells[-1] == Cell(Decimal(2), Step.UP)


@pytest.mark.parametrize(
    ("count", "chosen", "start", "wanted"),
    [(3, 2, 0, 0), (8, 0, 0, 0), (8, 5, 0, 0), (8, 6, 0, 1), (8, 7, 1, 2), (8, 2, 2, 2), (8, 1, 2, 1), (6, 5, 4, 0)],
)
def test_the_window_moves_no_further_than_the_chosen_visit_needs(
    count: int, chosen: int, start: int, wanted: int
) -> None:
    assert window_start(count, chosen, start) == wanted


def test_the_course_of_a_site_is_told_in_runs_of_one_product() -> None:
    treatments = [
        botox("2024-01-01", {CANTHAL: 4}),
        botox("2024-05-01", {PROCERUS: 3}),
        botox("2024-09-01", {PROCERUS: 3}),
        botox("2024-09-15", {PROCERUS: 1}, is_touch_up=True),
        botox("2025-01-01", {PROCERUS: 10}, product="dysport"),
        botox("2025-05-01", units=Decimal(40)),
        botox("2025-09-01", {PROCERUS: 4}),
    ]
    visits = visits_of(treatments)
    day = date.fromisoformat
    assert course_at(visits, PROCERUS, "botox_cosmetic") == (
        Run(Decimal(3), day("2024-05-01"), day("2024-09-01")),
        Run(Decimal(4), day("2025-09-01"), day("2025-09-01"), is_latest=True),
    )
    assert course_at(visits, PROCERUS, "dysport") == (Run(Decimal(10), day("2025-01-01"), day("2025-01-01")),)
    assert course_at(visits, CANTHAL, "dysport") == ()


def test_two_visits_of_one_product_differ_by_site_region_and_total(catalog: Catalog) -> None:
    newer, older = visits_of(
        [botox("2025-01-01", {PROCERUS: 4, LATERAL_L: 3}), botox("2025-05-01", {PROCERUS: 4, CANTHAL: 2})]
    )
    found = compare(older, newer, catalog.sites)
    assert found.is_same_product
    assert [(spot, pair) for spot, _number, pair in found.rows] == [
        (PROCERUS, Pair(units(4), units(4), units(0))),
        (LATERAL_L, Pair(units(3), None, units(-3))),
        (CANTHAL, Pair(None, units(2), units(2))),
    ]
    assert found.regions == (
        ("glabella", Pair(units(7), units(4), units(-3))),
        ("lateral canthal", Pair(None, units(2), units(2))),
    )
    assert found.total == Pair(units(7), units(6), units(-1))


def test_two_products_stand_side_by_side_without_a_difference(catalog: Catalog) -> None:
    newer, older = visits_of(
        [botox("2025-01-01", {PROCERUS: 4}), botox("2025-05-01", {PROCERUS: 10}, product="dysport")]
    )
    found = compare(older, newer, catalog.sites)
    assert not found.is_same_product
    assert [pair for _spot, _number, pair in found.rows] == [Pair(units(4), units(10), None)]
    assert found.total == Pair(units(4), units(10), None)


def test_a_total_alone_differs_by_the_total_only(catalog: Catalog) -> None:
    newer, older = visits_of([botox("2025-01-01", units=Decimal(40)), botox("2025-05-01", {PROCERUS: 44})])
    found = compare(older, newer, catalog.sites)
    assert [pair for _spot, _number, pair in found.rows] == [Pair(None, units(44), None)]
    assert found.total == Pair(units(40), units(44), units(4))
