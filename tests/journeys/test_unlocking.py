"""Opening an encrypted record: the page, the passphrase, the key store."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import pytest
from dialog_keys import press, tab_to
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock
from vault import WORDS, make_keys_quickly, page_of, record_path, unlock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import RecordInUseError
from tracker.core.passphrase import Passphrase, RecoveryKey
from tracker.record_lock import RecordLock, lock_path
from tracker.services.encryption import change_passphrase
from tracker.services.record import create_record
from tracker.ui.application import Program
from tracker.ui.dialogs.settings import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore(r"raise\(\)")
ROOT = Path(__file__).resolve().parents[2]


class MemoryKeyring(KeyringBackend):
    """A key store of its own for each test."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_quickly(monkeypatch)


@pytest.fixture
def key_store() -> Any:
    """Return the key store of a desktop that has one."""
    former, store = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(former)


@pytest.fixture
def shut(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Path:
    """Return the path of an encrypted record with one person in it."""
    path = record_path(tmp_path)
    path.parent.mkdir()
    record = create_record(path, catalog, clock, WORDS)
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    record.close()
    return path


def test_an_encrypted_record_asks_and_opens(shut: Path, start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start(waits=False)
    page = page_of(program, qtbot)
    assert page.heading.text() == "skinterval"
    assert program.window.windowTitle() == "Skinterval"
    assert not program.window.status.isVisible()
    assert not page.remember.isVisible()
    press("wrong horse", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.field.problem == "That passphrase did not open the record.")
    unlock(program, qtbot)
    assert program.window.windowTitle() == "Maya Lindqvist – Skinterval"
    assert program.window.status.isVisible()
    assert page.secret.text() == ""


def test_another_encrypted_record_takes_the_place_of_the_one_on_screen(
    shut: Path, start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    create_record(tmp_path / "second.db", catalog, clock, Passphrase("battery staple")).close()
    program = start(waits=False)
    unlock(program, qtbot)
    program.window.openRecordRequested.emit(tmp_path / "second.db")
    page = page_of(program, qtbot)
    assert page.heading.text() == "second"
    assert program.window.windowTitle() == "Skinterval"
    assert program.window.stage.record is None
    unlock(program, qtbot, "battery staple")
    assert program.window.stage.record is not None
    assert program.window.stage.record.path == tmp_path / "second.db"


def test_a_record_that_is_damaged_behind_its_passphrase_is_said(
    shut: Path, start: Callable[..., Program], qtbot: QtBot
) -> None:
    program = start(waits=False)
    page_of(program, qtbot)
    shut.unlink()
    press(WORDS.text, Qt.Key.Key_Return)
    stage = program.window.stage
    qtbot.waitUntil(lambda: program.window.pages.currentWidget() is stage.problem)
    assert "There is no record at" in stage.problem.text.text()
    assert stage.problem.start_button.isVisible()
    assert stage.problem.other_backup_button.isVisible()


def test_an_encrypted_record_is_held_while_its_passphrase_is_asked_for(
    shut: Path, start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    program = start(waits=False)
    page_of(program, qtbot)
    with pytest.raises(RecordInUseError):
        RecordLock(shut).take()
    program.window.showMinimized()
    second = subprocess.Popen(
        [sys.executable, "main.py", "--database", str(shut)], cwd=ROOT, env=os.environ, stderr=subprocess.PIPE
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert (second.returncode, second.communicate()[1]) == (0, b"")
    assert not program.window.isMinimized()
    unlock(program, qtbot)
    with pytest.raises(RecordInUseError):
        RecordLock(shut).take()


def test_a_record_that_was_asked_for_and_stays_shut_is_let_go_with_the_next(
    shut: Path, start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    create_record(tmp_path / "plain.db", catalog, clock).close()
    program = start(waits=False)
    page_of(program, qtbot)
    program.window.openRecordRequested.emit(tmp_path / "plain.db")
    qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    assert not lock_path(shut).exists()


def test_a_remembered_record_opens_by_itself(
    shut: Path, start: Callable[..., Program], qtbot: QtBot, key_store: MemoryKeyring, tmp_path: Path
) -> None:
    program = start(waits=False)
    page = page_of(program, qtbot)
    page.remember.setChecked(True)
    unlock(program, qtbot)
    record = program.window.stage.record
    assert record is not None
    qtbot.waitUntil(lambda: program.window.preferences.is_remembered(shut))
    ((service, user),) = key_store.kept
    assert service == "Skinterval"
    assert "skinterval.db" not in user
    program.window.preferences.save()
    assert isinstance(record.recovery_key, RecoveryKey)
    assert record.recovery_key.text not in (tmp_path / "settings.ini").read_text("utf-8")
    program.window.close_record()
    program.close()
    again = start()
    assert again.window.windowTitle() == "Maya Lindqvist – Skinterval"


def test_a_kept_key_that_no_longer_fits_is_removed_and_the_passphrase_asked_for(
    shut: Path, start: Callable[..., Program], qtbot: QtBot, key_store: MemoryKeyring, clock: FixedClock
) -> None:
    program = start(waits=False)
    page_of(program, qtbot).remember.setChecked(True)
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: program.window.preferences.is_remembered(shut))
    program.window.close_record()
    program.close()
    change_passphrase(shut, WORDS, Passphrase("new horse"), clock)
    again = start(waits=False)
    page = page_of(again, qtbot)
    assert page.field.problem == ""
    qtbot.waitUntil(lambda: key_store.kept == {})
    assert not again.window.preferences.is_remembered(shut)
    unlock(again, qtbot, "new horse")


def test_a_key_store_that_refuses_is_said_and_the_record_opens_all_the_same(
    shut: Path,
    start: Callable[..., Program],
    qtbot: QtBot,
    key_store: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: str) -> None:
        raise keyring.errors.PasswordSetError("locked")

    monkeypatch.setattr(key_store, "set_password", refuse)
    program = start(waits=False)
    page_of(program, qtbot).remember.setChecked(True)
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()
    assert box is not None
    assert "The key was not kept" in box.windowTitle()
    box.close()
    assert not program.window.preferences.is_remembered(shut)


def test_in_the_settings_it_is_remembered_and_forgotten_again(
    shut: Path, start: Callable[..., Program], qtbot: QtBot, key_store: MemoryKeyring
) -> None:
    program = start(waits=False)
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: program.lock is not None, timeout=20_000)
    controller = program.window.stage.controller
    controller.settings()
    (dialog,) = program.window.findChildren(SettingsDialog)
    assert dialog.lock is not None
    assert not dialog.lock.remember.isHidden()
    dialog.lock.remember.click()
    qtbot.waitUntil(lambda: len(key_store.kept) == 1 and program.window.preferences.is_remembered(shut))
    dialog.lock.remember.click()
    qtbot.waitUntil(lambda: key_store.kept == {})
    assert not program.window.preferences.is_remembered(shut)
    assert program.lock is not None
    minutes, quiet = dialog.lock.minutes, program.lock.idle.quiet
    for typed, taken in (("0", 10), ("3", 3), ("60", 60), ("", 60)):
        tab_to(minutes)
        minutes.selectAll()
        press(typed or Qt.Key.Key_Delete)
        assert quiet.interval() == taken * 60_000
        dialog.look.setFocus()
    assert minutes.text() == "60"
    dialog.accept()
