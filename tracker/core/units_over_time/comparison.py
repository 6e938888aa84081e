"""Two visits side by side, with what differs between them where both had the same product."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.core.units_over_time.table import Sites, free_numbers, region_rows, spots_in_order
from tracker.core.units_over_time.visits import Spot, Visit


@dataclass(frozen=True, slots=True)
class Pair:
    """Units on the first and on the second visit, None for none, and second less first where that can be said."""

    first: Decimal | None
    second: Decimal | None
    difference: Decimal | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Spots in the order of the catalogue (each with the number of a free point), regions, and the totals."""

    first: Visit
    second: Visit
    rows: tuple[tuple[Spot, int | None, Pair], ...]
    regions: tuple[tuple[str, Pair], ...]
    total: Pair

    @property
    def is_same_product(self) -> bool:
        """Return whether the units of both visits may be compared."""
        return self.first.product == self.second.product


def compare(first: Visit, second: Visit, sites: Sites) -> Comparison:
    """Return both visits side by side. Without a point on one of them, nothing is said to differ at a site."""
    visits = (first, second)
    spots = spots_in_order(visits, sites)
    numbers = free_numbers(spots)
    is_same = first.product == second.product
    has_points = is_same and bool(first.units) and bool(second.units)
    totals = (first.treatment.units, second.treatment.units)
    return Comparison(
        first=first,
        second=second,
        rows=tuple(
            (spot, numbers.get(spot), _pair(first.units.get(spot), second.units.get(spot), has_points))
            for spot in spots
        ),
        regions=tuple(
            (row.region, _pair(row.units[0], row.units[1], has_points)) for row in region_rows(visits, spots, sites)
        ),
        total=_pair(*totals, is_same and None not in totals),
    )


def _pair(first: Decimal | None, second: Decimal | None, may_differ: bool) -> Pair:
    difference = (second or Decimal()) - (first or Decimal())
    return Pair(first, second, difference if may_differ else None)
