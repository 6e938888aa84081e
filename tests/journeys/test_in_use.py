"""A record that somebody else has open, or that was left open when its program was killed."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from journey_steps import record_of, stop
from other_program import held_elsewhere
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock
from vault import WORDS, make_keys_quickly, unlock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import RecordUnreadableError
from tracker.record_lock import lock_path
from tracker.services.encryption import encrypt
from tracker.services.record import create_record
from tracker.ui import messages
from tracker.ui.application import Program
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.record_notices import READ_ONLY, SHARED, UNCLEAN_END

pytestmark = pytest.mark.qt_log_ignore(r"raise\(\)")
ROOT = Path(__file__).resolve().parents[2]
Start = Callable[[], Program]


@pytest.fixture
def path(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Path:
    path = tmp_path / "record.db"
    with closing(create_record(path, catalog, clock)) as record:
        record.people.add(PersonDraft(name="Maya Lindqvist"))
    return path


@pytest.fixture
def start_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Return a function that starts the program on the record and waits until it is there or was refused."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    started: list[Program] = []

    def start() -> Program:
        preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        preferences.theme, preferences.reduce_motion = "light", True
        program = Program(qapp, preferences, clock)
        started.append(program)
        with qtbot.waitSignal(program.desk.settled, timeout=20_000):
            program.show(path, is_demo=False)
        return program

    yield start
    for program in started:
        stop(program)


def text_of(program: Program, name: str) -> str:
    notice = program.window.notices.notice(name)
    return "" if notice is None else notice.label.text()


def start_again(path: Path, qtbot: QtBot) -> None:
    """Start the program on the record once more, and see that it ends and leaves the record to the first."""
    second = subprocess.Popen(
        [sys.executable, "main.py", "--database", str(path)], cwd=ROOT, env=os.environ, stderr=subprocess.PIPE
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert (second.returncode, second.communicate()[1]) == (0, b"")


def test_a_record_in_use_is_said_and_can_be_read(start_on: Start, path: Path, qtbot: QtBot) -> None:
    with held_elsewhere(path):
        program = start_on()
        problem = program.window.stage.problem
        assert problem.isVisible()
        assert problem.title.text() == "The record is in use"
        assert f"{path} is open in another window of Skinterval" in problem.text.text()
        assert problem.read_only_button.hasFocus()
        problem.read_only_button.click()
        qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    assert record_of(program).is_read_only
    assert text_of(program, READ_ONLY) == "Opened read-only: in use in another window."


def left_elsewhere(path: Path) -> None:
    lock_path(path).write_text("1\nskinterval\npractice-2\nanother-machine\nanother-boot\n")


def test_a_record_left_open_on_another_computer_is_opened_here_after_a_second_question(
    start_on: Start, path: Path, qtbot: QtBot
) -> None:
    left_elsewhere(path)
    program = start_on()
    problem = program.window.stage.problem
    assert f"{path} is open on another computer, practice-2" in problem.text.text()
    assert problem.closed_there.text() == (
        "If practice-2 is switched off, or Skinterval is closed there, the record can be opened here."
    )
    asked: list[messages.Message] = []
    with messages.answered_by(lambda message: bool(asked.append(message))):
        problem.take_over_button.click()
    assert [message.title for message in asked] == ["Is Skinterval closed on practice-2?"]
    assert asked[0].yes == "It is closed there, open it here"
    assert program.window.stage.record is None
    assert lock_path(path).read_text().split("\n")[2] == "practice-2"
    with messages.answered_by(lambda _message: True):
        problem.take_over_button.click()
        qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    assert not record_of(program).is_read_only
    assert text_of(program, UNCLEAN_END)
    record_of(program).people.add(PersonDraft(name="Another"))


def test_a_record_open_in_another_window_here_is_not_offered_to_be_taken_over(start_on: Start, path: Path) -> None:
    with held_elsewhere(path):
        problem = start_on().window.stage.problem
        assert problem.isVisible()
        assert not problem.take_over_button.isVisible()


def test_a_record_that_is_read_because_of_another_computer_can_be_taken_over(
    start_on: Start, path: Path, qtbot: QtBot
) -> None:
    left_elsewhere(path)
    program = start_on()
    program.window.stage.problem.read_only_button.click()
    qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    notice = program.window.notices.notice(READ_ONLY)
    assert notice is not None
    asked: list[messages.Message] = []

    def answer(message: messages.Message) -> bool:
        asked.append(message)
        return True

    with messages.answered_by(answer):
        notice.button.click()
        qtbot.waitUntil(lambda: not record_of(program).is_read_only, timeout=20_000)
    assert [message.yes for message in asked] == ["Open it here…", "It is closed there, open it here"]


def test_a_record_that_is_read_because_of_another_window_only_says_so_again(
    start_on: Start, path: Path, qtbot: QtBot
) -> None:
    with held_elsewhere(path):
        program = start_on()
        program.window.stage.problem.read_only_button.click()
        qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
        notice = program.window.notices.notice(READ_ONLY)
        assert notice is not None
        asked: list[messages.Message] = []
        with messages.answered_by(lambda message: bool(asked.append(message))):
            notice.button.click()
            qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert [(message.title, message.yes, message.no) for message in asked] == [("The record is in use", "OK", "")]


def test_once_the_other_is_gone_it_opens_for_writing(start_on: Start, path: Path, qtbot: QtBot) -> None:
    with held_elsewhere(path):
        program = start_on()
        program.window.stage.problem.read_only_button.click()
        qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    notice = program.window.notices.notice(READ_ONLY)
    assert notice is not None
    assert not notice.close_button.isVisible()
    notice.button.click()
    qtbot.waitUntil(lambda: not record_of(program).is_read_only, timeout=20_000)
    assert program.window.notices.notice(READ_ONLY) is None
    record_of(program).people.add(PersonDraft(name="Another"))


def test_trying_again_opens_it_once_it_is_free(start_on: Start, path: Path, qtbot: QtBot) -> None:
    with held_elsewhere(path):
        program = start_on()
    program.window.stage.problem.again_button.click()
    qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    assert not record_of(program).is_read_only


def test_the_letters_of_the_buttons_are_free_for_them(start_on: Start, path: Path, qtbot: QtBot) -> None:
    with held_elsewhere(path):
        program = start_on()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        # Its letter is that of a menu too, which is not shown here.
        qtbot.keyClick(program.window, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
    assert record_of(program).is_read_only


def test_over_an_open_record_reading_the_other_is_asked(
    start_on: Start, path: Path, catalog: Catalog, clock: FixedClock, qtbot: QtBot
) -> None:
    program = start_on()
    other = path.with_name("other.db")
    create_record(other, catalog, clock).close()
    asked: list[messages.Message] = []

    def answer(message: messages.Message) -> bool:
        asked.append(message)
        return True

    with held_elsewhere(other), messages.answered_by(answer):
        program.window.openRecordRequested.emit(other)
        qtbot.waitUntil(lambda: record_of(program).path == other, timeout=20_000)
    assert [message.title for message in asked] == ["The record is in use"]
    assert record_of(program).is_read_only
    assert not lock_path(path).exists()


def test_opening_the_record_on_screen_again_keeps_its_lock(start_on: Start, path: Path, qtbot: QtBot) -> None:
    program = start_on()
    former = record_of(program)
    program.window.openRecordRequested.emit(path)
    qtbot.waitUntil(lambda: record_of(program) is not former, timeout=20_000)
    assert lock_path(path).exists()
    assert not record_of(program).is_read_only


def test_a_clean_end_leaves_nothing_and_the_next_start_says_nothing(start_on: Start, path: Path) -> None:
    program = start_on()
    assert lock_path(path).exists()
    stop(program)
    assert not lock_path(path).exists()
    assert text_of(start_on(), UNCLEAN_END) == ""


def test_after_a_kill_the_next_start_says_so_once(start_on: Start, path: Path, qtbot: QtBot) -> None:
    with held_elsewhere(path):
        pass
    program = start_on()
    assert text_of(program, UNCLEAN_END).startswith("Skinterval was not closed properly last time.")
    qtbot.waitUntil(lambda: text_of(program, UNCLEAN_END).endswith("The record was checked and is sound."))
    notice = program.window.notices.notice(UNCLEAN_END)
    assert notice is not None
    notice.close_button.click()
    assert not program.window.notices.isVisible()
    stop(program)
    assert text_of(start_on(), UNCLEAN_END) == ""


def test_an_encrypted_record_is_looked_through_after_a_kill_too(
    start_on: Start, path: Path, qtbot: QtBot, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_keys_quickly(monkeypatch)
    encrypt(path, WORDS, clock)
    with held_elsewhere(path):
        pass
    program = start_on()
    unlock(program, qtbot)
    qtbot.waitUntil(
        lambda: text_of(program, UNCLEAN_END).endswith("The record was checked and is sound."), timeout=20_000
    )


def test_a_record_that_could_not_be_opened_is_left_free(start_on: Start, path: Path) -> None:
    path.write_bytes(b"no record")
    program = start_on()
    assert program.window.stage.problem.isVisible()
    assert not lock_path(path).exists()


def test_a_second_start_brings_the_window_forward_and_ends(start_on: Start, path: Path, qtbot: QtBot) -> None:
    program = start_on()
    program.window.showMinimized()
    start_again(path, qtbot)
    assert not program.window.isMinimized()


def test_a_second_start_is_heard_also_where_the_record_was_found_damaged(
    start_on: Start, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show_nothing(*_: object, **__: object) -> None:
        raise RecordUnreadableError(str(path), "damaged", "pages")

    monkeypatch.setattr(MainWindow, "show_record", show_nothing)
    program = start_on()
    assert program.window.stage.problem.isVisible()
    with qtbot.waitSignal(program.desk.called):
        start_again(path, qtbot)


def test_a_record_in_a_synced_folder_is_said_at_the_start(
    start_on: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / ".stfolder").mkdir()
    program = start_on()
    qtbot.waitUntil(lambda: "Syncthing" in text_of(program, SHARED), timeout=20_000)


def test_what_a_killed_program_left_beside_the_record_goes_at_the_next_start(start_on: Start, path: Path) -> None:
    left = path.with_name(f".{path.name}.0123456789abcdef.new")
    left.write_bytes(b"Maya Lindqvist")
    start_on()
    assert not left.exists()


def test_whoever_only_reads_leaves_what_others_may_be_building(start_on: Start, path: Path, qtbot: QtBot) -> None:
    left = path.with_name(f".{path.name}.0123456789abcdef.new")
    left.write_bytes(b"Maya Lindqvist")
    with held_elsewhere(path):
        program = start_on()
        program.window.stage.problem.read_only_button.click()
        qtbot.waitUntil(lambda: program.window.stage.record is not None, timeout=20_000)
        assert left.exists()
