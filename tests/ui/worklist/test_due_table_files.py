"""The due list on paper and for a spreadsheet, read back from what was written."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from due_people import BOTOX
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import ContactDraft, PersonDraft
from tracker.core.records import Person
from tracker.core.worklist_filter import Period
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.reports.listing_dialog import ListingDialog
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.worklist.due_table import csv_of, listing_of
from tracker.ui.worklist.page import DuePage

Settle = Callable[[], DuePage]
SECRET = "asked about her divorce"


def pages_of(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def printed(page: DuePage, qtbot: QtBot) -> ListingDialog:
    page.head.print_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListingDialog)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    return dialog


@pytest.fixture
def contacted(record: Record, people: dict[str, Person], page: DuePage, settle: Settle) -> DuePage:
    """Return the page on which somebody with a number and notes has been reached."""
    ada = people["Ada Past"]
    record.people.change(ada.id, PersonDraft(name="=Ada Past", client_number="0417", notes=SECRET))
    until = TODAY + timedelta(3)
    booked = ContactDraft(outcome=ContactOutcome.BOOKED, on=TODAY, until=until, note=SECRET)
    record.contacts.log([(ada.id, BOTOX)], booked)
    return settle()


def test_the_list_for_a_spreadsheet_holds_what_is_ticked_and_runs_nothing(contacted: DuePage) -> None:
    contacted.table.tick_all()
    data = csv_of(contacted.table.lines.ticked)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == [
        "Client number",
        "Name",
        "Treatment",
        "State",
        "Days",
        "Last",
        "First date",
        "Latest date",
        "Contact",
    ]
    assert len(rows) == 8
    assert rows[2] == [
        "0417",
        "'=Ada Past",
        "Botox",
        "Past window",
        "11",
        "2025-10-30",
        "2026-01-28",
        "2026-02-26",
        "Booked 12 Mar",
    ]
    assert SECRET not in data.decode("utf-8-sig")


def test_the_file_lies_where_the_person_said_and_nowhere_else(
    window: MainWindow, contacted: DuePage, tmp_path: Path, qtbot: QtBot
) -> None:
    before = set(tmp_path.iterdir())
    contacted.table.lines.tick([1])
    contacted.bar.export_button.click()
    chooser = window.findChild(QFileDialog, "fileChooser")
    assert chooser is not None
    assert Path(chooser.selectedFiles()[0]).name == "Due list 2026-03-09.csv"
    path = tmp_path / "monday.csv"
    with qtbot.waitSignal(window.stage.files.exported):
        chooser.fileSelected.emit(str(path))
    chooser.reject()
    assert set(tmp_path.iterdir()) == before | {path}
    assert len(path.read_bytes().splitlines()) == 2
    assert window.status.state.text() == f"Exported to {path}"


def test_the_printed_list_has_names_and_states_in_groups_and_no_note(
    window: MainWindow, contacted: DuePage, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = printed(contacted, qtbot)
    assert dialog.page_count.text() == "1 page"
    path = tmp_path / "list.pdf"
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(path)
    (said,) = pages_of(path.read_bytes())
    for words in (
        "Due list Monday 9 March 2026, 6 treatments, 5 clients",
        "Printed Monday 9 March 2026",
        "Past window, 2 Client Treatment State Last Latest date Contact",
        "=Ada Past no. 0417 Botox 11 days past 30 Oct 2025 26 Feb 2026 Booked 12 Mar",
        "Held by another treatment, 1",
        "page 1 of 1",
    ):
        assert words in said
    assert SECRET not in said
    dialog.save_pdf(window.stage.record.path if window.stage.record else path)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.message.text.startswith("Not saved.")
    dialog.close()
    assert window.focusWidget() is contacted.table


def test_a_filtered_list_is_printed_as_it_is_shown(contacted: DuePage, qtbot: QtBot) -> None:
    contacted.kinds.choose("microdermabrasion")
    contacted.head.filter.choose(Period.SEEN_IN_HALF_YEAR, "")
    dialog = printed(contacted, qtbot)
    assert dialog._pages is not None
    said = " ".join(pages_of(pdf_bytes(dialog._pages, "")))
    assert "3 treatments, 3 clients. Last visit within 6 months" in said
    assert "Ben Past" in said
    assert "Dora Open" not in said
    dialog.close()


def test_a_name_of_500_letters_is_broken_over_lines_and_no_page_is_lost(
    record: Record, page: DuePage, settle: Settle, people: dict[str, Person]
) -> None:
    record.people.change(people["Ada Past"].id, PersonDraft(name="Hohenstein " * 45))
    listing = listing_of(settle().shown, "Today", TODAY)
    said = " ".join(pages_of(pdf_bytes(lay_out_listing(listing, "A4"), "")))
    assert said.count("Hohenstein") == 45
    assert "Ben Past" in said
