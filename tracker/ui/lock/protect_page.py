"""The page of the second first step: a passphrase or none, then the recovery key."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.passphrase import RecoveryKey
from tracker.ui.icons import app_icon
from tracker.ui.lock.new_passphrase import NewPassphrase
from tracker.ui.lock.recovery_key import RecoveryKeyPart
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import locking as words
from tracker.ui.words.errors import error

WIDTH, MARK, MARGIN = 560, 56, 24


class ProtectPage(PageScroll):
    """``passphraseGiven`` carries the new passphrase; `show_key` or `refuse` answers it.

    ``ended`` follows when the passphrase was skipped or its key was kept, ``backRequested`` asks for the step before.
    """

    passphraseGiven = Signal(object)
    backRequested = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, paper: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("protect")
        self._is_working = False
        self._build(theme, paper, today)
        self._connect()

    def _build(self, theme: Theme, paper: str, today: date) -> None:
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(px(MARK), px(MARK)))
        self.heading = PlainLabel("", "display", self, wrap=True)
        self.about = PlainLabel(words.what_a_passphrase_does(), "muted", self, wrap=True)
        self.new = NewPassphrase(theme, self)
        self.key = RecoveryKeyPart(theme, paper, today, self)
        self.failure = MessageFrame(self)
        card = Card(self, inset=(24, 20))
        card.inner.setSpacing(px(12))
        for part in (self.new, self.key, self.failure):
            card.inner.addWidget(part)
        self.skipping = PlainLabel(words.what_skipping_means(), "small", self, wrap=True)
        rows = QVBoxLayout()
        rows.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        rows.setSpacing(px(12))
        rows.addStretch(1)
        for widget in (picture, self.heading, self.about, card):
            rows.addWidget(widget)
        rows.addLayout(self._ways())
        rows.addWidget(self.skipping)
        rows.addStretch(1)
        self.page.setLayout(rows)
        self.page.setMaximumWidth(px(WIDTH + 2 * MARGIN))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.busy = BusyLine(self, self.tr("Writing the file"))

    def _ways(self) -> QHBoxLayout:
        self.back_button = KeyButton(self.tr("Back"), "", "link", self)
        self.skip_button = KeyButton(self.tr("Go on without one"), "", "link", self)
        self.skip_button.setObjectName("skipPassphrase")
        self.continue_button = KeyButton(self.tr("Continue"), "", "primary", self)
        self.continue_button.setObjectName("protectContinue")
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addWidget(self.back_button)
        row.addWidget(self.skip_button)
        row.addStretch(1)
        row.addWidget(PlainLabel(self.tr("Step 2 of 3"), "muted", self))
        row.addWidget(self.continue_button)
        return row

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.backRequested)
        self.skip_button.clicked.connect(self._on_skipped)
        self.continue_button.clicked.connect(self._on_continue)
        self.new.entered.connect(self._on_continue)
        self.key.keptChanged.connect(self.continue_button.setEnabled)

    def ask(self) -> None:
        """Ask for a passphrase."""
        self._show_key_part(False)
        self.new.forget()
        self.failure.hide_message()
        self._end()

    def take_focus(self) -> None:
        """Put the cursor where this page begins."""
        (self.new if self.key.isHidden() else self.key).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_key(self, key: RecoveryKey, record: Path) -> None:
        """Show the key of the record, which is encrypted now."""
        self._end()
        self.new.forget()
        self.key.show_key(key, record)
        self._show_key_part(True)
        self.continue_button.setEnabled(False)
        self.take_focus()

    def refuse(self, problem: SkintervalError) -> None:
        """Say why the record is not encrypted."""
        self._end()
        self.failure.show_message("error", self.tr("Nothing was changed."), error(problem))

    def _show_key_part(self, is_key: bool) -> None:
        self.heading.setText(self.tr("Keep the recovery key") if is_key else self.tr("Protect it with a passphrase"))
        for part in (self.new, self.about, self.back_button, self.skip_button, self.skipping):
            part.setVisible(not is_key)
        self.key.setVisible(is_key)
        self.continue_button.setEnabled(True)

    def _end(self) -> None:
        self._is_working = False
        self.busy.end()
        for button in (self.continue_button, self.skip_button, self.back_button):
            button.setEnabled(True)

    def _on_skipped(self) -> None:
        self.new.forget()
        self.ended.emit()

    def _on_continue(self) -> None:
        if self._is_working:
            return
        if not self.key.isHidden():
            self.key.forget()
            self.ended.emit()
            return
        passphrase = self.new.check()
        if passphrase is None:
            return
        self._is_working = True
        for button in (self.continue_button, self.skip_button, self.back_button):
            button.setEnabled(False)
        self.failure.hide_message()
        self.busy.begin()
        self.passphraseGiven.emit(passphrase)
