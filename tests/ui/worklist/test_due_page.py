"""The page "Due" in the window: opened, filtered, left and come back to, by keyboard and by mouse."""

from collections.abc import Callable

import pytest
from due_people import LISTED, current, numbers, shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import PersonDraft
from tracker.core.records import Kind, Person
from tracker.core.worklist import Group
from tracker.services.record import Record
from tracker.ui.dialogs.calendar_file import CalendarDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.record_pages import HISTORY, OVERVIEW
from tracker.ui.reminders.list_dialog import ReminderListDialog
from tracker.ui.reminders.why_dialog import WhyDialog
from tracker.ui.reports.listing_dialog import ListingDialog
from tracker.ui.reports.preview import ReportDialog
from tracker.ui.theme import Theme
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.page import DuePage

Settle = Callable[[], DuePage]
LONG = "Maximiliane Charlotte Theodora von und zu Hohenstein-Wittgenstein-Berleburg the Younger"
HOSTILE = '<img src="file:///etc/passwd"> & <b>bold</b>'


def test_the_list_is_offered_only_where_several_people_are_not_archived(
    main_window: MainWindow, record: Record
) -> None:
    action = main_window.commands.due_list
    assert not action.isEnabled()
    record.people.add(PersonDraft(name="Ada"))
    main_window.show_record(record)
    assert not action.isEnabled()
    ben = record.people.add(PersonDraft(name="Ben"))
    assert action.isEnabled()
    record.people.change(ben.id, PersonDraft(name="Ben", is_archived=True))
    assert not action.isEnabled()
    main_window.close_record()
    assert not action.isEnabled()


def test_ctrl_g_shows_who_is_due_in_groups(window: MainWindow, settle: Settle) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+G"))
    page = settle()
    assert window.pages.currentWidget() is page
    assert shown(page) == LISTED
    assert numbers(page) == [2, 2, 1, 1, 1]
    assert page.subtitle.text() == "Monday 9 March 2026, 6 treatments, 5 clients"
    assert page.table.hasFocus()
    assert current(page) == ("Ben Past", Kind.MICRODERMABRASION)
    assert window.windowTitle() == "record – Skinterval"


def test_choices_made_while_the_list_is_still_read_are_kept_for_it(theme: Theme, qtbot: QtBot) -> None:
    early = DuePage(theme)
    qtbot.addWidget(early)
    early.kinds.choose(Kind.BOTOX.value)
    early.head.filter.choose(None, "VIP")
    assert not early.head.print_button.isEnabled()
    early.show_items((), TODAY)
    assert early.empty.sentence == "Nothing of this selection is due."


def test_the_list_is_printed_in_the_order_in_which_it_is_sorted(page: DuePage, qtbot: QtBot) -> None:
    page.table.sortByColumn(Column.CLIENT, Qt.SortOrder.AscendingOrder)
    with qtbot.waitSignal(page.printRequested) as asked:
        page.head.print_button.click()
    printed = [item.person.name for item in asked.args[0]]
    assert printed[:2] == ["Ada Past", "Ben Past"]
    assert printed == [line for line in shown(page) if ", " not in line]


def test_ctrl_p_prints_the_list_where_it_is_on_screen(window: MainWindow, page: DuePage, qtbot: QtBot) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+P"))
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, ListingDialog)
    qtbot.waitUntil(lambda: not opened.is_waiting)
    opened.reject()
    page.head.filter.choose(None, "Nobody bears this")
    assert page.shown == ()
    QTest.keySequence(window, QKeySequence("Ctrl+P"))
    assert QApplication.activeModalWidget() is None


def test_documents_of_everybody_ticked_are_printed_once_each(window: MainWindow, page: DuePage) -> None:
    page.table.setFocus()
    QTest.keySequence(page.table, QKeySequence("Ctrl+A"))
    people = {item.person.id for item in page.table.lines.ticked}
    assert len(people) < len(page.table.lines.ticked)
    page.bar.print_button.click()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, ReportDialog)
    opened._show_pages()
    assert opened.page_count.text() == f"{len(people)} clients, the first is shown"
    opened.reject()
    assert window.pages.currentWidget() is page


