"""Until when to put reminders off: one day, three days, a week or another date."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.urgency import last_day_of_use
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words.dates import day

if TYPE_CHECKING:
    from tracker.ui.reminders.snooze_day import SnoozeDayDialog

DAYS = (1, 3, 7)


class SnoozeMenu(QMenu):
    """``untilChosen`` carries the day on which to remind again. A day on which the reminder is of no use is off."""

    untilChosen = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._asker = parent
        self._today = date.min
        self._reminders: Sequence[Reminder] = ()
        self._build()

    def _build(self) -> None:
        self.setObjectName("snoozeMenu")
        self.setAccessibleName(self.tr("Remind again"))
        self.days: dict[int, QAction] = {}
        for count in DAYS:
            action = self.addAction("")
            action.setObjectName(f"snooze-{count}")
            action.triggered.connect(lambda _checked=False, count=count: self._on_days_chosen(count))
            self.days[count] = action
        self.other = self.addAction(self.tr("A &date…"))
        self.other.setObjectName("snooze-date")
        self.other.triggered.connect(lambda _checked=False: self.ask_day())

    def offer(self, reminders: Sequence[Reminder], today: date) -> bool:
        """Offer the days after ``today`` on which all ``reminders`` are of use; return whether there is any."""
        self._today, self._reminders = today, reminders
        last = last_day_of_use(reminders)
        texts = {1: self.tr("&1 day, {day}"), 3: self.tr("&3 days, {day}"), 7: self.tr("1 &week, {day}")}
        for count, action in self.days.items():
            until = today + timedelta(count)
            action.setText(texts[count].format(day=day(until, today)))
            action.setEnabled(last is None or until <= last)
        return self.days[DAYS[0]].isEnabled()

    def ask_day(self) -> "SnoozeDayDialog":
        """Ask for another day."""
        from tracker.ui.reminders.snooze_day import SnoozeDayDialog

        over = self._asker.window()
        first_day = self._preferences.first_day_of_week
        dialog = SnoozeDayDialog(self._reminders, self._today, first_day, self._theme, over)
        dialog.dayChosen.connect(self.untilChosen)
        dialog.open()
        return dialog

    def _on_days_chosen(self, count: int) -> None:
        self.untilChosen.emit(self._today + timedelta(count))
