"""Checking a record on screen: what is found in words, cancelled in between, the search made anew."""

from collections.abc import Callable, Iterator
from contextlib import closing

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.core.drafts import PersonDraft
from tracker.core.found_rows import FoundRow
from tracker.services.record import Record
from tracker.ui.dialogs.check import CheckDialog
from tracker.ui.jobs import JobCancelledError
from tracker.ui.main_window import MainWindow
from tracker.ui.shown_names import ShownNames, install_names
from tracker.ui.theme import Theme

Show = Callable[[], CheckDialog]


@pytest.fixture
def show(qtbot: QtBot, record: Record, theme: Theme) -> Show:
    """Return a function that opens the dialog over nothing and waits for the check."""
    person = record.people.add(invented.person())
    record.entries.add(person.id, invented.rating())

    def shown() -> CheckDialog:
        dialog = CheckDialog(record, theme, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.is_checking)
        return dialog

    return shown


def damage(record: Record, statement: str) -> None:
    with closing(driver.connect(record.path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_sound_record_is_called_sound(show: Show) -> None:
    dialog = show()
    assert dialog.said.text() == "The record is sound: 1 person, 1 entry."
    assert dialog.findings == ()
    assert dialog.list.isHidden()
    assert dialog.mend_button.isHidden()


def test_what_is_found_is_said_with_what_can_be_done(show: Show, record: Record) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    dialog = show()
    assert dialog.said.text() == "The record is not sound: 1 problem; keep a copy of it."
    found, remedy = dialog.list.lines
    assert found == f"Not as its last recorded change left it: rating of 7 February 2026, {invented.person().name}"
    assert remedy == "Keep a copy of the file. Compare what it says with a copy from before."


@pytest.fixture
def hidden_names() -> Iterator[None]:
    """Hide names, and show them again."""
    names = ShownNames()
    install_names(names)
    names.hide(True)
    yield
    names.hide(False)


@pytest.mark.usefixtures("hidden_names")
def test_a_finding_names_nobody_while_names_are_hidden(show: Show, record: Record) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    found, _remedy = show().list.lines
    assert found.endswith("rating of 7 February 2026, no. C-17")


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_the_entry_of_a_finding_is_opened(show: Show, record: Record, qtbot: QtBot, way: str) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    dialog = show()
    asked: list[FoundRow] = []
    dialog.rowActivated.connect(asked.append)
    assert dialog.list.hasFocus()
    if way == "enter":
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    elif way == "double click":
        middle = dialog.list.visualItemRect(dialog.list.item(0)).center()
        for act in (qtbot.mouseClick, qtbot.mouseDClick):
            act(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    else:
        dialog.open_button.click()
    (entry,) = record.entries.of(record.people.all()[0].id)
    assert [row.entry_id for row in asked] == [entry.id]
    assert dialog.isHidden()


def test_a_line_about_nobody_opens_nothing(show: Show, record: Record, qtbot: QtBot) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    dialog = show()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert not dialog.open_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_without_anything_of_a_person_there_is_nothing_to_open(show: Show, record: Record) -> None:
    damage(record, "DELETE FROM person_search")
    assert show().open_button.isHidden()


def test_what_can_be_done_stands_back_in_either_theme(show: Show, record: Record, theme: Theme) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    remedy = show().list.item(1)
    for mode in ("light", "dark"):
        theme.choose_mode(mode)
        assert remedy.foreground().color() == theme.color("text2")


def test_the_chosen_lines_are_copied_and_all_where_none_is(show: Show, record: Record, qtbot: QtBot) -> None:
    damage(record, "UPDATE rating SET note = 'x'")
    listed = show().list
    qtbot.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == listed.lines[0]
    listed.clearSelection()
    qtbot.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "\n".join(listed.lines)


def test_the_search_is_made_anew_and_checked_again(show: Show, record: Record, qtbot: QtBot) -> None:
    damage(record, "DELETE FROM person_search")
    dialog = show()
    dialog.mend_button.click()
    qtbot.waitUntil(lambda: not dialog.is_checking)
    assert dialog.message.text == "The search was made anew."
    assert dialog.findings == ()
    assert dialog.mend_button.isHidden()


def test_a_cancelled_check_says_that_nothing_is_known(
    show: Show, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(**_how: object) -> None:
        raise JobCancelledError

    monkeypatch.setattr(record, "check", cancelled)
    assert show().said.text() == "The check was cancelled. Nothing is known yet."


def test_it_opens_from_the_file_menu(main_window: MainWindow, record: Record, qtbot: QtBot) -> None:
    main_window.show_record(record)
    action = main_window.commands.check
    assert action in main_window.menus.file.actions()
    action.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: dialog.findings == ())


def test_what_is_opened_is_shown_in_the_history_of_its_person(
    main_window: MainWindow, record: Record, qtbot: QtBot
) -> None:
    record.people.add(PersonDraft(name="Ada"))
    other = record.people.add(invented.person())
    entry = record.entries.add(other.id, invented.rating())
    main_window.show_record(record)
    damage(record, "UPDATE rating SET note = 'x'")
    main_window.commands.check.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: bool(dialog.findings))
    dialog.list.activate()
    view = main_window.stage.view
    assert view.person is not None
    assert view.person.id == other.id
    assert view.history is not None
    assert [row.id for row in view.history.selected_rows()] == [entry.id]
