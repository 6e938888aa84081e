"""How hard what is typed is to guess: a bar, and the same in words."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from tracker.core.strength import Strength, strength_by_guesses
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.locking import strength_words

_LONGEST_JUDGED = 72
"""Letters: beyond them judging takes long, and they make it no weaker."""


class StrengthLine(QWidget):
    """Hidden until something is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, len(Strength))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How hard the passphrase is to guess"))
        self.said = PlainLabel("", "small", self, wrap=True)
        self.said.setObjectName("strength")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.bar)
        column.addWidget(self.said)
        self.hide()

    def judge(self, text: str) -> None:
        """Say how hard ``text`` is to guess; nothing where it is empty."""
        self.setVisible(bool(text))
        if text:
            strength = _strength(text)
            self.bar.setValue(strength.value)
            self.said.setText(strength_words(strength))
            self.bar.setAccessibleDescription(self.said.text())


def _strength(text: str) -> Strength:
    # Only whoever sets a passphrase needs its lists of words.
    from zxcvbn import zxcvbn

    return strength_by_guesses(float(zxcvbn(text[:_LONGEST_JUDGED])["guesses_log10"]))
