"""Draw the pictures of the README from the real window on the demo, without a screen.

.venv/bin/python docs/make_screenshots.py
"""

import os
import sys
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tracker.core.practice_settings import PracticeSettings
from tracker.services.record import Record
from tracker.ui.application import Program
from tracker.ui.preferences import Preferences
from tracker.ui.record_pages import FACE_MAP, OVERVIEW, PLAN, PROGRESS

FOLDER = Path(__file__).parent
SIZE = (1280, 800)
CLIENT = "Ingrid Solberg"
SETTLED_MS = 500


class DemoDay:
    """The day on which the demo was written, so that the picture is the same each time."""

    def now(self) -> datetime:
        return datetime(2026, 3, 9, 12, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 3, 9)

    def wall_time(self) -> time:
        return time(12, 0)


def main() -> int:
    """Draw the overview, light and dark, the progress and the plan, as at home; then a client of the practice."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        preferences.theme, preferences.reduce_motion = "light", True
        program = Program(application, preferences, DemoDay())
        program.window.resize(*SIZE)
        chart = program.window.stage.view.overview.chart.panel
        chart.drawn.connect(lambda: QTimer.singleShot(0, program.window, lambda: _take_overview(program)))
        program.window.stage.recordShown.connect(lambda record: _take_home(program, record))
        program.show(None, is_demo=True)
        code = application.exec()
        program.close()
    return code


def _take_home(program: Program, record: Record) -> None:
    """Show the demo, which is that of a practice, as a record at home."""
    record.practice.change(PracticeSettings())
    program.window.stage.strip.dismiss()


def _take_overview(program: Program) -> None:
    """Save the overview in the present theme: after the light one the dark one follows, then the progress."""
    preferences = program.window.preferences
    if preferences.theme == "light":
        _save(program, "overview.png")
        preferences.theme = "dark"
        return
    _save(program, "overview-dark.png")
    program.window.stage.view.overview.chart.panel.drawn.disconnect()
    preferences.theme = "light"
    program.window.stage.show_tab(PROGRESS)
    QTimer.singleShot(SETTLED_MS, program.window, lambda: _take_progress(program))


def _take_progress(program: Program) -> None:
    """Save the progress; the plan follows."""
    _save(program, "progress.png")
    program.window.stage.show_tab(PLAN)
    QTimer.singleShot(0, program.window, lambda: _take_plan(program))


def _take_plan(program: Program) -> None:
    """Save the plan; then show the record as that of a practice again, with a client on screen."""
    _save(program, "plan.png")
    stage = program.window.stage
    record = stage.record
    if record is None:
        return
    record.undo.undo()
    stage.show_person(record.people.named(CLIENT).id)
    stage.show_tab(OVERVIEW)
    stage.due.counted.connect(
        lambda _: QTimer.singleShot(SETTLED_MS, program.window, lambda: _take_client(program)),
        Qt.ConnectionType.SingleShotConnection,
    )
    stage.due.count()


def _take_client(program: Program) -> None:
    """Save the practice; the face map of the same client, whose units changed, follows."""
    program.window.status.tell("")
    _save(program, "practice.png")
    program.window.stage.show_tab(FACE_MAP)
    QTimer.singleShot(SETTLED_MS, program.window, lambda: _take_face_map(program))


def _take_face_map(program: Program) -> None:
    """Save the face map, then end."""
    _save(program, "face-map.png")
    program.window.close()


def _save(program: Program, name: str) -> None:
    picture = program.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    picture.save(str(FOLDER / name), "PNG", 0)


if __name__ == "__main__":
    sys.exit(main())
