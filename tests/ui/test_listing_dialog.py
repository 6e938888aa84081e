"""The dialog of a printed list: what it makes beside the window, how that is cancelled, what becomes of it alone."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from support import TODAY

from tracker.core.errors import NotSavedError
from tracker.ui.jobs import Job
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.listing import ListColumn, Listing, ListingGroup
from tracker.ui.reports.listing_dialog import PREVIEWED, ListingDialog
from tracker.ui.theme import Theme

Make = Callable[[Job], Listing]
Show = Callable[[Make], ListingDialog]


def listing(rows: int) -> Listing:
    columns = (ListColumn("Client", None, wraps=True), ListColumn("State"))
    groups = (ListingGroup("", tuple((f"Person {number}", "open") for number in range(rows))),)
    return Listing("Who is due", ("Today",), columns, groups, TODAY)


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens the dialog of a list."""
    shown: list[ListingDialog] = []

    def open_dialog(make: Make) -> ListingDialog:
        dialog = ListingDialog(make, "Who is due", "due", tmp_path / "record.db", "A4", theme, None)
        shown.append(dialog)
        dialog.open()
        return dialog

    yield open_dialog
    for dialog in shown:
        dialog._jobs.stop()


def test_the_list_is_made_in_another_thread_and_once(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    made: list[int] = []

    def make(_job: Job) -> Listing:
        made.append(threading.get_ident())
        return listing(3)

    dialog = show(make)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.preview.pageCount() == 1
    dialog.papers.choose("Letter")
    dialog._on_paper_chosen()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(tmp_path / "due.pdf")
    assert len(made) == 1
    assert made[0] != threading.get_ident()
    dialog.close()


def test_only_the_first_pages_of_a_long_list_are_shown(show: Show, qtbot: QtBot) -> None:
    dialog = show(lambda _job: listing(600))
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.page_count.text().endswith("; the first 5 are shown here")
    assert dialog.preview.pageCount() == PREVIEWED
    dialog.close()


def test_what_takes_long_is_cancelled_and_leaves_no_file(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def make(_job: Job) -> Listing:
        begun.set()
        assert go_on.wait(20)
        return listing(200)

    dialog = show(make)
    assert begun.wait(20)
    dialog.save_pdf(tmp_path / "due.pdf")
    qtbot.waitUntil(dialog.progress.isVisible)
    assert not dialog.save_button.isEnabled()
    assert dialog.focusWidget() is dialog.progress.cancel_button
    dialog.progress.cancel_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.message.text == "Cancelled."
    assert dialog.save_button.isEnabled()
    assert not dialog.progress.isVisible()
    assert not (tmp_path / "due.pdf").exists()
    dialog.close()


def test_a_character_that_no_font_has_is_said_before_printing(show: Show, qtbot: QtBot) -> None:
    groups = (ListingGroup("", (("Ann \ue123", "open"),)),)
    dialog = show(lambda _job: replace(listing(1), groups=groups))
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert "U+E123" in dialog.missing.text
    assert dialog.print_button.isEnabled()


def test_a_list_is_printed_on_the_paper_of_the_practice(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    letterhead = Letterhead("Example Skin Practice")
    dialog = ListingDialog(
        lambda _job: listing(90), "Due", "due", tmp_path / "record.db", "A4", theme, None, lambda: letterhead
    )
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(tmp_path / "due.pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "due.pdf").pages]
    assert len(pages) > 1
    assert all("Example Skin Practice" in page for page in pages)


def test_a_dialog_that_is_gone_hears_nothing(show: Show, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def make(_job: Job) -> Listing:
        begun.set()
        assert go_on.wait(20)
        return listing(3)

    dialog = show(make)
    jobs = dialog._jobs
    assert begun.wait(20)
    delete(dialog)
    go_on.set()
    jobs.stop()
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None


def test_a_list_that_cannot_be_read_says_so(show: Show, qtbot: QtBot) -> None:
    def make(_job: Job) -> Listing:
        raise NotSavedError("io")

    dialog = show(make)
    qtbot.waitUntil(lambda: bool(dialog.message.text))
    assert dialog.message.kind == "error"
    dialog.close()
