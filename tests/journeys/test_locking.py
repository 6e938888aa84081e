"""The lock: whatever was on screen is gone, from whatever came; what is being saved is saved."""

from collections.abc import Callable
from contextlib import closing
from datetime import time, timedelta
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import pytest
from journey_steps import dialog_by, record_of, shortcut
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from support import FixedClock, type_text
from vault import WORDS, everything_held, make_keys_quickly, page_of, record_path, shown_windows, unlock

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, PersonDraft, RatingDraft
from tracker.core.locking import LockReason
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.services.backups import Backups
from tracker.services.record import create_record, open_record
from tracker.ui.application import Program
from tracker.ui.dialogs.import_history import ImportDialog
from tracker.ui.lock.unlock_page import UnlockPage
from tracker.ui.record_pages import FACE_MAP, HISTORY, OVERVIEW, PLAN, PROGRESS
from tracker.ui.reports.preview import ReportDialog

CANARY = "Zaphira"
PEOPLE = [f"{CANARY} Quendle{number}" for number in range(3)]


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_quickly(monkeypatch)


def fill(path: Path, catalog: Catalog, clock: FixedClock, *, mode: Mode, is_encrypted: bool = True) -> None:
    """Make a record of people whose names, notes and practitioners all hold the canary."""
    path.parent.mkdir()
    record = create_record(path, catalog, clock, WORDS if is_encrypted else None)
    if mode is Mode.PRACTICE:
        record.practice.change(PracticeSettings(mode=mode, name=f"{CANARY} Practice"))
    record.practitioners.add(f"Dr {CANARY}")
    for name in PEOPLE:
        person = record.people.add(
            PersonDraft(name=name, allergies=f"{CANARY}-latex", notes=f"{CANARY} note", tags=(f"{CANARY}tag",))
        )
        given = BotoxDraft(on=clock.today() - timedelta(200), product="botox_cosmetic", note=f"{CANARY} said")
        given.lot, given.provider = f"{CANARY}lot", f"Dr {CANARY}"
        record.entries.add(person.id, given)
        record.entries.add(person.id, RatingDraft(on=clock.today(), scores={"texture": 5}, note=f"{CANARY} saw"))
    record.close()


@pytest.fixture(params=[Mode.HOME, Mode.PRACTICE], ids=["home", "practice"])
def program(
    request: pytest.FixtureRequest,
    start: Callable[..., Program],
    qtbot: QtBot,
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
) -> Program:
    """Return the program with an encrypted record unlocked in it."""
    fill(record_path(tmp_path), catalog, clock, mode=request.param)
    started = start(waits=False)
    unlock(started, qtbot)
    qtbot.waitUntil(lambda: started.lock is not None)
    return started


