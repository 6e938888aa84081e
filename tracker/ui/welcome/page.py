"""The first screen of an empty record: who is it for, and what the program is and is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.ui.icons import app_icon, keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card, Rule
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.statements import (
    emergency_statement,
    eye_and_infection_statement,
    short_statements,
    statements,
)

WIDTH = 700


class WelcomePage(PageScroll):
    """Asks for a name. ``continued`` carries what was typed, which may be empty."""

    continued = Signal(str)
    openRequested = Signal()
    importRequested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(px(24), px(16), px(24), px(16))
        rows.setSpacing(0)
        rows.addStretch(1)
        self._add_title(rows)
        rows.addSpacing(px(20))
        rows.addWidget(self._name_card())
        rows.addSpacing(px(20))
        rows.addLayout(self._ways(theme))
        rows.addSpacing(px(20))
        rows.addWidget(Rule(self))
        rows.addSpacing(px(12))
        rows.addLayout(self._short())
        rows.addSpacing(px(12))
        rows.addLayout(self._statements())
        rows.addStretch(1)
        self.page.setLayout(rows)
        self.page.setMaximumWidth(px(WIDTH + 2 * 24))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _add_title(self, rows: QVBoxLayout) -> None:
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(px(56), px(56)))
        rows.addWidget(picture)
        rows.addSpacing(px(16))
        rows.addWidget(PlainLabel(self.tr("Who is this record for?"), "display", self))
        rows.addSpacing(px(4))
        about = self.tr(
            "Microdermabrasion, botox and your own skin scores on one timeline, with the dates for the next visit."
        )
        rows.addWidget(PlainLabel(about, "muted", self, wrap=True))

    def _name_card(self) -> Card:
        card = Card(self, inset=(20, 18))
        label = PlainLabel(self.tr("&Name, optional"), "field", self)
        self.name = QLineEdit(self)
        self.name.setObjectName("welcomeName")
        self.name.setPlaceholderText(self.tr("As you want it written on your pages"))
        self.name.setAccessibleName(self.tr("Name, optional"))
        label.setBuddy(self.name)
        card.inner.addWidget(label)
        card.inner.addSpacing(px(4))
        card.inner.addWidget(self.name)
        card.inner.addSpacing(px(14))
        for text in (
            self.tr("Log a session or a rating in seconds"),
            self.tr("See when the next visit may be booked"),
            self.tr("Print a page for your practitioner"),
        ):
            card.inner.addLayout(self._ticked(text))
            card.inner.addSpacing(px(6))
        return card

    def _ticked(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Drawing("check", "accent", 16, self))
        row.addWidget(PlainLabel(text, "muted", self), 1)
        return row

    def _ways(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(24))
        self.open_button = KeyButton(self.tr("Open an existing record"), "", "link", self)
        self.open_button.setObjectName("welcomeOpen")
        keep_icon(self.open_button, "folder", theme, "accent")
        self.import_button = KeyButton(self.tr("Import a CSV file"), "", "link", self)
        self.import_button.setObjectName("welcomeImport")
        self.continue_button = KeyButton(self.tr("Continue"), "", "primary", self)
        self.continue_button.setObjectName("welcomeContinue")
        row.addWidget(self.open_button)
        row.addWidget(self.import_button)
        row.addStretch(1)
        row.addWidget(self.continue_button)
        return row

    def _short(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(0)
        grid.addWidget(Drawing("shield", "text2", 20, self), 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, text in enumerate(short_statements()):
            grid.addWidget(PlainLabel(text, "muted", self, wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _statements(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(32))
        row.addLayout(self._topic(self.tr("Before you start"), statements()[1:]), 1)
        emergency = (emergency_statement(), eye_and_infection_statement())
        row.addLayout(self._topic(self.tr("When something is wrong"), emergency), 1)
        return row

    def _topic(self, title: str, texts: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(PlainLabel(title, "strong", self))
        for text in texts:
            column.addWidget(PlainLabel(text, "small", self, wrap=True))
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.continue_button.clicked.connect(self._on_continue)
        self.name.returnPressed.connect(self._on_continue)
        self.open_button.clicked.connect(self.openRequested)
        self.import_button.clicked.connect(self.importRequested)

    def start(self) -> None:
        """Empty the field and put the cursor there."""
        self.name.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_continue(self) -> None:
        self.continued.emit(self.name.text())
