"""The window: it stands before any record is open, then shows one record at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from tracker.ui.marks import PaintWatch, mark_first_paint
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.window_frame import WindowFrame
from tracker.ui.window_state import keep_window, restore_window

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tracker.core.clock import Clock
    from tracker.core.errors import RecordInUseError
    from tracker.services.record import Record
    from tracker.ui.record_stage import RecordStage


class MainWindow(WindowFrame):
    """Shows a record.

    Until its first paint it needs no record; what shows one is imported after that.
    """

    framePainted = Signal()

    def __init__(self, preferences: Preferences, theme: Theme, clock: "Clock") -> None:
        super().__init__(preferences, theme, clock)
        self._stage: RecordStage | None = None
        self._connect()
        restore_window(self, preferences)

    def _connect(self) -> None:
        self.commands.quit.triggered.connect(self.close)
        self.theme.is_motion_reduced = self.preferences.reduce_motion
        mark_first_paint("frame", self)
        PaintWatch(self).painted.connect(self._on_frame_painted)

    @property
    def stage(self) -> "RecordStage":
        """Return what shows records in this window; imported when it is first needed."""
        if self._stage is None:
            from tracker.ui.record_stage import RecordStage

            self._stage = RecordStage(self)
        return self._stage

    def show_record(self, record: "Record", *, person_id: "UUID | None" = None, remember: bool = True) -> None:
        """Show an open record: ``person_id``, else who was on screen last, else the first screen where nobody is there.

        ``remember`` puts it among the recent records; a demo is not remembered.
        """
        if remember:
            self.preferences.add_recent_record(record.path)
        self.stage.show_record(record, person_id, is_kept=remember)

    def close_record(self) -> None:
        """Let go of the record; it may be closed then."""
        self.stage.close_record()

    def hide_record(self) -> None:
        """Show nothing of the record any more; it may still be read, until `close_record`."""
        self.stage.hide_record()

    def show_problem(self, text: str, damaged: "Path | None" = None) -> None:
        """Say that a record could not be opened. A record that is on screen stays; else a page of its own says it.

        ``damaged`` is the record where it is damaged, so that what can be read of it can be saved.
        """
        self.stage.show_problem(text, damaged)

    def show_missing(self, path: "Path", text: str) -> None:
        """Say that there is no record at ``path``, and offer to start a new one there. A record on screen stays."""
        self.stage.show_missing(path, text)

    def show_in_use(self, problem: "RecordInUseError") -> None:
        """Say who has a record open that was asked for, and offer to open it read-only."""
        self.stage.show_in_use(problem)

    def warm_charts(self) -> None:
        """Put the chart in place; its library must have been imported."""
        self.stage.warm_charts()

    def _on_frame_painted(self) -> None:
        from tracker.ui.icons import app_icon
        from tracker.ui.widgets.focus_ring import install_focus_rings

        self.setWindowIcon(app_icon())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            install_focus_rings(app)
        self.framePainted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        keep_window(self, self.preferences)
        super().closeEvent(event)
