"""The report's dialog shows what will be printed and works without a printer, by keyboard and by name."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFileDialog, QGraphicsView, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, PointDraft, RatingDraft
from tracker.core.errors import NotSavedError
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Setting
from tracker.ui.logo_file import read_logo
from tracker.ui.preferences import Preferences
from tracker.ui.reports import preview
from tracker.ui.reports.choices import choose
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.preview import ReportDialog
from tracker.ui.theme import Theme

NAME = "Maya Lindqvist"


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Return preferences of their own file."""
    chosen = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    chosen.paper = "A4"
    return chosen


@pytest.fixture
def dialog(qtbot: QtBot, record: Any, preferences: Preferences, theme: Theme) -> Iterator[ReportDialog]:
    """Return the open dialog of a person with 18 months of sessions and some ratings."""
    someone = record.people.add(PersonDraft(name=NAME))
    for number in range(18):
        on = TODAY - timedelta(30 * number + 5)
        record.entries.add(
            someone.id,
            MicrodermabrasionDraft(on=on, setting=Setting.CLINIC, device="diamond", note=f"Note {number}"),
        )
    for number in range(6):
        record.entries.add(someone.id, RatingDraft(on=TODAY - timedelta(20 * number), scores={"texture": 6}))
    opened = ReportDialog(record, [someone], preferences, theme, None)
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(opened)
    opened.open()
    qtbot.waitUntil(lambda: opened.page_count.text() != "")
    yield opened
    opened.close()


def text_of(path: Path) -> str:
    """Return the text of a PDF."""
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


def saved_text(dialog: ReportDialog, tmp_path: Path) -> str:
    """Save the report and return its text."""
    dialog.save_pdf(tmp_path / "report.pdf")
    return text_of(tmp_path / "report.pdf")


def find(dialog: ReportDialog, kind: type[Any], name: str) -> Any:
    """Return a widget of the dialog by its name."""
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def test_the_preview_shows_the_pages_that_will_be_printed(dialog: ReportDialog) -> None:
    assert dialog.preview.pageCount() == 1
    assert dialog.page_count.text() == "1 page, A4"


def test_the_period_is_the_last_twelve_months_at_first(dialog: ReportDialog) -> None:
    assert dialog.contents.start.isoformat() == "2025-03-10"
    assert dialog.contents.end == TODAY
    assert dialog.contents.earlier > 0