def hold_nothing(program: Program, qtbot: QtBot) -> None:
    """Check that the page asks, and that nothing of the record is seen or held in any widget."""
    page_of(program, qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.window.stage.record is None
    assert shown_windows(program) == []
    assert program.window.windowTitle() == "Skinterval"
    held = [line for line in everything_held().splitlines() if CANARY in line]
    assert held == []


def test_the_key_locks_on_every_tab(program: Program, qtbot: QtBot) -> None:
    for tab in (OVERVIEW, HISTORY, FACE_MAP, PROGRESS, PLAN):
        program.window.stage.show_tab(tab)
        assert CANARY in everything_held()
        shortcut(program, Qt.Key.Key_L)
        hold_nothing(program, qtbot)
        unlock(program, qtbot)
        assert CANARY in program.window.windowTitle()


def test_the_due_list_and_the_menus_are_emptied(program: Program, qtbot: QtBot) -> None:
    program.window.commands.due_list.trigger()
    qtbot.waitUntil(lambda: not program.window.stage.due.is_reading)
    for menu in (program.window.menus.working_as, program.window.stage.view.menu):
        menu.aboutToShow.emit()
    program.window.commands.lock.trigger()
    hold_nothing(program, qtbot)


@pytest.mark.parametrize(
    "command",
    [
        "switchPerson",
        "personDetails",
        "changes",
        "contacts",
        "report",
        "settings",
        "reminders",
        "whoHadLot",
        "addPerson",
    ],
)
def test_whatever_dialog_is_open_is_closed(program: Program, qtbot: QtBot, command: str) -> None:
    action = next(one for one in program.window.commands.children() if one.objectName() == command)
    if not action.isVisible():
        pytest.skip("not offered in a practice")
    action.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    program.lock.idle.quiet.timeout.emit()
    hold_nothing(program, qtbot)
    assert program.window.findChildren(QDialog) == []
    unlock(program, qtbot)


def test_printing_several_people_stops_and_leaves_no_file(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.window.stage.controller.print_people(record_of(program).people.all())
    dialog = program.window.findChildren(ReportDialog)[0]
    dialog.save_pdf(tmp_path / "all.pdf")
    assert dialog.is_waiting
    program.lock.idle.quiet.timeout.emit()
    hold_nothing(program, qtbot)
    assert not (tmp_path / "all.pdf").exists()


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_R], ids=["botox", "session", "rating"])
def test_the_key_locks_over_an_open_dialog_with_a_question_on_it(program: Program, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = dialog_by(program, qtbot, key)
    type_text(dialog.note, f"{CANARY} typed")
    dialog.reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    QTest.keyClick(asked, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hold_nothing(program, qtbot)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_an_open_list_and_an_open_menu_are_closed(program: Program, qtbot: QtBot) -> None:
    dialog = dialog_by(program, qtbot, Qt.Key.Key_B)
    dialog.product.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    program.lock.idle.quiet.timeout.emit()
    hold_nothing(program, qtbot)
    unlock(program, qtbot)
    program.window.menus.file.popup(program.window.mapToGlobal(program.window.rect().center()))
    program.lock.idle.quiet.timeout.emit()
    hold_nothing(program, qtbot)


def test_so_many_minutes_without_a_key_or_a_move_lock_and_use_puts_it_off(program: Program, qtbot: QtBot) -> None:
    quiet = program.lock.idle.quiet
    assert quiet.isActive()
    assert quiet.interval() == 10 * 60_000
    program.window.preferences.lock_minutes = 1
    assert quiet.interval() == 60_000
    quiet.stop()
    QTest.mouseMove(program.window, program.window.rect().center())
    QTest.keyClick(program.window, Qt.Key.Key_Shift)
    assert quiet.isActive()
    quiet.timeout.emit()
    assert page_of(program, qtbot).why.text() == "Locked after 1 minute without use"
    assert not quiet.isActive()


def test_a_leap_of_the_clock_locks_at_once(program: Program, qtbot: QtBot, clock: FixedClock) -> None:
    program.lock.idle.tick()
    assert program.window.stage.record is not None
    clock.at = time(20, 0)
    program.lock.idle.tick()
    assert page_of(program, qtbot).why.text() == "Locked when the computer went to sleep"


def test_falling_asleep_and_locking_the_screen_lock(program: Program, qtbot: QtBot) -> None:
    program.lock.wake.sleeping.emit()
    hold_nothing(program, qtbot)
    unlock(program, qtbot)
    program.lock.screen.locked.emit()
    assert page_of(program, qtbot).why.text() == "Locked together with the screen"
    program.lock.wake.woke.emit()
    assert page_of(program, qtbot).why.text() == "Locked together with the screen"


def test_an_import_ends_before_the_record_is_closed(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "other" / "record.db"
    fill(other, catalog, clock, mode=Mode.HOME, is_encrypted=False)
    with closing(open_record(other, catalog, clock)) as opened:
        listed = tmp_path / "list.csv"
        listed.write_bytes(opened.transfer.export().replace(b"Quendle", b"Imported"))
    go_on, has_begun = Event(), Event()
    record = record_of(program)
    run = record.transfer.run

    def slowly(*arguments: Any, **named: Any) -> Any:
        has_begun.set()
        assert go_on.wait(20)
        return run(*arguments, **named)

    monkeypatch.setattr(record.transfer, "run", slowly)
    dialog = ImportDialog(record, listed, program.window.theme, program.window)
    dialog.open()
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    dialog.import_button.click()
    assert has_begun.wait(20)
    program.window.commands.lock.trigger()
    waiting = program.window.pages.currentWidget()
    assert isinstance(waiting, UnlockPage)
    assert not waiting.card.isVisible()
    assert not dialog.isVisible()
    assert CANARY not in program.window.windowTitle()
    go_on.set()
    hold_nothing(program, qtbot)
    unlock(program, qtbot)
    assert record_of(program).people.count() == 2 * len(PEOPLE)


def test_what_is_backed_up_at_a_lock_keeps_nothing_on_screen_and_does_not_hold_the_window_up(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = record_of(program)
    record.people.add(PersonDraft(name=f"{CANARY} Another"))
    go_on, threads = Event(), []
    make = Backups.make_if_changed

    def slowly(backups: Backups, *arguments: Any, **named: Any) -> Any:
        threads.append(current_thread().name)
        assert go_on.wait(20)
        return make(backups, *arguments, **named)

    monkeypatch.setattr(Backups, "make_if_changed", slowly)
    painted = Paints(program.gate.page)
    program.window.commands.lock.trigger()
    assert painted.count
    qtbot.waitUntil(lambda: bool(threads), timeout=20_000)
    assert program.window.pages.currentWidget() is program.gate.page
    assert not program.gate.page.card.isVisible()
    assert CANARY not in program.window.windowTitle()
    go_on.set()
    hold_nothing(program, qtbot)
    assert [name.startswith("work") for name in threads] == [True]
    monkeypatch.undo()
    make_keys_quickly(monkeypatch)
    unlock(program, qtbot)
    assert not record_of(program).backups.is_behind()


def test_before_the_computer_sleeps_nothing_else_comes_before_the_end_of_closing(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_of(program).people.add(PersonDraft(name=f"{CANARY} Another"))
    threads: list[Thread] = []
    make = Backups.make_if_changed

    def watched(backups: Backups, *arguments: Any, **named: Any) -> Any:
        threads.append(current_thread())
        return make(backups, *arguments, **named)

    monkeypatch.setattr(Backups, "make_if_changed", watched)
    lock = program.lock
    assert lock is not None
    lock.lock(LockReason.SLEEP)
    hold_nothing(program, qtbot)
    assert threads == [main_thread()]


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_what_was_copied_here_is_taken_out_of_the_clipboard_and_what_was_not_stays(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Offscreen a clipboard does not know whose its content is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    clipboard = QGuiApplication.clipboard()
    program.window.stage.view.overview.chart.panel.menu.copy.trigger()
    assert not clipboard.image().isNull()
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    assert clipboard.image().isNull()
    unlock(program, qtbot)
    clipboard.setText("from elsewhere")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: False)
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    assert clipboard.text() == "from elsewhere"


def test_reminders_are_withdrawn_and_nothing_is_looked_at_any_more(program: Program, qtbot: QtBot) -> None:
    assert program.reminders is not None
    centre = program.reminders.centre
    qtbot.waitUntil(lambda: bool(centre.listed))
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    assert not centre.listed
    centre.tick()
    centre.look()
    assert not centre.listed


def test_a_plain_record_never_locks(
    start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    fill(record_path(tmp_path), catalog, clock, mode=Mode.HOME, is_encrypted=False)
    program = start()
    qtbot.waitUntil(lambda: program.lock is not None)
    assert not program.window.commands.lock.isEnabled()
    assert not program.lock.idle.quiet.isActive()
    program.lock.wake.sleeping.emit()
    program.lock.screen.locked.emit()
    shortcut(program, Qt.Key.Key_L)
    assert program.window.stage.record is not None


def test_a_hidden_window_locks_too(program: Program, qtbot: QtBot) -> None:
    program.window.hide()
    program.lock.idle.quiet.timeout.emit()
    assert program.window.stage.record is None
    page = program.window.pages.currentWidget()
    assert isinstance(page, UnlockPage)
    qtbot.waitUntil(lambda: not page.card.isHidden(), timeout=20_000)
    assert program.window.isHidden()
    assert not [line for line in everything_held().splitlines() if CANARY in line]
