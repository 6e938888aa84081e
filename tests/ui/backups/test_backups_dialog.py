"""The dialogs of backups: listed and verified, made, brought back after a look, and never by one key too soon."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from backup_world import backups_of
from invented import rating
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError
from tracker.core.passphrase import Passphrase
from tracker.services.backups import Backups
from tracker.services.record import Record, create_record
from tracker.store import keys
from tracker.ui.backups.dialog import BackupsDialog
from tracker.ui.backups.restore import RestoreDialog
from tracker.ui.backups.table import COLUMNS
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words.backups import Column


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Return a shown window for dialogs to stand over."""
    shown = QMainWindow()
    shown.resize(1280, 800)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def kept(record: Record, tmp_path: Path, clock: FixedClock) -> Record:
    """Return a record of one person and ten ratings, with backups at five and at ten of them."""
    backups = backups_of(record, tmp_path / "backups")
    person = record.people.add(PersonDraft(name="Anna Example"))
    for number in range(10):
        record.entries.add(person.id, rating(date(2026, 1, 1) + timedelta(days=number)))
        if number in (4, 9):
            backups.make("hourly")
            clock.at = clock.at.replace(hour=13)
    return record


@pytest.fixture
def listed(
    qtbot: QtBot, kept: Record, preferences: Preferences, theme: Theme, window: QMainWindow
) -> Callable[[], BackupsDialog]:
    """Return a function that opens the list and returns it once all is verified."""

    def open_dialog() -> BackupsDialog:
        dialog = BackupsDialog(kept, preferences, theme, window)
        dialog.open()
        lines = dialog.table.lines
        qtbot.waitUntil(lambda: all(lines.is_verified(one) is not None for one in lines.backups))
        return dialog

    return open_dialog


def cells(dialog: BackupsDialog, row: int) -> list[str]:
    model = dialog.table.lines
    return [str(model.data(model.index(row, column))) for column in COLUMNS]


def test_the_list_says_when_what_and_whether_it_is_verified(listed: Callable[[], BackupsDialog], kept: Record) -> None:
    newest = kept.backups.all()[0]
    newest.path.write_bytes(newest.path.read_bytes()[:-1] + b"x")
    dialog = listed()
    assert cells(dialog, 0)[1:4] == ["1", "10", "10 Jan 2026"]
    assert [cells(dialog, row)[Column.STATE] for row in (0, 1)] == ["Not as made", "Verified"]
    assert "1 person, 5 entries, the newest of 5 Jan 2026" in dialog.last.text()
    assert str(kept.backups.folder.path) in dialog.where.text()
    assert "if it fails, both are lost" in dialog.where.text()


def test_a_backup_is_made_now_and_listed(
    qtbot: QtBot, listed: Callable[[], BackupsDialog], kept: Record, preferences: Preferences
) -> None:
    dialog = listed()
    dialog.make_button.click()
    qtbot.waitUntil(lambda: len(dialog.table.lines.backups) == 3)
    assert dialog.message.text.startswith("Backed up.")
    assert preferences.record_id(kept.path) == kept.backups.folder.path.name
    assert dialog.make_button.isEnabled()


