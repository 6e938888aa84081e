"""Reminders: show, put off, dismiss, explain, set."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.ui.desks.desk import Desk
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.core.reminders.outlook import Reminder
    from tracker.services.record import Record


class RemindingDesk(Desk):
    """``logRequested`` carries a reminder of anybody that is to be logged."""

    logRequested = Signal(object)

    def show(self) -> None:
        """Show what stands to be reminded of, of everybody in the record."""
        from tracker.ui.reminders.list_dialog import ReminderListDialog

        def make(
            record: "Record", person: "Person", preferences: Preferences, theme: Theme, window: QWidget
        ) -> QDialog:
            dialog = ReminderListDialog(record, person, preferences, theme, window)
            dialog.logRequested.connect(self.logRequested)
            dialog.whyRequested.connect(self.explain)
            dialog.settingsRequested.connect(self.settings)
            return dialog

        self.open_for(self.seat.latest_person, make)

    def snooze(self, reminders: "tuple[Reminder, ...]", until: date) -> None:
        """Remind again on the day ``until``; undo takes it back."""
        record = self.to_change()
        if record is not None:
            self.try_out(lambda: record.reminders.snooze(reminders, until))

    def snooze_to_a_day(self, reminders: "tuple[Reminder, ...]") -> None:
        """Ask for the day on which to remind again."""
        record = self.to_change()
        if record is None:
            return
        from tracker.ui.reminders.snooze_day import SnoozeDayDialog

        seat = self.seat
        first_day = seat.preferences.first_day_of_week
        dialog = SnoozeDayDialog(reminders, record.clock.today(), first_day, seat.theme, seat.window)
        dialog.dayChosen.connect(lambda until: self.snooze(reminders, until))
        dialog.open()

    def dismiss(self, reminders: "tuple[Reminder, ...]") -> None:
        """Remind no more; undo takes it back."""
        record = self.to_change()
        if record is not None:
            self.try_out(lambda: record.reminders.dismiss(reminders))

    def explain(self) -> None:
        """Say what became of each reminder of the person on screen."""
        from tracker.ui.reminders.why_dialog import WhyDialog

        self.open_for(self.seat.latest_person, WhyDialog)

    def settings(self) -> None:
        """Open the settings of reminders and of the schedule of ratings."""
        record = self.to_change()
        if record is None:
            return
        from tracker.ui.reminders.settings_dialog import ReminderSettingsDialog

        self.try_out(
            lambda: ReminderSettingsDialog(record, self.seat.preferences, self.seat.theme, self.seat.window).open()
        )
