"""The list of all reminders that stand open, with what can be done about each."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.reminders.outlook import Reminder
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.jobs import Jobs
from tracker.ui.reminders.list_rows import list_rows
from tracker.ui.reminders.list_view import ReminderList
from tracker.ui.reminders.snooze_menu import SnoozeMenu
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.errors import error
from tracker.ui.words.reminders import comes_next, log_text
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 720


class ReminderListDialog(CardDialog):
    """Shows what stands open of everybody, read beside the window: that may be thousands.

    ``logRequested`` carries the reminder that is to be logged.
    """

    logRequested = Signal(object)
    whyRequested = Signal()
    settingsRequested = Signal()

    def __init__(
        self, record: "Record", person: "Person", preferences: "Preferences", theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Reminders"), width=WIDTH)
        self.setObjectName("reminderList")
        self._record = record
        self._person = person
        self._today = record.clock.today()
        self._names = {one.id: shown_name(one) for one in record.people.all()}
        self._open: tuple[Reminder, ...] = ()
        self._jobs = Jobs()
        self._build(preferences)
        self._connect()
        self.order_tabs()
        self.close_list.setFocus(Qt.FocusReason.TabFocusReason)
        self._jobs.run(lambda _job: record.reminders.listed(), self._on_read, self._on_failed, self)

    def _build(self, preferences: "Preferences") -> None:
        self.rows.setSpacing(px(12))
        self.list = ReminderList(self)
        self.nothing = PlainLabel(self.tr("Nothing to remind of now."), "section", self)
        self.next_line = PlainLabel("", "muted", self, wrap=True)
        self.answers = self._build_answers(preferences)
        self.problem = MessageFrame(self)
        for widget in (self.nothing, self.next_line, self.list, self.answers, self.problem):
            self.rows.addWidget(widget)
            widget.hide()
        self.rows.addStretch(1)
        self.why_button = self.add_flat_button(self.tr("&Why was I not reminded?"), "whyNotReminded")
        self.settings_button = self.add_flat_button(self.tr("S&ettings…"), "reminderSettings")
        self.footer.addStretch(1)
        self.close_list = self.add_button(self.tr("&Close"), "closeReminders", is_primary=True)

    def _build_answers(self, preferences: "Preferences") -> QWidget:
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        self.log_button = KeyButton(log_text(None), self.tr("Enter"), "quick", bar)
        self.snooze_button = KeyButton(self.tr("&Snooze"), self.tr("S", "the key"), "", bar)
        self.snooze_menu = SnoozeMenu(self.theme, preferences, self)
        self.snooze_button.setMenu(self.snooze_menu)
        self.dismiss_button = KeyButton(self.tr("&Dismiss"), self.tr("Del", "the key"), "", bar)
        mark_changing(self.log_button, self.snooze_button, self.dismiss_button)
        names = ("logReminder", "snoozeReminder", "dismissReminder")
        for button, name in zip((self.log_button, self.snooze_button, self.dismiss_button), names, strict=True):
            button.setObjectName(name)
            row.addWidget(button)
        row.addStretch(1)
        return bar

    def _connect(self) -> None:
        self.list.chosenChanged.connect(self._on_chosen_changed)
        self.list.logAsked.connect(self._on_log)
        self.list.snoozeAsked.connect(self._on_snooze_asked)
        self.list.dismissAsked.connect(self._on_dismiss)
        self.log_button.clicked.connect(self._on_log)
        self.snooze_menu.untilChosen.connect(self._on_until_chosen)
        self.dismiss_button.clicked.connect(self._on_dismiss)
        self.why_button.clicked.connect(lambda: self._leave_for(self.whyRequested.emit))
        self.settings_button.clicked.connect(lambda: self._leave_for(self.settingsRequested.emit))
        self.close_list.clicked.connect(self.accept)

    def _show(self) -> None:
        has_any = bool(self._open)
        self.set_subtitle(self.tr("%n open", "", len(self._open)) if has_any else "")
        for widget in (self.list, self.answers):
            widget.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        said = "" if has_any else self._next()
        self.next_line.setText(said)
        self.next_line.setVisible(bool(said))
        self.list.show_rows(list_rows(self._open, self._names, self._person.id, self._today))
        (self.list if has_any else self.close_list).setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self) -> str:
        """Return what comes next for the person on screen, what was put off among it."""
        told = self._record.reminders.stories(self._person.id)
        coming = [(story.comes_on, story) for story in told if story.comes_on is not None]
        if not coming:
            return ""
        on, story = min(coming, key=lambda one: one[0])
        return comes_next(story.kind, story.treatment, on, self._today)

    def _answer(self, answered: tuple[Reminder, ...], verb: Callable[[], None]) -> None:
        """Run a verb on reminders, which leave the list then; say so where it could not be done."""
        try:
            verb()
        except SkintervalError as problem:
            self._on_failed(problem)
            return
        self.problem.hide_message()
        self._open = tuple(one for one in self._open if one not in answered)
        self._show()

    def _on_read(self, listed: tuple[Reminder, ...]) -> None:
        self._open = listed
        self._show()

    def _on_failed(self, problem: SkintervalError) -> None:
        self.problem.show_message("error", error(problem))

    def _leave_for(self, ask: Callable[[], None]) -> None:
        self.accept()
        ask()

    def _on_chosen_changed(self) -> None:
        chosen = self.list.chosen
        self.log_button.setEnabled(len(chosen) == 1)
        self.log_button.setText(log_text(chosen[0] if chosen else None))
        self.dismiss_button.setEnabled(bool(chosen))
        can_snooze = self.snooze_menu.offer(chosen, self._today)
        self.snooze_button.setEnabled(bool(chosen) and can_snooze)

    def _on_log(self) -> None:
        chosen = self.list.chosen
        if len(chosen) == 1:
            self._leave_for(lambda: self.logRequested.emit(chosen[0]))

    def _on_snooze_asked(self) -> None:
        if self.snooze_button.isEnabled():
            self.snooze_menu.popup(self.snooze_button.mapToGlobal(QPoint(0, self.snooze_button.height())))

    def _on_until_chosen(self, until: date) -> None:
        chosen = self.list.chosen
        self._answer(chosen, lambda: self._record.reminders.snooze(chosen, until))

    def _on_dismiss(self) -> None:
        chosen = self.list.chosen
        self._answer(chosen, lambda: self._record.reminders.dismiss(chosen))
