"""Lots: two spellings of one lot, and the list for spreadsheets."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.lot_list import COLUMNS, write_lot_list
from tracker.core.lots import LotUse, lot_key


def use(**changes: Any) -> LotUse:
    fields: dict[str, Any] = {
        "entry_id": uuid4(),
        "person_id": uuid4(),
        "name": "Zoë Ångström",
        "client_number": "0017",
        "phone": "+00 000",
        "email": "zoe@example.org",
        "is_archived": False,
        "on": date(2026, 3, 9),
        "product": "botox_cosmetic",
        "units": Decimal("42.5"),
        "lot": "C8612 C3",
        "expires": "2027-05",
        "provider": "Dr A. Osei",
    }
    return LotUse(**{**fields, **changes})


@pytest.mark.parametrize("spelled", ["c8612c3", " C8612  C3 ", "C8612-C3", "Ｃ8612 c3", "C8612\tC3"])
def test_case_blanks_and_hyphens_do_not_part_a_lot(spelled: str) -> None:
    assert lot_key(spelled) == lot_key("C8612 C3")


def test_other_letters_and_signs_alone_stay_apart() -> None:
    assert lot_key("C8612 C4") != lot_key("C8612 C3")
    assert lot_key("–") != lot_key("?")
    assert lot_key("  ") == ""


def test_the_list_says_who_had_it_and_how_to_reach_them(catalog: Catalog) -> None:
    written = write_lot_list([use()], catalog.products)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.endswith(b"\r\n")
    header, row = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert tuple(header) == COLUMNS
    assert row == [
        "Zoë Ångström",
        "0017",
        "'+00 000",
        "zoe@example.org",
        "2026-03-09",
        "Botox Cosmetic",
        "C8612 C3",
        "42.5",
        "2027-05",
        "Dr A. Osei",
    ]


def test_no_cell_of_the_list_is_a_formula(catalog: Catalog) -> None:
    hostile = use(name="=1+1", client_number="@x", lot="-2", provider="+3", phone=None, email=None, units=None)
    written = write_lot_list([hostile], catalog.products).decode("utf-8-sig")
    [_, row] = csv.reader(io.StringIO(written, newline=""))
    assert not any(cell[:1] in "=+-@" for cell in row if cell)
