"""Errors that nothing caught: said once, kept as a file, and the program goes on."""

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.drafts import PersonDraft
from tracker.services.record import Record
from tracker.ui.crash.dialog import CrashDialog
from tracker.ui.crash.log import CrashLog
from tracker.ui.crash.path import CrashPath
from tracker.ui.jobs import Job, Jobs
from tracker.ui.main_window import MainWindow

CANARY = "Zq Canary of nowhere"


@pytest.fixture
def crashes(main_window: MainWindow, tmp_path: Path, clock: FixedClock) -> Iterator[CrashPath]:
    path = CrashPath(tmp_path / "crashes", clock, main_window.theme, main_window)
    path.install()
    yield path
    path.uninstall()


def fail() -> None:
    raise ValueError(CANARY)


def later(act: object) -> None:
    QTimer.singleShot(0, act)


def dialogs(window: QWidget) -> list[CrashDialog]:
    return [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]


def shown(qtbot: QtBot, window: QWidget) -> CrashDialog:
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    return dialogs(window)[0]


def reports(tmp_path: Path) -> list[str]:
    return [path.read_text() for path in sorted((tmp_path / "crashes").glob("*.txt"))]


@pytest.mark.usefixtures("crashes")
def test_an_error_in_a_slot_is_said_and_kept_without_its_message(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    later(fail)
    dialog = shown(qtbot, main_window)
    (report,) = reports(tmp_path)
    assert dialog.report.toPlainText() == report
    assert "ValueError" in report
    assert "test_crash_path.py" in report
    assert str(tmp_path / "crashes") in dialog.place.text()
    for text in (report, capfd.readouterr().err):
        assert CANARY not in text
        assert str(Path(__file__).parent) not in text


@pytest.mark.usefixtures("crashes")
def test_going_on_leaves_the_program_as_it_was(qtbot: QtBot, main_window: MainWindow) -> None:
    later(fail)
    dialog = shown(qtbot, main_window)
    assert dialog.go_on_button.hasFocus()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.go_on_button, Qt.Key.Key_Return)
    assert main_window.isVisible()
    later(fail)
    shown(qtbot, main_window)


def test_closing_is_asked_of_the_program(qtbot: QtBot, main_window: MainWindow, crashes: CrashPath) -> None:
    later(fail)
    dialog = shown(qtbot, main_window)
    with qtbot.waitSignal(crashes.closeRequested):
        dialog.quit_button.click()


@pytest.mark.usefixtures("crashes")
def test_the_report_can_be_copied(qtbot: QtBot, main_window: MainWindow) -> None:
    later(fail)
    dialog = shown(qtbot, main_window)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()


@pytest.mark.usefixtures("crashes")
def test_more_errors_while_it_is_said_open_no_further_dialog(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    later(fail)
    dialog = shown(qtbot, main_window)
    assert dialog.again.isHidden()
    for said in ("Since then it happened once more.", "Since then it happened 2 more times."):
        later(fail)
        qtbot.waitUntil(lambda said=said: dialog.again.text() == said)
    assert dialogs(main_window) == [dialog]
    assert len(reports(tmp_path)) == 1


@pytest.mark.usefixtures("crashes")
def test_an_error_on_another_thread_is_said_on_this_one(qtbot: QtBot, main_window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ValueError" in shown(qtbot, main_window).report.toPlainText()


@pytest.mark.usefixtures("crashes")
def test_an_error_in_a_job_is_said(qtbot: QtBot, main_window: MainWindow) -> None:
    jobs = Jobs()

    def work(_job: Job) -> None:
        fail()

    jobs.run(work, lambda _result: None, lambda _problem: None)
    assert "tracker.ui.jobs" in shown(qtbot, main_window).report.toPlainText()
    jobs.stop()


@pytest.mark.usefixtures("crashes")
def test_an_error_that_python_cannot_raise_is_said(qtbot: QtBot, main_window: MainWindow) -> None:
    class Failing:
        def __del__(self) -> None:
            fail()

    Failing()
    gc.collect()
    assert "__del__" in shown(qtbot, main_window).report.toPlainText()


@pytest.mark.usefixtures("crashes")
def test_an_error_behind_a_dialog_is_said_over_that_dialog(
    qtbot: QtBot, main_window: MainWindow, record: Record
) -> None:
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    main_window.show_record(record)
    main_window.stage.controller.about()
    about = QApplication.activeModalWidget()
    later(fail)
    dialog = shown(qtbot, main_window)
    assert dialog.parentWidget() is about
    dialog.go_on_button.click()
    assert about is not None
    assert about.isVisible()
    about.close()
    main_window.close_record()


@pytest.mark.usefixtures("crashes")
def test_a_dialog_that_goes_with_its_parent_leaves_room_for_the_next(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.stage.controller.about()
    about = QApplication.activeModalWidget()
    later(fail)
    shown(qtbot, main_window)
    assert about is not None
    with qtbot.waitSignal(about.destroyed):
        about.close()
    later(fail)
    assert shown(qtbot, main_window).parentWidget() is main_window


@pytest.mark.usefixtures("crashes")
def test_what_was_being_done_is_said_in_words(
    qtbot: QtBot, main_window: MainWindow, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.ui.charts.saving.format_of", lambda _path: fail())

    def draw() -> None:
        from tracker.ui.charts.saving import save_chart

        timeline = record.timelines.of(record.people.add(PersonDraft(name=CANARY)).id)
        save_chart(timeline, Path("x.png"), None)  # type: ignore[arg-type]

    later(draw)
    dialog = shown(qtbot, main_window)
    assert any("while the chart was drawn" in text for text in all_texts(dialog))


def all_texts(dialog: CrashDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.usefixtures("crashes")
def test_an_error_of_the_crash_path_itself_ends_in_a_plain_line(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(CrashLog, "keep", lambda *_given: fail())
    later(fail)
    told: list[str] = []

    def is_told() -> bool:
        told.append(capfd.readouterr().err)
        return "could not report it" in "".join(told)

    qtbot.waitUntil(is_told)
    assert CANARY not in "".join(told)
    assert dialogs(main_window) == []


@pytest.mark.usefixtures("crashes")
def test_a_dialog_that_cannot_be_built_ends_in_a_plain_line(
    qtbot: QtBot,
    main_window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("tracker.ui.crash.dialog.what_was_done", lambda _faults: fail())
    later(fail)
    told: list[str] = []

    def is_told() -> bool:
        told.append(capfd.readouterr().err)
        return "could not report it" in "".join(told)

    qtbot.waitUntil(is_told)
    assert dialogs(main_window) == []
    assert len(reports(tmp_path)) == 1


def test_python_and_qt_have_their_errors_back_afterwards(
    main_window: MainWindow, tmp_path: Path, clock: FixedClock
) -> None:
    former = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    path = CrashPath(tmp_path, clock, main_window.theme, main_window)
    path.install()
    assert sys.excepthook != former[0]
    path.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == former


@pytest.mark.usefixtures("crashes")
def test_an_error_at_every_painting_is_kept_once(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> None:
    class Failing(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            fail()

    failing = Failing(main_window)
    failing.resize(40, 40)
    failing.show()
    dialog = shown(qtbot, main_window)
    failing.update()
    qtbot.waitUntil(lambda: not dialog.again.isHidden())
    assert len(reports(tmp_path)) == 1
    failing.hide()
