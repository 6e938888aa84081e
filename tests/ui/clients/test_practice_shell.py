"""The practice around a record: rail, title, menus, head, due list, and the way home and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from due_people import treat
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tracker.core.catalog import Catalog
from tracker.core.clock import Clock
from tracker.core.drafts import PersonDraft
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Kind, Person
from tracker.services.record import Record, create_record
from tracker.ui.clients.browser import ClientBrowser
from tracker.ui.clients.shell import PracticeShell
from tracker.ui.main_window import MainWindow
from tracker.ui.record_pages import OVERVIEW
from tracker.ui.reports.preview import ReportDialog
from tracker.ui.worklist.page import DuePage

LONG = "Maximiliane Charlotte Theodora von und zu Hohenstein-Wittgenstein-Berleburg " * 7
Name = Callable[[], str]


def due_page(window: MainWindow, qtbot: QtBot) -> DuePage:
    """Open the due list and return its page once it is read."""
    QTest.keySequence(window, QKeySequence("Ctrl+G"))
    due = window.stage.due
    qtbot.waitUntil(lambda: due.page is not None and not due.is_reading)
    assert due.page is not None
    return due.page


def menu_actions(window: MainWindow) -> list[QAction]:
    """Return every action of the menu bar that is to be seen."""
    found: list[QAction] = []
    for top in window.menuBar().actions():
        menu = top.menu()
        if top.isVisible() and isinstance(menu, QMenu):
            found += [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    return found


def test_the_title_is_the_practice_and_the_status_counts_its_clients(window: MainWindow) -> None:
    assert window.windowTitle() == "Northgate Skin Clinic – Skinterval"
    assert window.status.entries.text() == "7 clients"


def test_documents_of_the_clients_listed_can_be_printed_at_once(
    window: MainWindow, browser: ClientBrowser, qtbot: QtBot
) -> None:
    browser.search.setText("past")
    qtbot.waitUntil(lambda: browser.list.rows.rowCount() == 2)
    window.commands.print_clients.trigger()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, ReportDialog)
    opened._show_pages()
    assert opened.page_count.text() == "2 clients, the first is shown"
    opened.reject()


def test_a_practice_without_a_name_is_named_by_its_file(window: MainWindow, practice: Record) -> None:
    practice.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    assert window.windowTitle() == "record – Skinterval"


def test_the_list_has_the_width_of_the_design_and_keeps_another(window: MainWindow, shell: PracticeShell) -> None:
    assert (shell.rail.width(), shell.pane.width()) == (80, 312)
    window.panes.setSizes([380, 800])
    window.panes.splitterMoved.emit(380, 1)
    window.resize(1040, 700)
    window.resize(1300, 800)
    assert shell.pane.width() == 380
    assert bytes(window.preferences.layout("clients").data()) == b"380"


def test_the_list_grows_and_shrinks_by_the_menu_within_its_limits(window: MainWindow, shell: PracticeShell) -> None:
    window.commands.wider_list.trigger()
    assert shell.pane.width() == 336
    for _press in range(9):
        window.commands.narrower_list.trigger()
    assert shell.pane.width() == 260


def test_the_overview_comes_before_the_list(main_window: MainWindow, practice: Record, qtbot: QtBot) -> None:
    practice.people.add(PersonDraft(name="Zoë"))
    main_window.show_record(practice)
    shell = main_window.stage.practice.shell
    assert shell is not None
    assert shell.pane.browser.list.rows.rowCount() == 0
    qtbot.waitUntil(lambda: shell.pane.browser.list.rows.rowCount() == 1)


def test_no_key_is_given_twice_and_every_entry_has_a_mnemonic(window: MainWindow) -> None:
    actions = menu_actions(window)
    keys = [keys.toString() for action in actions for keys in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert [action.text() for action in actions if "&" not in action.text()] == []
    letters = [QKeySequence.mnemonic(one.text()).toString() for one in window.menus.clients.actions() if one.text()]
    assert len(letters) == len(set(letters))


def test_people_are_clients_in_the_menus_of_a_practice(window: MainWindow, practice: Record) -> None:
    texts = [action.text() for action in menu_actions(window)]
    assert "&New client…" in texts
    assert "Client &details…" in texts
    assert "&Switch person…" not in texts
    practice.practice.change(PracticeSettings())
    texts = [action.text() for action in menu_actions(window)]
    assert "&Add person…" in texts
    assert "&Switch person…" in texts
    assert "&Find a client" not in texts
    assert not window.menus.clients.menuAction().isVisible()


def test_the_rail_leads_to_the_due_list_which_has_the_window_to_itself(
    window: MainWindow, shell: PracticeShell, qtbot: QtBot
) -> None:
    shell.rail.due.click()
    assert window.stage.due.is_shown
    assert not shell.pane.isVisible()
    assert shell.rail.due.isChecked()
    assert not shell.rail.clients.isChecked()
    qtbot.waitUntil(lambda: not window.stage.due.is_reading)
    assert shell.rail.due.badge == "6"
    assert shell.rail.due.accessibleName() == "Due, 6 treatments"
    shell.rail.clients.click()
    assert shell.pane.isVisible()
    assert shell.rail.clients.isChecked()
    assert shell.pane.browser.list.hasFocus()


def test_the_rail_is_the_way_back_from_the_due_list(window: MainWindow, shell: PracticeShell, qtbot: QtBot) -> None:
    page = due_page(window, qtbot)
    assert not page.back_button.isVisible()
    shell.rail.clients.click()
    assert window.pages.currentWidget() is window.stage.view


def test_a_row_of_the_due_list_opens_the_client_and_the_way_back_leads_to_the_same_place(
    window: MainWindow, shell: PracticeShell, qtbot: QtBot, on_screen: Name
) -> None:
    page = due_page(window, qtbot)
    for _row in range(3):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    row = page.table.currentIndex().row()
    item = page.table.current_item()
    assert item is not None
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert on_screen() == item.person.name
    assert str(shell.pane.browser.list.currentIndex().data()) == item.person.name
    assert window.stage.view.tab == OVERVIEW
    again = due_page(window, qtbot)
    assert again.table.hasFocus()
    assert again.table.currentIndex().row() == row


def test_the_badge_is_counted_once_the_chart_stands_and_for_every_record_after_that(
    window: MainWindow, shell: PracticeShell, practice: Record, qtbot: QtBot
) -> None:
    window.warm_charts()
    qtbot.waitUntil(lambda: shell.rail.due.badge == "6")
    window.close_record()
    window.show_record(practice)
    assert shell.rail.due.badge == ""
    # The chart of the former record went with it.
    window.warm_charts()
    qtbot.waitUntil(lambda: shell.rail.due.badge == "6")


def test_the_badge_follows_what_is_logged_though_the_due_list_is_not_on_screen(
    window: MainWindow, shell: PracticeShell, practice: Record, clients: dict[str, Person], qtbot: QtBot
) -> None:
    window.stage.due._soon.setInterval(0)
    window.stage.due.count()
    qtbot.waitUntil(lambda: shell.rail.due.badge == "6")
    treat(practice, clients["Ada Past"], Kind.BOTOX, 0)
    qtbot.waitUntil(lambda: shell.rail.due.badge == "5", timeout=5_000)
    assert window.stage.due.page is None


def test_a_badge_with_many_digits_is_cut_and_read_out_whole(shell: PracticeShell) -> None:
    shell.rail.show_due_count(7521, "7521 treatments")
    assert shell.rail.due.badge == "999+"
    assert shell.rail.due.accessibleName() == "Due, 7521 treatments"


def test_arrows_move_in_the_rail_which_is_one_tab_stop(shell: PracticeShell) -> None:
    shell.rail.clients.setFocus()
    QTest.keyClick(shell.rail.clients, Qt.Key.Key_Down)
    assert shell.rail.due.hasFocus()
    stops = [button for button in shell.rail.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [shell.rail.due]
    QTest.keyClick(shell.rail.due, Qt.Key.Key_Return)
    assert shell.rail.due.isChecked()


def test_the_head_names_the_client_and_logs_reports_and_tells(
    window: MainWindow, shell: PracticeShell, practice: Record, clients: dict[str, Person]
) -> None:
    ada = clients["Ada Past"]
    draft = PersonDraft.of(ada)
    draft.client_number, draft.notes = "0417", "Bruises easily.\nPrefers mornings."
    practice.people.change(ada.id, draft)
    window.stage.show_person(ada.id)
    head = shell.head
    assert (head.name.text(), head.facts.text()) == ("Ada Past", "no. 0417")
    assert head.notes.line == "Bruises easily. Prefers mornings."
    assert not window.stage.view.bar.isVisible()
    assert head.isAncestorOf(window.stage.view.bar.tabs)
    for button in (head.botox_button, head.session_button, head.notes):
        button.click()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()


@pytest.mark.parametrize("width", [1024, 1280])
def test_a_name_of_500_letters_leaves_the_buttons_their_place(
    window: MainWindow, shell: PracticeShell, practice: Record, width: int
) -> None:
    person = practice.people.add(PersonDraft(name=LONG[:500], notes=LONG, allergies=LONG, client_number=LONG[:200]))
    window.stage.show_person(person.id)
    window.resize(width, 680)
    QApplication.processEvents()
    head, strip = shell.head, window.stage.view.cautions
    assert window.width() == width
    assert head.more_button.geometry().right() < head.width()
    assert head.name.geometry().right() < head.botox_button.x()
    assert head.name.is_elided
    assert head.facts.width() >= 120
    assert window.stage.view.bar.tabs.width() >= window.stage.view.bar.tabs.sizeHint().width()
    assert head.notes.is_elided
    assert LONG.split()[0] in head.notes.toolTip()
    assert strip.button.is_elided
    assert strip.button.accessibleName().startswith("Allergies: Maximiliane")


def test_all_tabs_stay_in_sight_where_notes_and_buttons_have_no_room(
    shell: PracticeShell, window: MainWindow, practice: Record
) -> None:
    person = practice.people.add(PersonDraft(name="Zoë", notes=LONG))
    window.stage.show_person(person.id)
    head, tabs = shell.head, window.stage.view.bar.tabs
    head.resize(head.width(), head.height())
    assert head.notes.isVisible()
    head.resize(tabs.sizeHint().width() + 100, head.height())
    assert head.notes.isHidden()
    assert head.report_button.isHidden()
    assert not head.more_button.isHidden()
    assert next(one.text() for one in head.more_button.menu().actions() if one.text()) == "Log &botox…"


def test_a_record_comes_home_and_undo_makes_it_a_practice_again(
    window: MainWindow, shell: PracticeShell, practice: Record, browser: ClientBrowser
) -> None:
    practice.practice.change(PracticeSettings())
    view = window.stage.view
    assert window.windowTitle() == "Gus Waiting – record – Skinterval"
    assert view.bar.isVisible()
    assert view.bar.isAncestorOf(view.bar.tabs)
    assert not shell.rail.isVisible()
    assert not shell.pane.isVisible()
    assert browser.list.rows.rowCount() == 0
    assert window.status.entries.text() == "1 entry"
    QTest.keySequence(window, QKeySequence("Ctrl+Z"))
    assert window.windowTitle() == "Northgate Skin Clinic – Skinterval"
    assert shell.rail.isVisible()
    assert browser.list.rows.rowCount() == 7
    assert str(browser.list.currentIndex().data()) == "Gus Waiting"
    assert shell.head.name.text() == "Gus Waiting"


def test_who_is_due_is_known_after_a_record_has_become_a_practice_again(
    window: MainWindow, shell: PracticeShell, practice: Record, browser: ClientBrowser, qtbot: QtBot
) -> None:
    practice.practice.change(PracticeSettings())
    due_page(window, qtbot)
    QTest.keySequence(window, QKeySequence("Ctrl+1"))
    practice.undo.undo()
    qtbot.waitUntil(lambda: not window.stage.due.is_reading)
    browser.filters.segments.choose("due")
    qtbot.waitUntil(lambda: browser.list.rows.rowCount() == 5)


def test_a_home_record_after_a_practice_has_nothing_of_it(
    window: MainWindow, shell: PracticeShell, tmp_path: Path, catalog: Catalog, clock: Clock
) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+H"))
    home = create_record(tmp_path / "home.db", catalog, clock)
    home.people.add(PersonDraft(name="Maya"))
    window.close_record()
    assert not shell.rail.isVisible()
    window.show_record(home)
    assert window.windowTitle() == "Maya – Skinterval"
    assert not shell.pane.isVisible()
    assert shell.head.name.text() == ""
    assert not shell.names.are_hidden
    window.close_record()
    home.close()


def test_a_practice_without_clients_says_so_and_asks_for_the_first(main_window: MainWindow, practice: Record) -> None:
    main_window.show_record(practice)
    shell = main_window.stage.practice.shell
    assert shell is not None
    assert main_window.pages.currentWidget() is shell.nobody
    assert shell.pane.browser.empty.sentence == "No clients yet."
    assert not shell.rail.due.isEnabled()
    shell.nobody.new_button.click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    practice.people.add(PersonDraft(name="Zoë"))
    assert main_window.stage.view.person is not None
    assert main_window.pages.currentWidget() is main_window.stage.view
    assert str(shell.pane.browser.list.currentIndex().data()) == "Zoë"
    assert shell.rail.due.isEnabled()


def test_nothing_of_the_list_is_imported_for_a_record_at_home(main_window: MainWindow, record: Record) -> None:
    record.people.add(PersonDraft(name="Maya"))
    main_window.show_record(record)
    assert main_window.stage.practice.shell is None
