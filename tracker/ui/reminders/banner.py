"""The strip over the pages of a person: the most urgent reminder, what to do about it, and the way to the others."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.urgency import most_urgent_first
from tracker.ui.icons import GLYPHS
from tracker.ui.preferences import Preferences
from tracker.ui.reminders.snooze_menu import SnoozeMenu
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.reminders import log_text, sentence
from tracker.ui.writing_switch import mark_changing

_SIDE, _HEIGHT, _BESIDE = 24, 48, 90


class ReminderBanner(QFrame):
    """Shows one reminder of the person on screen; hidden where there is nothing to remind of.

    ``logRequested`` carries the reminder, ``snoozed`` and ``dismissed`` a tuple that holds it.
    """

    logRequested = Signal(object)
    snoozed = Signal(object, object)
    dismissed = Signal(object)
    listRequested = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminderBanner")
        self.setAccessibleName(self.tr("Reminder"))
        self.reminder: Reminder | None = None
        self._build(theme, preferences)
        self._connect()
        self.hide()

    def _build(self, theme: Theme, preferences: Preferences) -> None:
        self.setMinimumHeight(px(_HEIGHT))
        self._glyph = Drawing(GLYPHS["rating"], "treat", 12, self)
        self.sentence = PlainLabel("", "medium", self, elide=True)
        self.sentence.setObjectName("reminderSentence")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.log_button = self._button(log_text(None), "reminderLog", "quick")
        self.snooze_button = self._button(self.tr("&Snooze"), "reminderSnooze", "")
        self.snooze_menu = SnoozeMenu(theme, preferences, self)
        self.snooze_button.setMenu(self.snooze_menu)
        self.dismiss_button = self._button(self.tr("&Dismiss"), "reminderDismiss", "")
        self.list_button = self._button("", "reminderList", "flat")
        mark_changing(self.log_button, self.snooze_button, self.dismiss_button)
        said, self._answers = QHBoxLayout(), QHBoxLayout()
        for part in (said, self._answers):
            part.setSpacing(px(10))
        said.addWidget(self._glyph)
        said.addWidget(self.sentence, 1)
        for button in (self.log_button, self.snooze_button, self.dismiss_button, self.list_button):
            self._answers.addWidget(button)
        self._answers.addStretch(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(px(_SIDE), px(7), px(_SIDE), px(7))
        self._line.setSpacing(px(10))
        self._line.addLayout(said, 1)
        self._line.addLayout(self._answers)

    def _button(self, text: str, name: str, kind: str) -> KeyButton:
        button = KeyButton(text, "", kind, self)
        button.setObjectName(name)
        return button

    def _connect(self) -> None:
        self.log_button.clicked.connect(lambda: self.logRequested.emit(self.reminder))
        self.snooze_menu.untilChosen.connect(self._on_until_chosen)
        self.dismiss_button.clicked.connect(lambda: self.dismissed.emit((self.reminder,)))
        self.list_button.clicked.connect(self.listRequested)

    def show_reminders(self, own: Sequence[Reminder], today: date) -> None:
        """Show the most urgent of one person's reminders, and how many more there are; hide where there is none."""
        urgent = most_urgent_first(own)
        self.reminder = urgent[0] if urgent else None
        if urgent:
            self._show_first(urgent[0], today)
            self._show_more(len(urgent) - 1)
        self.setAccessibleDescription(self.sentence.text())
        self.setVisible(bool(urgent))
        self._place()

    def _show_first(self, reminder: Reminder, today: date) -> None:
        self._glyph.show_drawing(GLYPHS[reminder.done_by.value], "treat")
        self.sentence.setText(sentence(reminder, today))
        self.log_button.setText(log_text(reminder))
        self.snooze_button.setEnabled(self.snooze_menu.offer((reminder,), today))

    def _show_more(self, more: int) -> None:
        text = self.tr("%n more", "", more)
        self.list_button.setText(text)
        self.list_button.setAccessibleName(self.tr("Reminders: {count}").format(count=text))
        self.list_button.setVisible(more > 0)

    def _place(self) -> None:
        """Put the answers beside the sentence, or under it where it would have to be shortened for them."""
        words = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) + px(_BESIDE)
        room = self.width() - self._answers.minimumSize().width()
        is_beside = words <= room
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if is_beside else way.TopToBottom)
        self._answers.setStretch(self._answers.count() - 1, 0 if is_beside else 1)

    def _on_until_chosen(self, until: date) -> None:
        self.snoozed.emit((self.reminder,), until)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
