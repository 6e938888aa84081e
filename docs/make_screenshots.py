"""Draw the pictures of the README from the real window on the demo, without a screen.

.venv/bin/python docs/make_screenshots.py
"""

import os
import sys
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tracker.ui.application import Program
from tracker.ui.preferences import Preferences
from tracker.ui.record_view import FACE_MAP, PLAN

FOLDER = Path(__file__).parent
SIZE = (1280, 800)
MAPPED = "0417"


class DemoDay:
    """The day on which the demo was written, so that the picture is the same each time."""

    def now(self) -> datetime:
        return datetime(2026, 3, 9, 12, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 3, 9)

    def wall_time(self) -> time:
        return time(12, 0)


def main() -> int:
    """Draw the overview, light and dark, the plan, and the face map of a client."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        preferences.theme, preferences.reduce_motion = "light", True
        program = Program(application, preferences, DemoDay())
        program.window.resize(*SIZE)
        chart = program.window.stage.view.overview.chart.panel
        chart.drawn.connect(lambda: QTimer.singleShot(0, program.window, lambda: _take_overview(program)))
        program.show(None, is_demo=True)
        code = application.exec()
        program.close()
    return code


def _take_overview(program: Program) -> None:
    """Save the overview in the present theme: after the light one the dark one follows, then the plan."""
    preferences = program.window.preferences
    if preferences.theme == "light":
        _save(program, "overview.png")
        preferences.theme = "dark"
        return
    _save(program, "overview-dark.png")
    program.window.stage.view.overview.chart.panel.drawn.disconnect()
    preferences.theme = "light"
    program.window.stage.show_tab(PLAN)
    QTimer.singleShot(0, program.window, lambda: _take_plan(program))


def _take_plan(program: Program) -> None:
    """Save the plan; the face map of somebody whose units changed follows."""
    _save(program, "plan.png")
    stage = program.window.stage
    if stage.record is not None:
        client = next(person for person in stage.record.people.all() if person.client_number == MAPPED)
        stage.show_person(client.id)
    stage.show_tab(FACE_MAP)
    QTimer.singleShot(0, program.window, lambda: _take_face_map(program))


def _take_face_map(program: Program) -> None:
    """Save the face map, then end."""
    _save(program, "face-map.png")
    program.window.close()


def _save(program: Program, name: str) -> None:
    picture = program.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    picture.save(str(FOLDER / name), "PNG", 0)


if __name__ == "__main__":
    sys.exit(main())
