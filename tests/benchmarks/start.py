"""Start-up: process start to the first paint of the frame, of the overview, of the chart; beside a bare window."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.benchmarks.paired import Figure

ROOT = Path(__file__).parents[2]
BARE_WINDOW = """
import sys, time, os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
def told():
    ticks = int(open("/proc/self/stat").read().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
    sys.stderr.write(f"mark frame {(time.clock_gettime(time.CLOCK_BOOTTIME) - ticks) * 1000:.0f}\\n")
    app.quit()
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
GOALS = {"frame": 1.6, "overview": 4.0, "chart": 8.0}
WORDS = {
    "frame": "start to first paint of the frame",
    "overview": "start to overview with dates and recent entries",
    "chart": "start to chart drawn",
}


def figures(record: Path, pairs: int) -> list[Figure]:
    """Return the three figures of the start on the record at ``record``."""
    program = [sys.executable, "main.py", "--database", str(record)]
    floor = [sys.executable, "-c", BARE_WINDOW]
    _marks(floor)
    _marks(program)
    measured = [(_marks(floor)["frame"], _marks(program)) for _ in range(pairs)]
    return [
        Figure(
            WORDS[name],
            "bare PySide6 window",
            median(low for low, _ in measured),
            median(marks[name] for _, marks in measured),
            median(marks[name] / low for low, marks in measured),
            goal,
        )
        for name, goal in GOALS.items()
    ]


def _marks(command: list[str]) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SKINTERVAL_MARKS": "quit"}
    # The warm-up start compiles the program, as a person's first start does; the measured ones find it compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=120)
    lines = [line.split() for line in ended.stderr.splitlines() if line.startswith("mark ")]
    return {name: float(milliseconds) for _, name, milliseconds in lines}
