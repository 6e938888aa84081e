"""What is read before the window's first paint: nothing that a first picture does not need."""

import subprocess
import sys
from pathlib import Path

import invented

from tracker.services.record import Record

HEAVY = (
    *("sqlalchemy", "sqlcipher3", "alembic", "numpy", "matplotlib", "PIL", "icalendar", "asyncio", "decimal", "csv"),
    "jeepney",
)
HEAVY_QT = ("PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtNetwork")
PROGRAM = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from tracker.core.clock import SystemClock
from tracker.ui.main_window import MainWindow
from tracker.ui.marks import PaintWatch
from tracker.ui.preferences import Preferences
from tracker.ui.theme import install_theme

app = QApplication([])
window = MainWindow(
    Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat)), install_theme(app, "light"), SystemClock()
)
watch = PaintWatch(window)
watch.painted.connect(lambda: print(*sys.modules, sep="\\n"))
window.framePainted.connect(app.quit)
window.show()
app.exec()
"""


OVERVIEW = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication
from tracker.core.clock import SystemClock
from tracker.ui.application import Program
from tracker.ui.preferences import Preferences

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            print(*sys.modules, sep="\\n")
        return False

app = QApplication([])
program = Program(app, Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat)), SystemClock())
watch = Watch()
program.desk.opened.connect(lambda: program.window.stage.view.overview.viewport().installEventFilter(watch))
program.desk.settled.connect(app.quit)
program.show(Path(sys.argv[2]), is_demo=False)
app.exec()
print(*sorted({"numpy", "matplotlib.figure", "PySide6.QtNetwork"} & set(sys.modules)), sep="\\n", file=sys.stderr)
program.close()
"""
NOT_FOR_THE_OVERVIEW = (
    "numpy",
    "matplotlib.figure",
    "PySide6.QtNetwork",
    "tracker.ui.lock.protect_page",
    "tracker.ui.surroundings",
    "tracker.core.history_file",
    "tracker.services.restoring",
)
PARSER = """
import sys
from tracker.commands import build_parser
build_parser().parse_args(["--demo"])
print(*sys.modules, sep="\\n")
"""


def run(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
    )


def test_the_frame_is_painted_before_anything_heavy_is_imported(tmp_path: object) -> None:
    loaded = run(PROGRAM, f"{tmp_path}/settings.ini").stdout.split()
    assert "tracker.ui.main_window" in loaded
    assert [name for name in loaded if name.split(".")[0] in HEAVY or name in HEAVY_QT] == []
    screens = (
        "tracker.services",
        "tracker.store",
        "tracker.charts",
        "tracker.ui.overview",
        "tracker.ui.clients",
        "tracker.ui.worklist",
        "tracker.ui.dialogs",
        "tracker.ui.reminders",
        "tracker.ui.desktop",
    )
    assert [name for name in loaded if name.startswith(screens)] == []


def test_the_overview_is_painted_before_the_chart_and_what_runs_beside_it_are_imported(
    tmp_path: Path, record: Record
) -> None:
    record.people.add(invented.person())
    record.close()
    shown = run(OVERVIEW, f"{tmp_path}/settings.ini", str(record.path))
    loaded = shown.stdout.split()
    assert "tracker.ui.overview.overview" in loaded
    assert [name for name in NOT_FOR_THE_OVERVIEW if name in loaded] == []
    assert shown.stderr.split() == ["PySide6.QtNetwork", "matplotlib.figure", "numpy"]


def test_the_options_of_the_window_are_read_without_what_verbs_need() -> None:
    loaded = run(PARSER).stdout.split()
    assert "tracker.commands.options" in loaded
    assert [name for name in ("tracker.charts", "tracker.ui.reports.options", "uuid") if name in loaded] == []


def test_marks_are_printed_only_where_they_are_asked_for(tmp_path: object) -> None:
    silent = run(PROGRAM, f"{tmp_path}/settings.ini")
    assert "mark" not in silent.stderr
    marked = run(PROGRAM, f"{tmp_path}/settings.ini", SKINTERVAL_MARKS="1")
    marks = [line.split() for line in marked.stderr.splitlines() if line.startswith("mark ")]
    assert [mark[1] for mark in marks] == ["frame"]
    assert 10 < float(marks[0][2]) < 60_000
