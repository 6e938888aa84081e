"""The page before an encrypted record: only its file's name is known, and it asks for the passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.core.passphrase import Passphrase, RecoveryKey, Secret, read_recovery_key
from tracker.ui.dialogs.fields import Field
from tracker.ui.dialogs.said_box import said_box
from tracker.ui.icons import app_icon
from tracker.ui.lock.pause import Pause
from tracker.ui.lock.secret_line import SecretLine
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import locking as words

WIDTH, MARK, MARGIN = 420, 60, 24


class UnlockPage(PageScroll):
    """``secretGiven`` carries what was typed; `refuse` or `leave` answers it. ``openRequested`` asks for other records.

    Nothing is said of how near a wrong passphrase came, and there is no hint.
    """

    secretGiven = Signal(object)
    openRequested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlock")
        self._theme = theme
        self._takes_key = False
        self._is_trying = False
        self._wrong = ""
        self._pauses: dict[Path, Pause] = {}
        self._path = Path()
        self._build()
        self._connect()

    def _build(self) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        rows.setSpacing(0)
        rows.addStretch(1)
        self._add_head(rows)
        rows.addSpacing(px(20))
        self.card = self._card()
        rows.addWidget(self.card)
        rows.addSpacing(px(8))
        rows.addLayout(self._ways())
        rows.addSpacing(px(4))
        said = PlainLabel(words.no_reset(), "small", self, wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setContentsMargins(px(16), 0, px(16), 0)
        rows.addWidget(said)
        rows.addStretch(1)
        self.page.setLayout(rows)
        self.page.setMaximumWidth(px(WIDTH + 2 * MARGIN))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._busy = BusyLine(self, self.tr("Unlocking"))

    def _add_head(self, rows: QVBoxLayout) -> None:
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(px(MARK), px(MARK)))
        self.heading = PlainLabel("", "title", self, wrap=True)
        self.heading.setObjectName("lockedRecord")
        self.why = PlainLabel("", "muted", self)
        self.why.setObjectName("whyLocked")
        for label in (picture, self.heading, self.why):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
            rows.addSpacing(px(16) if label is picture else px(2))

    def _card(self) -> Card:
        card = Card(self, inset=(24, 22))
        self.secret = SecretLine(self._theme, self)
        self.secret.setObjectName("secret")
        self.field = Field("secret", "", self.secret, self)
        self.caps = PlainLabel(words.caps_lock_is_on(), "small", self)
        self.caps.hide()
        self.remember = QCheckBox(self.tr("Re&member on this computer"), self)
        self.remember.setObjectName("remember")
        self.remember.setAccessibleName(self.tr("Remember on this computer"))
        self._remembering = QWidget(self)
        box = said_box(self.remember, words.what_remembering_means())
        box.setContentsMargins(0, 0, 0, 0)
        self._remembering.setLayout(box)
        self._remembering.hide()
        self.button = KeyButton(self.tr("Unlock"), "", "primary", self)
        self.button.setObjectName("unlockButton")
        for large in (self.secret, self.button):
            large.setProperty("large", True)
        card.inner.setSpacing(px(12))
        for part in (self.field, self.caps, self._remembering, self.button):
            card.inner.addWidget(part)
        return card

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(26))
        self.key_button = KeyButton("", "", "link", self)
        self.key_button.setObjectName("useRecoveryKey")
        self.open_button = KeyButton(self.tr("Open another record"), "", "link", self)
        self.open_button.setObjectName("unlockOpen")
        row.addStretch(1)
        row.addWidget(self.key_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.secret.returnPressed.connect(self._on_unlock)
        self.secret.textEdited.connect(lambda _text: self._say(""))
        self.secret.capsLockChanged.connect(self._show_said)
        self.button.clicked.connect(self._on_unlock)
        self.key_button.clicked.connect(lambda: self._take_key(not self._takes_key))
        self.open_button.clicked.connect(self.openRequested)

    @property
    def _pause(self) -> Pause:
        return self._pauses[self._path]

    def wait(self, path: Path, why: str) -> None:
        """Say that ``path`` is being closed; `ask` follows."""
        self.heading.setText(path.stem)
        self.why.setText(why)
        self.card.hide()
        self._busy.begin()

    def ask(self, path: Path, why: str, *, can_remember: bool = False) -> None:
        """Ask for the passphrase of ``path``; ``why`` says why it is shut."""
        self._path = path
        self.card.show()
        if path not in self._pauses:
            self._pauses[path] = Pause(self)
            self._pauses[path].ticked.connect(self._show_said)
        self.heading.setText(path.stem)
        self.why.setText(why)
        self.remember.setChecked(False)
        self._remembering.setVisible(can_remember)
        self._end_try()
        self._take_key(False)

    def refuse(self) -> None:
        """Say that what was given is wrong."""
        self._end_try()
        self._pause.count_wrong()
        self._say(words.wrong_recovery_key() if self._takes_key else words.wrong_passphrase())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.secret, self.field.problem))
        self.secret.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, opened: Path) -> None:
        """Forget what was typed, and the wrong tries at the record that is open now."""
        self._end_try()
        self.secret.forget()
        if opened in self._pauses:
            self._pauses[opened].forget()

    def focus_secret(self) -> None:
        """Put the cursor into the field."""
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_try(self) -> None:
        self._is_trying = False
        self._busy.end()

    def _take_key(self, takes_key: bool) -> None:
        """Ask for the recovery key in place of the passphrase, or for the passphrase again."""
        self._takes_key = takes_key
        label = self.tr("&Recovery key") if takes_key else self.tr("&Passphrase")
        self.field.label.setText(label)
        self.field.label.show()
        self.secret.setAccessibleName(label.replace("&", ""))
        self.key_button.setText(self.tr("Use passphrase") if takes_key else self.tr("Use recovery key"))
        self.secret.forget()
        # It is copied from paper, letter by letter.
        self.secret.show_text(takes_key)
        self._say("")
        self.focus_secret()

    def _say(self, wrong: str) -> None:
        self._wrong = wrong
        self._show_said()

    def _show_said(self) -> None:
        """Say what was wrong, how long to wait, and that Caps Lock is on."""
        is_capital = self.secret.is_caps_lock_on and not self._takes_key
        said = [self._wrong] if self._wrong else []
        if self._pause.seconds:
            said.append(words.try_again_in(self._pause.seconds))
        if said and is_capital:
            said.append(words.caps_lock_is_on())
        self.field.show_problem("\n".join(said))
        self.caps.setVisible(is_capital and not said)
        self.button.setEnabled(not self._pause.seconds)

    def _on_unlock(self) -> None:
        if self._is_trying or self._pause.seconds:
            return
        text = self.secret.text()
        if not text:
            self.focus_secret()
        elif self._takes_key:
            self._give_key(read_recovery_key(text))
        elif (passphrase := Passphrase(text)).is_usable:
            self._give(passphrase)
        else:
            self.refuse()

    def _give_key(self, key: RecoveryKey | None) -> None:
        if key is not None:
            self._give(key)
            return
        self._say(words.no_recovery_key())
        self.focus_secret()

    def _give(self, secret: Secret) -> None:
        self._is_trying = True
        self._busy.begin()
        self.secretGiven.emit(secret)
