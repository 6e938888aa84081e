"""Joins the reminders to the window: the tray, the desktop's notifications, waking from sleep, and who is on screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tracker.ui.desktop.notifier import Notifier
from tracker.ui.desktop.wake import WakeWatch
from tracker.ui.jobs import Jobs
from tracker.ui.reminders.centre import ReminderCentre
from tracker.ui.window_state import bring_forward

if TYPE_CHECKING:
    from tracker.core.clock import Clock
    from tracker.core.reminders.outlook import Reminder
    from tracker.services.record import Record
    from tracker.ui.desktop.presence import Presence
    from tracker.ui.main_window import MainWindow
    from tracker.ui.record_stage import RecordStage


class ReminderDesk(QObject):
    """Looks after the reminders of the record on the window's stage, from the first record on."""

    def __init__(
        self, window: "MainWindow", clock: "Clock", notifier: Notifier, wake: WakeWatch, presence: "Presence | None"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage: RecordStage = window.stage
        self._presence = presence
        self._notifier = notifier
        self._wake = wake
        self._jobs = Jobs()
        self.centre = ReminderCentre(clock, self._jobs, notifier, window.preferences, self)
        self._connect()
        if self._stage.record is not None:
            self._on_record_shown(self._stage.record, self._stage.is_kept)

    def _connect(self) -> None:
        stage, centre = self._stage, self.centre
        stage.recordShown.connect(self._on_record_shown)
        stage.recordLeft.connect(lambda: centre.set_record(None))
        centre.listedChanged.connect(stage.view.show_reminders)
        centre.opened.connect(self._on_opened)
        centre.logRequested.connect(self._on_opened)
        centre.listRequested.connect(self._on_list_requested)
        centre.answered.connect(stage.controller.try_out)
        self._wake.woke.connect(centre.look)
        if self._presence is not None:
            self._presence.tray.remindersRequested.connect(stage.controller.reminding.show)

    def close(self) -> None:
        """Stop looking, at the end of the program."""
        self.centre.set_record(None)
        self._jobs.stop()
        self._wake.close()
        self._notifier.close()

    def _on_record_shown(self, record: "Record", is_kept: bool) -> None:
        # Nothing of a demo leaves the window: its people are invented. A desktop without any way is not asked again and
        # again, at every start for every reminder.
        self.centre.set_record(record, can_notify=is_kept and self._notifier.is_possible)

    def _on_list_requested(self) -> None:
        self._come_forward()
        if QApplication.activeModalWidget() is None:
            self._stage.controller.reminding.show()

    def _on_opened(self, reminder: "Reminder") -> None:
        """Show the window, the person, and the dialog that does what the reminder is about."""
        self._come_forward()
        if QApplication.activeModalWidget() is None:
            self._stage.log_reminder(reminder)

    def _come_forward(self) -> None:
        if self._presence is not None:
            self._presence.keeper.open()
        else:
            bring_forward(self._window)
