"""The whole program in a process of its own, when the program itself is at fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tracker.ui.preferences import Preferences

ROOT = Path(__file__).resolve().parents[1]
CANARY = "Zq Canary of nowhere"

VERB = """
import sys
import tracker.commands.due as due
def fail(call):
    raise ValueError(sys.argv[1])
due.run = fail
from tracker.app import main
sys.exit(main(["due", "--demo"]))
"""

WINDOW = """
import sys
from PySide6.QtCore import QTimer, qFatal
from PySide6.QtWidgets import QApplication, QDialog
import tracker.ui.application as application
def fail():
    raise ValueError(sys.argv[1])
def close():
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.quit_button.click()
            return
    QTimer.singleShot(50, close)
show = application.Program.show
def shown(program, *given, **also):
    show(program, *given, **also)
    QTimer.singleShot(0, {act})
    QTimer.singleShot(50, close)
application.Program.show = shown
from tracker.app import main
sys.exit(main(["--demo"]))
"""


def run(code: str, home: Path) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", code, CANARY],
        cwd=ROOT,
        env={**environment, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done, [path.read_text() for path in home.rglob("crash-*.txt")]


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is set by HOME here")
def test_a_verb_ends_with_one_sentence_and_the_place_of_its_report(tmp_path: Path) -> None:
    done, reports = run(VERB, tmp_path / "home")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "error of its own" in done.stderr
    (report,) = reports
    assert "tracker.commands.running" in report
    assert CANARY not in done.stderr + report


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is set by HOME here")
def test_a_window_closes_cleanly_when_that_is_chosen(tmp_path: Path) -> None:
    done, reports = run(WINDOW.format(act="fail"), tmp_path / "home")
    assert done.returncode == 1
    (report,) = reports
    assert "ValueError" in report
    assert CANARY not in done.stderr + report
    assert "Traceback" not in done.stderr
    (settings,) = (tmp_path / "home").rglob("Skinterval.ini")
    (kept,) = (tmp_path / "home").rglob("crash-*.txt")
    assert Preferences(QSettings(str(settings), QSettings.Format.IniFormat)).take_end_by_error() == str(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is set by HOME here")
def test_an_end_by_qt_leaves_a_report(tmp_path: Path) -> None:
    done, reports = run(WINDOW.format(act="lambda: qFatal(sys.argv[1])"), tmp_path / "home")
    assert done.returncode < 0
    (report,) = reports
    assert "Qt fatal message" in report
    assert CANARY not in report
