"""Help: the keys, and how dates and scores are to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.records import Kind
from tracker.ui import shortcuts
from tracker.ui.scale import px
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.key_button import KeyButton, key_words
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.plain import PlainLabel


class HelpDialog(QDialog):
    """One page of help; Esc closes it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Skinterval help"))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(16))
        column.setSpacing(px(12))
        column.addWidget(self._page(), 1)
        row = QHBoxLayout()
        row.setContentsMargins(px(24), 0, px(24), 0)
        self.close_button = KeyButton(self.tr("Close"), "", "primary", self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.resize(px(560), px(620))

    def _page(self) -> PageScroll:
        area = PageScroll(self)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page = area.page
        rows = QVBoxLayout(page)
        rows.setContentsMargins(px(24), px(20), px(24), px(8))
        rows.setSpacing(px(6))
        for title, texts in self._topics():
            rows.addWidget(PlainLabel(title, "section", page))
            for text in texts:
                rows.addWidget(PlainLabel(text, "muted", page, wrap=True))
            rows.addSpacing(px(10))
        rows.addWidget(Rule(page))
        rows.addSpacing(px(6))
        rows.addWidget(PlainLabel(self.tr("Keys"), "section", page))
        rows.addLayout(self._keys(page))
        rows.addStretch(1)
        return area

    def _topics(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            (
                self.tr("Dates"),
                (
                    self.tr("Each card says when a treatment was last, and from which day the rules count it as due."),
                    self.tr("“Why these dates?” names every rule behind a date, how strong it is and who says so."),
                    self.tr("A treatment that was given earlier than a rule asks can always be logged, with a note."),
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

    def _keys(self, page: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(4))
        for row, (keys, text) in enumerate(self._key_list()):
            grid.addWidget(PlainLabel(key_words(keys), "medium", page), row, 0)
            grid.addWidget(PlainLabel(text, "muted", page), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _key_list(self) -> tuple[tuple[str, str], ...]:
        return (
            (shortcuts.LOG[Kind.BOTOX], self.tr("Log botox")),
            (shortcuts.LOG[Kind.MICRODERMABRASION], self.tr("Log a microdermabrasion session")),
            (shortcuts.LOG[Kind.RATING], self.tr("Rate skin")),
            ("Ctrl+Return", self.tr("Save, from any field of a dialog")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Ctrl+Y", self.tr("Redo")),
            (shortcuts.OVERVIEW, self.tr("Overview")),
            (shortcuts.HISTORY, self.tr("History")),
            (shortcuts.FIND, self.tr("Find in history")),
            (shortcuts.REPORT, self.tr("Report")),
            (shortcuts.SWITCH_PERSON, self.tr("Switch person")),
            (shortcuts.ADD_PERSON, self.tr("Add person")),
            (shortcuts.SETTINGS, self.tr("Settings")),
            (shortcuts.NEXT_PANE, self.tr("Go to the tabs and back")),
        )
