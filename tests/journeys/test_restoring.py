"""A record backed up by itself, brought back from the list, and brought back after it was damaged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from journey_steps import stop
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock
from vault import WORDS, make_keys_quickly, unlock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.passphrase import Passphrase
from tracker.services.encryption import encrypt
from tracker.services.record import create_record
from tracker.store import opening
from tracker.ui import messages
from tracker.ui.application import Program
from tracker.ui.backup_roots import backup_roots
from tracker.ui.backups.dialog import BackupsDialog
from tracker.ui.backups.restore import RestoreDialog
from tracker.ui.messages import Message
from tracker.ui.preferences import Preferences


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the backups in the folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def names(program: Program) -> list[str]:
    record = program.window.stage.record
    return [] if record is None else [person.name for person in record.people.all()]


def restored_by(qtbot: QtBot, program: Program, ask: Callable[[], object]) -> str:
    """Agree to the restore dialog that ``ask`` opens; return what was said when it was done."""
    said: list[Message] = []

    def note(message: Message) -> bool:
        said.append(message)
        return True

    with messages.answered_by(note):
        ask()
        dialog = program.window.findChild(RestoreDialog)
        assert dialog is not None
        qtbot.waitUntil(dialog.restore_button.isEnabled)
        dialog.restore_button.click()
        qtbot.waitUntil(lambda: bool(said) and program.window.stage.record is not None, timeout=20_000)
    return f"{said[0].title} {said[0].text}"


def test_a_backup_from_the_list_takes_the_place_of_the_record(
    qtbot: QtBot, start: Callable[..., Program], clock: FixedClock
) -> None:
    program = start()
    record = program.window.stage.record
    assert record is not None
    record.people.add(PersonDraft(name="Anna Example"))
    with qtbot.waitSignal(program.desk.keeper.made):
        program.desk.keeper.look()
    record.people.add(PersonDraft(name="Berta Beispiel"))
    clock.at = clock.at.replace(hour=13)
    program.window.commands.backups.trigger()
    dialog = program.window.findChild(BackupsDialog)
    assert dialog is not None
    said = restored_by(qtbot, program, dialog.restore_button.click)
    assert "1 person, 0 entries" in said
    assert names(program) == ["Anna Example"]
    assert record is not program.window.stage.record


@pytest.mark.parametrize("at_once_bytes", [opening.AT_ONCE_BYTES, -1], ids=["before it is shown", "while it is shown"])
def test_a_damaged_record_is_offered_its_newest_good_backup(
    qtbot: QtBot,
    qapp: QApplication,
    start: Callable[..., Program],
    tmp_path: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    at_once_bytes: int,
) -> None:
    monkeypatch.setattr(opening, "AT_ONCE_BYTES", at_once_bytes)
    program = start()
    record = program.window.stage.record
    assert record is not None
    record.people.add(PersonDraft(name="Anna Example"))
    path = record.path
    stop(program)
    content = path.read_bytes()
    # The last page holds nothing that the first picture needs.
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    again = Program(qapp, Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)), clock)
    with qtbot.waitSignal(again.desk.settled, timeout=20_000):
        again.show(path, is_demo=False)
    problem = again.window.stage.problem
    qtbot.waitUntil(problem.restore_button.isVisible, timeout=20_000)
    assert "1 person, 0 entries" in problem.backup.text()
    assert problem.open_button.isVisible()
    restored_by(qtbot, again, problem.restore_button.click)
    assert names(again) == ["Anna Example"]
    stop(again)


def test_a_damaged_page_of_an_encrypted_record_is_noticed_at_opening_and_its_backup_offered(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    catalog: Catalog,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_keys_quickly(monkeypatch)
    path = tmp_path / "record.db"
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    record = create_record(path, catalog, clock, WORDS)
    record.people.add(PersonDraft(name="Anna Example"))
    record.backup_roots = backup_roots(preferences)
    record.backups.make("asked")
    preferences.keep_record_id(path, record.backups.folder.path.name)
    # The first picture needs nothing of the amendments.
    with record._store.read() as connection:
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'amendment'").scalar_one()
        size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    record.close()
    content, place = path.read_bytes(), root * size - 2000
    path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    program = Program(qapp, preferences, clock)
    program.show(path, is_demo=False)
    unlock(program, qtbot)
    problem = program.window.stage.problem
    qtbot.waitUntil(lambda: problem.isVisible() and "damaged" in problem.text.text(), timeout=20_000)
    qtbot.waitUntil(problem.restore_button.isVisible, timeout=20_000)
    assert "1 person, 0 entries" in problem.backup.text()
    assert problem.salvage_button.isVisible()
    stop(program)


def gone(start: Callable[..., Program], qtbot: QtBot) -> Program:
    """Let the record of one person disappear between two starts; return the program that misses it."""
    program = start()
    record = program.window.stage.record
    assert record is not None
    record.people.add(PersonDraft(name="Anna Example"))
    stop(program)
    record.path.unlink()
    again = start(waits=False)
    qtbot.waitUntil(again.window.stage.problem.restore_button.isVisible, timeout=20_000)
    assert not record.path.exists()
    return again


def test_a_record_that_is_gone_is_not_made_anew_but_offered_its_newest_good_backup(
    qtbot: QtBot, start: Callable[..., Program]
) -> None:
    program = gone(start, qtbot)
    problem = program.window.stage.problem
    assert problem.title.text() == "The record is not there"
    assert problem.text.text().startswith("There is no record at ")
    assert "1 person, 0 entries" in problem.backup.text()
    assert not problem.new_button.isVisible()
    assert problem.open_button.isVisible()
    restored_by(qtbot, program, problem.restore_button.click)
    assert names(program) == ["Anna Example"]


def test_in_the_place_of_a_record_that_is_gone_a_new_one_can_be_started(
    qtbot: QtBot, start: Callable[..., Program], tmp_path: Path
) -> None:
    program = gone(start, qtbot)
    program.window.stage.problem.start_button.click()
    qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    assert names(program) == []
    assert len(list((tmp_path / "data").rglob("*Z.db"))) == 1


def test_a_record_that_is_back_opens_when_it_is_tried_again(
    qtbot: QtBot, start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start()
    record = program.window.stage.record
    assert record is not None
    stop(program)
    record.path.rename(tmp_path / "away.db")
    again = start(waits=False)
    problem = again.window.stage.problem
    qtbot.waitUntil(problem.again_button.isVisible, timeout=20_000)
    assert not problem.restore_button.isVisible()
    (tmp_path / "away.db").rename(record.path)
    problem.again_button.click()
    qtbot.waitUntil(lambda: again.window.stage.record is not None, timeout=20_000)


def test_the_program_backs_up_what_was_changed_when_it_ends(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start()
    record = program.window.stage.record
    assert record is not None
    record.people.add(PersonDraft(name="Anna Example"))
    stop(program)
    assert len(list((tmp_path / "data").rglob("*Z.db"))) == 1


def test_the_demo_is_not_backed_up(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(is_demo=True)
    said: list[Message] = []

    def note(message: Message) -> bool:
        said.append(message)
        return True

    with messages.answered_by(note):
        program.window.commands.backups.trigger()
    assert said[0].title == "No backups"
    stop(program)
    assert not list((tmp_path / "data").rglob("*Z.db"))


def test_a_passphrase_set_in_the_window_reaches_the_backups(
    qtbot: QtBot, start: Callable[..., Program], tmp_path: Path, clock: FixedClock
) -> None:
    program = start()
    record = program.window.stage.record
    assert record is not None
    record.people.add(PersonDraft(name="Anna Example"))
    stick = record.backups.make_at(tmp_path / "stick.db").path
    program.window.preferences.keep_backup_elsewhere(stick, record.backups.folder.path.name)
    said: list[Message] = []

    def note(message: Message) -> bool:
        said.append(message)
        return True

    with messages.answered_by(note):
        program.desk.rewrite(
            lambda path: encrypt(path, Passphrase("invented and long"), clock), lambda _record: None, pytest.fail
        )
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].title == "The backups of this record"
    assert f"These backups kept elsewhere are as they were: {stick}" in said[0].text.splitlines()
    (backup,) = (tmp_path / "data").rglob("*Z*.db")
    assert b"Anna Example" not in backup.read_bytes()
    encrypted = program.window.stage.record
    assert encrypted is not None
    assert [one.path for one in encrypted.backups.all()] == [backup]
