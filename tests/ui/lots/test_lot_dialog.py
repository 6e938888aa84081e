"""Who had this lot: every client and date, opened, saved as a list, printed."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import BotoxDraft, PersonDraft
from tracker.core.lots import LotUse
from tracker.core.records import Entry
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.lots.dialog import LotDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.reports.listing_dialog import ListingDialog
from tracker.ui.theme import Theme
from tracker.ui.words.lots import Column

pytestmark = pytest.mark.qt_log_ignore("does not support")
HOSTILE = "=<b>Eve</b> & %1 {0}"


@pytest.fixture
def given(record: Record) -> dict[str, Entry]:
    """Give three people a lot, one of them archived, and one another lot."""
    entries = {}
    for name, days, lot, archived in (
        ("Anna", 30, "C8612 C3", False),
        ("Ben", 20, "c8612-c3", True),
        (HOSTILE, 10, "C8612 C3", False),
        ("Dora", 5, "C9999", False),
    ):
        person = record.people.add(PersonDraft(name=name, client_number=f"00{days}", is_archived=archived))
        draft = BotoxDraft(
            on=TODAY - timedelta(days), product="xeomin", units=Decimal(20), lot=lot, expires="2027-05", provider="Osei"
        )
        entries[name] = record.entries.add(person.id, draft)
    return entries


@pytest.fixture
def opened(
    qtbot: QtBot, record: Record, given: dict[str, Entry], preferences: Preferences, theme: Theme
) -> Callable[..., LotDialog]:
    """Return a function that opens the dialog over nothing."""
    preferences.paper = "A4"

    def open_dialog(lot: str = "") -> LotDialog:
        dialog = LotDialog(record, preferences, theme, None, lot=lot)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_dialog


def cells(dialog: LotDialog, column: Column) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose_path(dialog: LotDialog, path: Path) -> None:
    dialog.save_button.click()
    chooser: Any = dialog.findChild(QFileDialog, "fileChooser")
    chooser.fileSelected.emit(str(path))
    chooser.reject()


def save_list(dialog: LotDialog, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.files.exported):
        choose_path(dialog, path)


def printed(dialog: LotDialog) -> ListingDialog:
    dialog.print_button.click()
    paper = dialog.findChild(ListingDialog)
    assert isinstance(paper, ListingDialog)
    assert paper.isVisible()
    return paper


def test_every_client_and_date_is_listed_newest_first(opened: Callable[..., LotDialog]) -> None:
    dialog = opened("C8612C3")
    assert cells(dialog, Column.CLIENT) == [HOSTILE, "Ben (archived)", "Anna"]
    assert cells(dialog, Column.DATE) == ["27 Feb 2026", "17 Feb 2026", "7 Feb 2026"]
    assert cells(dialog, Column.LOT) == ["C8612 C3", "c8612-c3", "C8612 C3"]
    assert [cells(dialog, column)[2] for column in (Column.NUMBER, Column.UNITS, Column.EXPIRY)] == [
        "0030",
        "20",
        "05/2027",
    ]
    assert dialog.found.text() == "3 clients, 3 treatments"


def test_a_lot_is_searched_as_it_is_typed_and_nothing_is_said_of_none(opened: Callable[..., LotDialog]) -> None:
    dialog = opened()
    assert dialog.nothing.text() == "Type a lot, or choose one from the list."
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert {offer.text for offer in dialog.lot.offers} == {"C8612 C3", "C9999"}
    dialog.lot.setText("c8612")
    assert dialog.nothing.text() == "No treatment with lot “c8612” is in this record."
    dialog.lot.setText("c8612 c3")
    assert len(dialog.table.uses) == 3
    assert dialog.print_button.isEnabled()


def test_enter_in_the_field_goes_on_to_the_table(opened: Callable[..., LotDialog], qtbot: QtBot) -> None:
    dialog = opened()
    dialog.lot.setFocus()
    qtbot.keyClick(dialog.lot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.lot.setText("C9999")
    qtbot.keyClick(dialog.lot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.table


def test_columns_sort_by_their_title(opened: Callable[..., LotDialog]) -> None:
    dialog = opened("C8612C3")
    dialog.table.sortByColumn(Column.CLIENT, Qt.SortOrder.AscendingOrder)
    assert cells(dialog, Column.CLIENT) == [HOSTILE, "Anna", "Ben (archived)"]


def test_home_and_end_go_to_the_first_and_last_row(opened: Callable[..., LotDialog], qtbot: QtBot) -> None:
    dialog = opened("C8612C3")
    qtbot.keyClick(dialog.table, Qt.Key.Key_End)
    assert dialog.table.currentIndex().row() == 2
    qtbot.keyClick(dialog.table, Qt.Key.Key_Home)
    assert dialog.table.currentIndex().row() == 0


def test_enter_opens_the_client_of_the_row(
    opened: Callable[..., LotDialog], given: dict[str, Entry], qtbot: QtBot
) -> None:
    dialog = opened("C8612C3")
    chosen: list[LotUse] = []
    dialog.useActivated.connect(chosen.append)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [use.entry_id for use in chosen] == [given["Ben"].id]
    assert not dialog.isVisible()


def test_the_list_is_written_whole_and_without_formulas(
    opened: Callable[..., LotDialog], tmp_path: Path, record: Record, qtbot: QtBot
) -> None:
    dialog = opened("C8612C3")
    path = tmp_path / "lot.csv"
    save_list(dialog, path, qtbot)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["client"] for row in rows] == [f"'{HOSTILE}", "Ben", "Anna"]
    assert rows[2]["date"] == "2026-02-07"
    assert dialog.message.isVisible()
    assert str(path) in dialog.message.text


def test_a_list_is_never_written_over_the_record(
    opened: Callable[..., LotDialog], record: Record, qtbot: QtBot
) -> None:
    dialog, said = opened("C8612C3"), []
    with messages.answered_by(lambda message: bool(said.append(message.title)) or True):
        choose_path(dialog, record.path)
        qtbot.waitUntil(lambda: bool(said))
    assert said == ["Nothing was exported"]
    assert record.check() == ()


def test_the_buttons_ask_where_it_goes(opened: Callable[..., LotDialog], qtbot: QtBot) -> None:
    dialog = opened("C8612C3")
    dialog.save_button.click()
    chooser: Any = dialog.findChild(QFileDialog, "fileChooser")
    assert chooser.selectedFiles()[0].endswith("lot-C8612C3.csv")
    chooser.reject()
    paper = printed(dialog)
    paper.save_button.click()
    asked: Any = paper.findChild(QFileDialog, "savePdf")
    assert asked.selectedFiles()[0].endswith("lot-C8612C3.pdf")
    asked.reject()
    paper.print_button.click()
    asked = paper.findChild(QPrintDialog)
    assert asked.isVisible()
    asked.reject()
    paper.close()


def test_it_is_printed_with_every_row(opened: Callable[..., LotDialog], tmp_path: Path, qtbot: QtBot) -> None:
    paper = printed(opened("C8612C3"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "lot.pdf"))
    paper.print_on(printer)
    qtbot.waitUntil(lambda: not paper.is_waiting)
    assert paper.message.text == "Handed over to the printer."
    paper.close()
    [page] = pypdf.PdfReader(tmp_path / "lot.pdf").pages
    text = " ".join(page.extract_text().split())
    for said in ("Who had lot C8612C3", "3 clients, 3 treatments", "Ben (archived)", "27 Feb 2026", "page 1 of 1"):
        assert said in text


def test_from_the_window_enter_leads_to_the_treatment_of_the_client(
    main_window: MainWindow, record: Record, given: dict[str, Entry], qtbot: QtBot
) -> None:
    main_window.show_record(record, person_id=given["Dora"].person_id)
    main_window.commands.who_had_lot.trigger()
    dialog: Any = main_window.findChild(LotDialog)
    dialog.lot.setText("C8612 C3")
    dialog.table.selectRow(2)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    view = main_window.stage.view
    assert view.person is not None
    assert view.person.name == "Anna"
    assert view.history is not None
    assert [row.id for row in view.history.selected_rows()] == [given["Anna"].id]
