"""Asks for a new passphrase: typed twice, with what is said of its strength."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.passphrase import Passphrase
from tracker.ui.dialogs.fields import Field
from tracker.ui.lock.secret_line import SecretLine
from tracker.ui.lock.strength_line import StrengthLine
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import locking as words


class NewPassphrase(QWidget):
    """``entered`` follows Enter in the second field."""

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = SecretLine(theme, self), SecretLine(theme, self)
        self.first_field = Field("new_passphrase", self.tr("&New passphrase"), self.first, self)
        self.again_field = Field("same_again", self.tr("&The same again"), self.again, self)
        self.strength = StrengthLine(self)
        self.caps = PlainLabel(words.caps_lock_is_on(), "small", self)
        self.caps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self.first_field, self.strength, self.again_field, self.caps):
            column.addWidget(part)
        self.setFocusProxy(self.first)
        self._connect()

    def _connect(self) -> None:
        self.first.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(lambda _text: self.again_field.show_problem(""))
        self.first.returnPressed.connect(lambda: self.again.setFocus(Qt.FocusReason.TabFocusReason))
        self.again.returnPressed.connect(self.entered)
        for line in (self.first, self.again):
            line.capsLockChanged.connect(
                lambda: self.caps.setVisible(self.first.is_caps_lock_on or self.again.is_caps_lock_on)
            )

    @property
    def passphrase(self) -> Passphrase | None:
        """Return what is typed; None where it cannot be used, or was not typed twice the same."""
        typed = Passphrase(self.first.text())
        return typed if typed.is_usable and typed == Passphrase(self.again.text()) else None

    def check(self) -> Passphrase | None:
        """Return what is typed, or say what is wrong with it and go there."""
        typed = Passphrase(self.first.text())
        self.first_field.show_problem("" if typed.is_usable else words.unusable_passphrase())
        differs = typed.is_usable and self.passphrase is None
        self.again_field.show_problem(words.differing_passphrases() if differs else "")
        if self.passphrase is None:
            (self.again if differs else self.first).setFocus(Qt.FocusReason.TabFocusReason)
        return self.passphrase

    def forget(self) -> None:
        """Hold nothing any more."""
        self.first.forget()
        self.again.forget()

    def _on_typed(self, text: str) -> None:
        self.first_field.show_problem("")
        self.strength.judge(text)
