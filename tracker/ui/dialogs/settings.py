"""The settings. Each choice applies at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSystemTrayIcon, QWidget

from tracker.ui.desktop.autostart import autostart
from tracker.ui.desktop.desktop_boxes import DesktopBoxes
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import ChoiceBox, Field, row_of
from tracker.ui.dialogs.lock_rows import LockRows
from tracker.ui.dialogs.practice_rows import PracticeRows
from tracker.ui.dialogs.said_box import said_box
from tracker.ui.dialogs.treatment import currency_box
from tracker.ui.preferences import MODES, PAPER_CHOICES
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.dates import language

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 560
CURRENCY_LENGTH = 3


class SettingsDialog(CardDialog):
    """How the program looks and asks, on this computer; for whom the record is, where one is open.

    ``rememberChosen`` says whether the key of an encrypted record is to be kept on this computer.
    The ways to the settings of reminders, of before and after and to text templates are shown where a record is open.
    """

    remindersRequested = Signal()
    countingRequested = Signal()
    templatesRequested = Signal()
    rememberChosen = Signal(bool)

    def __init__(
        self,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        record: "Record | None" = None,
        can_remember: bool = False,
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Settings"), width=WIDTH)
        self.preferences = preferences
        self.practice = None if record is None else PracticeRows(record)
        self.lock: LockRows | None = None
        if record is not None and record.is_encrypted:
            self.lock = LockRows(preferences, record.path, can_remember=can_remember)
            self.lock.rememberChosen.connect(self.rememberChosen)
        self._make_controls()
        self._build()
        self._fill()
        self._connect()
        for button in (self.reminders_button, self.counting_button, self.templates_button):
            button.setVisible(record is not None)
        self.order_tabs()
        self.look.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_controls(self) -> None:
        looks = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.look = Segments([(mode, looks[mode]) for mode in MODES], name=self.tr("Look"))
        papers = {"automatic": self.tr("Automatic"), "A4": self.tr("A4"), "Letter": self.tr("Letter")}
        self.paper = Segments([(choice, papers[choice]) for choice in PAPER_CHOICES], name=self.tr("Paper of reports"))
        days = [(str(day), language().standaloneDayName(day)) for day in range(1, 8)]
        self.first_day = ChoiceBox(days)
        self.currency = currency_box(self.preferences.currency)
        self.show_last = QCheckBox(self.tr("Sho&w my last score while rating"))
        self.show_last.setObjectName("show_last_score")
        self.show_last.setAccessibleName(self.tr("Show my last score while rating"))
        self.less_motion = QCheckBox(self.tr("Reduce &motion"))
        self.less_motion.setObjectName("reduce_motion")
        self.less_motion.setAccessibleName(self.tr("Reduce motion"))
        self.desktop = DesktopBoxes(self.preferences, autostart(), has_tray=QSystemTrayIcon.isSystemTrayAvailable())

    def _build(self) -> None:
        if self.practice is not None:
            self.rows.addWidget(self.practice)
        if self.lock is not None:
            self.rows.addWidget(self.lock)
        self.rows.addLayout(row_of(Field("look", self.tr("&Look"), self.look)))
        self.rows.addLayout(row_of(Field("paper", self.tr("&Paper of reports"), self.paper)))
        first_day = Field("first_day", self.tr("&First day of the week"), self.first_day)
        currency = Field("currency", self.tr("C&urrency offered for costs"), self.currency)
        self.rows.addLayout(row_of(first_day, currency, spacing=24))
        why = self.tr("Seeing the last score can pull the new one. Each rating keeps whether it was shown.")
        self.rows.addLayout(said_box(self.show_last, why))
        self.rows.addWidget(self.less_motion)
        self.rows.addWidget(self.desktop)
        self.rows.addWidget(PlainLabel(self.tr("Every choice applies at once."), "small", self))
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.reminders_button = self.add_button(self.tr("&Reminders…"), "reminder_settings")
        self.counting_button = self.add_button(self.tr("&Before and after…"), "counting_settings")
        self.templates_button = self.add_button(self.tr("&Text templates…"), "text_templates")
        self.add_button(self.tr("&Close"), "close_settings", is_primary=True).clicked.connect(self.accept)

    def _fill(self) -> None:
        self.look.choose(self.preferences.theme)
        self.paper.choose(self.preferences.paper_choice)
        self.first_day.choose(str(self.preferences.first_day_of_week))
        self.show_last.setChecked(self.preferences.show_last_score)
        self.less_motion.setChecked(self.preferences.reduce_motion)

    def _connect(self) -> None:
        self.look.chosenChanged.connect(self._on_look_chosen)
        self.paper.chosenChanged.connect(self._on_paper_chosen)
        self.first_day.currentIndexChanged.connect(self._on_first_day_chosen)
        self.currency.currentTextChanged.connect(self._on_currency_typed)
        self.show_last.toggled.connect(self._on_show_last_chosen)
        self.less_motion.toggled.connect(self._on_motion_chosen)
        self.reminders_button.clicked.connect(lambda: self._leave_for(self.remindersRequested.emit))
        self.counting_button.clicked.connect(lambda: self._leave_for(self.countingRequested.emit))
        self.templates_button.clicked.connect(lambda: self._leave_for(self.templatesRequested.emit))

    def _on_look_chosen(self, mode: str) -> None:
        chosen = next(item for item in MODES if item == mode)
        self.preferences.theme = chosen
        self.theme.choose_mode(chosen)

    def _on_paper_chosen(self, choice: str) -> None:
        self.preferences.paper_choice = next(item for item in PAPER_CHOICES if item == choice)

    def _on_first_day_chosen(self) -> None:
        chosen = self.first_day.chosen
        if chosen is not None:
            self.preferences.first_day_of_week = int(chosen)

    def _on_show_last_chosen(self, is_on: bool) -> None:
        self.preferences.show_last_score = is_on

    def _on_motion_chosen(self, is_less: bool) -> None:
        self.preferences.reduce_motion = is_less
        self.theme.is_motion_reduced = is_less

    def _leave_for(self, ask: Callable[[], None]) -> None:
        self.accept()
        ask()

    def _on_currency_typed(self, text: str) -> None:
        code = text.strip().upper()
        if not code or (len(code) == CURRENCY_LENGTH and code.isascii() and code.isalpha()):
            self.preferences.currency = code
