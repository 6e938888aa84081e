"""The import: shown before it is done, all or nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.history_file import ImportPlan, LineProblem
from tracker.core.records import Rating
from tracker.services.record import Record
from tracker.ui.dialogs.import_history import ImportDialog
from tracker.ui.dialogs.import_preview import TAKE, ImportPreview
from tracker.ui.dialogs.problem_table import ProblemTable
from tracker.ui.theme import Theme

HEADER = "person,date,event,texture,wrinkles,device,product,units,note,id\n"
SESSION = "Anna,2026-02-01,microdermabrasion,,,diamond,,,,\n"
RATING = "Anna,2026-02-02,rating,7,3,,,,,\n"
HOSTILE = "<b>Eve</b>,2026-02-03,botox,,,,dysport,60,,\n"

OpenImport = Callable[[str], ImportDialog]


@pytest.fixture
def open_import(record: Record, theme: Theme, window: QMainWindow, tmp_path: Path, qtbot: QtBot) -> OpenImport:
    """Return a function that opens the dialog on a file of the given rows and waits for its preview."""

    def open_dialog(rows: str) -> ImportDialog:
        path = tmp_path / "my list.csv"
        path.write_text(HEADER + rows, "utf-8")
        dialog = ImportDialog(record, path, theme, window)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.status.text().startswith("Reading"))
        return dialog

    return open_dialog


def test_what_is_new_and_skipped_is_said_before_anything_is_written(open_import: OpenImport, record: Record) -> None:
    dialog = open_import(SESSION + SESSION + HOSTILE)
    assert dialog.subtitle_label.text() == "my list.csv"
    assert dialog.status.text() == (
        "New: 2 entries. Skipped, already in the record: 1 entry. New in the record: 2 people."
    )
    assert record.people.count() == 0
    assert dialog.import_button.isEnabled()


def test_import_writes_once_it_is_asked_for_and_says_what_was_done(
    open_import: OpenImport, record: Record, qtbot: QtBot
) -> None:
    dialog = open_import(SESSION + HOSTILE)
    done: list[ImportPlan] = []
    dialog.imported.connect(done.append)
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(done))
    assert {person.name for person in record.people.all()} == {"Anna", "<b>Eve</b>"}
    assert dialog.status.text().startswith("Imported: 2 entries. Skipped: 0 entries. New in the record: 2 people.")
    assert dialog.import_button.text() == "&Close"
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_direction_of_wrinkles_is_asked_and_never_assumed(
    open_import: OpenImport, record: Record, qtbot: QtBot
) -> None:
    dialog = open_import(RATING)
    assert dialog.question.isVisible()
    assert dialog.answer.chosen == ""
    assert not dialog.import_button.isEnabled()
    dialog.answer.choose("worse")
    qtbot.waitUntil(dialog.import_button.isEnabled)
    done: list[Any] = []
    dialog.imported.connect(done.append)
    dialog.import_button.click()
    qtbot.waitUntil(lambda: bool(done))
    (entry,) = record.entries.of(record.people.all()[0].id)
    assert isinstance(entry, Rating)
    assert (entry.wrinkles, entry.wrinkles_original) == (7, 3)


def test_a_file_without_wrinkles_is_not_asked_about(open_import: OpenImport) -> None:
    assert not open_import(SESSION).question.isVisible()


def test_problems_are_listed_and_nothing_can_be_imported(open_import: OpenImport, record: Record) -> None:
    dialog = open_import("Anna,2026-13-01,rating,7,,,,,,\nAnna,2026-02-02,rating,7.5,,,,,,\n")
    assert dialog.status.text().startswith("2 problems in this file.")
    assert not dialog.import_button.isEnabled()
    model = dialog.preview.table.problems
    assert model.texts(0) == ("2", "date", "“2026-13-01” is no date.")
    assert model.texts(1) == ("3", "texture", "“7.5” is no whole number.")
    assert record.people.count() == 0


def test_problems_are_copied_as_text(open_import: OpenImport, qtbot: QtBot) -> None:
    dialog = open_import("Anna,2026-13-01,rating,7,,,,,,\nAnna,2026-02-02,rating,7.5,,,,,,\n")
    dialog.preview.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "3\ttexture\t“7.5” is no whole number."
    dialog.preview.table.selectRow(0)
    qtbot.keyClick(dialog.preview.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2\tdate\t“2026-13-01” is no date."


def test_a_column_that_is_a_formula_is_not_run_where_its_problem_is_pasted(qtbot: QtBot) -> None:
    table = ProblemTable()
    qtbot.addWidget(table)
    table.show_problems([LineProblem(line=1, column="=cmd()", code="unknown_column", detail="=cmd()")])
    table.copy()
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["1", "'=cmd()"]


def test_names_in_the_preview_are_plain_text(open_import: OpenImport) -> None:
    dialog = open_import(HOSTILE)
    labels = dialog.findChild(ImportPreview).findChildren(QLabel)
    shown = [label for label in labels if label.text() == "<b>Eve</b>"]
    assert [label.textFormat() for label in shown] == [Qt.TextFormat.PlainText]


def test_a_file_that_is_gone_is_said(
    record: Record, theme: Theme, window: QMainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ImportDialog(record, tmp_path / "gone.csv", theme, window)
    dialog.open()
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.text == "Not imported. The file cannot be read: No such file or directory."
    assert not dialog.import_button.isEnabled()


def test_a_file_with_nothing_new_says_so(open_import: OpenImport, record: Record, qtbot: QtBot) -> None:
    first = open_import(SESSION)
    first.import_button.click()
    qtbot.waitUntil(lambda: first.status.text().startswith("Imported"))
    first.accept()
    again = open_import(SESSION)
    assert again.status.text().startswith("Nothing new")
    assert not again.import_button.isEnabled()


def differing(record: Record, qtbot: QtBot, open_import: OpenImport) -> ImportDialog:
    """Return the dialog on a file that says otherwise of an entry that is in the record already."""
    anna = record.people.add(PersonDraft(name="Anna"))
    entry = record.entries.add(anna.id, RatingDraft(on=date(2026, 2, 2), scores={"texture": 7}))
    return open_import(f"Anna,2026-02-02,rating,9,,,,,,{entry.id}\n")


def test_what_differs_is_listed_and_stays_unless_the_file_is_to_be_taken(
    open_import: OpenImport, record: Record, qtbot: QtBot
) -> None:
    dialog = differing(record, qtbot, open_import)
    model = dialog.preview.differences.differences
    assert [model.texts(row)[2:5] for row in range(model.rowCount())] == [("texture", "7", "9")]
    assert not dialog.import_button.isEnabled()
    dialog.preview.answer.choose(TAKE)
    assert dialog.import_button.isEnabled()
    dialog.import_button.click()
    qtbot.waitUntil(lambda: dialog.import_button.text() == "&Close")
    assert "Changed to what the file says: 1 entry." in dialog.status.text()
    (entry,) = record.entries.of(record.people.named("Anna").id)
    assert isinstance(entry, Rating)
    assert entry.texture == 9
    record.undo.undo()
    (entry,) = record.entries.of(record.people.named("Anna").id)
    assert isinstance(entry, Rating)
    assert entry.texture == 7
