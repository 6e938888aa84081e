"""How the record reminds and asks to rate, and what this computer may show of it. Each change applies at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.reminders.settings import KindSettings, ReminderKind
from tracker.core.unfinished import Unfinished
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.said_box import said_box
from tracker.ui.reminders.entered import EnteredEdit
from tracker.ui.reminders.kind_rows import KindRows
from tracker.ui.reminders.quiet_row import QuietRow
from tracker.ui.reminders.schedule_rows import ScheduleRows
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 600
_GAP = 6


class ReminderSettingsDialog(CardDialog):
    """Settings of the record, and beneath them what notifications on this computer may say."""

    kind_of_work = "reminder_settings"

    def __init__(self, record: "Record", preferences: "Preferences", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Reminder settings"), width=WIDTH)
        self.setObjectName("reminderSettingsDialog")
        self._record = record
        self._preferences = preferences
        self._build()
        self._fill()
        self._connect()
        self.order_tabs()
        self.kinds.rows[ReminderKind.EARLIEST].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.rows.setSpacing(px(6))
        self.kinds = KindRows(self)
        self.quiet = QuietRow(self)
        self.schedule = ScheduleRows(self)
        self.rows.addWidget(self.kinds)
        self.rows.addSpacing(px(_GAP))
        self._section(self.tr("Quiet hours"), self.quiet)
        self._section(self.tr("Ratings"), self.schedule)
        self.rows.addWidget(PlainLabel(self.tr("On this computer"), "section", self))
        self.name_box = QCheckBox(self.tr("Name treatments and people in n&otifications"), self)
        self.name_box.setObjectName("notification-words")
        self.name_box.setAccessibleName(self.tr("Name treatments and people in notifications"))
        self.rows.addLayout(
            said_box(self.name_box, self.tr("Otherwise a notification says only that a date is coming up."))
        )
        self.rows.addStretch(1)
        self.message = MessageFrame(self)
        self.pin(self.message)
        self.footer.addWidget(PlainLabel(self.tr("Every change applies at once."), "small", self, elide=True), 1)
        self.close_settings = self.add_button(self.tr("&Close"), "closeReminderSettings", is_primary=True)

    def _section(self, title: str, content: QWidget) -> None:
        self.rows.addWidget(PlainLabel(title, "section", self))
        self.rows.addWidget(content)
        self.rows.addSpacing(px(_GAP))

    def _fill(self) -> None:
        settings = self._record.reminders.settings
        self.kinds.fill(settings.kinds)
        self.quiet.fill(settings.quiet_hours)
        self.schedule.fill(self._record.asked_ratings.schedule)
        self.name_box.setChecked(self._preferences.notification_words)

    def _connect(self) -> None:
        self.kinds.kindChanged.connect(self._on_kind_changed)
        self.quiet.changed.connect(self._on_quiet_changed)
        self.schedule.changed.connect(self._on_schedule_changed)
        for part in (self.kinds, self.quiet, self.schedule):
            part.judged.connect(self._on_judged)
        self.name_box.toggled.connect(self._on_name_chosen)
        self.close_settings.clicked.connect(self.reject)

    @property
    def edits(self) -> tuple[EnteredEdit, ...]:
        """Return every field that is typed into."""
        return (*self.kinds.edits, *self.quiet.edits, *self.schedule.edits)

    def is_changed(self) -> bool:
        """Return whether something was typed that could not be taken."""
        return any(edit.is_wrong for edit in self.edits)

    def unfinished(self) -> Unfinished | None:
        typed = {edit.objectName(): edit.text() for edit in self.edits if edit.is_typed}
        return Unfinished(self.kind_of_work, {}, typed) if typed else None

    def retype(self, typed: Mapping[str, Any]) -> None:
        for edit in self.edits:
            if edit.objectName() in typed:
                edit.setText(typed[edit.objectName()])
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                if edit.is_wrong:
                    edit.finish()

    def _save(self, verb: Callable[[], None], keep: Callable[[], None]) -> None:
        """Run a verb of the record; where it was refused, say so and show again what is saved."""
        try:
            verb()
        except SkintervalError as problem:
            self._say(self.tr("Nothing was changed."), error(problem))
            self._fill()
            return
        keep()

    def _say(self, strong: str, text: str) -> None:
        self.message.show_message("error", strong, text)
        self.pinned.show()

    def _on_kind_changed(self, kind: ReminderKind, changed: KindSettings) -> None:
        reminders = self._record.reminders
        settings = reminders.settings.with_kind(kind, changed)
        self._save(lambda: reminders.change_settings(settings), lambda: self.kinds.keep(settings.kinds))

    def _on_quiet_changed(self) -> None:
        reminders, hours = self._record.reminders, self.quiet.hours
        settings = replace(reminders.settings, quiet_hours=hours)
        self._save(lambda: reminders.change_settings(settings), lambda: self.quiet.keep(hours))

    def _on_schedule_changed(self) -> None:
        asked_ratings, settings = self._record.asked_ratings, self.schedule.settings
        self._save(lambda: asked_ratings.change_schedule(settings), lambda: self.schedule.keep(settings))

    def _on_name_chosen(self, is_on: bool) -> None:
        self._preferences.notification_words = is_on

    def _on_judged(self, said: str) -> None:
        if said:
            self._say(self.tr("Not changed."), said)
        elif not self.is_changed():
            self.message.hide_message()
            self.pinned.hide()

    def reject(self) -> None:
        """Take what was typed last, and leave; ask first where it cannot be read."""
        for edit in self.edits:
            edit.finish()
        super().reject()