def test_a_full_disk_is_said_and_the_older_ones_are_still_listed(
    qtbot: QtBot, listed: Callable[[], BackupsDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise NotSavedError("disk_full")

    dialog = listed()
    monkeypatch.setattr(Backups, "make", refuse)
    dialog.make_button.click()
    qtbot.waitUntil(lambda: "The disk is full." in dialog.message.text)
    assert dialog.make_button.isEnabled()
    assert len(dialog.table.lines.backups) == 2


def test_enter_on_a_backup_asks_to_restore_it(qtbot: QtBot, listed: Callable[[], BackupsDialog], kept: Record) -> None:
    dialog = listed()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.restoreRequested) as asked:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked.args == [kept.backups.all()[1].path]
    assert not dialog.isVisible()


def test_a_folder_of_choice_takes_the_next_backups_and_the_others_stay_listed(
    qtbot: QtBot,
    listed: Callable[[], BackupsDialog],
    kept: Record,
    preferences: Preferences,
    tmp_path: Path,
    clock: FixedClock,
) -> None:
    preferences.choose_backup_folder(tmp_path / "backups")
    dialog = listed()
    clock.at = clock.at.replace(hour=14)
    dialog.take_folder(tmp_path)
    assert preferences.backup_folders[0] == tmp_path
    assert len(dialog.table.lines.backups) == 2
    dialog.make_button.click()
    qtbot.waitUntil(lambda: len(dialog.table.lines.backups) == 3)
    assert kept.backups.all()[0].path.parent.parent == tmp_path


def test_without_backups_the_list_says_so(qtbot: QtBot, listed: Callable[[], BackupsDialog], kept: Record) -> None:
    for backup in kept.backups.all():
        backup.path.unlink()
    dialog = listed()
    qtbot.waitUntil(lambda: dialog.last.text() == "There is no verified backup yet.")
    assert dialog.nothing.isVisible()
    assert not dialog.restore_button.isEnabled()


@pytest.fixture
def looked_into(qtbot: QtBot, kept: Record, theme: Theme, window: QMainWindow) -> Callable[..., RestoreDialog]:
    """Return a function that opens the dialog on a backup and returns it once that was examined or refused."""

    def open_dialog(path: Path) -> RestoreDialog:
        dialog = RestoreDialog(path, kept.backups.contents(), kept.recovery_key, theme, window)
        dialog.open()
        waiting = dialog.said.text()
        qtbot.waitUntil(lambda: dialog.said.text() != waiting)
        return dialog

    return open_dialog


def test_only_of_a_record_that_can_be_read_it_is_said_that_it_can_be_restored_in_turn(
    qtbot: QtBot, kept: Record, theme: Theme, window: QMainWindow
) -> None:
    backup, said = kept.backups.all()[0].path, []
    for now in (kept.backups.contents(), None):
        dialog = RestoreDialog(backup, now, kept.recovery_key, theme, window)
        dialog.open()
        qtbot.waitUntil(dialog.kept.isVisible)
        said.append(dialog.kept.text())
        dialog.reject()
    assert said == [
        "The record as it is now is kept, and can be restored in turn.",
        "A file that is in its place now is kept beside it, as it is.",
    ]


def test_a_backup_of_as_many_entries_is_restored_by_one_click(
    qtbot: QtBot, looked_into: Callable[..., RestoreDialog], kept: Record
) -> None:
    dialog = looked_into(kept.backups.all()[0].path)
    assert "1 person, 10 entries" in dialog.said.text()
    assert not dialog.number_field.isVisible()
    with qtbot.waitSignal(dialog.agreed) as agreed:
        dialog.restore_button.click()
    assert agreed.args[0].contents.entries == 10


def test_much_fewer_entries_need_their_number_typed(
    qtbot: QtBot, looked_into: Callable[..., RestoreDialog], kept: Record
) -> None:
    dialog = looked_into(kept.backups.all()[1].path)
    assert "Much fewer entries than now." in dialog.message.text
    assert not dialog.restore_button.isEnabled()
    qtbot.keyClicks(dialog.number, "4")
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.number.clear()
    qtbot.keyClicks(dialog.number, "5")
    with qtbot.waitSignal(dialog.agreed):
        dialog.restore_button.click()


def test_a_tampered_backup_cannot_be_restored(looked_into: Callable[..., RestoreDialog], kept: Record) -> None:
    newest = kept.backups.all()[0]
    newest.path.write_bytes(newest.path.read_bytes() + b"x")
    dialog = looked_into(newest.path)
    assert "its checksum differs" in dialog.message.text
    assert not dialog.restore_button.isEnabled()


def test_a_backup_under_another_passphrase_asks_for_it(
    qtbot: QtBot,
    looked_into: Callable[..., RestoreDialog],
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    other = create_record(tmp_path / "other.db", catalog, clock, Passphrase("the other one"))
    person = other.people.add(PersonDraft(name="Berta Beispiel"))
    for number in range(9):
        other.entries.add(person.id, rating(date(2026, 1, 1) + timedelta(days=number)))
    made = backups_of(other, tmp_path / "others").make("asked")
    other.close()
    dialog = looked_into(made.path)
    assert dialog.passphrase_field.isVisible()
    qtbot.keyClicks(dialog.passphrase, "wrong")
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: dialog.passphrase_field.problem == "This does not open it.")
    dialog.passphrase.clear()
    qtbot.keyClicks(dialog.passphrase, "the other one")
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: dialog.examined is not None)
    assert "another record" in dialog.doubts.text()
    with qtbot.waitSignal(dialog.agreed) as agreed:
        dialog.restore_button.click()
    assert agreed.args[1] == Passphrase("the other one")
