"""The rows and columns of a units table as they are shown: frozen texts, made from the table of the rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import Botox
from tracker.core.units_over_time.comparison import Comparison, Pair
from tracker.core.units_over_time.table import UnitsTable
from tracker.core.units_over_time.visits import Spot, Visit
from tracker.ui.words import catalog as names
from tracker.ui.words import face_map as words
from tracker.ui.words.entries import region as region_name

translate = QCoreApplication.translate


class RowKind(Enum):
    """What a row of the table is."""

    SPOT = "spot"
    TOTAL = "total"
    REGION = "region"
    LOT = "lot"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A text with an arrow before it (may be empty), and both as a screen reader says them."""

    text: str
    spoken: str
    arrow: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row. ``name`` is empty on the second side of a site; ``said`` is the whole name."""

    kind: RowKind
    name: str
    said: str
    cells: tuple[GridCell, ...]
    side: str = ""
    spot: Spot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One column: the lines of its head, the product where the columns have several, a line after it where the next
    one's product differs."""

    lines: tuple[str, ...]
    said: str
    product: str = ""
    is_parted: bool = False


@dataclass(frozen=True, slots=True)
class GridTable:
    """A whole table; rows have a cell for each column."""

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()


def visits_table(table: UnitsTable, catalog: Catalog) -> GridTable:
    """Return units per site over the visits of ``table``, totals, regions and lots."""
    visits = table.visits
    rows = []
    for row in table.rows:
        cells = tuple(
            GridCell(words.units(cell.units), words.spoken_units(cell.units, cell.step), words.arrow(cell.step))
            for cell in row.cells
        )
        rows.append(_spot_row(row.spot, row.number, cells, catalog))
    regions = [(row.region, tuple(_units_cell(units) for units in row.units)) for row in table.regions]
    totals = tuple(_units_cell(visit.treatment.units) for visit in visits)
    return GridTable(_columns(visits, catalog), _whole(rows, totals, regions, tuple(_lot(v.treatment) for v in visits)))


def comparison_table(found: Comparison, catalog: Catalog) -> GridTable:
    """Return two visits and what differs between them."""
    rows = [_spot_row(spot, number, _pair(pair), catalog) for spot, number, pair in found.rows]
    regions = [(region, _pair(pair)) for region, pair in found.regions]
    visits = (found.first, found.second)
    lots = (*(_lot(visit.treatment) for visit in visits), GridCell("", ""))
    title = translate("FaceMap", "Difference")
    columns = (*_columns(visits, catalog), GridColumn(lines=(title,), said=title))
    return GridTable(columns, _whole(rows, _pair(found.total), regions, lots))


def _whole(
    rows: Iterable[GridRow],
    totals: tuple[GridCell, ...],
    regions: Iterable[tuple[str, tuple[GridCell, ...]]],
    lots: tuple[GridCell, ...],
) -> tuple[GridRow, ...]:
    total, lot = translate("FaceMap", "Total units"), translate("FaceMap", "Lot")
    return (
        *_without_repeats(rows),
        GridRow(kind=RowKind.TOTAL, name=total, said=total, cells=totals),
        *(
            GridRow(kind=RowKind.REGION, name=region_name(region), said=region_name(region), cells=cells)
            for region, cells in regions
        ),
        GridRow(kind=RowKind.LOT, name=lot, said=lot, cells=lots),
    )


def _spot_row(spot: Spot, number: int | None, cells: tuple[GridCell, ...], catalog: Catalog) -> GridRow:
    return GridRow(
        kind=RowKind.SPOT,
        name=words.row_name(spot, number, catalog),
        said=words.spot_name(spot, number, catalog),
        cells=cells,
        side=words.side(spot, catalog),
        spot=spot,
    )


def _without_repeats(rows: Iterable[GridRow]) -> Iterable[GridRow]:
    """Yield ``rows``, a name only where another one begins."""
    last = ""
    for row in rows:
        yield row if row.name != last else replace(row, name="")
        last = row.name


def _columns(visits: tuple[Visit, ...], catalog: Catalog) -> tuple[GridColumn, ...]:
    has_several = len({visit.product for visit in visits}) > 1
    has_touch_up = any(visit.treatment.is_touch_up for visit in visits)
    followers = (*visits[1:], None)
    return tuple(
        GridColumn(
            lines=(*words.visit_day(visit), *([_touch_up(visit)] if has_touch_up else [])),
            said=words.visit_name(visit, catalog),
            product=names.product(visit.product, catalog) if has_several else "",
            is_parted=follower is not None and follower.product != visit.product,
        )
        for visit, follower in zip(visits, followers, strict=True)
    )


def _touch_up(visit: Visit) -> str:
    return words.touch_up() if visit.treatment.is_touch_up else ""


def _units_cell(units: Decimal | None) -> GridCell:
    return GridCell(words.units(units), words.spoken_units(units))


def _pair(pair: Pair) -> tuple[GridCell, ...]:
    change = GridCell(words.difference(pair.difference), words.spoken_difference(pair.difference))
    return (_units_cell(pair.first), _units_cell(pair.second), change)


def _lot(treatment: Botox) -> GridCell:
    lot = treatment.lot or ""
    return GridCell(lot or words.NOTHING, lot or translate("FaceMap", "no lot"))
