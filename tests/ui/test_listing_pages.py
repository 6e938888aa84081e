"""A printed list: its head on every page, the number of each page, no row lost or cut, on both papers."""

import io

import pypdf
import pytest
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.options import A4, LETTER
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.reports.plain_list import Listing

COLUMNS = ("Client", "Date", "Practitioner")


def pages_of(rows: list[tuple[str, str, str]], paper: str = A4) -> list[str]:
    listing = Listing("Who had lot A1", f"{len(rows)} treatments", COLUMNS, tuple(rows), TODAY)
    data = pdf_bytes(lay_out_listing(listing, paper), listing.title)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_head_stands_on_every_page_and_no_row_is_lost(qtbot: QtBot, paper: str) -> None:
    pages = pages_of([(f"Client-{number:03}", "9 Mar 2026", "Osei") for number in range(100)], paper)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "Who had lot A1" in page
        assert "Practitioner" in page
        assert f"page {number} of {len(pages)}" in page
    whole = " ".join(pages)
    assert all(whole.count(f"Client-{number:03}") == 1 for number in range(100))


def test_a_long_name_is_broken_and_takes_no_room_from_the_others(qtbot: QtBot) -> None:
    [page] = pages_of([("Maximiliane " * 40, "9 Mar 2026", "Osei"), ("x" * 500, "", "")])
    assert page.count("Maximiliane") == 40
    assert "9 Mar 2026" in page
    assert page.replace(" ", "").count("x") >= 500


def test_a_list_without_rows_is_one_page_with_its_head(qtbot: QtBot) -> None:
    [page] = pages_of([])
    assert "Client" in page
    assert "page 1 of 1" in page
