"""A practice reacts to its due board by keyboard: select, log a contact, undo, narrow down, open, and come back."""

from collections.abc import Callable
from datetime import timedelta

from due_people import PEOPLE, import_people, shown
from journey_steps import opened_dialog, person_of, record_of, shortcut
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.contacts import ContactOutcome
from tracker.core.records import Kind
from tracker.core.reminders.settings import STAGES
from tracker.ui.application import Program
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.page import DuePage

MANY = {f"Person {number:02}": [(Kind.BOTOX, 125 + number)] for number in range(30)}
NO_KEY = Qt.KeyboardModifier.NoModifier


def settled(program: Program, qtbot: QtBot) -> DuePage:
    due = program.window.stage.due
    qtbot.waitUntil(lambda: due.page is not None and not due.is_reading)
    assert due.page is not None
    return due.page


def contacts(page: DuePage) -> list[str]:
    return [page.table.lines.index(place, Column.CONTACT).data() for place in (1, 2, 3)]


def listed_people(program: Program) -> set[str]:
    record = record_of(program)
    names = {person.id: person.name for person in record.people.all()}
    return {names[one.person_id] for one in record.reminders.listed() if one.kind in STAGES}


def test_the_board_is_worked_through_by_keys(qtbot: QtBot, start: Callable[..., Program]) -> None:
    program = start()
    import_people(record_of(program), PEOPLE | MANY)
    qtbot.waitUntil(lambda: program.window.stage.view.person is not None)
    shortcut(program, Qt.Key.Key_G)
    page = settled(program, qtbot)
    assert shown(page)[:4] == ["Past window, 32", "Ben Past", "Person 00", "Person 01"]
    assert {"Ben Past", "Person 00"} <= listed_people(program)

    QTest.keyClick(page.table, Qt.Key.Key_Space)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.bar.label.text() == "2 selected"
    QTest.keyClick(page.table, Qt.Key.Key_C)
    dialog = opened_dialog(program, qtbot)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.isHidden)
    settled(program, qtbot)
    assert contacts(page) == ["Booked 16 Mar", "Booked 16 Mar", "Not contacted"]
    assert not {"Ben Past", "Person 00"} & listed_people(program)
    booked = record_of(program).contacts.latest()
    assert {one.outcome for found in booked.values() for one in found} == {ContactOutcome.BOOKED}
    assert {one.until for found in booked.values() for one in found} == {TODAY + timedelta(7)}

    shortcut(program, Qt.Key.Key_Z)
    settled(program, qtbot)
    assert contacts(page) == ["Not contacted"] * 3
    assert {"Ben Past", "Person 00"} <= listed_people(program)

    page.kinds.choose("botox")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    for _step in range(4):
        QTest.keyClick(page.table, Qt.Key.Key_Up)
    current, at = page.table.current_item(), page.table.verticalScrollBar().value()
    assert current is not None
    assert at > 0
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert person_of(program).id == current.person.id
    assert program.window.pages.currentWidget() is program.window.stage.view
    shortcut(program, Qt.Key.Key_G)
    assert settled(program, qtbot) is page
    assert page.table.current_item() == current
    assert page.table.verticalScrollBar().value() == at
    assert page.kind is Kind.BOTOX
    assert page.table.hasFocus()
