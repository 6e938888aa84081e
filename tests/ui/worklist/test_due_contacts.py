"""Contacts on the due board: rows ticked by keys and mouse, a contact logged for them, and what the rows say then."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from due_people import BOTOX, SESSION, current
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support import TODAY

from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import ContactDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_contact import LogContactDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.page import DuePage
from tracker.ui.worklist.row_cells import box_rect, button_rect

Settle = Callable[[], DuePage]
LEFT, BOOKED, DECLINED = ContactOutcome.MESSAGE_LEFT, ContactOutcome.BOOKED, ContactOutcome.DECLINED
NO_KEY, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def ticked(page: DuePage) -> list[str]:
    return [item.person.name for item in page.table.lines.ticked]


def cell(page: DuePage, place: int, column: Column) -> QRect:
    return page.table.visualRect(page.table.lines.index(place, column))


def press(page: DuePage, at: QPoint, key: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, key, at)


def said(page: DuePage, name: str, kind: Kind, people: dict[str, Person]) -> tuple[str, str]:
    place = page.table.lines.place_of((people[name].id, kind))
    assert place is not None
    texts = [page.table.lines.index(place, column).data() for column in (Column.CONTACT, Column.ACT)]
    return (texts[0], texts[1])


def asked(window: MainWindow) -> Any:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LogContactDialog)
    return dialog


def log(record: Record, person: Person, kind: Kind | None, outcome: ContactOutcome, ahead: int | None = 7) -> None:
    until = None if ahead is None else TODAY + timedelta(ahead)
    record.contacts.log([(person.id, kind)], ContactDraft(outcome=outcome, on=TODAY, until=until))


def test_space_ticks_the_row_and_ctrl_a_all_and_esc_none(window: MainWindow, page: DuePage) -> None:
    assert page.bar.isHidden()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert ticked(page) == ["Ben Past", "Ada Past"]
    assert page.bar.isVisible()
    assert page.bar.label.text() == "2 selected"
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert ticked(page) == ["Ben Past"]
    QTest.keySequence(page.table, QKeySequence("Ctrl+A"))
    assert page.bar.label.text() == "7 selected"
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert ticked(page) == []
    assert page.bar.isHidden()
    assert window.pages.currentWidget() is page


def test_the_box_ctrl_and_shift_tick_by_mouse_and_a_press_elsewhere_does_not(page: DuePage) -> None:
    press(page, box_rect(cell(page, 1, Column.CLIENT)).center())
    assert ticked(page) == ["Ben Past"]
    press(page, cell(page, 4, Column.STATE).center(), SHIFT)
    assert ticked(page) == ["Ben Past", "Ada Past", "Cleo Closing"]
    press(page, cell(page, 2, Column.STATE).center(), CTRL)
    assert ticked(page) == ["Ben Past", "Cleo Closing"]
    press(page, cell(page, 5, Column.STATE).center())
    assert ticked(page) == ["Ben Past", "Cleo Closing"]
    press(page, box_rect(cell(page, 1, Column.CLIENT)).center())
    press(page, cell(page, 0, Column.CLIENT).center())
    assert ticked(page) == ["Cleo Closing"]


def test_two_presses_on_a_box_tick_and_untick_and_open_nobody(window: MainWindow, page: DuePage) -> None:
    at = box_rect(cell(page, 1, Column.CLIENT)).center()
    press(page, at)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
    assert ticked(page) == []
    assert window.pages.currentWidget() is page


def test_a_ticked_row_says_so_to_assistive_technology_and_can_be_ticked_by_it(page: DuePage) -> None:
    lines, role = page.table.lines, Qt.ItemDataRole.CheckStateRole
    assert lines.index(1, 0).data(role) == Qt.CheckState.Unchecked
    assert lines.setData(lines.index(1, 0), Qt.CheckState.Checked, role)
    assert lines.index(1, 0).data(role) == Qt.CheckState.Checked
    assert lines.index(0, 0).data(role) is None
    assert not lines.setData(lines.index(0, 0), Qt.CheckState.Checked, role)
    assert lines.flags(lines.index(1, 0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_what_a_filter_hides_is_ticked_no_more(page: DuePage) -> None:
    page.table.tick_all()
    page.kinds.choose("microdermabrasion")
    assert page.bar.label.text() == "4 selected"
    page.kinds.choose("both")
    assert ticked(page) == ["Ben Past", "Cleo Closing", "Emil Opening", "Fay Held"]


def test_c_logs_a_contact_for_all_that_is_ticked_and_undo_takes_it_back(
    window: MainWindow, page: DuePage, people: dict[str, Person], settle: Settle
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    QTest.keyClick(page.table, Qt.Key.Key_C)
    dialog = asked(window)
    assert dialog.subtitle_label.text() == "2 treatments, 2 clients"
    assert dialog.names.text() == "Ben Past, Ada Past"
    QTest.keyClick(dialog.outcome, Qt.Key.Key_Return)
    settle()
    assert said(page, "Ben Past", SESSION, people) == ("Message left 9 Mar", "Log contact")
    assert said(page, "Ada Past", BOTOX, people) == ("Message left 9 Mar", "Log contact")
    assert said(page, "Cleo Closing", BOTOX, people) == ("Not contacted", "Log contact")
    assert ticked(page) == []
    assert window.stage.strip.text == "2 contacts logged, Mon 9 Mar"
    QTest.keySequence(window, QKeySequence("Ctrl+Z"))
    settle()
    assert said(page, "Ben Past", SESSION, people)[0] == "Not contacted"


def test_the_button_of_a_row_logs_for_it_alone_and_opens_what_is_booked(
    window: MainWindow, page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    page.table.lines.tick([1])
    press(page, button_rect(cell(page, 2, Column.ACT)).center())
    dialog = asked(window)
    assert dialog.subtitle_label.text() == "Ada Past, Botox"
    QTest.keyClick(dialog.outcome, Qt.Key.Key_3)
    assert dialog.outcome.outcome is BOOKED
    dialog.save()
    settle()
    assert said(page, "Ada Past", BOTOX, people) == ("Booked 16 Mar", "Open")
    press(page, button_rect(cell(page, 2, Column.ACT)).center())
    assert window.stage.view.person == people["Ada Past"]
    assert window.pages.currentWidget() is window.stage.view


def test_a_press_that_begins_on_the_button_and_ends_elsewhere_does_nothing(page: DuePage) -> None:
    at, away = button_rect(cell(page, 2, Column.ACT)).center(), cell(page, 2, Column.LAST).center()
    QTest.mousePress(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
    QTest.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, away)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("outcome", "ahead", "words"),
    [
        (ContactOutcome.REACHED, 7, "Reached 9 Mar"),
        (BOOKED, 300, "Booked 3 Jan 2027"),
        (DECLINED, None, "Does not want to be asked"),
    ],
)
def test_a_row_says_what_the_latest_contact_came_to(
    page: DuePage,
    record: Record,
    people: dict[str, Person],
    settle: Settle,
    outcome: ContactOutcome,
    ahead: int | None,
    words: str,
) -> None:
    log(record, people["Cleo Closing"], None, outcome, ahead)
    settle()
    assert said(page, "Cleo Closing", BOTOX, people)[0] == said(page, "Cleo Closing", SESSION, people)[0] == words
    place = page.table.lines.place_of((people["Cleo Closing"].id, BOTOX))
    spoken = page.table.lines.index(place or 0, Column.CLIENT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(f"{words}.")


def test_the_contact_column_sorts_by_the_day_of_the_contact(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    log(record, people["Ada Past"], BOTOX, LEFT)
    settle()
    page.table.sortByColumn(Column.CONTACT, Qt.SortOrder.DescendingOrder)
    page.table.show_top()
    assert current(page)[0] == "Ada Past"


def test_the_bar_logs_exports_and_clears_and_is_named(window: MainWindow, page: DuePage) -> None:
    page.table.lines.tick([1, 2])
    assert page.bar.accessibleName() == "2 selected"
    assert page.bar.clear_button.accessibleName() == "Select none"
    page.bar.contact_button.click()
    asked(window).reject()
    assert page.table.hasFocus()
    assert ticked(page) == ["Ben Past", "Ada Past"]
    page.bar.clear_button.click()
    assert ticked(page) == []
    assert page.table.hasFocus()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_ticks_and_buttons_are_painted(page: DuePage, theme: Theme, mode: str) -> None:
    theme.choose_mode(mode)  # type: ignore[arg-type]
    page.table.lines.tick([2])
    image = page.table.viewport().grab().toImage()

    def colors(box: QRect) -> set[int]:
        return {image.pixel(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())}

    assert theme.color("accent").rgb() in colors(box_rect(cell(page, 2, Column.CLIENT)))
    assert theme.color("accent").rgb() not in colors(box_rect(cell(page, 4, Column.CLIENT)))
    assert theme.color("selected").rgb() in colors(cell(page, 2, Column.STATE))
    assert theme.color("text").rgb() in colors(button_rect(cell(page, 4, Column.ACT)))
    assert page.bar.grab().toImage().pixelColor(4, 10) == theme.color("text")


@pytest.mark.parametrize(("width", "has_bars"), [(1280, True), (1024, False)])
def test_the_bars_give_way_to_the_words_in_a_narrow_window(
    window: MainWindow, page: DuePage, width: int, has_bars: bool
) -> None:
    window.resize(width, 680)
    QApplication.processEvents()
    assert page.table.isColumnHidden(Column.COURSE) is not has_bars
    assert not page.table.horizontalScrollBar().isVisible()
    assert page.horizontalScrollBar().maximum() == 0
    assert page.table.columnWidth(Column.CONTACT) >= 170
