"""Help: daily use, how dates and scores are to be read, and the keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.core.records import Kind
from tracker.ui import shortcuts
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.scale import px
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.key_button import key_words
from tracker.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

WIDTH = 600


class HelpDialog(CardDialog):
    """One page of help; Esc closes it."""

    def __init__(self, theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Skinterval help"), width=WIDTH)
        self.setObjectName("help")
        self._build()
        self.order_tabs()

    def _build(self) -> None:
        self.rows.setSpacing(px(6))
        for title, texts in self._topics():
            self.rows.addWidget(PlainLabel(title, "section", self))
            for text in texts:
                self.rows.addWidget(PlainLabel(text, "muted", self, wrap=True))
            self.rows.addSpacing(px(10))
        self.rows.addWidget(Rule(self))
        self.rows.addSpacing(px(6))
        self.rows.addWidget(PlainLabel(self.tr("Keys"), "section", self))
        self.rows.addLayout(self._keys())
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        button = self.add_button(self.tr("&Close"), "close_help", is_primary=True)
        button.clicked.connect(self.accept)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _topics(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            (
                self.tr("Dates"),
                (
                    self.tr("Each card says when a treatment was last, and from which day the rules count it as due."),
                    self.tr("“Why these dates?” names every rule behind a date, how strong it is and who says so."),
                    self.tr("A treatment that was given earlier than a rule asks can always be logged, with a note."),
                    self.tr(
                        "Logging looks ahead too, at later entries and at what is planned. A plan asks for no note."
                    ),
                    self.tr("Near a planned day a box says so; ticked, the plan becomes the entry."),
                    self.tr("Cautions stand beside a treatment and never decide."),
                ),
            ),
            (
                self.tr("Scores"),
                (
                    self.tr("Both scores run from 0 to 10, and 10 is best: very smooth skin, no visible lines."),
                    self.tr("Grey in the chart are the days that count as after a treatment."),
                    self.tr("A change after a treatment does not prove its cause."),
                ),
            ),
            (
                self.tr("Your record"),
                (
                    self.tr("Everything is saved at once, in the file named at the foot of the window."),
                    self.tr("Every change can be undone, also after the program was closed."),
                ),
            ),
        )

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(4))
        shortcut_rows = [(key_words(keys), text) for keys, text in (*self._key_list(), *self._practice_keys())]
        for row, (keys, text) in enumerate([*shortcut_rows, *self._spoken_keys()]):
            grid.addWidget(PlainLabel(keys, "medium", self), row, 0)
            grid.addWidget(PlainLabel(text, "muted", self), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _practice_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (shortcuts.FIND_CLIENT, self.tr("In a practice: find a client; in the history, find there first")),
            (shortcuts.ADD_PERSON, self.tr("In a practice: new client")),
            (shortcuts.HIDE_NAMES, self.tr("In a practice: hide names, or show them again")),
        )

    def _spoken_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("0 to 9, T for ten"), self.tr("Rating: set the score and go on")),
            (self.tr("Enter"), self.tr("Save, from a field of one line")),
            (self.tr("Esc"), self.tr("Close a dialog; asks only if something was typed")),
            (self.tr("Up, Down"), self.tr("In a practice, list or search: move; Enter goes into the record, Esc back")),
            (self.tr("Backspace"), self.tr("Take a choice or a score back")),
            (self.tr("S, Delete"), self.tr("Reminders: put off, dismiss")),
            (self.tr("C, Space"), self.tr("Due list: log a contact, select a row")),
            (
                self.tr("Left, Right"),
                self.tr("Step through the chart, the cycles, the days of the plan, or the treatments of the face map"),
            ),
            (self.tr("P"), self.tr("Plan a treatment on the day of the plan")),
            (self.tr("Shift with Left, Right"), self.tr("Move a plan; Esc leaves it where it was")),
            (self.tr("Delete"), self.tr("Remove the plan of the day")),
        )

    def _key_list(self) -> tuple[tuple[str | QKeySequence, str], ...]:
        return (
            (shortcuts.LOG[Kind.BOTOX], self.tr("Log botox")),
            (shortcuts.LOG[Kind.MICRODERMABRASION], self.tr("Log a microdermabrasion session")),
            (shortcuts.LOG[Kind.RATING], self.tr("Rate skin")),
            (shortcuts.LOG[Kind.OTHER_EVENT], self.tr("Add a note or event")),
            ("Ctrl+Enter", self.tr("Save, from any field of a dialog")),
            (shortcuts.UNDO[0], self.tr("Undo")),
            (shortcuts.REDO[0], self.tr("Redo")),
            (shortcuts.OVERVIEW, self.tr("Overview")),
            (shortcuts.HISTORY, self.tr("History")),
            (shortcuts.FACE_MAP, self.tr("Face map")),
            (shortcuts.PROGRESS, self.tr("Progress")),
            (shortcuts.PLAN, self.tr("Plan")),
            (shortcuts.DUE_LIST, self.tr("Due list, where there are several people")),
            (shortcuts.FIND, self.tr("Find in history")),
            (shortcuts.REPORT, self.tr("Report")),
            (shortcuts.REMINDERS, self.tr("Reminders")),
            (shortcuts.CHANGES, self.tr("Changes of this person")),
            ("Alt+Return", self.tr("Changes of the entry chosen in the history")),
            (shortcuts.SWITCH_PERSON, self.tr("Switch person")),
            (shortcuts.ADD_PERSON, self.tr("Add person")),
            (shortcuts.SETTINGS, self.tr("Settings")),
            (shortcuts.NEXT_PANE, self.tr("Go to the next pane: list of clients, tabs, page")),
        )
