"""Who had a lot, as a list for spreadsheets."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from tracker.core.catalog import Product
from tracker.core.drafts import plain_number
from tracker.core.history_file.guard import guarded
from tracker.core.lots import LotUse

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
    """Return the list in the order given: with a mark of its encoding, no cell a formula, every line ended by CR LF."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for use in uses:
        writer.writerow([guarded(cell) for cell in _cells(use, products)])
    return text.getvalue().encode("utf-8-sig")


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
