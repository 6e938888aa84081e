"""What was deleted on screen: listed, searched, brought back, all by keyboard."""

from collections.abc import Callable
from datetime import timedelta

import invented
import pytest
from dialog_keys import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock, type_text

from tracker.core.errors import NotSavedError
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.services.trash import Trash
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme
from tracker.ui.trash.dialog import EVERYBODY, ONE, TrashDialog
from tracker.ui.words.trash import Column

Show = Callable[..., TrashDialog]
HOSTILE = "<b>Eve</b> & %1 {0}"


@pytest.fixture
def people(record: Record) -> tuple[Person, Person]:
    """Return two people of whom each had a rating deleted, the second one a botox treatment as well."""
    first = record.people.add(invented.person(name="Maya"))
    second = record.people.add(invented.person(name=HOSTILE, client_number="2"))
    record.made_by = "B. Example"
    record.entries.remove([record.entries.add(first.id, invented.rating()).id])
    of_second = [record.entries.add(second.id, draft).id for draft in (invented.rating(), invented.botox())]
    record.entries.remove(of_second)
    return first, second


@pytest.fixture
def show(qtbot: QtBot, record: Record, theme: Theme) -> Show:
    """Return a function that opens the dialog over nothing."""

    def shown(person: Person | None) -> TrashDialog:
        dialog = TrashDialog(record, person, theme, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return shown


def cells(dialog: TrashDialog, column: Column) -> list[str]:
    return [line.cells[column] for line in dialog.table.lines]


def test_it_lists_what_whose_when_by_whom_and_for_how_long(
    show: Show, people: tuple[Person, Person], clock: FixedClock
) -> None:
    clock.day = TODAY + timedelta(29)
    dialog = show(None)
    rating, *others = sorted(cells(dialog, Column.WHAT), reverse=True)
    assert rating.startswith("Rating, 7 Feb 2026: Texture 0, wrinkles 1, skin tone 2")
    assert others == [rating, "Botox, 9 Nov 2025: 12.5 units: glabella 4.5, other points 8"]
    assert set(cells(dialog, Column.WHOSE)) == {"Maya", HOSTILE}
    assert set(cells(dialog, Column.BY)) == {"B. Example"}
    assert set(cells(dialog, Column.LEFT)) == {"1 day"}
    assert all(when.startswith("9 Mar 2026, ") for when in cells(dialog, Column.WHEN))


def test_the_person_on_screen_comes_first_and_everybody_at_a_press(show: Show, people: tuple[Person, Person]) -> None:
    dialog = show(people[0])
    assert dialog.whose.chosen == (ONE,)
    assert cells(dialog, Column.WHOSE) == ["Maya"]
    dialog.whose.choose([EVERYBODY])
    assert len(dialog.table.lines) == 3


def test_words_narrow_the_list_to_what_they_begin(show: Show, people: tuple[Person, Person]) -> None:
    dialog = show(None)
    type_text(dialog.search, "bot eve")
    assert cells(dialog, Column.WHOSE) == [HOSTILE]
    type_text(dialog.search, " nobody")
    assert dialog.table.lines == ()
    assert dialog.nothing.sentence == "Nothing that was deleted matches."
    assert not dialog.bring_button.isEnabled()


def test_enter_brings_back_what_is_chosen_and_goes_on_with_the_rest(
    show: Show, record: Record, people: tuple[Person, Person]
) -> None:
    dialog = show(None)
    assert dialog.table.hasFocus()
    press(Qt.Key.Key_Return)
    assert record.entries.count() == 1
    assert len(dialog.table.lines) == 2
    assert dialog.message.text.endswith("is there again.")
    dialog.table.selectAll()
    dialog.bring_button.click()
    assert dialog.message.text == "2 entries are there again."
    assert record.entries.count() == 3
    assert dialog.nothing.sentence == "Nothing was deleted in the last 30 days."
    assert dialog.close_list.hasFocus()


def test_what_cannot_be_saved_is_said_and_stays_listed(
    show: Show, people: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise NotSavedError("disk_full")

    dialog = show(None)
    monkeypatch.setattr(Trash, "bring_back", refuse)
    dialog.bring_button.click()
    assert dialog.message.text == "Not saved. The disk is full."
    assert len(dialog.table.lines) == 3


def test_escape_leaves_from_the_list(show: Show, people: tuple[Person, Person], qtbot: QtBot) -> None:
    dialog = show(None)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_opens_from_the_edit_menu_and_undo_takes_a_return_back(
    main_window: MainWindow, record: Record, people: tuple[Person, Person], qtbot: QtBot
) -> None:
    main_window.show_record(record, person_id=people[0].id)
    action = main_window.commands.recently_deleted
    assert action in main_window.menus.edit.actions()
    action.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TrashDialog)
    dialog.bring_button.click()
    dialog.close_list.click()
    assert len(record.entries.of(people[0].id)) == 1
    main_window.commands.undo.trigger()
    assert record.entries.of(people[0].id) == ()