def test_the_chart_has_trend_and_baseline_where_that_of_the_screen_has_them(
    qtbot: QtBot, record: Any, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    someone = record.people.add(PersonDraft(name=NAME))
    for number in range(9):
        record.entries.add(someone.id, RatingDraft(on=TODAY - timedelta(20 * number), scores={"texture": 6}))
    said = {}
    for is_on in (False, True):
        preferences.shows_trend, preferences.trend_span = is_on, 0.8
        opened = ReportDialog(record, [someone], preferences, theme, None)
        qtbot.addWidget(opened)
        assert opened.contents.options.trend_span == 0.8
        said[is_on] = saved_text(opened, tmp_path)
    assert "Texture: smooth line through the ratings" in said[True]
    assert "smooth line" not in said[False]


def test_the_whole_record_begins_with_its_first_entry(dialog: ReportDialog, qtbot: QtBot) -> None:
    choose(find(dialog, QComboBox, "period"), "all")
    qtbot.waitUntil(lambda: dialog.contents.earlier == 0)
    assert len(dialog.contents.rows) == 18


def test_a_day_of_ones_own_makes_the_period_ones_own(dialog: ReportDialog, qtbot: QtBot) -> None:
    start = find(dialog, QDateEdit, "start")
    start.setDate(start.date().addMonths(6))
    qtbot.waitUntil(lambda: dialog.contents.start.isoformat() == "2025-09-10")
    assert find(dialog, QComboBox, "period").currentText() == "Own dates"


def test_a_period_cannot_end_before_it_starts(dialog: ReportDialog) -> None:
    start, end = find(dialog, QDateEdit, "start"), find(dialog, QDateEdit, "end")
    end.setDate(start.date().addDays(-5))
    assert end.date() >= start.date()


def test_choosing_a_preset_again_shows_its_days(dialog: ReportDialog, qtbot: QtBot) -> None:
    end = find(dialog, QDateEdit, "end")
    end.setDate(end.date().addMonths(-8))
    choose(find(dialog, QComboBox, "period"), "3m")
    qtbot.waitUntil(lambda: dialog.contents.start.isoformat() == "2025-12-10")
    assert dialog.contents.end == TODAY


def test_the_paper_can_be_another_than_that_of_the_settings(dialog: ReportDialog, qtbot: QtBot) -> None:
    choose(find(dialog, QComboBox, "paper"), "Letter")
    qtbot.waitUntil(lambda: dialog.page_count.text().endswith("Letter"))


def test_notes_are_left_out_until_asked_for(dialog: ReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    assert "Note 0" not in saved_text(dialog, tmp_path)
    notes = find(dialog, QCheckBox, "notes")
    assert not notes.isChecked()
    qtbot.keyClick(notes, Qt.Key.Key_Space)
    assert "Note: Note 0" in saved_text(dialog, tmp_path)


def test_private_notes_are_printed_only_while_ticked_and_never_ticked_beforehand(
    dialog: ReportDialog, record: Any, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    (someone,) = record.people.all()
    record.entries.add(someone.id, RatingDraft(on=TODAY, scores={"texture": 6}, private_note="only for us"))
    again = ReportDialog(record, [someone], preferences, theme, dialog)
    assert "only for us" not in saved_text(again, tmp_path)
    find(again, QCheckBox, "private_notes").setChecked(True)
    assert "Private notes" in (text := saved_text(again, tmp_path))
    assert "only for us" in text
    find(again, QCheckBox, "hide_identity").setChecked(True)
    assert "only for us" not in saved_text(again, tmp_path)
    assert not find(ReportDialog(record, [someone], preferences, theme, dialog), QCheckBox, "private_notes").isChecked()


def test_hiding_identity_takes_name_and_notes_away(dialog: ReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    assert NAME in saved_text(dialog, tmp_path)
    find(dialog, QCheckBox, "notes").setChecked(True)
    hide = find(dialog, QCheckBox, "hide_identity")
    qtbot.keyClick(hide, Qt.Key.Key_Space)
    text = saved_text(dialog, tmp_path)
    assert NAME not in text
    assert "Note 0" not in text
    assert not find(dialog, QCheckBox, "notes").isEnabled()


def test_the_face_map_is_offered_where_points_are_known_and_can_be_left_out(
    dialog: ReportDialog, qtbot: QtBot, record: Any, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    assert not find(dialog, QCheckBox, "face_map").isEnabled()
    assert not dialog.choices.options.face_map
    someone = record.people.add(PersonDraft(name=NAME))
    points = [PointDraft(units=Decimal("4.5"), site="procerus")]
    record.entries.add(someone.id, BotoxDraft(on=TODAY, product="dysport", points=points))
    other = ReportDialog(record, [someone], preferences, theme, None)
    qtbot.addWidget(other)
    assert "Last botox, 4.5 units" in saved_text(other, tmp_path)
    find(other, QCheckBox, "face_map").click()
    qtbot.waitUntil(lambda: other.contents.face_map is None)
    assert "Last botox" not in saved_text(other, tmp_path)


def test_before_and_after_is_offered_where_there_is_something_to_compare_and_can_be_left_out(
    dialog: ReportDialog, qtbot: QtBot, record: Any, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    box = find(dialog, QCheckBox, "before_after")
    assert box.isChecked()
    assert "Before and after each treatment" in saved_text(dialog, tmp_path)
    box.click()
    qtbot.waitUntil(lambda: dialog.contents.before_after == ())
    assert "Before and after each treatment" not in saved_text(dialog, tmp_path)
    someone = record.people.add(PersonDraft(name=NAME))
    record.entries.add(someone.id, BotoxDraft(on=TODAY, product="dysport"))
    other = ReportDialog(record, [someone], preferences, theme, None)
    qtbot.addWidget(other)
    unrated = find(other, QCheckBox, "before_after")
    assert (unrated.isEnabled(), unrated.isChecked()) == (False, False)


def tick(dialog: ReportDialog, *documents: Document) -> None:
    """Tick these documents and no others."""
    dialog.take(frozenset(documents))
    dialog._settle()


def test_the_progress_report_is_ticked_at_first_and_any_other_can_be(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    boxes = dialog.choices.documents
    assert [document for document, box in boxes.items() if box.isChecked()] == [Document.PROGRESS]
    qtbot.keyClick(boxes[Document.HISTORY], Qt.Key.Key_Space)
    text = saved_text(dialog, tmp_path)
    assert "Skin progress report" in text
    assert "Full history, 24 entries" in text
    tick(dialog, Document.RATING_SHEET)
    text = saved_text(dialog, tmp_path)
    assert "Tick one number" in text
    assert "Full history" not in text


def test_without_a_document_nothing_can_be_printed_and_the_dialog_says_so(dialog: ReportDialog) -> None:
    tick(dialog)
    assert dialog.page_count.text() == "Tick at least one document."
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    tick(dialog, Document.CHART)
    assert dialog.page_count.text() == "1 page, A4"
    assert dialog.save_button.isEnabled()


def test_what_belongs_to_a_document_is_chosen_only_together_with_it(dialog: ReportDialog) -> None:
    tick(dialog, Document.HISTORY)
    for kind, name in ((QComboBox, "period"), (QDateEdit, "start"), (QCheckBox, "before_after")):
        assert not find(dialog, kind, name).isEnabled()
    tick(dialog, Document.CHART)
    assert find(dialog, QComboBox, "period").isEnabled()
    assert not find(dialog, QCheckBox, "before_after").isEnabled()


def test_the_large_face_map_is_that_of_the_day_chosen(
    record: Any, qtbot: QtBot, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    someone = record.people.add(PersonDraft(name=NAME))
    points = [PointDraft(units=Decimal("4.5"), site="procerus")]
    given = [
        record.entries.add(someone.id, BotoxDraft(on=TODAY - timedelta(days), product="dysport", points=points))
        for days in (200, 20)
    ]
    dialog = ReportDialog(record, [someone], preferences, theme, None)
    qtbot.addWidget(dialog)
    tick(dialog, Document.FACE_MAP)
    assert "Face map, 17 February 2026" in saved_text(dialog, tmp_path)
    dialog.take(frozenset([Document.FACE_MAP]), given[0].id)
    assert "Face map, 21 August 2025" in saved_text(dialog, tmp_path)


def test_the_practice_is_offered_only_where_there_is_one(
    dialog: ReportDialog, record: Any, qtbot: QtBot, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    assert find(dialog, QCheckBox, "letterhead").isHidden()
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE, name="Northgate Skin Clinic"))
    (someone,) = record.people.all()
    other = ReportDialog(record, [someone], preferences, theme, None)
    qtbot.addWidget(other)
    assert "Northgate Skin Clinic" in saved_text(other, tmp_path)
    find(other, QCheckBox, "letterhead").setChecked(False)
    assert "Northgate" not in saved_text(other, tmp_path)


def test_the_logo_of_the_practice_is_printed(
    record: Any, qtbot: QtBot, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    image = QImage(60, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#0A5A64"))
    image.save(str(tmp_path / "logo.bmp"))
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    logo = read_logo(tmp_path / "logo.bmp", record.path)
    assert logo
    record.practice.change_logo(logo)
    dialog = ReportDialog(record, [record.people.add(PersonDraft(name=NAME))], preferences, theme, None)
    qtbot.addWidget(dialog)
    dialog.save_pdf(tmp_path / "report.pdf")
    (page,) = pypdf.PdfReader(tmp_path / "report.pdf").pages
    assert len(page.images) == 1


def test_a_character_that_no_font_has_is_said_before_printing(
    dialog: ReportDialog, record: Any, qtbot: QtBot, preferences: Preferences, theme: Theme
) -> None:
    assert dialog.missing.isHidden()
    someone = record.people.add(PersonDraft(name="Maya \ue123"))
    other = ReportDialog(record, [someone], preferences, theme, None)
    qtbot.addWidget(other)
    other._show_pages()
    assert "U+E123" in other.missing.text
    assert other.print_button.isEnabled()


def test_no_key_is_given_twice(dialog: ReportDialog) -> None:
    labels = [*dialog.findChildren(QCheckBox), *dialog.findChildren(QPushButton), *dialog.findChildren(QLabel)]
    keys = [QKeySequence.mnemonic(label.text()).toString() for label in labels if not label.isHidden()]
    given = [key for key in keys if key]
    assert len(given) > 15
    assert len(given) == len(set(given))


def test_the_window_does_not_name_the_person(dialog: ReportDialog) -> None:
    assert dialog.windowTitle() == "Print"


def test_many_changes_at_once_are_drawn_once(
    dialog: ReportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = []
    really = preview.lay_out
    monkeypatch.setattr(preview, "lay_out", lambda contents: laid_out.append(contents) or really(contents))
    for name in ("grey", "hide_identity", "grey"):
        find(dialog, QCheckBox, name).toggle()
    qtbot.waitUntil(lambda: bool(laid_out))
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    assert len(laid_out) == 1
    assert laid_out[0].options.hide_identity


def test_saving_says_where(dialog: ReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.saved) as done:
        dialog.save_pdf(tmp_path / "report.pdf")
    assert done.args == [tmp_path / "report.pdf"]
    assert dialog.message.kind == "info"
    assert str(tmp_path / "report.pdf") in dialog.message.text


def test_a_failed_save_says_so_and_can_be_repeated(dialog: ReportDialog, tmp_path: Path) -> None:
    dialog.save_pdf(tmp_path / "nowhere" / "report.pdf")
    assert dialog.message.kind == "error"
    assert dialog.message.text.startswith("Not saved.")
    dialog.save_pdf(tmp_path / "report.pdf")
    assert dialog.message.kind == "info"


def test_the_record_itself_is_never_written_over(dialog: ReportDialog, record: Any) -> None:
    before = record.path.read_bytes()
    dialog.save_pdf(record.path)
    assert dialog.message.kind == "error"
    assert record.path.read_bytes() == before


@pytest.mark.parametrize("is_hidden", [False, True])
def test_the_save_dialog_suggests_a_name(
    dialog: ReportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_hidden: bool
) -> None:
    opened: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", lambda asked: opened.append(asked))
    find(dialog, QCheckBox, "hide_identity").setChecked(is_hidden)
    qtbot.mouseClick(find(dialog, QPushButton, "save"), Qt.MouseButton.LeftButton)
    (asked,) = opened
    (suggested,) = (Path(name).name for name in asked.selectedFiles())
    assert ("Maya" in suggested) is not is_hidden
    asked.fileSelected.emit(str(tmp_path / "chosen.pdf"))
    assert (NAME in text_of(tmp_path / "chosen.pdf")) is not is_hidden


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_the_print_dialog_opens_without_any_printer(dialog: ReportDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(find(dialog, QPushButton, "print"), Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QPrintDialog)
    assert asked is not None
    qtbot.waitUntil(asked.isVisible)
    asked.reject()


def printer_to(path: Path) -> QPrinter:
    """Return a printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_printer_gets_the_same_page(dialog: ReportDialog, tmp_path: Path) -> None:
    dialog.print_on(printer_to(tmp_path / "printed.pdf"))
    assert text_of(tmp_path / "printed.pdf") == saved_text(dialog, tmp_path)
    dialog.print_on(printer_to(tmp_path / "again.pdf"))
    assert dialog.message.text == "Handed over to the printer."


def test_a_printer_that_does_not_start_is_reported(dialog: ReportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: Any) -> Iterator[tuple[int, int]]:
        yield 0, 1
        raise NotSavedError("io")

    monkeypatch.setattr(preview, "onto_printer", fail)
    dialog.print_on(QPrinter())
    assert dialog.message.text.startswith("Not printed.")


def test_the_zoom_follows_the_segments(dialog: ReportDialog) -> None:
    whole = dialog.preview.zoomFactor()
    dialog.zoom.choose("wide")
    assert dialog.preview.zoomFactor() > whole
    dialog.zoom.choose("whole")
    assert dialog.preview.zoomFactor() == pytest.approx(whole)


def test_the_ground_behind_the_page_follows_the_theme(dialog: ReportDialog, theme: Theme) -> None:
    view = dialog.preview.findChild(QGraphicsView)
    assert isinstance(view, QGraphicsView)
    for mode in ("dark", "light"):
        theme.choose_mode(mode)
        assert view.scene().backgroundBrush().color() == theme.color("sidebar")


def test_everything_has_a_name_for_those_who_listen(dialog: ReportDialog) -> None:
    for kind in (QComboBox, QDateEdit, QCheckBox, QPushButton, QGraphicsView):
        for widget in dialog.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_escape_closes_the_dialog(dialog: ReportDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
