"""The head of a client's record: name and facts, what can be logged, the tabs, and the notes at their right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from tracker.ui.actions import Actions
from tracker.ui.icons import GLYPHS, keep_icon
from tracker.ui.scale import px
from tracker.ui.shown_names import ShownNames
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.line_button import LineButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.clients import head_facts
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.records import Person

_SIDE, _TOP, _GAP = 20, 12, 8
_NAME_ROOM, _FACTS_ROOM, _NOTES_ROOM = 220, 120, 120
_TABS_SIDE = 8
"""A tab has room of its own before its word."""


class PracticeHead(QFrame):
    """Shows one client. Its tabs are those of the record, lent while it is on screen."""

    detailsRequested = Signal()

    def __init__(self, theme: Theme, actions: Actions, names: ShownNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._person: Person | None = None
        self._today: date | None = None
        self._tabs: QTabBar | None = None
        self.setObjectName("bar")
        self._build(theme, actions)
        self._connect()

    def _build(self, theme: Theme, actions: Actions) -> None:
        self.name = PlainLabel("", "title", self, elide=True)
        self.name.setObjectName("clientName")
        self.facts = PlainLabel("", "muted", self, elide=True)
        self.facts.setObjectName("clientFacts")
        self.botox_button = self._button(self.tr("Log botox"), "headLogBotox", actions.log["botox"], "quick")
        keep_icon(self.botox_button, GLYPHS["botox"], theme, "accent", px(12))
        session = actions.log["microdermabrasion"]
        self.session_button = self._button(self.tr("Log session"), "headLogSession", session, "quick")
        keep_icon(self.session_button, GLYPHS["microdermabrasion"], theme, "accent", px(12))
        self.report_button = self._button(self.tr("Report"), "headReport", actions.report, "")
        keep_icon(self.report_button, "print", theme, "text", px(18))
        self.more_button = self._more_button(theme, actions)
        self.notes = LineButton("note", "text2", self)
        self.notes.setObjectName("clientNotes")
        mark_changing(self.botox_button, self.session_button)
        self.notes.setAccessibleDescription(self.tr("Notes. Opens the details."))
        self._lay_out()

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(px(_SIDE), px(_TOP), px(_SIDE), 0)
        upper.setSpacing(px(_GAP))
        upper.addWidget(self.name)
        upper.addWidget(self.facts, 1)
        for button in (self.botox_button, self.session_button, self.report_button, self.more_button):
            upper.addWidget(button)
        self._lower = QHBoxLayout()
        self._lower.setContentsMargins(px(_TABS_SIDE), 0, px(_SIDE) - px(6), 0)
        self._lower.setSpacing(px(16))
        self._lower.addStretch(1)
        self._lower.addWidget(self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addLayout(self._lower)

    def _button(self, text: str, name: str, action: QAction, kind: str) -> KeyButton:
        button = KeyButton(text, "", kind, self)
        button.setObjectName(name)
        button.clicked.connect(action.trigger)
        return button

    def _more_button(self, theme: Theme, actions: Actions) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("headMore")
        button.setProperty("kind", "framed")
        button.setAccessibleName(self.tr("More"))
        button.setToolTip(self.tr("More"))
        button.setFixedSize(px(32), px(32))
        keep_icon(button, "more", theme, "text", px(18))
        menu = QMenu(button)
        menu.addActions(list(actions.log.values()))
        menu.addSeparator()
        menu.addActions([actions.report, actions.export_calendar, actions.person_details])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _connect(self) -> None:
        self._names.changed.connect(self._show_name)
        self.notes.clicked.connect(self.detailsRequested)

    def borrow(self, tabs: QTabBar) -> None:
        """Take the tabs of the record in."""
        self._tabs = tabs
        self._lower.insertWidget(0, tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._fit()

    def show_person(self, person: "Person", today: "date") -> None:
        """Show a client."""
        self._person, self._today = person, today
        self.notes.show_line(person.notes or "")
        self._show_name()
        self._fit()

    def forget(self) -> None:
        """Show nobody."""
        self._person = None
        for label in (self.name, self.facts):
            label.setText("")
        self.notes.show_line("")
        self._fit()

    def _show_name(self) -> None:
        if self._person is not None and self._today is not None:
            name = self._names.of(self._person)
            self.name.setText(name)
            self.facts.setText(head_facts(self._person, self._today, name))

    def _fit(self) -> None:
        """Leave to the menus what has no room beside a name, and to the details what has none beside the tabs."""
        room = self.width() - 2 * px(_SIDE) - px(_NAME_ROOM) - self.more_button.width()
        for button in (self.botox_button, self.session_button, self.report_button):
            room -= button.sizeHint().width() + px(_GAP)
            button.setVisible(room >= 0)
        self.facts.setMinimumWidth(min(self.facts.sizeHint().width(), px(_FACTS_ROOM)))
        tabs = 0 if self._tabs is None else self._tabs.sizeHint().width()
        beside = self.width() - tabs - 2 * px(_SIDE)
        self.notes.setVisible(bool(self.notes.line) and beside >= px(_NOTES_ROOM))
        self.notes.setMaximumWidth(max(0, beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
