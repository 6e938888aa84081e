"""The table of units per site: a row for each site, a column for each of a few visits, totals by region."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.core.catalog import Site
from tracker.core.units_over_time.visits import FREE, Spot, Visit

WINDOW = 6
"""How many visits stand side by side."""

Sites = Mapping[str, Site]


class Step(StrEnum):
    """How units changed from the visit before."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Cell:
    """The units at a spot on one visit, None where there were none; ``step`` where both visits had some and differ."""

    units: Decimal | None
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class SpotRow:
    """A site, or the free point of that ``number`` (1, 2, …), over the visits of the table."""

    spot: Spot
    number: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RegionRow:
    """The sums of a region, `FREE` for the free points; None on a visit without units there."""

    region: str
    units: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class UnitsTable:
    """Visits newest first, from place ``start`` of all; rows in the order of the catalogue, free points last."""

    start: int
    visits: tuple[Visit, ...]
    rows: tuple[SpotRow, ...]
    regions: tuple[RegionRow, ...]


def window_start(count: int, chosen: int, start: int) -> int:
    """Return where the window of `WINDOW` visits begins so that it holds ``chosen``, moved from ``start`` no further
    than it must."""
    held = min(max(start, chosen - WINDOW + 1), chosen)
    return max(0, min(held, count - WINDOW))


def units_table(visits: Sequence[Visit], start: int, sites: Sites) -> UnitsTable:
    """Return the table of up to `WINDOW` of ``visits`` (newest first) from ``start``, with the sites used in them."""
    shown = tuple(visits[start : start + WINDOW])
    spots = spots_in_order(shown, sites)
    numbers = free_numbers(spots)
    return UnitsTable(
        start=start,
        visits=shown,
        rows=tuple(SpotRow(spot, numbers.get(spot), tuple(_cell(visit, spot) for visit in shown)) for spot in spots),
        regions=region_rows(shown, spots, sites),
    )


def spots_in_order(visits: Iterable[Visit], sites: Sites) -> tuple[Spot, ...]:
    """Return the spots used in ``visits``: sites as in the catalogue, those it does not know, free points downwards."""
    used = {spot for visit in visits for spot in visit.units}
    known = [spot for site in sites if (spot := Spot(site=site)) in used]
    known += sorted((spot for spot in used if spot.site not in (None, *sites)), key=lambda spot: spot.site or "")
    free = sorted((spot for spot in used if spot.site is None), key=lambda spot: (spot.y or 0, spot.x or 0))
    return (*known, *free)


def free_numbers(spots: Iterable[Spot]) -> dict[Spot, int]:
    """Return the numbers of the free points among ``spots``, from 1."""
    free = (spot for spot in spots if spot.site is None)
    return {spot: number for number, spot in enumerate(free, start=1)}


def region_rows(visits: Sequence[Visit], spots: Iterable[Spot], sites: Sites) -> tuple[RegionRow, ...]:
    """Return the sums of each region of ``spots`` in their order."""
    by_region: dict[str, list[Spot]] = {}
    for spot in spots:
        by_region.setdefault(region_of(spot, sites), []).append(spot)
    return tuple(
        RegionRow(region, tuple(_sum_at(visit, inside) for visit in visits)) for region, inside in by_region.items()
    )


def region_of(spot: Spot, sites: Sites) -> str:
    """Return the region of a spot, `FREE` for a free point and where it is not known."""
    site = sites.get(spot.site or "")
    return FREE if site is None else site.group


def _sum_at(visit: Visit, spots: Iterable[Spot]) -> Decimal | None:
    units = [visit.units[spot] for spot in spots if spot in visit.units]
    return sum(units, Decimal()) if units else None


def _cell(visit: Visit, spot: Spot) -> Cell:
    units = visit.units.get(spot)
    before = None if visit.before is None else visit.before.units.get(spot)
    if units is None or before is None or units == before:
        return Cell(units)
    return Cell(units, Step.UP if units > before else Step.DOWN)
