"""The window: frame, title, menus, tabs, people, undo, the first screen, and what survives a restart."""

import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import invented
import pytest
from PySide6.QtCore import QObject, Qt, QThread
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock, type_text

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, PersonDraft, RatingDraft
from tracker.core.records import Person
from tracker.services.record import Record, create_record
from tracker.ui import messages
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.record_pages import FACE_MAP, HISTORY, OVERVIEW, PROGRESS
from tracker.ui.theme import Theme

HOSTILE = '<img src="file:///etc/passwd"> [*] & <b>bold</b>'
LONG = "Maximiliane Charlotte Theodora von und zu Hohenstein-Wittgenstein-Berleburg the Younger"


@pytest.fixture
def maya(record: Record) -> Person:
    return record.people.add(PersonDraft(name="Maya Lindqvist"))


@pytest.fixture
def window(main_window: MainWindow, record: Record, maya: Person) -> MainWindow:
    """Return the window with a record of one person in it."""
    main_window.show_record(record)
    return main_window


def rate(record: Record, person: Person, ago: int = 0) -> None:
    record.entries.add(person.id, RatingDraft(on=TODAY - timedelta(days=ago), scores={"texture": 7, "wrinkles": 6}))


def menu_actions(menu: QMenu) -> list[QAction]:
    """Return all actions of a menu and its submenus."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += menu_actions(inner) if isinstance(inner, QMenu) else []
        found.append(action)
    return [action for action in found if not action.isSeparator()]


def all_actions(window: MainWindow) -> list[QAction]:
    menus = window.menus
    return [
        action
        for menu in (menus.file, menus.edit, menus.record, menus.view, menus.help)
        for action in (menu.menuAction(), *menu_actions(menu))
    ]


def keys_of(window: MainWindow) -> list[str]:
    return [keys.toString() for action in all_actions(window) for keys in action.shortcuts()]


def test_the_frame_is_painted_without_a_record(qtbot: QtBot, preferences: Preferences, theme: Theme) -> None:
    window = MainWindow(preferences, theme, FixedClock())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.framePainted):
        window.show()
    assert window.windowTitle() == "Skinterval"
    assert not window.windowIcon().isNull()
    assert window.minimumWidth() == 1024
    assert window.minimumHeight() == 680


def test_nothing_that_needs_a_record_can_be_done_without_one(main_window: MainWindow) -> None:
    do = main_window.commands
    for action in (*do.log.values(), do.report, do.import_history, do.export_history, do.add_person, do.undo, do.find):
        assert not action.isEnabled(), action.objectName()
    for action in (do.new_record, do.open_record, do.quit, do.settings, do.help, do.about):
        assert action.isEnabled(), action.objectName()


def test_the_title_names_the_person_and_where_there_are_several_the_record_too(
    window: MainWindow, record: Record
) -> None:
    assert window.windowTitle() == "Maya Lindqvist – Skinterval"
    record.people.add(PersonDraft(name="Ann"))
    assert window.windowTitle() == "Maya Lindqvist – record – Skinterval"


def test_every_menu_entry_has_a_mnemonic_and_no_key_is_given_twice(window: MainWindow) -> None:
    window.menus.recent.aboutToShow.emit()
    nameless = [action.text() for action in all_actions(window) if "&" not in action.text()]
    assert nameless == []
    keys = keys_of(window)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("menu", ["file", "edit", "record", "view", "help"])
def test_mnemonics_of_one_menu_differ(window: MainWindow, menu: str) -> None:
    window.menus.recent.aboutToShow.emit()
    shown: QMenu = getattr(window.menus, menu)
    letters = [
        QKeySequence.mnemonic(action.text()).toString() for action in shown.actions() if not action.isSeparator()
    ]
    assert len(letters) == len(set(letters))
    assert "" not in letters


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("newRecord", "Ctrl+Shift+N"),
        ("openRecord", "Ctrl+O"),
        ("report", "Ctrl+P"),
        ("undo", "Ctrl+Z"),
        ("redo", "Ctrl+Shift+Z"),
        ("redo", "Ctrl+Y"),
        ("find", "Ctrl+F"),
        ("settings", "Ctrl+,"),
        ("log-botox", "Ctrl+B"),
        ("log-microdermabrasion", "Ctrl+D"),
        ("log-rating", "Ctrl+R"),
        ("addPerson", "Ctrl+N"),
        ("overview", "Ctrl+1"),
        ("history", "Ctrl+2"),
        ("faceMap", "Ctrl+3"),
        ("progress", "Ctrl+4"),
        ("plan", "Ctrl+5"),
        ("dueList", "Ctrl+G"),
        ("fullScreen", "F11"),
        ("help", "F1"),
    ],
)
def test_keys_are_those_of_the_design(window: MainWindow, name: str, keys: str) -> None:
    action = next(action for action in all_actions(window) if action.objectName() == name)
    assert QKeySequence(keys) in action.shortcuts()


def test_the_tabs_have_keys_in_their_order_and_are_made_when_shown(window: MainWindow) -> None:
    view = window.stage.view
    tabs = [view.bar.tabs.tabText(place) for place in range(view.bar.tabs.count())]
    assert tabs == ["Overview", "History", "Face map", "Progress", "Plan"]
    assert (view.history, view.face_map, view.progress, view.plan) == (None, None, None, None)
    QTest.keySequence(window, QKeySequence("Ctrl+5"))
    assert view.pages.currentWidget() is view.plan
    assert (view.history, view.face_map, view.progress) == (None, None, None)
    QTest.keySequence(window, QKeySequence("Ctrl+4"))
    assert view.pages.currentWidget() is view.progress
    assert (view.history, view.face_map) == (None, None)
    QTest.keySequence(window, QKeySequence("Ctrl+3"))
    assert view.pages.currentWidget() is view.face_map
    assert view.history is None
    QTest.keySequence(window, QKeySequence("Ctrl+2"))
    assert view.tab == HISTORY
    assert view.pages.currentWidget() is view.history
    QTest.keySequence(window, QKeySequence("Ctrl+1"))
    assert view.pages.currentWidget() is view.overview


def test_the_face_map_asks_for_the_first_botox_and_shows_it(window: MainWindow, record: Record, maya: Person) -> None:
    window.stage.show_tab(FACE_MAP)
    face_map = window.stage.view.face_map
    assert face_map is not None
    assert QApplication.focusWidget() is face_map.empty.log_button
    face_map.empty.log_button.click()
    dialog = window.findChild(LogBotoxDialog)
    assert dialog is not None
    dialog.reject()
    record.entries.add(maya.id, BotoxDraft(on=record.clock.today(), product="dysport", units=Decimal(50)))
    assert face_map.visit.isVisible()
    assert face_map.visit.card.units.text() == "50 units"


def test_links_lead_from_the_overview_to_the_progress_and_from_there_to_the_history(window: MainWindow) -> None:
    view = window.stage.view
    view.overview.progressRequested.emit()
    assert view.tab == PROGRESS
    assert view.progress is not None
    view.progress.historyRequested.emit()
    assert view.tab == HISTORY


def test_a_treatment_on_the_progress_is_opened_to_be_edited(window: MainWindow, record: Record, maya: Person) -> None:
    given = record.entries.add(maya.id, BotoxDraft(on=TODAY, product="dysport", units=Decimal(50)))
    window.stage.show_tab(PROGRESS)
    assert window.stage.view.progress is not None
    window.stage.view.progress.entryActivated.emit(given.id)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LogBotoxDialog)
    dialog.close()


def test_the_progress_is_read_again_when_entries_change_whether_it_is_on_screen_or_not(
    window: MainWindow, record: Record, maya: Person
) -> None:
    window.stage.show_tab(PROGRESS)
    progress = window.stage.view.progress
    assert progress is not None
    assert QApplication.focusWidget() is progress.duration.choice.buttons[0]
    assert progress.duration.details.text() == "No botox is logged yet, so there is no cycle to time."
    record.entries.add(maya.id, BotoxDraft(on=TODAY, product="dysport", units=Decimal(50)))
    assert progress.duration.details.text().startswith("This needs 3 cycles")
    window.stage.show_tab(OVERVIEW)
    rate(record, maya)
    assert not progress.cycles.has_picture
    window.stage.show_tab(PROGRESS)
    assert progress.cycles.has_picture


def test_find_goes_to_the_search_field_of_the_history(window: MainWindow) -> None:
    window.commands.find.trigger()
    assert window.stage.view.tab == HISTORY
    focused = QApplication.focusWidget()
    assert window.stage.view.history is not None
    assert window.stage.view.history.isAncestorOf(focused)


def test_f6_goes_from_the_tabs_to_the_page_and_back(window: MainWindow) -> None:
    view = window.stage.view
    view.focus_next_pane(None)
    assert QApplication.focusWidget() is view.bar.tabs
    view.focus_next_pane(QApplication.focusWidget())
    assert view.overview.isAncestorOf(QApplication.focusWidget())
    view.focus_next_pane(QApplication.focusWidget())
    assert QApplication.focusWidget() is view.bar.tabs


def test_a_change_is_shown_at_once_and_can_be_undone_by_name(window: MainWindow, record: Record, maya: Person) -> None:
    stage = window.stage
    rate(record, maya)
    assert stage.view.overview.rating.headline.text() == "Last rated today"
    assert not stage.strip.isHidden()
    assert "Rating saved" in stage.strip.text
    assert window.commands.undo.text() == "&Undo rate skin"
    assert not window.commands.redo.isEnabled()
    assert window.status.entries.text() == "1 entry"
    QTest.keySequence(window, QKeySequence("Ctrl+Z"))
    assert record.entries.of(maya.id) == ()
    assert stage.strip.isHidden()
    assert stage.view.overview.rating.headline.text() == "Start here"
    assert window.commands.redo.text() == "&Redo rate skin"
    assert window.commands.redo.isEnabled()
    assert window.status.state.text() == "Undone: rate skin"
    QTest.keySequence(window, QKeySequence("Ctrl+Y"))
    assert len(record.entries.of(maya.id)) == 1
    assert window.status.state.text() == "Redone: rate skin"
    rate(record, maya, ago=1)
    assert window.status.state.text() == "All changes saved"
    QTest.keySequence(window, QKeySequence("Ctrl+Z"))
    window.stage.strip.button.click()
    QTest.keySequence(window, QKeySequence("Ctrl+Z"))
    assert record.entries.of(maya.id) == ()


def test_undo_goes_to_a_focused_text_field_first(window: MainWindow, record: Record, maya: Person) -> None:
    rate(record, maya)
    window.commands.find.trigger()
    field: Any = QApplication.focusWidget()
    type_text(field, "Zoë")
    assert field.text() == "Zoë"
    window.menus.edit.aboutToShow.emit()
    assert window.commands.undo.text() == "&Undo typing"
    window.commands.undo.trigger()
    assert field.text() == ""
    assert len(record.entries.of(maya.id)) == 1
    window.menus.edit.aboutToShow.emit()
    assert window.commands.redo.text() == "&Redo typing"
    window.commands.redo.trigger()
    assert field.text() == "Zoë"
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert field.text() == ""
    assert len(record.entries.of(maya.id)) == 1


def test_cut_copy_and_paste_act_on_the_focused_field(window: MainWindow) -> None:
    window.commands.find.trigger()
    field: Any = QApplication.focusWidget()
    type_text(field, "abc")
    do, edit = window.commands, window.menus.edit
    edit.aboutToShow.emit()
    assert do.select_all.isEnabled()
    assert not do.copy.isEnabled()
    do.select_all.trigger()
    assert field.selectedText() == "abc"
    edit.aboutToShow.emit()
    do.cut.trigger()
    assert field.text() == ""
    edit.aboutToShow.emit()
    do.paste.trigger()
    assert field.text() == "abc"
    field.selectAll()
    edit.aboutToShow.emit()
    do.delete.trigger()
    assert field.text() == ""


def test_editing_entries_are_off_where_they_act_on_nothing(window: MainWindow, qtbot: QtBot) -> None:
    do, edit = window.commands, window.menus.edit
    window.stage.view.bar.report_button.setFocus()
    edit.aboutToShow.emit()
    assert not any(action.isEnabled() for action in (do.cut, do.copy, do.paste, do.delete, do.select_all))
    window.commands.find.trigger()
    edit.aboutToShow.emit()
    assert do.select_all.isEnabled()
    edit.aboutToHide.emit()
    qtbot.waitUntil(lambda: not do.select_all.isEnabled())


def test_a_hidden_tab_is_read_when_it_is_shown(window: MainWindow, record: Record, maya: Person) -> None:
    view = window.stage.view
    view.show_tab(HISTORY)
    rate(record, maya)
    assert view.overview.rating.headline.text() == "Start here"
    view.show_tab(OVERVIEW)
    assert view.overview.rating.headline.text() == "Last rated today"


def test_a_change_to_somebody_else_leaves_the_screen_alone(window: MainWindow, record: Record) -> None:
    other = record.people.add(PersonDraft(name="Ann"))
    rate(record, other)
    assert window.stage.view.overview.rating.headline.text() == "Start here"


def test_a_change_made_in_another_thread_reaches_the_screen(
    qtbot: QtBot, window: MainWindow, record: Record, maya: Person
) -> None:
    class Worker(QThread):
        def run(self) -> None:
            rate(record, maya)

    worker = Worker()
    worker.start()
    qtbot.waitUntil(lambda: window.stage.view.overview.rating.headline.text() == "Last rated today")
    worker.wait()


def test_a_new_day_is_noticed_within_a_minute(
    window: MainWindow, record: Record, maya: Person, clock: FixedClock
) -> None:
    rate(record, maya)
    clock.day = TODAY + timedelta(days=1)
    window.stage._minute.timeout.emit()
    assert window.stage.view.overview.rating.headline.text() == "Last rated yesterday"


def test_an_empty_record_asks_for_a_name_and_then_shows_an_empty_overview(
    main_window: MainWindow, record: Record
) -> None:
    main_window.show_record(record)
    stage = main_window.stage
    assert main_window.pages.currentWidget() is stage.welcome
    assert not main_window.menus.edit.menuAction().isVisible()
    assert main_window.windowTitle() == "record – Skinterval"
    assert stage.welcome.name.hasFocus()
    type_text(stage.welcome.name, "Zoë Ångström")
    QTest.keyClick(stage.welcome.name, Qt.Key.Key_Return)
    assert [person.name for person in record.people.all()] == ["Zoë Ångström"]
    assert main_window.pages.currentWidget() is stage.view
    assert main_window.menus.edit.menuAction().isVisible()
    assert main_window.windowTitle() == "Zoë Ångström – Skinterval"
    assert stage.view.overview.rating.rate_button.hasFocus()


def test_the_name_may_be_left_out(main_window: MainWindow, record: Record) -> None:
    main_window.show_record(record)
    main_window.stage.welcome.continue_button.click()
    assert [person.name for person in record.people.all()] == ["Me"]


def test_undoing_the_first_person_brings_the_first_screen_back(main_window: MainWindow, record: Record) -> None:
    main_window.show_record(record)
    main_window.stage.welcome.continue_button.click()
    main_window.commands.undo.trigger()
    assert main_window.pages.currentWidget() is main_window.stage.welcome


def test_the_first_screen_carries_every_statement(main_window: MainWindow, record: Record) -> None:
    main_window.show_record(record)
    said = " ".join(label.text() for label in main_window.stage.welcome.findChildren(QLabel))
    for words in (
        "neither medical advice nor a medical device",
        "Nothing is sent anywhere",
        "intervals in it are general",
        "not interchangeable",
        "never converted",
        "subjective",
        "call emergency services now",
        "do not inject it yourself",
        "under 18",
    ):
        assert words in said
    assert "encrypt" not in said.lower()
    assert "backup" not in said.lower()


def test_nothing_on_the_first_screen_is_cut(main_window: MainWindow, record: Record) -> None:
    main_window.resize(1024, 680)
    main_window.show_record(record)
    QApplication.processEvents()
    for label in main_window.stage.welcome.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_record_that_could_not_be_opened_fills_the_page_with_a_way_on(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_problem(HOSTILE)
    problem = main_window.stage.problem
    assert main_window.pages.currentWidget() is problem
    assert problem.text.text() == HOSTILE
    assert problem.text.textFormat() is Qt.TextFormat.PlainText
    with qtbot.waitSignal(problem.openRequested):
        problem.open_button.click()
    _close_file_dialogs(main_window)


def test_a_problem_with_another_record_leaves_the_one_on_screen(window: MainWindow) -> None:
    said: list[messages.Message] = []

    def answer(message: messages.Message) -> bool:
        said.append(message)
        return True

    with messages.answered_by(answer):
        window.show_problem("other.db is damaged.")
    assert [message.text for message in said] == ["other.db is damaged."]
    assert window.pages.currentWidget() is window.stage.view


def test_closing_a_record_leaves_nothing_of_it_on_screen(window: MainWindow, record: Record, maya: Person) -> None:
    rate(record, maya)
    window.stage.view.show_tab(HISTORY)
    window.close_record()
    assert window.windowTitle() == "Skinterval"
    assert window.pages.currentIndex() == 0
    assert window.status.file.text() == ""
    assert window.stage.strip.isHidden()
    assert not window.commands.undo.isEnabled()
    assert window.stage.view.history is None
    rate(record, maya, ago=1)
    assert window.stage.strip.isHidden()


def test_another_record_takes_the_place_of_the_first(
    window: MainWindow, record: Record, maya: Person, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    second = create_record(tmp_path / "second.db", catalog, clock)
    second.people.add(PersonDraft(name="Ann"))
    window.close_record()
    window.show_record(second)
    assert window.windowTitle() == "Ann – Skinterval"
    assert window.preferences.recent_records == (tmp_path / "second.db", tmp_path / "record.db")
    rate(record, maya)
    assert window.stage.strip.isHidden()
    window.close_record()
    second.close()


def test_recent_records_are_offered_and_ask_to_be_opened(qtbot: QtBot, window: MainWindow, record: Record) -> None:
    other = record.path.with_name("Tom & Zoë.db")
    other.touch()
    window.preferences.add_recent_record(record.path.with_name("gone.db"))
    window.preferences.add_recent_record(other)
    window.menus.recent.aboutToShow.emit()
    first, second = window.menus.recent.actions()[:2]
    assert first.text().startswith("&1 ")
    assert first.text().endswith("Tom && Zoë.db")
    assert str(record.path)[-20:] in second.text()
    with qtbot.waitSignal(window.openRecordRequested) as asked:
        first.trigger()
    assert asked.args == [other]
    window.menus.recent.actions()[-1].trigger()
    window.menus.recent.aboutToShow.emit()
    assert [action.isEnabled() for action in window.menus.recent.actions()] == [False]


def _close_file_dialogs(window: QWidget) -> None:
    for dialog in window.findChildren(QFileDialog):
        dialog.reject()


def test_open_and_new_ask_for_a_file_and_hand_its_path_over(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for action, signal in (
        (window.commands.open_record, window.openRecordRequested),
        (window.commands.new_record, window.newRecordRequested),
    ):
        action.trigger()
        dialog = window.findChild(QFileDialog, "fileChooser")
        with qtbot.waitSignal(signal) as asked:
            dialog.fileSelected.emit(str(tmp_path / "chosen.db"))
        assert asked.args == [tmp_path / "chosen.db"]
        dialog.reject()
        QApplication.sendPostedEvents(None, 52)


def test_export_writes_the_whole_list_and_says_where(
    window: MainWindow, record: Record, maya: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    rate(record, maya)
    with qtbot.waitSignal(window.stage.files.exported):
        window.stage.files.export(record, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == record.transfer.export()
    assert "out.csv" in window.status.state.text()


def test_an_export_that_fails_is_said_and_leaves_no_file(
    window: MainWindow, record: Record, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    with messages.answered_by(lambda message: bool(said.append(message.text)) or True):
        window.stage.files.export(record, tmp_path / "missing" / "out.csv")
        qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert "out.csv was not written: No such file or directory." in said[0]
    assert not (tmp_path / "missing").exists()


def test_one_person_is_a_name_and_several_are_a_menu(window: MainWindow, record: Record) -> None:
    bar = window.stage.view.bar
    assert bar.name.isVisible()
    assert not bar.name_button.isVisible()
    record.people.add(PersonDraft(name="Ann"))
    assert bar.name_button.isVisible()
    assert not bar.name.isVisible()
    assert bar.name_button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_menu_under_the_name_lists_people_and_archived_ones_apart(
    window: MainWindow, record: Record, maya: Person
) -> None:
    ann = record.people.add(PersonDraft(name="Ann & Co"))
    record.people.add(PersonDraft(name="Old", is_archived=True))
    menu = window.stage.view.menu
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["Ann && Co", "Maya Lindqvist"]
    assert [action.isChecked() for action in menu.actions()[:2]] == [False, True]
    inner = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(inner, QMenu)
    assert [action.text() for action in inner.actions()] == ["Old"]
    assert window.commands.add_person in menu.actions()
    assert window.commands.person_details in menu.actions()
    menu.actions()[0].trigger()
    assert window.stage.view.person == ann
    assert window.preferences.last_person(record.path) == ann.id


def test_a_person_is_found_by_letters_among_many(window: MainWindow, record: Record, qtbot: QtBot) -> None:
    for number in range(40):
        record.people.add(PersonDraft(name=f"Person {number}", client_number=str(7000 + number)))
    window.commands.switch_person.trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    search: Any = dialog.findChild(QObject, "personSearch")
    people: Any = dialog.findChild(QObject, "people")
    assert people.model().rowCount() == 41
    type_text(search, "7031")
    assert people.model().rowCount() == 1
    search.clear()
    type_text(search, "person 3")
    assert people.model().rowCount() == 11
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.stage.view.person is not None
    assert window.stage.view.person.name == "Person 30"


def test_nobody_found_is_said(window: MainWindow, record: Record) -> None:
    window.commands.switch_person.trigger()
    dialog: Any = QApplication.activeModalWidget()
    type_text(dialog.search, "<b>xyz")
    assert dialog.nobody.text() == "Nobody matches “<b>xyz”."
    assert not dialog.open_button.isEnabled()
    dialog.reject()


def test_the_person_on_screen_is_remembered_per_record(
    qtbot: QtBot, window: MainWindow, record: Record, maya: Person, theme: Theme
) -> None:
    record.people.add(PersonDraft(name="Ann"))
    window.close_record()
    again = MainWindow(window.preferences, theme, FixedClock())
    qtbot.addWidget(again)
    again.show_record(record)
    assert again.stage.view.person is not None
    assert again.stage.view.person.id == maya.id
    again.close_record()


def test_hostile_and_long_names_are_shown_letter_by_letter_and_shortened(
    main_window: MainWindow, record: Record
) -> None:
    for name in (HOSTILE, LONG):
        person = record.people.add(PersonDraft(name=name))
        record.people.add(PersonDraft(name="Ann"))
        main_window.show_record(record)
        main_window.stage.show_person(person.id)
        bar = main_window.stage.view.bar
        assert name in main_window.windowTitle().replace("[*][*]", "[*]")
        assert bar.name.textFormat() is Qt.TextFormat.PlainText
        assert bar.name_button.width() <= bar.name_button.maximumWidth()
        assert bar.name_button.accessibleName().startswith(name)
        assert (LONG in bar.name_button.toolTip()) == (name == LONG)
        main_window.close_record()
        assert name not in f"{bar.name.text()} {bar.name_button.accessibleName()} {bar.name_button.toolTip()}"
    assert bar.name_button.text() != LONG


def test_size_and_place_of_the_window_come_back(
    qtbot: QtBot, main_window: MainWindow, preferences: Preferences, theme: Theme
) -> None:
    # The offscreen screen is small; what is larger than a screen is made to fit it.
    main_window.resize(1024, 720)
    main_window.close()
    again = MainWindow(preferences, theme, FixedClock())
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1024, 720)


def test_the_theme_is_chosen_in_the_menu_and_kept(window: MainWindow, theme: Theme) -> None:
    dark = next(action for action in window.commands.themes.actions() if action.data() == "dark")
    dark.trigger()
    assert theme.is_dark
    assert window.preferences.theme == "dark"
    assert dark.isChecked()
    window.preferences.theme = "light"
    assert not theme.is_dark
    assert not dark.isChecked()


def test_motion_is_reduced_by_the_setting(window: MainWindow, theme: Theme) -> None:
    window.preferences.reduce_motion = False
    assert not theme.is_motion_reduced
    window.preferences.reduce_motion = True
    assert theme.is_motion_reduced


def test_nothing_on_screen_is_of_a_later_issue(window: MainWindow, record: Record, maya: Person) -> None:
    rate(record, maya)
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    said += [action.text() for action in all_actions(window)]
    for word in ("photo", "face map", "before and after"):
        assert not [text for text in said if word in text.lower()], word


@pytest.mark.parametrize("name", ["settings", "about", "help"])
def test_dialogs_of_the_window_open_without_stopping_it(window: MainWindow, qtbot: QtBot, name: str) -> None:
    before = set(QApplication.topLevelWidgets())
    opener: Callable[[], None] = getattr(window.commands, name).trigger
    opener()
    opened = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget not in before]
    assert len(opened) == 1
    opened[0].close()


def test_the_verbs_of_the_history_reach_the_record(window: MainWindow, record: Record, maya: Person) -> None:
    rate(record, maya)
    window.stage.view.show_tab(HISTORY)
    history = window.stage.view.history
    assert history is not None
    history.deleteRequested.emit([entry.id for entry in record.entries.of(maya.id)])
    assert record.entries.of(maya.id) == ()
    assert window.commands.undo.text() == "&Undo delete rating"


def test_after_an_import_an_empty_person_gives_way_to_somebody_with_entries(
    window: MainWindow, record: Record, maya: Person
) -> None:
    data = b"person,date,event,texture\nZo\xc3\xab,2026-01-05,rating,7\n"
    record.transfer.run(record.transfer.preview(data))
    assert window.stage.view.person == record.people.named("Zo\u00eb")


def test_after_an_import_a_person_with_entries_stays(window: MainWindow, record: Record, maya: Person) -> None:
    rate(record, maya)
    data = b"person,date,event,texture\nZo\xc3\xab,2026-01-05,rating,7\n"
    record.transfer.run(record.transfer.preview(data))
    assert window.stage.view.person == maya


def test_a_saved_chart_is_said_in_the_status_bar(window: MainWindow, record: Record, maya: Person) -> None:
    rate(record, maya)
    window.stage.view.overview.chart.panel.exported.emit("Chart saved to here.png")
    assert window.status.state.text() == "Chart saved to here.png"


def test_two_records_are_merged_and_an_entry_is_moved_from_the_window(
    window: MainWindow, record: Record, maya: Person, qtbot: QtBot
) -> None:
    other = record.people.add(PersonDraft(name="Maja Lindqvist", email="maja@example.org"))
    rating = record.entries.add(other.id, invented.rating())
    window.stage.show_person(other.id)
    window.stage.show_tab(HISTORY)
    history: Any = window.findChild(QObject, "historyView")
    move = next(action for action in history.entry_actions.all() if "Move" in action.text())
    assert move.isVisible()
    assert move.isEnabled()
    move.trigger()
    picker: Any = QApplication.activeModalWidget()
    assert picker.list.model().rowCount() == 1
    picker.open_button.click()
    dialog: Any = QApplication.activeModalWidget()
    dialog.save_button.click()
    assert record.entries.get(rating.id).person_id == maya.id
    assert window.stage.view.person == other
    window.commands.merge_people.trigger()
    picker = QApplication.activeModalWidget()
    picker.open_button.click()
    first: Any = QApplication.activeModalWidget()
    first.swap_button.click()
    swapped: Any = QApplication.activeModalWidget()
    assert (swapped.preview.kept.id, swapped.preview.other.id) == (maya.id, other.id)
    swapped.save_button.click()
    assert window.stage.view.person is not None
    assert (window.stage.view.person.id, window.stage.view.person.email) == (maya.id, "maja@example.org")
    assert not window.commands.merge_people.isEnabled()
    window.commands.undo.trigger()
    assert record.people.count() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_another_file_in_the_place_of_the_record_is_reloaded_on_request(
    window: MainWindow, record: Record, maya: Person, tmp_path: Path
) -> None:
    shutil.copy(record.path, tmp_path / "synced.db")
    rate(record, maya)
    assert window.status.entries.text() == "1 entry"
    (tmp_path / "synced.db").replace(record.path)
    asked: list[messages.Message] = []

    def answer(message: messages.Message) -> bool:
        asked.append(message)
        return True

    with messages.answered_by(answer):
        window.stage.controller.undo()
    assert [message.yes for message in asked] == ["Reload the record"]
    assert window.status.entries.text() == "0 entries"
    assert window.stage.view.person == maya
    rate(record, maya, ago=3)
    assert window.status.entries.text() == "1 entry"
