"""The first screen of an empty record: who is it for, and what the program is and is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.core.practice_settings import Mode
from tracker.ui.icons import app_icon, keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.welcome.choice_card import ChoiceCard
from tracker.ui.widgets.card import Rule
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
from tracker.ui.writing_switch import mark_changing

WIDTH = 760


class WelcomePage(PageScroll):
    """Asks for whom the record is. ``continued`` carries the mode and the name typed, which may be empty.

    ``passphraseWanted`` comes in its place, with the same, where a passphrase is offered next.
    """

    continued = Signal(object, str)
    passphraseWanted = Signal(object, str)
    openRequested = Signal()
    importRequested = Signal()
    restoreRequested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(px(24), px(8), px(24), px(8))
        rows.setSpacing(0)
        rows.addStretch(1)
        self._add_title(rows)
        rows.addSpacing(px(14))
        rows.addLayout(self._choices())
        rows.addSpacing(px(12))
        rows.addLayout(self._name_field())
        rows.addSpacing(px(14))
        rows.addLayout(self._ways(theme))
        rows.addSpacing(px(14))
        rows.addWidget(Rule(self))
        rows.addSpacing(px(10))
        rows.addLayout(self._short())
        rows.addSpacing(px(10))
        rows.addLayout(self._statements())
        rows.addStretch(1)
        self.page.setLayout(rows)
        self.page.setMaximumWidth(px(WIDTH + 2 * 24))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _add_title(self, rows: QVBoxLayout) -> None:
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(px(56), px(56)))
        rows.addWidget(picture)
        rows.addSpacing(px(12))
        rows.addWidget(PlainLabel(self.tr("Who is this record for?"), "display", self))
        rows.addSpacing(px(4))
        about = self.tr(
            "Microdermabrasion, botox and your own skin scores on one timeline, with the dates for the next visit."
        )
        rows.addWidget(PlainLabel(about, "muted", self, wrap=True))

    def _choices(self) -> QHBoxLayout:
        home = (
            self.tr("Log a session or a rating in seconds"),
            self.tr("See when the next visit may be booked"),
            self.tr("Print a page for your practitioner"),
        )
        practice = (
            self.tr("Search and open thousands of clients"),
            self.tr("Face map with units, lot and expiry"),
            self.tr("A list of who is due"),
        )
        self.home = ChoiceCard(Mode.HOME, "person", self.tr("For &me"), home, self)
        self.practice = ChoiceCard(Mode.PRACTICE, "clients", self.tr("For a &practice"), practice, self)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        for card in (self.home, self.practice):
            self._group.addButton(card.radio)
            row.addWidget(card, 1)
        return row

    def _name_field(self) -> QVBoxLayout:
        self._label = PlainLabel("", "field", self)
        self.name = QLineEdit(self)
        self.name.setObjectName("welcomeName")
        self._label.setBuddy(self.name)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(self._label)
        column.addWidget(self.name)
        return column

    def _ways(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(24))
        self.open_button = KeyButton(self.tr("Open an existing record"), "", "link", self)
        self.open_button.setObjectName("welcomeOpen")
        keep_icon(self.open_button, "folder", theme, "accent")
        self.restore_button = KeyButton(self.tr("Restore a backup"), "", "link", self)
        self.restore_button.setObjectName("welcomeRestore")
        self.import_button = KeyButton(self.tr("Import a CSV file"), "", "link", self)
        self.import_button.setObjectName("welcomeImport")
        self.continue_button = KeyButton(self.tr("Continue"), "", "primary", self)
        mark_changing(self.restore_button, self.import_button, self.continue_button)
        self.continue_button.setObjectName("welcomeContinue")
        row.addWidget(self.open_button)
        row.addWidget(self.restore_button)
        row.addWidget(self.import_button)
        self.step = PlainLabel(self.tr("Step 1 of 3"), "muted", self)
        self.step.hide()
        row.addStretch(1)
        row.addWidget(self.step)
        row.addWidget(self.continue_button)
        return row

    def _short(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(0)
        grid.addWidget(Drawing("shield", "text2", 20, self), 0, 0, Qt.AlignmentFlag.AlignTop)
        self._said = [PlainLabel(text, "muted", self, wrap=True) for text in short_statements()]
        for row, label in enumerate(self._said):
            grid.addWidget(label, row, 1)
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
        for card in (self.home, self.practice):
            card.chosen.connect(self._name_field_for)
        self.continue_button.clicked.connect(self._on_continue)
        self.name.returnPressed.connect(self._on_continue)
        self.open_button.clicked.connect(self.openRequested)
        self.restore_button.clicked.connect(self.restoreRequested)
        self.import_button.clicked.connect(self.importRequested)

    @property
    def mode(self) -> Mode:
        """Return for whom the record is, as chosen."""
        return Mode.PRACTICE if self.practice.radio.isChecked() else Mode.HOME

    def offer_passphrase(self) -> None:
        """Be the first of three steps: a passphrase is offered next."""
        self.step.show()

    def start(self, *, is_encrypted: bool = False) -> None:
        """Ask anew: for me, without a name yet, the cursor in its field."""
        for label, text in zip(self._said, short_statements(is_encrypted=is_encrypted), strict=True):
            label.setText(text)
        self.home.radio.setChecked(True)
        self.name.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_field_for(self) -> None:
        """Ask for the name that belongs to the choice."""
        if self.mode is Mode.HOME:
            label, hint = self.tr("&Name, optional"), self.tr("As you want it written on your pages")
        else:
            label, hint = self.tr("&Name of the practice, optional"), self.tr("As it stands in the title of the window")
        self._label.setText(label)
        self.name.setPlaceholderText(hint)
        self.name.setAccessibleName(label.replace("&", ""))

    def _on_continue(self) -> None:
        following = self.continued if self.step.isHidden() else self.passphraseWanted
        following.emit(self.mode, self.name.text())
