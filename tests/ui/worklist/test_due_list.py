"""The due list follows the record: changes, a new day, people who come and go, a file that cannot be read."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from due_people import BOTOX, LISTED, SESSION, current, import_people, numbers, shown, treat
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.records import Person
from tracker.services.due_board import DueBoard
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.worklist.delegate import WorklistDelegate
from tracker.ui.worklist.model import WorklistModel
from tracker.ui.worklist.page import DuePage

Settle = Callable[[], DuePage]
PEOPLE = 2_000
MOST_CALLS = 800


def test_a_treatment_logged_leaves_the_list_and_the_next_row_takes_its_place(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    assert page.table.choose((people["Cleo Closing"].id, SESSION))
    treat(record, people["Cleo Closing"], SESSION, 0)
    settle()
    assert shown(page)[3:6] == ["Closing this week, 1", "Cleo Closing", "Window open, 1"]
    assert current(page) == ("Cleo Closing", BOTOX)
    assert numbers(page) == [2, 1, 1, 1, 1]


def test_the_old_list_stays_while_the_new_one_is_read(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    treat(record, people["Ben Past"], SESSION, 0)
    assert shown(page) == LISTED
    settle()
    assert shown(page)[0] == "Past window, 1"


def test_changes_that_come_while_it_is_read_are_read_too(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    treat(record, people["Ben Past"], SESSION, 0)
    treat(record, people["Ada Past"], BOTOX, 0)
    settle()
    assert shown(page)[0] == "Closing this week, 2"


def test_a_change_made_under_the_list_leaves_it_on_screen_and_can_be_undone(
    window: MainWindow, page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    treat(record, people["Gus Waiting"], SESSION, 20)
    settle()
    assert window.pages.currentWidget() is page
    assert page.table.hasFocus()
    assert not window.commands.log["botox"].isEnabled()
    assert numbers(page)[2] == 2
    QTest.keySequence(window, QKeySequence("Ctrl+Z"))
    settle()
    assert window.pages.currentWidget() is page
    assert shown(page) == LISTED


def test_a_hidden_list_is_read_when_it_is_shown_again(
    window: MainWindow, page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    page.back_button.click()
    treat(record, people["Ben Past"], SESSION, 0)
    assert not window.stage.due.is_reading
    window.commands.due_list.trigger()
    assert window.stage.due.is_reading
    settle()
    assert shown(page)[0] == "Past window, 1"
    page.back_button.click()
    window.commands.due_list.trigger()
    assert not window.stage.due.is_reading


def test_a_new_day_moves_the_groups(window: MainWindow, page: DuePage, clock: FixedClock, settle: Settle) -> None:
    clock.day = TODAY + timedelta(days=5)
    window.stage._minute.timeout.emit()
    settle()
    assert page.subtitle.text().startswith("Saturday 14 March 2026, ")
    assert shown(page)[:5] == ["Past window, 4", "Cleo Closing", "Cleo Closing", "Ben Past", "Ada Past"]


def test_a_person_added_is_shown_and_undone_leaves_the_list_as_it_was(
    window: MainWindow, page: DuePage, record: Record, settle: Settle
) -> None:
    window.stage.controller.people.personAdded.emit(record.people.add(PersonDraft(name="Ivy New")))
    assert window.stage.view.person is not None
    assert window.stage.view.person.name == "Ivy New"
    window.commands.due_list.trigger()
    settle()
    window.commands.undo.trigger()
    settle()
    assert window.pages.currentWidget() is page
    assert page.back_button.text() == "Back to Ada Past"
    assert shown(page) == LISTED


def test_the_list_gives_way_to_the_person_where_nobody_else_is_left(
    window: MainWindow, page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    for name in set(people) - {"Gus Waiting"}:
        record.people.change(people[name].id, PersonDraft(name=name, is_archived=True))
    assert window.pages.currentWidget() is window.stage.view
    assert not window.commands.due_list.isEnabled()
    assert window.commands.log["botox"].isEnabled()
    settle()


def test_a_row_whose_person_is_gone_says_so(window: MainWindow, page: DuePage, record: Record) -> None:
    from uuid import uuid4

    from tracker.ui import messages

    said: list[str] = []
    with messages.answered_by(lambda message: bool(said.append(message.text)) or True):
        page.personActivated.emit(uuid4())
    assert len(said) == 1
    assert window.pages.currentWidget() is page


def test_closing_the_record_leaves_nothing_of_the_list(window: MainWindow, page: DuePage, record: Record) -> None:
    record.people.add(PersonDraft(name="Ivy New"))
    assert window.stage.due.is_reading
    window.close_record()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.stage.due.page is None
    assert window.pages.findChildren(DuePage) == []
    window.show_record(record)
    assert window.pages.currentWidget() is window.stage.view


def test_a_record_that_cannot_be_read_is_said_and_tried_again(
    window: MainWindow, page: DuePage, record: Record, settle: Settle
) -> None:
    data = record.path.read_bytes()
    record.close()
    record.path.write_bytes(b"\0" * len(data))
    window.stage.due.read_again()
    settle()
    assert page.empty.isVisible()
    assert "damaged" in page.empty.sentence or "not a Skinterval record" in page.empty.sentence
    assert numbers(page) == [0, 0, 0, 0, 0]
    record.path.write_bytes(data)
    page.empty.button.click()
    settle()
    assert shown(page) == LISTED


def test_a_line_says_that_it_is_read_only_where_that_takes_a_while(page: DuePage, qtbot: QtBot) -> None:
    page.busy.begin()
    assert page.busy.isHidden()
    qtbot.waitUntil(page.busy.isVisible)
    assert page.busy.width() == page.width()
    page.busy.end()
    assert page.busy.isHidden()


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect the threads in which everybody is judged."""
    seen: list[int] = []
    former = DueBoard.items

    def items(self: DueBoard, on: date) -> Any:
        seen.append(threading.get_ident())
        return former(self, on)

    monkeypatch.setattr(DueBoard, "items", items)
    return seen


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect the lines for which the model's ``data`` is asked or a cell is painted."""
    lines: list[int] = []
    data, paint = WorklistModel.data, WorklistDelegate.paint

    def counted_data(self: WorklistModel, index: Any, *given: Any) -> Any:
        lines.append(index.row())
        return data(self, index, *given)

    def counted_paint(self: WorklistDelegate, painter: Any, option: Any, index: Any) -> None:
        lines.append(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(WorklistModel, "data", counted_data)
    monkeypatch.setattr(WorklistDelegate, "paint", counted_paint)
    return lines


def test_two_thousand_people_are_read_beside_the_window_and_only_rows_in_view_are_drawn(
    main_window: MainWindow, record: Record, qtbot: QtBot, threads: list[int], asked: list[int]
) -> None:
    import_people(record, {f"Person {number}": [(BOTOX, 84 + number % 60)] for number in range(PEOPLE)})
    main_window.show_record(record)
    main_window.commands.due_list.trigger()
    due = main_window.stage.due
    qtbot.waitUntil(lambda: not due.is_reading)
    assert due.page is not None
    due.page.table.scrollToBottom()
    QApplication.processEvents()
    due.page.table.sortByColumn(0, due.page.table.horizontalHeader().sortIndicatorOrder())
    QApplication.processEvents()
    assert due.page.table.lines.rowCount() > PEOPLE * 0.9
    assert 0 < len(asked) < MOST_CALLS
    assert len(set(asked)) < 80, len(asked)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
