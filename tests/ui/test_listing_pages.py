"""A printed list: its head on every page, the number of each page, no row lost or cut, on both papers."""

import io
from itertools import pairwise

import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from report_support import Written
from support import TODAY

from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.listing import ListColumn, Listing, ListingGroup
from tracker.ui.reports.listing_columns import places_of
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.reports.sheet import WIDTH

COLUMNS = (
    ListColumn("Client", None, wraps=True),
    ListColumn("Date"),
    ListColumn("Practitioner", wraps=True),
)


def pdf_of(*groups: ListingGroup, paper: str = A4) -> bytes:
    about = f"{sum(len(group.rows) for group in groups)} treatments"
    listing = Listing("Who had lot A1", (about,), COLUMNS, groups, TODAY)
    return pdf_bytes(lay_out_listing(listing, paper), listing.title)


def pages_of(rows: list[tuple[str, str, str]], paper: str = A4) -> list[str]:
    data = pdf_of(ListingGroup("", tuple(rows)), paper=paper)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_head_stands_on_every_page_and_no_row_is_lost(paper: str) -> None:
    pages = pages_of([(f"Client-{number:03}", "9 Mar 2026", "Osei") for number in range(100)], paper)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "Who had lot A1" in page
        assert "Practitioner" in page
        assert "Printed Monday 9 March 2026" in page
        assert f"page {number} of {len(pages)}" in page
    whole = " ".join(pages)
    assert all(whole.count(f"Client-{number:03}") == 1 for number in range(100))


def test_a_long_name_is_broken_and_takes_no_room_from_the_others() -> None:
    [page] = pages_of([("Maximiliane " * 40, "9 Mar 2026", "Osei"), ("x" * 500, "", "")])
    assert page.count("Maximiliane") == 40
    assert "9 Mar 2026" in page
    assert page.replace(" ", "").count("x") >= 500


def test_a_list_without_rows_is_one_page_with_its_head() -> None:
    [page] = pages_of([])
    assert "Client" in page
    assert "page 1 of 1" in page


def test_groups_stand_under_their_headings_and_an_ending_under_the_last() -> None:
    groups = (ListingGroup("Past, 1", (("Ada", "9 Mar 2026", ""),)), ListingGroup("Open, 1", (("Ben", "", "Osei"),)))
    listing = Listing("Due", ("Today",), COLUMNS, groups, TODAY, ending="There is more.", foot="No notes.")
    (page,) = Written(pdf_bytes(lay_out_listing(listing, A4), "")).pages
    places = [page.index(said) for said in ("Past, 1", "Ada", "Open, 1", "Ben", "There is more.")]
    assert places == sorted(places)
    assert "No notes." in page


def test_columns_that_ask_for_too_much_are_narrowed_and_none_lies_on_another() -> None:
    columns = (ListColumn("Client", None, wraps=True), *(ListColumn(f"C{at}", wraps=True) for at in range(7)))
    listing = Listing("", (), columns, (ListingGroup("", (("Ada", *["wide " * 30] * 7),)),), TODAY)
    places = places_of(listing)
    assert places[0].width >= 159
    for place, following in pairwise(places):
        assert place.begin + place.width <= following.begin
    assert places[-1].begin + places[-1].width == pytest.approx(WIDTH)


def test_a_row_stands_on_one_page_and_a_very_long_one_runs_on() -> None:
    short = [(f"Client-{number:03} " + "name " * 150, "9 Mar 2026", "") for number in range(20)]
    pages = pages_of(short)
    assert len(pages) > 1
    assert sum(page.count("name") for page in pages) == 20 * 150
    assert all("Printed Monday 9 March 2026 Client Date Practitioner Client-" in page for page in pages)
    assert len(pages_of([("name " * 3000, "9 Mar 2026", "")])) > 1


def test_names_from_right_to_left_are_whole_and_vectors() -> None:
    name = "\u05d3\u05e0\u05d4 \u05db\u05d4\u05df"
    rows = ((f"{name} \U0001f600 " * 20, "9 Mar 2026", f"{name} \U0001f600"), (name, "", ""))
    written = Written(pdf_of(ListingGroup("", rows)))
    assert not written.has_bitmap()
    assert written.text_by_pdfium.count("\u05d3") == 22


def test_laying_out_stops_where_nobody_wants_it_any_more() -> None:
    class UnwantedError(Exception):
        pass

    def told(_done: int, _total: int) -> None:
        raise UnwantedError

    listing = Listing("", (), COLUMNS, (ListingGroup("", (("Ada", "", ""),) * 200),), TODAY)
    with pytest.raises(UnwantedError):
        lay_out_listing(listing, A4, told)
