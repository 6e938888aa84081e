"""Who had a lot, on paper: the columns of the table, and nothing of them shortened."""

from collections.abc import Sequence
from datetime import date

from tracker.core.catalog import Catalog
from tracker.core.lots import LotUse
from tracker.ui.reports.listing import WIDEST, ListColumn, Listing, ListingGroup, Told, nobody
from tracker.ui.words import lots as words
from tracker.ui.words.lots import Column


def uses_on_paper(uses: Sequence[LotUse], lot: str, today: date, catalog: Catalog, told: Told = nobody) -> Listing:
    """Return ``uses`` in their order as a list; ``told`` hears of each."""
    rows = []
    for number, use in enumerate(uses):
        told(number, len(uses))
        rows.append(tuple(words.cell(use, column, catalog) for column in Column))
    return Listing(
        title=words.list_title(lot),
        about=(words.found(uses),),
        columns=tuple(_column(column) for column in Column),
        groups=(ListingGroup("", tuple(rows)),),
        printed_on=today,
    )


def _column(column: Column) -> ListColumn:
    return ListColumn(words.column_title(column), None if column is Column.CLIENT else WIDEST, wraps=True)
