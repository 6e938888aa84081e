"""The calendar file from the window: what is asked, what is written, and what is said where it cannot be."""

from pathlib import Path

import pytest
from calendar_reading import events
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import PersonDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.calendar_file import ALL, CalendarDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme


@pytest.fixture
def planned(record: Record, person: Person) -> Person:
    """Return somebody who has a plan."""
    record.plans.add(person.id, Kind.BOTOX, TODAY)
    return person


def opened(record: Record, person: Person, theme: Theme, window: QMainWindow, qtbot: QtBot) -> CalendarDialog:
    dialog = CalendarDialog(record, person, theme, window)
    dialog.open()
    qtbot.waitUntil(dialog.save_button.hasFocus)
    return dialog


def written(dialog: CalendarDialog, path: Path, qtbot: QtBot) -> str:
    with qtbot.waitSignal(dialog.written) as told:
        dialog.write(path)
    assert told.args == [path]
    assert not dialog.isVisible()
    data = path.read_bytes()
    events(data)
    return data.decode("utf-8")


def test_words_of_health_are_left_out_unless_asked_for(
    record: Record, planned: Person, theme: Theme, window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(record, planned, theme, window, qtbot)
    assert dialog.is_private.isChecked()
    said = written(dialog, tmp_path / "private.ics", qtbot)
    assert "SUMMARY:Appointment" in said
    assert "Botox" not in said
    dialog = opened(record, planned, theme, window, qtbot)
    qtbot.keyClick(dialog.is_private, Qt.Key.Key_Space)
    assert "SUMMARY:Botox planned" in written(dialog, tmp_path / "open.ics", qtbot)


def test_everybody_is_offered_only_where_there_are_several_people(
    record: Record, planned: Person, theme: Theme, window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(record, planned, theme, window, qtbot)
    assert not dialog.whose.isVisible()
    dialog.reject()
    ben = record.people.add(PersonDraft(name="Ben Example"))
    record.plans.add(ben.id, Kind.BOTOX, TODAY)
    for whose, names in (("one", {"Maya Lindqvist"}), (ALL, {"Maya Lindqvist", "Ben Example"})):
        dialog = opened(record, planned, theme, window, qtbot)
        assert dialog.whose.isVisible()
        dialog.whose.choose(whose)
        assert dialog.subtitle_label.text() == ("" if whose == ALL else "Maya Lindqvist")
        dialog.is_private.setChecked(False)
        said = written(dialog, tmp_path / f"{whose}.ics", qtbot)
        assert {name for name in ("Maya Lindqvist", "Ben Example") if name in said} == names


def test_nothing_to_come_is_said_and_nothing_is_written(
    record: Record, person: Person, theme: Theme, window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(record, person, theme, window, qtbot)
    dialog.write(tmp_path / "none.ics")
    qtbot.waitUntil(dialog.failure.isVisible)
    assert "There is nothing to come for a calendar yet." in dialog.failure.text
    assert not (tmp_path / "none.ics").exists()
    dialog.reject()


def test_a_file_that_cannot_be_written_is_said_and_the_choice_stands(
    record: Record, planned: Person, theme: Theme, window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(record, planned, theme, window, qtbot)
    dialog.is_private.setChecked(False)
    dialog.write(tmp_path / "missing" / "x.ics")
    qtbot.waitUntil(dialog.failure.isVisible)
    assert "was not written: No such file or directory." in dialog.failure.text
    assert dialog.save_button.isEnabled()
    assert not dialog.is_private.isChecked()
    before = record.path.read_bytes()
    dialog.write(record.path)
    qtbot.waitUntil(lambda: "is the record itself" in dialog.failure.text)
    assert record.path.read_bytes() == before
    dialog.reject()


def test_the_system_is_asked_where_it_goes_under_a_name_that_tells_nothing(
    record: Record, planned: Person, theme: Theme, window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(record, planned, theme, window, qtbot)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog, "calendarChooser")
    assert [Path(name).name for name in chooser.selectedFiles()] == ["Appointments.ics"]
    with qtbot.waitSignal(dialog.written):
        chooser.fileSelected.emit(str(tmp_path / "chosen.ics"))
    assert events((tmp_path / "chosen.ics").read_bytes())


def test_the_menu_opens_it_for_the_person_on_screen_and_the_status_says_where_it_went(
    main_window: MainWindow, record: Record, planned: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not main_window.commands.export_calendar.isEnabled()
    main_window.show_record(record)
    main_window.commands.export_calendar.trigger()
    (dialog,) = main_window.findChildren(CalendarDialog)
    assert dialog.subtitle_label.text() == "Maya Lindqvist"
    written(dialog, tmp_path / "out.ics", qtbot)
    assert "out.ics" in main_window.status.state.text()
