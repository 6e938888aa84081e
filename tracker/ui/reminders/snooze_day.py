"""The small dialog that asks for the day on which to remind again."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.urgency import last_day_of_use
from tracker.core.unfinished import Unfinished
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field, row_of
from tracker.ui.dialogs.typed import type_into, typed_in
from tracker.ui.dialogs.when import DayEdit
from tracker.ui.words.dates import day

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

WIDTH = 400
_OFFERED = timedelta(14)


class SnoozeDayDialog(CardDialog):
    """``dayChosen`` carries a day after today, on which all ``reminders`` are still of use."""

    kind_of_work = "snooze"
    dayChosen = Signal(object)

    def __init__(
        self,
        reminders: Sequence[Reminder],
        today: date,
        first_day_of_week: int,
        theme: "Theme",
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Remind again"), width=WIDTH)
        self.setObjectName("snoozeDay")
        self._reminders = tuple(reminders)
        self._today = today
        self._last = last_day_of_use(reminders)
        self._build(first_day_of_week)
        self._connect()
        self.order_tabs()
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, first_day_of_week: int) -> None:
        self.edit = DayEdit(first_day_of_week, self)
        self.edit.set_day(self._offered)
        self.field = Field("remind_on", self.tr("&On"), self.edit)
        self.rows.addLayout(row_of(self.field))
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("&Cancel"), "cancelSnooze")
        self.snooze_button = self.add_button(self.tr("&Remind then"), "snoozeToDay", is_primary=True)

    @property
    def _offered(self) -> date:
        offered = self._today + _OFFERED
        return offered if self._last is None else min(offered, self._last)

    def unfinished(self) -> Unfinished | None:
        if self.edit.day == self._offered:
            return None
        keys = [reminder.key for reminder in self._reminders]
        return Unfinished(self.kind_of_work, {"reminders": [*keys]}, {"day": typed_in(self.edit)})

    def retype(self, typed: Mapping[str, Any]) -> None:
        type_into(self.edit, typed["day"])

    def _connect(self) -> None:
        self.edit.dateChanged.connect(lambda _day: self.field.show_problem(""))
        self.cancel_button.clicked.connect(self.reject)
        self.snooze_button.clicked.connect(self._on_snooze)

    def _problem(self) -> str:
        chosen = self.edit.day
        if chosen <= self._today:
            return self.tr("The day must be after today.")
        if self._last is not None and chosen > self._last:
            return self.tr("This is of use only until {day}.").format(day=day(self._last, self._today))
        return ""

    def _on_snooze(self) -> None:
        problem = self._problem()
        self.field.show_problem(problem)
        if problem:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = self.edit.day
        self.accept()
        self.dayChosen.emit(chosen)
