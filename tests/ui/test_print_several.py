"""Documents of several people at once: each on pages of its own, with progress and Cancel; the file names nobody."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, PointDraft
from tracker.core.records import Person, Setting
from tracker.services.record import Record
from tracker.ui.preferences import Preferences
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.preview import ReportDialog
from tracker.ui.steps import Steps
from tracker.ui.theme import Theme

NAMES = ("Ada Example", "Ben Example", "Cleo Example")
Show = Callable[..., ReportDialog]


@pytest.fixture
def people(record: Record) -> list[Person]:
    """Return three people; the first two have a session, the second botox with points too."""
    found = [record.people.add(PersonDraft(name=name)) for name in NAMES]
    for person in found[:2]:
        draft = MicrodermabrasionDraft(on=TODAY - timedelta(40), setting=Setting.CLINIC, device="diamond")
        record.entries.add(person.id, draft)
    points = [PointDraft(units=Decimal(4), site="procerus")]
    record.entries.add(found[1].id, BotoxDraft(on=TODAY - timedelta(9), product="dysport", points=points))
    return found


@pytest.fixture
def show(qtbot: QtBot, record: Record, preferences: Preferences, theme: Theme) -> Iterator[Show]:
    """Return a function that opens the dialog of several people."""
    shown: list[ReportDialog] = []

    def open_dialog(people: list[Person], *documents: Document) -> ReportDialog:
        preferences.paper = "A4"
        dialog = ReportDialog(record, people, preferences, theme, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        if documents:
            dialog.take(frozenset(documents))
        dialog.open()
        qtbot.waitUntil(lambda: dialog.page_count.text() != "")
        shown.append(dialog)
        return dialog

    yield open_dialog
    for dialog in shown:
        dialog.close()


def pages_of(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_everybody_has_pages_of_their_own_in_the_order_asked_for(
    show: Show, people: list[Person], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show(people, Document.PROGRESS, Document.RATING_SHEET)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(tmp_path / "all.pdf")
    pages = pages_of(tmp_path / "all.pdf")
    assert len(pages) == 6
    for number, page in enumerate(pages):
        assert [name for name in NAMES if name in page] == [NAMES[number // 2]]
        assert "page 1 of 1" in page
    metadata = pypdf.PdfReader(tmp_path / "all.pdf").metadata
    assert metadata is not None
    assert metadata.title == "Skin record"
    assert dialog.message.text.startswith("Saved.")


def test_a_printer_gets_the_same_pages(show: Show, people: list[Person], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show(people, Document.HISTORY)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(tmp_path / "all.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.print_on(printer)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.message.text == "Handed over to the printer."
    assert pages_of(tmp_path / "printed.pdf") == pages_of(tmp_path / "all.pdf")


def test_whoever_has_none_of_what_is_ticked_is_left_out(
    show: Show, people: list[Person], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show(people, Document.FACE_MAP)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(tmp_path / "maps.pdf")
    (page,) = pages_of(tmp_path / "maps.pdf")
    assert "Ben Example" in page


def test_nothing_at_all_is_said_and_no_file_is_written(
    show: Show, people: list[Person], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show([people[0], people[2]], Document.FACE_MAP)
    dialog.save_pdf(tmp_path / "maps.pdf")
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.message.text == "There is nothing to print of what is ticked."
    assert not (tmp_path / "maps.pdf").exists()


def test_cancel_leaves_no_file(show: Show, people: list[Person], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show(people)
    seen: list[tuple[int, int]] = []

    def cancel_after_the_first(done: int, total: int) -> None:
        seen.append((done, dialog.progress.bar.maximum()))
        if done == 4:
            dialog.progress.cancel_button.click()

    dialog.save_pdf(tmp_path / "all.pdf")
    assert dialog._steps is not None
    dialog._steps.progressed.connect(cancel_after_the_first)
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert seen == [(1, 6), (2, 6), (3, 6), (3, 6), (4, 6)]
    assert dialog.message.text == "Cancelled."
    assert list(tmp_path.glob("*.pdf")) == []


def test_closing_stops_what_is_under_way(show: Show, people: list[Person], tmp_path: Path) -> None:
    dialog = show(people)
    dialog.save_pdf(tmp_path / "all.pdf")
    dialog.reject()
    assert not dialog.is_waiting
    assert list(tmp_path.glob("*.pdf")) == []


def test_nothing_else_begins_while_something_is_under_way(
    show: Show, people: list[Person], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show(people)
    opened: list[QDialog] = []
    for kind in (QDialog, QFileDialog):
        monkeypatch.setattr(kind, "open", lambda asked: opened.append(asked))
    dialog.save_pdf(tmp_path / "all.pdf")
    for button in (dialog.save_button, dialog.print_button):
        button.click()
    assert opened == []
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    dialog.save_button.click()
    assert len(opened) == 1


def test_somebody_who_is_gone_meanwhile_is_said_and_no_file_is_written(
    show: Show, people: list[Person], record: Record, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show([*people, record.people.add(PersonDraft(name="Dora Example"))])
    record.undo.undo()
    dialog.save_pdf(tmp_path / "all.pdf")
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert dialog.message.kind == "error"
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_file_names_nobody(show: Show, people: list[Person], monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = show(people)
    opened: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", lambda asked: opened.append(asked))
    dialog.save_button.click()
    (suggested,) = (Path(name).name for name in opened[0].selectedFiles())
    assert suggested == "skin-progress-report-2026-03-09.pdf"


def test_a_missing_glyph_in_any_name_is_said_before_printing(show: Show, record: Record, people: list[Person]) -> None:
    dialog = show([*people, record.people.add(PersonDraft(name="Dora \ue123"))])
    assert "U+E123" in dialog.missing.text
    dialog.choices.hides_identity.setChecked(True)
    dialog._settle()
    assert dialog.missing.isHidden()


def test_steps_stop_at_an_error_of_ours(qapp: Any) -> None:
    def broken() -> Any:
        yield 0, 2
        raise ZeroDivisionError

    steps = Steps(broken(), lambda _result: None, lambda _problem: None, qapp)
    with pytest.raises(ZeroDivisionError):
        steps.finish()
    steps.cancel()


def test_characters_without_a_glyph_in_anybodys_notes_are_said_before_a_page_is_made(
    show: Show, record: Record, people: list[Person], qtbot: QtBot, tmp_path: Path
) -> None:
    draft = MicrodermabrasionDraft(on=TODAY - timedelta(90), setting=Setting.CLINIC, device="diamond", note="x \ue123")
    record.entries.add(people[1].id, draft)
    dialog = show(people, Document.HISTORY)
    dialog.choices.has_notes.setChecked(True)
    assert dialog.missing.isHidden()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    for begin in (lambda: dialog.save_pdf(tmp_path / "all.pdf"), lambda: dialog.print_on(printer)):
        begin()
        qtbot.waitUntil(lambda: not dialog.is_waiting)
        assert "U+E123" in dialog.missing.text
        assert dialog.message.text.startswith("Nothing is printed yet.")
        assert list(tmp_path.glob("*.pdf")) == []
        # Other choices are another document: nothing was told of it.
        dialog.choices.has_notes.setChecked(False)
        dialog._settle()
        assert dialog.missing.isHidden()
        dialog.choices.has_notes.setChecked(True)
        dialog._settle()
    dialog.save_pdf(tmp_path / "all.pdf")
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_pdf(tmp_path / "all.pdf")
    assert "U+E123" in dialog.missing.text
    assert dialog.message.text.startswith("Saved.")