def test_nobody_can_be_logged_for_while_the_list_is_on_screen(window: MainWindow, page: DuePage) -> None:
    do = window.commands
    assert not any(action.isEnabled() for action in (*do.log.values(), do.person_details, do.find))
    assert all(action.isEnabled() for action in (do.overview, do.history, do.switch_person, do.due_list, do.add_person))
    assert window.menus.edit.menuAction().isVisible()
    page.back_button.click()
    assert all(action.isEnabled() for action in (*do.log.values(), do.report, do.find))


def test_what_is_about_everybody_can_be_opened_from_the_list(window: MainWindow, page: DuePage) -> None:
    for action, dialog in (
        (window.commands.reminders, ReminderListDialog),
        (window.commands.why_not_reminded, WhyDialog),
        (window.commands.export_calendar, CalendarDialog),
    ):
        action.trigger()
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, dialog)
        opened.reject()


def test_enter_opens_the_person_and_the_list_is_found_again_as_it_was(
    window: MainWindow, page: DuePage, settle: Settle
) -> None:
    window.resize(1024, 680)
    page.kinds.choose("botox")
    page.table.sortByColumn(Column.CLIENT, Qt.SortOrder.DescendingOrder)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    found, at = current(page), page.table.verticalScrollBar().value()
    assert found == ("Cleo Closing", Kind.BOTOX)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    view = window.stage.view
    assert window.pages.currentWidget() is view
    assert view.person is not None
    assert (view.person.name, view.tab) == ("Cleo Closing", OVERVIEW)
    assert view.bar.tabs.hasFocus()
    QTest.keySequence(window, QKeySequence("Ctrl+G"))
    assert settle() is page
    assert (current(page), page.table.verticalScrollBar().value()) == (found, at)
    assert page.kind is Kind.BOTOX
    assert page.table.hasFocus()
    assert page.back_button.text() == "Back to Cleo Closing"


