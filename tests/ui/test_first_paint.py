"""What is read before the window's first paint: nothing that a first picture does not need."""

import subprocess
import sys

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


def test_marks_are_printed_only_where_they_are_asked_for(tmp_path: object) -> None:
    silent = run(PROGRAM, f"{tmp_path}/settings.ini")
    assert "mark" not in silent.stderr
    marked = run(PROGRAM, f"{tmp_path}/settings.ini", SKINTERVAL_MARKS="1")
    marks = [line.split() for line in marked.stderr.splitlines() if line.startswith("mark ")]
    assert [mark[1] for mark in marks] == ["frame"]
    assert 10 < float(marks[0][2]) < 60_000
