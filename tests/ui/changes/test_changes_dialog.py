"""The changes on screen: listed, searched, filtered, read in full and on, all by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import invented
import pypdf
import pytest
from dialog_keys import focused, press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support import TODAY, type_text

from tracker.core.change_history import PAGE
from tracker.core.changes import ChangeLabel
from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.errors import RecordUnreadableError
from tracker.core.records import Entry, Person, Rating
from tracker.services.change_history import ChangeHistory
from tracker.services.record import Record
from tracker.store import edits
from tracker.ui.changes.dialog import ChangesDialog
from tracker.ui.changes.model import Column
from tracker.ui.changes.search import Group
from tracker.ui.preferences import Preferences
from tracker.ui.reports.listing_dialog import ListingDialog
from tracker.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("does not support")
Show = Callable[..., ChangesDialog]
PRIVATE = "tells nobody"


@pytest.fixture
def maya(record: Record) -> Person:
    """Return somebody with a botox treatment, edited by a practitioner, and an edited private note."""
    added = record.people.add(invented.person(name="Maya Lindqvist"))
    botox = record.entries.add(added.id, invented.botox())
    record._store.made_by = "Dr Zoë Møller"
    record.entries.change(botox.id, invented.botox(lot="B7", product="botox_cosmetic", note="first\nsecond"))
    record._store.made_by = None
    return record.people.change(added.id, replace(PersonDraft.of(added), private_note=PRIVATE))


@pytest.fixture
def show(qtbot: QtBot, record: Record, maya: Person, preferences: Preferences, theme: Theme) -> Show:
    """Return a function that opens the changes of Maya, or of one entry."""

    held = []

    def shown(entry: Entry | None = None) -> ChangesDialog:
        # Without a parent it is nobody's but this list's.
        held.append(dialog := ChangesDialog(record, maya, preferences, theme, None, entry=entry))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog and not dialog.is_waiting)
        return dialog

    return shown


def cells(dialog: ChangesDialog, column: Column) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def search(dialog: ChangesDialog, qtbot: QtBot, text: str) -> list[str]:
    """Type another search and return what was done in the changes found."""
    dialog.search.clear()
    type_text(dialog.search, text)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    return cells(dialog, Column.WHAT)


def printed(dialog: ChangesDialog) -> ListingDialog:
    dialog.print_button.click()
    paper = QApplication.activeModalWidget()
    assert isinstance(paper, ListingDialog)
    return paper


def saved_text(dialog: ChangesDialog, qtbot: QtBot, path: Path) -> str:
    paper = printed(dialog)
    with qtbot.waitSignal(paper.saved):
        paper.save_pdf(path)
    paper.close()
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


def test_changes_stand_newest_first_and_the_chosen_one_in_full(show: Show) -> None:
    dialog = show()
    assert cells(dialog, Column.WHAT) == [
        "Person changed",
        "Botox changed, 9 Nov 2025",
        "Botox logged, 9 Nov 2025",
        "Person added",
    ]
    assert cells(dialog, Column.WHO) == ["–", "Dr Zoë Møller", "–", "–"]
    assert cells(dialog, Column.WHEN)[0].startswith("9 Mar 2026, ")
    assert dialog.detail.toPlainText() == f"Private note: – → {PRIVATE}"
    press(Qt.Key.Key_Down)
    assert dialog.about.text() == "Botox changed, 9 Nov 2025"
    assert dialog.made.text().endswith("by Dr Zoë Møller")
    assert dialog.detail.toPlainText().splitlines() == [
        "Note, before:",
        "five points",
        "Note, after:",
        "first",
        "second",
        "Product: Dysport → Botox Cosmetic",
        "Lot: A1 → B7",
    ]
    press(Qt.Key.Key_End)
    assert dialog.about.text() == "Person added"


def test_words_find_who_when_what_and_values(show: Show, qtbot: QtBot) -> None:
    dialog = show()
    changed = ["Botox changed, 9 Nov 2025"]
    assert search(dialog, qtbot, "moller zoe") == changed
    assert search(dialog, qtbot, "LOT b7") == changed
    assert search(dialog, qtbot, "2025-11-09 dysport") == [*changed, "Botox logged, 9 Nov 2025"]
    assert search(dialog, qtbot, "tells") == ["Person changed"]
    assert search(dialog, qtbot, "%_*'\"") == []
    assert dialog.about.text() == "No change matches."
    assert dialog.detail.toPlainText() == ""
    assert not dialog.print_button.isEnabled()
    assert len(search(dialog, qtbot, " ")) == 4


def test_a_kind_is_chosen_by_its_chip(show: Show, qtbot: QtBot) -> None:
    dialog = show()
    qtbot.mouseClick(dialog.kinds.chip(Group.PERSON), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert cells(dialog, Column.WHAT) == ["Person changed", "Person added"]
    qtbot.mouseClick(dialog.kinds.chip(Group.OTHER), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert cells(dialog, Column.WHAT) == []


def test_one_entry_has_its_own_changes_and_no_chips(show: Show, record: Record, maya: Person) -> None:
    (botox,) = record.entries.of(maya.id)
    dialog = show(botox)
    assert cells(dialog, Column.WHAT) == ["Botox changed, 9 Nov 2025", "Botox logged, 9 Nov 2025"]
    assert not dialog.kinds.isVisible()
    assert dialog.subtitle_label.text() == "Botox, 9 Nov 2025"


def test_a_long_history_is_read_on_at_its_end(show: Show, record: Record, maya: Person, qtbot: QtBot) -> None:
    with record._store.write(ChangeLabel("import", "entries")) as written:
        ratings = [
            Rating(id=UUID(int=100 + n, version=4), person_id=maya.id, on=TODAY - timedelta(n), texture=n % 10)
            for n in range(PAGE + 30)
        ]
        edits.add(written.recorder, ratings)
    dialog = show()
    assert dialog.table.changes.rowCount() == PAGE
    press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: dialog.table.changes.rowCount() == PAGE + 34)
    assert not dialog.reader.has_more
    assert cells(dialog, Column.WHAT)[:2] == ["Rating imported, 9 Mar 2026", "Rating imported, 8 Mar 2026"]


def test_hostile_text_is_shown_letter_by_letter(show: Show, record: Record, maya: Person, qtbot: QtBot) -> None:
    hostile = "<b>Eve</b> & <img src=x>"
    record.entries.add(maya.id, RatingDraft(on=TODAY, scores={"texture": 5}, note=hostile))
    dialog = show()
    assert hostile in dialog.detail.toPlainText()
    assert search(dialog, qtbot, "<b>eve") == ["Rating saved, 9 Mar 2026"]


def test_everything_is_reached_by_keyboard(show: Show) -> None:
    dialog = show()
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert focused() is dialog.search
    press(Qt.Key.Key_Down)
    assert focused() is dialog.table
    for part in (dialog.detail, dialog.private, dialog.print_button, dialog.search):
        tab_to(part)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_private_notes_are_on_paper_only_where_asked_for(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show()
    text = saved_text(dialog, qtbot, tmp_path / "changes.pdf")
    assert PRIVATE not in text
    assert "Private note: changed" in text
    qtbot.keyClick(dialog.private, Qt.Key.Key_Space)
    assert PRIVATE in saved_text(dialog, qtbot, tmp_path / "changes.pdf")


def test_paper_has_what_is_looked_for_alone(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show()
    search(dialog, qtbot, "moller")
    text = saved_text(dialog, qtbot, tmp_path / "changes.pdf")
    assert "Botox changed" in text
    assert "Person added" not in text


def test_a_failed_save_says_so(show: Show, record: Record, qtbot: QtBot) -> None:
    paper = printed(show())
    paper.save_pdf(record.path)
    qtbot.waitUntil(lambda: not paper.is_waiting)
    assert paper.message.text.startswith("Not saved.")
    assert record.check() == ()
    paper.close()


def test_the_save_dialog_suggests_a_name(show: Show) -> None:
    paper = printed(show())
    paper.save_button.click()
    chooser: Any = paper.findChild(QFileDialog, "savePdf")
    assert Path(chooser.selectedFiles()[0]).name == "changes-Maya-Lindqvist-2026-03-09.pdf"
    chooser.reject()
    paper.close()


def test_the_preview_leads_to_a_printer_which_gets_the_pages(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    paper = printed(show())
    qtbot.waitUntil(lambda: not paper.is_waiting)
    assert paper.page_count.text() == "1 page"
    qtbot.mouseClick(paper.print_button, Qt.MouseButton.LeftButton)
    chooser = paper.findChild(QPrintDialog)
    assert chooser is not None
    chooser.reject()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.print_on(printer)
    qtbot.waitUntil(lambda: not paper.is_waiting)
    assert "Maya Lindqvist" in pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].extract_text()
    paper.close()


def test_a_record_that_cannot_be_read_is_said(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = show()

    def refuse(*_: Any, **__: Any) -> None:
        raise RecordUnreadableError("record.db", "damaged", "")

    monkeypatch.setattr(ChangeHistory, "of_person", refuse)
    dialog.search.setText("x")
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.message.isVisibleTo(dialog)