def test_a_double_click_opens_the_person_and_one_on_a_group_does_not(window: MainWindow, page: DuePage) -> None:
    def press(place: int) -> None:
        at: QPoint = page.table.visualRect(page.table.lines.index(place, 0)).center()
        for act in (QTest.mouseClick, QTest.mouseDClick):
            act(page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    press(0)
    assert window.pages.currentWidget() is page
    press(2)
    assert window.stage.view.person is not None
    assert window.stage.view.person.name == "Ada Past"
    assert window.pages.currentWidget() is window.stage.view


@pytest.mark.parametrize("way", ["Esc", "Esc from a counter", "Ctrl+1", "Ctrl+2", "button"])
def test_every_way_back_leads_to_the_person_before(window: MainWindow, page: DuePage, way: str) -> None:
    assert page.back_button.text() == "Back to Gus Waiting"
    if way == "button":
        page.back_button.click()
    elif way.startswith("Esc"):
        QTest.keyClick(page.table if way == "Esc" else page.counters.counters[0], Qt.Key.Key_Escape)
    else:
        QTest.keySequence(window, QKeySequence(way))
    view = window.stage.view
    assert window.pages.currentWidget() is view
    assert view.person is not None
    assert (view.person.name, view.tab) == ("Gus Waiting", HISTORY if way == "Ctrl+2" else OVERVIEW)
    assert window.windowTitle() == "Gus Waiting – record – Skinterval"


def test_arrows_go_past_the_lines_of_the_groups_and_home_and_end_reach_the_rows(page: DuePage) -> None:
    visited = [current(page)[0]]
    for _step in range(6):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        visited.append(current(page)[0])
    assert visited == [name for name in LISTED if "," not in name]
    QTest.keyClick(page.table, Qt.Key.Key_Home)
    assert current(page)[0] == "Ben Past"
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.currentIndex().column() == 0
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert current(page)[0] == "Fay Held"


def test_going_up_to_the_first_row_of_a_group_shows_its_line_too(window: MainWindow, page: DuePage) -> None:
    window.resize(1024, 680)
    page.table.parentWidget().setFixedHeight(240)
    QApplication.processEvents()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert page.table.verticalScrollBar().value() > 0
    for _step in range(6):
        QTest.keyClick(page.table, Qt.Key.Key_Up)
    assert page.table.verticalScrollBar().value() == 0


def test_a_counter_shows_its_group_alone_and_pressed_again_all(page: DuePage) -> None:
    closing = page.counters.counters[1]
    QTest.mouseClick(closing, Qt.MouseButton.LeftButton)
    assert page.group is Group.CLOSING
    assert shown(page) == ["Closing this week, 2", "Cleo Closing", "Cleo Closing"]
    assert numbers(page) == [2, 2, 1, 1, 1]
    page.counters.counters[4].click()
    assert shown(page) == ["Held by another treatment, 1", "Fay Held"]
    assert not closing.isChecked()
    page.counters.counters[4].click()
    assert page.group is None
    assert shown(page) == LISTED


def test_rows_and_lines_of_groups_keep_their_heights_through_filters(page: DuePage) -> None:
    def heights() -> list[tuple[bool, int, int]]:
        table = page.table
        places = range(table.lines.rowCount())
        return [("," in shown(page)[place], table.rowHeight(place), table.columnSpan(place, 0)) for place in places]

    before = set(heights())
    assert before == {(True, 33, len(Column)), (False, 41, 1)}
    for counter in (*page.counters.counters, page.counters.counters[-1]):
        counter.click()
        assert set(heights()) == before
    page.kinds.choose("botox")
    assert set(heights()) == before


def test_counters_are_one_tab_stop_and_work_by_keys(page: DuePage) -> None:
    first, second = page.counters.counters[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert page.group is Group.CLOSING
    assert [bool(counter.focusPolicy() & Qt.FocusPolicy.TabFocus) for counter in page.counters.counters] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert second.accessibleName() == "Closing this week, 2"
    QTest.keyClick(second, Qt.Key.Key_End)
    QTest.keyClick(page.counters.counters[4], Qt.Key.Key_Space)
    assert shown(page) == ["Held by another treatment, 1", "Fay Held"]


def test_one_treatment_can_be_shown_alone_and_is_counted_alone(page: DuePage) -> None:
    page.kinds.buttons[2].click()
    assert shown(page) == [
        "Past window, 1",
        "Ben Past",
        "Closing this week, 1",
        "Cleo Closing",
        "Opening this week, 1",
        "Emil Opening",
        "Held by another treatment, 1",
        "Fay Held",
    ]
    assert numbers(page) == [1, 1, 0, 1, 1]
    assert page.subtitle.text() == "Monday 9 March 2026, 3 treatments, 3 clients"


def test_a_filter_keeps_the_current_row_where_it_is_still_shown(page: DuePage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_End)
    page.kinds.choose("microdermabrasion")
    assert current(page)[0] == "Fay Held"
    page.kinds.choose("botox")
    assert current(page)[0] == "Ada Past"


def test_what_a_filter_leaves_empty_is_said_with_a_way_out(page: DuePage) -> None:
    page.kinds.choose("botox")
    page.counters.choose(Group.HELD)
    assert page.empty.isVisible()
    assert page.empty.sentence == "No treatment is held by another one."
    page.empty.button.click()
    assert not page.empty.isVisible()
    assert shown(page) == LISTED
    assert page.table.hasFocus()


def test_a_record_in_which_nothing_is_due_says_so(main_window: MainWindow, record: Record, qtbot: QtBot) -> None:
    for name in ("Ada", "Ben"):
        record.people.add(PersonDraft(name=name))
    main_window.show_record(record)
    main_window.commands.due_list.trigger()
    due = main_window.stage.due
    qtbot.waitUntil(lambda: not due.is_reading)
    assert due.page is not None
    assert due.page.empty.sentence == "Nothing is due this week."
    assert not due.page.empty.button.isVisible()
    assert due.page.subtitle.text() == "Monday 9 March 2026, 0 treatments, 0 clients"
    assert due.page.table.current_item() is None
    QTest.keyClick(due.page.table, Qt.Key.Key_Return)
    assert due.is_shown


def test_the_header_sorts_within_the_groups_and_a_third_time_not_at_all(page: DuePage) -> None:
    header = page.table.horizontalHeader()
    header.setFocus()
    for expected in (("Ada Past", "Ben Past"), ("Ben Past", "Ada Past"), ("Ben Past", "Ada Past")):
        QTest.keyClick(header, Qt.Key.Key_Space)
        assert tuple(shown(page)[1:3]) == expected
    assert header.sortIndicatorSection() == -1


def test_f6_goes_from_the_table_to_what_stands_over_it_and_back(window: MainWindow, page: DuePage) -> None:
    window.stage.focus_next_pane()
    assert page.kinds.buttons[0].hasFocus()
    window.stage.focus_next_pane()
    assert page.table.hasFocus()


def test_tab_goes_through_choices_counters_and_table(page: DuePage) -> None:
    stops = []
    page.kinds.buttons[0].setFocus()
    for _step in range(7):
        widget = QApplication.focusWidget()
        assert widget is not None
        stops.append(widget.objectName() or widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    over = ["Treatment: Both", "practitioner", "dueFilter", "printDue", "backToPerson"]
    assert stops == [*over, "counter-past", "dueTable"]
    assert page.table.horizontalHeader().hasFocus()


def test_every_control_has_a_name_to_be_heard(page: DuePage) -> None:
    for widget in (page.table, page.table.horizontalHeader(), page.kinds, page.counters, *page.counters.counters):
        assert widget.accessibleName()
    assert page.back_button.accessibleName() == "Back to Gus Waiting"


@pytest.mark.parametrize("name", [LONG, HOSTILE])
def test_long_and_hostile_names_are_shortened_and_told_whole(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle, name: str
) -> None:
    record.people.change(people["Ben Past"].id, PersonDraft(name=name, client_number="0417"))
    settle()
    page.show_back_to(name)
    assert page.back_button.accessibleName() == f"Back to {name}"
    index = page.table.lines.index(1, Column.CLIENT)
    assert index.data() == f"{name} no. 0417"
    tip = page.table._delegate._tip(page.table.lines.lines[1], index, 200)
    assert tip == f"{name} no. 0417"
    assert page.table._delegate._tip(page.table.lines.lines[1], index, 2000) == ""
    assert page.grab().width() == page.width()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_pill_and_bar_are_painted_in_the_colours_of_the_state(page: DuePage, theme: Theme, mode: str) -> None:
    theme.choose_mode(mode)  # type: ignore[arg-type]
    image = page.table.viewport().grab().toImage()

    def colors(place: int, column: Column) -> set[int]:
        box = page.table.visualRect(page.table.lines.index(place, column))
        return {image.pixel(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())}

    for place, state in ((1, "past"), (4, "ready"), (9, "wait"), (11, "held")):
        assert theme.color(f"{state}Bg").rgb() in colors(place, Column.STATE), state
    assert theme.color("readySolid").rgb() in colors(7, Column.COURSE)
    assert theme.color("pastSolid").rgb() in colors(2, Column.COURSE)
    assert theme.color("text").rgb() in colors(7, Column.COURSE)
    assert theme.color("sunken").rgb() in colors(0, Column.CLIENT)


@pytest.mark.parametrize("size", [(1024, 680), (1280, 800)])
def test_the_table_fills_the_width_and_the_counters_stay_in_one_row(
    window: MainWindow, page: DuePage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    page.counters.show_counts(dict.fromkeys(Group, 9_999))
    header = page.table.horizontalHeader()
    assert header.length() == page.table.viewport().width()
    assert not page.table.horizontalScrollBar().isVisible()
    assert len({counter.y() for counter in page.counters.counters}) == 1
    assert page.verticalScrollBar().maximum() == 0
