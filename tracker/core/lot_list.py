"""Who had a lot, as a list for spreadsheets."""

from collections.abc import Iterable, Mapping

from tracker.core.catalog import Product
from tracker.core.drafts import plain_number
from tracker.core.lots import LotUse
from tracker.core.spreadsheet import spreadsheet

COLUMNS = (
    "client",
    "client_number",
    "phone",
    "email",
    "date",
    "product",
    "lot",
    "units",
    "expires",
    "practitioner",
)


def write_lot_list(uses: Iterable[LotUse], products: Mapping[str, Product]) -> bytes:
    """Return the list in the order given; see `spreadsheet`."""
    return spreadsheet(COLUMNS, (_cells(use, products) for use in uses))


def _cells(use: LotUse, products: Mapping[str, Product]) -> tuple[str, ...]:
    return (
        use.name,
        use.client_number or "",
        use.phone or "",
        use.email or "",
        use.on.isoformat(),
        products[use.product].brand,
        use.lot,
        "" if use.units is None else plain_number(use.units),
        use.expires or "",
        use.provider or "",
    )
