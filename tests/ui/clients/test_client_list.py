"""The list of clients by keyboard: search, move, enter, come back; what it says when it is empty."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from due_people import treat
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListView
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock, type_text

from tracker.core.client_query import MOST_FOUND, ClientFilter
from tracker.core.drafts import PersonDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.clients.browser import ClientBrowser
from tracker.ui.clients.shell import PracticeShell
from tracker.ui.dialogs.log_contact import LogContactDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.words.one_line import one_line

Names = Callable[[], Sequence[str]]
Name = Callable[[], str]
EVERYBODY = ["Ada Past", "Ben Past", "Cleo Closing", "Dora Open", "Emil Opening", "Fay Held", "Gus Waiting"]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)


def marked(browser: ClientBrowser) -> str:
    index = browser.list.currentIndex()
    return str(index.data()) if index.isValid() else ""


def test_everybody_is_listed_by_name_and_who_is_on_screen_is_marked(browser: ClientBrowser, listed: Names) -> None:
    assert listed() == EVERYBODY
    assert marked(browser) == "Gus Waiting"
    assert browser.filters.segments.buttons[0].text() == "All 7"


def test_each_keystroke_narrows_the_list_at_once(window: MainWindow, browser: ClientBrowser, listed: Names) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    assert browser.search.hasFocus()
    type_text(browser.search, "pa")
    assert listed() == ["Ada Past", "Ben Past"]
    type_text(browser.search, " b")
    assert listed() == ["Ben Past"]


def test_a_client_is_opened_by_three_letters_and_enter(
    window: MainWindow, browser: ClientBrowser, on_screen: Name
) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    type_text(browser.search, "clo")
    assert on_screen() == "Gus Waiting"
    assert browser.list.candidate == 0
    press(Qt.Key.Key_Return)
    assert on_screen() == "Cleo Closing"
    assert window.stage.view.bar.tabs.hasFocus()
    assert marked(browser) == "Cleo Closing"


def test_typing_never_marks_a_client_whose_record_is_not_on_screen(browser: ClientBrowser, on_screen: Name) -> None:
    type_text(browser.search, "past")
    assert marked(browser) == ""
    browser.search.clear()
    assert marked(browser) == on_screen() == "Gus Waiting"


def test_arrows_in_the_search_move_in_the_list_and_the_record_follows(
    qtbot: QtBot, browser: ClientBrowser, on_screen: Name
) -> None:
    browser.focus_search()
    type_text(browser.search, "past")
    press(Qt.Key.Key_Down)
    assert marked(browser) == "Ada Past"
    assert on_screen() == "Gus Waiting"
    qtbot.waitUntil(lambda: on_screen() == "Ada Past")
    press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: on_screen() == "Ben Past")
    assert browser.search.hasFocus()


def test_what_happens_before_the_record_follows_does_not_take_the_move_back(
    qtbot: QtBot, browser: ClientBrowser, on_screen: Name, practice: Record, clients: dict[str, Person]
) -> None:
    browser.focus_list()
    press(Qt.Key.Key_Up)
    treat(practice, clients["Ada Past"], Kind.BOTOX, 0)
    practice.people.add(PersonDraft(name="Aaron"))
    browser.show_due((clients["Ada Past"].id,))
    assert marked(browser) == "Fay Held"
    qtbot.waitUntil(lambda: on_screen() == "Fay Held")


def test_enter_means_the_client_moved_to_though_the_list_was_read_again_meanwhile(
    qtbot: QtBot, browser: ClientBrowser, on_screen: Name
) -> None:
    browser.focus_search()
    type_text(browser.search, "past")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: on_screen() == "Ben Past")
    browser.read_again()
    press(Qt.Key.Key_Return)
    assert on_screen() == marked(browser) == "Ben Past"


def test_a_key_of_the_menus_means_the_client_that_is_marked(
    window: MainWindow, browser: ClientBrowser, on_screen: Name
) -> None:
    browser.focus_list()
    press(Qt.Key.Key_Up)
    assert on_screen() == "Gus Waiting"
    QTest.keyClick(browser.list, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert on_screen() == "Fay Held"


def test_esc_goes_back_to_the_list_and_empties_the_search_first(browser: ClientBrowser, window: MainWindow) -> None:
    window.stage.view.bar.tabs.setFocus()
    press(Qt.Key.Key_Escape)
    assert browser.list.hasFocus()
    QTest.keyClick(browser.list, "p")
    assert browser.search.hasFocus()
    assert browser.search.text() == "p"
    press(Qt.Key.Key_Escape)
    assert browser.search.text() == ""
    press(Qt.Key.Key_Escape)
    assert browser.list.hasFocus()


def test_the_key_that_switches_people_at_home_finds_a_client(window: MainWindow, browser: ClientBrowser) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+K"))
    assert browser.search.hasFocus()


def test_esc_in_the_list_ends_a_search_that_narrowed_it(browser: ClientBrowser, listed: Names) -> None:
    browser.search.setText("pa")
    browser.list.setFocus()
    press(Qt.Key.Key_Escape)
    assert (listed(), browser.search.text()) == (EVERYBODY, "")
    assert browser.list.hasFocus()
    assert marked(browser) == "Gus Waiting"


def test_the_keys_of_the_list_work_from_the_start(browser: ClientBrowser, on_screen: Name, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is browser.list
    press(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: on_screen() == "Ada Past")


def test_a_narrow_window_starts_with_the_record_in_sight(
    main_window: MainWindow, practice: Record, clients: dict[str, Person], qtbot: QtBot
) -> None:
    main_window.resize(1_030, 700)
    main_window.show_record(practice, person_id=clients["Gus Waiting"].id)
    shell = main_window.stage.practice.shell
    assert shell is not None
    qtbot.waitUntil(lambda: shell.pane.browser.list.rows.rowCount() == len(clients))
    assert (shell.pane.is_narrow, shell.pane.is_open) == (True, False)
    assert main_window.stage.view.bar.tabs.hasFocus()


def test_f6_goes_from_list_to_tabs_to_page_and_back_to_the_list(window: MainWindow, browser: ClientBrowser) -> None:
    browser.focus_list()
    QTest.keySequence(window, QKeySequence("F6"))
    assert window.stage.view.bar.tabs.hasFocus()
    QTest.keySequence(window, QKeySequence("F6"))
    assert window.stage.view.overview.isAncestorOf(QApplication.focusWidget())
    QTest.keySequence(window, QKeySequence("F6"))
    assert browser.list.hasFocus()


def test_find_means_the_history_while_the_keys_are_there_and_then_the_clients(
    window: MainWindow, browser: ClientBrowser
) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+2"))
    history = window.stage.view.history
    assert history is not None
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    assert history.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget() is history.filters.search
    QTest.keyClick(history.filters.search, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert browser.search.hasFocus()


@pytest.mark.parametrize("text", ["sol", "<zz>%_*'\"-🌿", "  a AND (", "\u202ex"])
def test_a_search_that_finds_nobody_says_so_letter_by_letter(browser: ClientBrowser, listed: Names, text: str) -> None:
    type_text(browser.search, text)
    assert listed() == []
    assert browser.empty.isVisible()
    assert browser.empty.sentence == f"No client matches “{one_line(text)}”."
    browser.empty.button.click()
    assert listed() == EVERYBODY
    assert browser.search.hasFocus()


def test_a_long_search_that_finds_nobody_is_shortened_in_what_is_said(browser: ClientBrowser, listed: Names) -> None:
    browser.search.setText("W" * 500)
    assert listed() == []
    said = browser.empty.sentence
    assert said.startswith("No client matches “WWW")
    assert said.endswith("W…”.")
    assert browser.fontMetrics().horizontalAdvance(said.split()[-1]) < browser.list.viewport().width()


def test_due_lists_who_is_due_the_most_pressing_first(qtbot: QtBot, browser: ClientBrowser, listed: Names) -> None:
    browser.filters.segments.choose(ClientFilter.DUE.value)
    qtbot.waitUntil(lambda: len(listed()) == 5)
    assert listed() == ["Ben Past", "Ada Past", "Cleo Closing", "Dora Open", "Emil Opening"]
    assert browser.filters.segments.buttons[1].text() == "Due 5"
    type_text(browser.search, "past")
    assert listed() == ["Ben Past", "Ada Past"]


def test_who_was_treated_is_no_longer_due(
    qtbot: QtBot,
    window: MainWindow,
    browser: ClientBrowser,
    listed: Names,
    practice: Record,
    clients: dict[str, Person],
) -> None:
    window.stage.due._soon.setInterval(0)
    browser.filters.segments.choose(ClientFilter.DUE.value)
    qtbot.waitUntil(lambda: "Ada Past" in listed())
    treat(practice, clients["Ada Past"], Kind.BOTOX, 0)
    qtbot.waitUntil(lambda: "Ada Past" not in listed())


def test_the_archived_are_listed_by_the_menu_and_cleared_again(
    browser: ClientBrowser, listed: Names, practice: Record
) -> None:
    practice.people.add(PersonDraft(name="Old & Gone", is_archived=True))
    assert listed() == EVERYBODY
    browser.filters.menu.aboutToShow.emit()
    browser.filters.menu.actions()[0].trigger()
    assert listed() == ["Old & Gone"]
    assert browser.filters.said.text() == "Archived"
    assert browser.filters.segments.chosen == ""
    browser.filters.clear_button.click()
    assert listed() == EVERYBODY


def test_tags_narrow_the_list_and_are_named_until_cleared(
    browser: ClientBrowser, listed: Names, practice: Record, clients: dict[str, Person]
) -> None:
    for name, tags in (("Ada Past", ("vip",)), ("Ben Past", ("vip", "a&b"))):
        draft = PersonDraft.of(clients[name])
        draft.tags = tags
        practice.people.change(clients[name].id, draft)
    browser.filters.menu.aboutToShow.emit()
    choices = [action.text() for action in browser.filters.menu.actions() if action.text()]
    assert choices == ["&Archived", "a&&b", "vip"]
    browser.filters.menu.actions()[-1].trigger()
    assert listed() == ["Ada Past", "Ben Past"]
    browser.filters.menu.aboutToShow.emit()
    next(action for action in browser.filters.menu.actions() if action.text() == "a&&b").trigger()
    assert listed() == ["Ben Past"]
    assert browser.filters.said.text() == "Tagged vip, a&b"
    browser.filters.clear_button.click()
    assert listed() == EVERYBODY


def test_recent_lists_who_was_changed_last_first(
    browser: ClientBrowser, listed: Names, practice: Record, clients: dict[str, Person]
) -> None:
    browser.filters.segments.choose(ClientFilter.RECENT.value)
    treat(practice, clients["Dora Open"], Kind.BOTOX, 0)
    assert listed()[0] == "Dora Open"
    treat(practice, clients["Ada Past"], Kind.BOTOX, 0)
    assert listed()[:2] == ["Ada Past", "Dora Open"]


def test_a_row_is_read_out_with_its_states(browser: ClientBrowser) -> None:
    said = browser.list.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Cleo Closing. Botox: 4 days left. Microdermabrasion: 2 days left."


def test_states_follow_a_treatment_and_a_new_day(
    window: MainWindow, browser: ClientBrowser, practice: Record, clients: dict[str, Person], clock: FixedClock
) -> None:
    rows = browser.list.rows
    treat(practice, clients["Ada Past"], Kind.BOTOX, 0)
    assert "Wait 90 days" in rows.spoken(0)
    clock.day = TODAY + timedelta(1)
    window.stage._minute.timeout.emit()
    assert "Wait 89 days" in rows.spoken(0)


def test_names_give_way_to_initials_and_numbers_in_list_and_head(
    window: MainWindow, browser: ClientBrowser, shell: PracticeShell, listed: Names
) -> None:
    assert shell.head.name.text() == "Gus Waiting"
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+H"))
    assert listed()[:2] == ["A. P.", "B. P."]
    assert shell.head.name.text() == "G. W."
    said = browser.list.rows.spoken(6) + str(browser.list.rows.index(6).data(Qt.ItemDataRole.ToolTipRole))
    assert "Gus" not in said
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+H"))
    assert listed() == EVERYBODY
    assert shell.head.name.text() == "Gus Waiting"


def test_no_other_list_and_no_dialog_names_clients_while_names_are_hidden(
    window: MainWindow, clients: dict[str, Person], qtbot: QtBot
) -> None:
    window.commands.due_list.trigger()
    due, todo = window.stage.due, window.commands
    qtbot.waitUntil(lambda: due.page is not None and not due.is_reading)
    assert due.page is not None
    todo.hide_names.trigger()
    lines = due.page.table.lines
    said = [
        str(lines.index(row, 0).data(role))
        for row in range(lines.rowCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    assert "A. P." in said
    assert not [text for text in said if "Past" in text.replace("Past window", "")]
    assert not due.page.back_button.isVisible()
    due.page.table.contactRequested.emit(due.page.shown[:2])
    contact = window.findChild(LogContactDialog)
    assert contact is not None
    assert contact.names.text() == "B. P., A. P."
    contact.reject()
    due.backRequested.emit()
    for open_dialog in (todo.log["botox"], todo.contacts, todo.changes, todo.reminders, todo.merge_people):
        open_dialog.trigger()
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        shown = [label.text() for label in dialog.findChildren(QLabel)]
        shown += [str(found.model().index(0, 0).data()) for found in dialog.findChildren(QListView) if found.model()]
        assert not [text for text in shown if any(word in text for name in clients for word in name.split()[:1])]
        dialog.reject()


def test_a_new_client_is_marked_also_where_the_list_was_narrowed(
    window: MainWindow, browser: ClientBrowser, practice: Record, on_screen: Name
) -> None:
    type_text(browser.search, "past")
    added = practice.people.add(PersonDraft(name="Zoë Neu"))
    window.stage.controller.people.personAdded.emit(added)
    assert on_screen() == marked(browser) == "Zoë Neu"
    assert browser.search.text() == ""


def test_a_renamed_client_moves_and_stays_marked(
    browser: ClientBrowser, practice: Record, clients: dict[str, Person], listed: Names
) -> None:
    practice.people.change(clients["Gus Waiting"].id, PersonDraft(name="Aaron Waiting"))
    assert listed()[0] == "Aaron Waiting"
    assert marked(browser) == "Aaron Waiting"


def test_a_search_that_found_the_most_says_so(window: MainWindow, browser: ClientBrowser, practice: Record) -> None:
    lines = [
        "person,date,event,texture",
        *(f"Many {number:03},2026-01-05,rating,7" for number in range(MOST_FOUND + 5)),
    ]
    practice.transfer.run(practice.transfer.preview("\n".join(lines).encode()))
    type_text(browser.search, "many")
    assert browser.list.rows.rowCount() == MOST_FOUND
    assert browser.foot.text() == "The first 200 are shown. Type more letters."
    type_text(browser.search, " 001")
    assert browser.foot.isHidden()


def test_a_list_that_cannot_be_read_says_why_and_tries_again(
    browser: ClientBrowser, practice: Record, listed: Names
) -> None:
    kept = practice.path.with_name("kept.db")
    practice.path.rename(kept)
    practice.path.mkdir()
    practice._store.close()
    browser.read_again()
    QApplication.processEvents()
    assert browser.empty.isVisible()
    assert browser.empty.button.text() == "&Try again"
    practice.path.rmdir()
    kept.rename(practice.path)
    browser.empty.button.click()
    assert not browser.empty.isVisible()
    assert listed() == EVERYBODY


def test_a_narrow_window_folds_the_list_which_the_search_opens(window: MainWindow, shell: PracticeShell) -> None:
    window.resize(1040, 700)
    assert not shell.pane.is_open
    assert shell.pane.width() == 56
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    assert shell.pane.is_open
    assert shell.pane.browser.search.hasFocus()
    assert (shell.pane.width(), shell.pane.browser.width()) == (56, 311)
    assert shell.pane.browser.mapTo(window, QPoint()) == shell.pane.mapTo(window, QPoint())
    window.stage.view.bar.tabs.setFocus()
    assert not shell.pane.is_open
    window.resize(1280, 800)
    assert shell.pane.is_open
    assert shell.pane.width() == 312
    assert shell.pane.isAncestorOf(shell.pane.browser)


def test_the_list_over_the_record_goes_with_the_record(window: MainWindow, shell: PracticeShell, qtbot: QtBot) -> None:
    window.resize(1040, 700)
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    window.stage.show_due_list()
    assert not shell.pane.browser.isVisible()
    qtbot.waitUntil(lambda: not window.stage.due.is_reading)
    shell.rail.clients.click()
    assert shell.pane.browser.list.hasFocus()
