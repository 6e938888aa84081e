"""Changes on paper, read back: the head of the table on every page, the person, page x of y."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from report_support import Written

from tracker.ui.changes.paper import changes_on_paper
from tracker.ui.reports.contents import Identity
from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.words.change_history import ChangeLine, FieldLine
from tracker.ui.words.change_paper import document_title

NAME = "Maya Lindqvist"
MAYA = Identity(NAME, date(1984, 2, 29), "C-17")
LINE = ChangeLine("9 Mar 2026, 12:00", "Dr A. Osei", "Botox changed, 9 Mar 2026", (FieldLine("Lot", "A1", "B7"),))


def printed(*lines: ChangeLine, identity: Identity = MAYA, paper: str = A4, **asked: bool) -> Written:
    listing = changes_on_paper(identity, "All recorded changes", lines, date(2026, 3, 9), **asked)
    return Written(pdf_bytes(lay_out_listing(listing, paper), document_title(identity.name)))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def test_every_page_has_the_table_head_the_person_and_its_number() -> None:
    pages = printed(*[LINE] * 90).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        for said in (NAME, "All recorded changes", "Printed Monday 9 March 2026", "What was done"):
            assert said in page
        assert f"page {number} of {len(pages)}" in page
    assert "client number C-17" in pages[0]
    assert sum(page.count("Lot: A1 → B7") for page in pages) == 90


def test_a_long_note_runs_on_to_further_pages() -> None:
    note = "\n".join(f"line {number} of the note" for number in range(200))
    document = printed(ChangeLine("9 Mar 2026, 12:00", "–", "Rating changed", (FieldLine("Note", "–", note),)))
    assert len(document.pages) > 2
    assert "line 199 of the note" in document.pages[-1]


def test_letter_is_laid_out_and_a_cut_list_says_so() -> None:
    document = printed(LINE, paper=LETTER, is_cut=True)
    assert document.sizes == {(612, 792)}
    assert "There are earlier changes" in document.text


def test_long_names_without_blanks_stay_on_the_page() -> None:
    line = ChangeLine(LINE.when, "x" * 500, "Person changed", (FieldLine("Name", "y" * 500, "z"),))
    document = printed(line, identity=Identity("w" * 500, None, None))
    text = document.text.replace(" ", "")
    assert text.count("x") >= 500
    assert text.count("w") >= 500


def test_private_words_are_hidden_until_asked_for() -> None:
    line = ChangeLine(LINE.when, "–", "Person changed", (FieldLine("Private note", "a secret", "b", is_private=True),))
    hidden = printed(line)
    assert b"secret" not in hidden.every_byte()
    assert "Private note: changed" in hidden.text
    assert "a secret → b" in printed(line, with_private=True).text
