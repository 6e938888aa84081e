"""A passphrase set at the first run or later, changed and removed; the recovery key shown, printed and copied."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dialog_keys import press
from journey_steps import entries_of, person_of, record_of, shortcut
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support import FixedClock
from vault import WORDS, make_keys_quickly, page_of, record_path, unlock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.errors import NotSavedError
from tracker.core.passphrase import read_recovery_key
from tracker.services import encryption
from tracker.services.record import create_record
from tracker.ui.application import Program
from tracker.ui.lock.passphrase_dialog import CHANGE, REMOVE, PassphraseDialog
from tracker.ui.lock.protect_page import ProtectPage
from tracker.ui.lock.recovery_key import key_lines, key_sheet
from tracker.ui.reports.listing_dialog import ListingDialog
from tracker.ui.reports.listing_pages import lay_out_listing

PLAIN = b"SQLite format 3\x00"
NEW = "three blue doors of old"


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_quickly(monkeypatch)


def is_plain(path: Path) -> bool:
    """Return whether a closed file lies open."""
    return path.read_bytes()[:16] == PLAIN


def protect_page(program: Program, qtbot: QtBot, name: str) -> ProtectPage:
    """Answer the first screen, and return the page of the second step."""
    welcome = program.window.stage.welcome
    qtbot.waitUntil(lambda: welcome.isVisible() and welcome.name.hasFocus())
    assert welcome.step.text() == "Step 1 of 3"
    assert welcome.step.isVisible()
    press(name, Qt.Key.Key_Return)
    page = program.window.pages.currentWidget()
    assert isinstance(page, ProtectPage)
    return page


def texts(page: Any) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_passphrase_at_the_first_run_encrypts_before_a_name_is_written(
    start: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    program = start()
    page = protect_page(program, qtbot, "Maya Lindqvist")
    assert record_of(program).people.count() == 0
    assert "Step 2 of 3" in texts(page)
    assert "whoever gets at the file can read everything in it" in texts(page)
    press(NEW, Qt.Key.Key_Return)
    press(NEW, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.key.isVisible())
    assert page.heading.text() == "Keep the recovery key"
    record = record_of(program)
    assert record.is_encrypted
    assert record.people.count() == 0
    assert read_recovery_key(page.key.key.text()) == record.recovery_key
    assert not page.continue_button.isEnabled()
    page.key.kept.click()
    page.continue_button.click()
    qtbot.waitUntil(lambda: program.window.stage.view.isVisible())
    assert person_of(program).name == "Maya Lindqvist"
    assert page.key.key.text() == ""
    qtbot.waitUntil(lambda: program.window.commands.lock.isEnabled(), timeout=20_000)
    program.window.commands.lock.trigger()
    unlock(program, qtbot, NEW)
    assert b"Maya" not in record_path(tmp_path).read_bytes()


def test_at_the_first_run_it_may_be_skipped_and_the_step_before_is_there_still(
    start: Callable[..., Program], qtbot: QtBot
) -> None:
    program = start()
    page = protect_page(program, qtbot, "Maya")
    page.back_button.click()
    assert program.window.pages.currentWidget() is program.window.stage.welcome
    program.window.stage.welcome.continue_button.click()
    page.skip_button.click()
    qtbot.waitUntil(lambda: program.window.stage.view.isVisible())
    assert not record_of(program).is_encrypted


def test_what_is_typed_must_be_the_same_twice_and_its_strength_is_said(
    start: Callable[..., Program], qtbot: QtBot
) -> None:
    program = start()
    page = protect_page(program, qtbot, "Maya")
    page.continue_button.click()
    assert "at least one character" in page.new.first_field.problem
    press("password1")
    assert page.new.strength.said.text().startswith("Weak")
    assert page.new.strength.bar.value() == 1
    page.new.first.selectAll()
    press("fjord anvil")
    assert page.new.strength.said.text().startswith("Fair")
    press(" marmalade under the moon")
    assert page.new.strength.said.text().startswith("Strong")
    assert page.new.strength.bar.value() == 3
    press(Qt.Key.Key_Return, "something else", Qt.Key.Key_Return)
    assert page.new.again_field.problem == "This is not the same as above."
    assert not record_of(program).is_encrypted


def test_where_the_first_run_is_refused_the_record_stays_as_it_was(
    start: Callable[..., Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise NotSavedError("disk_full")

    monkeypatch.setattr(encryption, "encrypt", refuse)
    program = start()
    page = protect_page(program, qtbot, "Maya")
    press(NEW, Qt.Key.Key_Return, NEW, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "The disk is full." in page.failure.text)
    assert program.window.pages.currentWidget() is page
    page.skip_button.click()
    qtbot.waitUntil(lambda: program.window.stage.view.isVisible())
    assert person_of(program).name == "Maya"


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def program(
    request: pytest.FixtureRequest,
    start: Callable[..., Program],
    qtbot: QtBot,
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
) -> Program:
    """Return the program with a record of one person and one rating in it."""
    path = record_path(tmp_path)
    path.parent.mkdir()
    record = create_record(path, catalog, clock, WORDS if request.param else None)
    maya = record.people.add(PersonDraft(name="Maya Lindqvist"))
    record.entries.add(maya.id, RatingDraft(on=clock.today(), scores={"texture": 5}))
    record.close()
    started = start(waits=not request.param)
    if request.param:
        unlock(started, qtbot)
    qtbot.waitUntil(lambda: started.lock is not None, timeout=20_000)
    return started


def dialog_of(program: Program, qtbot: QtBot) -> PassphraseDialog:
    program.window.commands.passphrase.trigger()
    (dialog,) = program.window.findChildren(PassphraseDialog)
    qtbot.waitUntil(lambda: dialog.isActiveWindow())
    return dialog


def type_new(dialog: PassphraseDialog, words: str = NEW) -> None:
    for line in (dialog.new.first, dialog.new.again):
        line.setText(words)


def keep(dialog: PassphraseDialog, qtbot: QtBot) -> str:
    """Say that the key is kept, close, and return it."""
    qtbot.waitUntil(dialog.key.isVisible)
    text = dialog.key.key.text()
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.do_button.isEnabled()
    dialog.key.kept.click()
    dialog.do_button.click()
    return text


@pytest.mark.parametrize("program", [False], indirect=True)
def test_a_passphrase_is_set_later_and_the_record_goes_on_where_it_was(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(program, qtbot)
    assert not dialog.current.isVisible()
    assert not dialog.way.isVisible()
    type_new(dialog)
    dialog.do_button.click()
    text = keep(dialog, qtbot)
    assert record_of(program).is_encrypted
    assert read_recovery_key(text) == record_of(program).recovery_key
    assert len(entries_of(program)) == 1
    assert not is_plain(record_path(tmp_path))
    shortcut(program, Qt.Key.Key_L)
    page_of(program, qtbot).key_button.click()
    press(text.replace("\n", "-"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.stage.record is not None)


@pytest.mark.parametrize("program", [True], indirect=True)
def test_a_passphrase_is_changed_with_the_present_one_and_then_removed(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(program, qtbot)
    assert dialog.way.chosen == CHANGE
    type_new(dialog)
    dialog.do_button.click()
    assert dialog.current_field.problem == "It is needed for this."
    dialog.current.setText("wrong")
    dialog.do_button.click()
    qtbot.waitUntil(lambda: dialog.current_field.problem == "That passphrase did not open the record.")
    dialog.current.setText(WORDS.text)
    dialog.do_button.click()
    text = keep(dialog, qtbot)
    assert len(entries_of(program)) == 1
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not program.window.findChildren(PassphraseDialog))
    again = dialog_of(program, qtbot)
    again.way.choose(REMOVE)
    assert "Whoever gets at the file can read everything in it then" in again.meaning.text()
    assert not again.new.isVisible()
    again.current.setText(text)
    again.do_button.click()
    qtbot.waitUntil(lambda: not program.window.findChildren(PassphraseDialog))
    qtbot.waitUntil(lambda: program.window.stage.record is not None)
    assert not record_of(program).is_encrypted
    assert not program.window.commands.lock.isEnabled()
    assert is_plain(record_path(tmp_path))
    assert len(entries_of(program)) == 1


def test_a_failure_leaves_the_former_file_and_says_so(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise NotSavedError("disk_full")

    was_encrypted = record_of(program).is_encrypted
    for verb in ("encrypt", "change_passphrase"):
        monkeypatch.setattr(encryption, verb, refuse)
    dialog = dialog_of(program, qtbot)
    dialog.current.setText(WORDS.text)
    type_new(dialog)
    dialog.do_button.click()
    qtbot.waitUntil(lambda: "The disk is full." in dialog.failure.text)
    assert "The file is as it was." in dialog.failure.text
    assert record_of(program).is_encrypted == was_encrypted
    assert len(entries_of(program)) == 1
    assert dialog.new.first.text() == NEW
    dialog.reject()


@pytest.mark.parametrize("program", [False], indirect=True)
def test_the_key_is_printed_on_one_page_and_copied_for_a_while(program: Program, qtbot: QtBot) -> None:
    dialog = dialog_of(program, qtbot)
    type_new(dialog)
    dialog.do_button.click()
    qtbot.waitUntil(dialog.key.isVisible)
    dialog.key.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.key.key.text().replace("\n", "-")
    dialog.key.print_button.click()
    (paper,) = dialog.findChildren(ListingDialog)
    qtbot.waitUntil(lambda: not paper.is_waiting, timeout=20_000)
    paper.close()
    record = record_of(program)
    key = record.recovery_key
    assert key is not None
    sheet = key_sheet(key, record.path, record.clock.today())
    assert sheet.title == "Recovery key of skinterval"
    assert sheet.about[0] == "Whoever has this page can open the record."
    assert "-".join(row[1] for row in sheet.groups[0].rows) == key.text
    assert all(line.count("-") <= 3 for line in key_lines(key))
    assert len(lay_out_listing(sheet, "A4")) == len(lay_out_listing(sheet, "Letter")) == 1
    dialog.key.kept.click()
    dialog.do_button.click()


def test_the_welcome_page_says_encrypted_only_where_that_is_true(
    start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    record_path(tmp_path).parent.mkdir()
    create_record(record_path(tmp_path), catalog, clock, WORDS).close()
    program = start(waits=False)
    unlock(program, qtbot)
    welcome = program.window.stage.welcome
    qtbot.waitUntil(welcome.isVisible)
    assert "Everything stays in one encrypted file" in texts(welcome)
    QTest.mouseClick(welcome.continue_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: program.window.stage.view.isVisible())
