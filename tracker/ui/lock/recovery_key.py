"""Shows the recovery key of a record: to be printed or copied, and kept apart from the computer."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.passphrase import RecoveryKey
from tracker.ui.reports.listing import ListColumn, Listing, ListingGroup
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import locking as words

COPIED_MS = 30_000
"""So long a copied key stays in the clipboard."""
_IN_A_LINE = 4


def key_lines(key: RecoveryKey) -> list[str]:
    """Return the groups of ``key``, a few in each line."""
    groups = key.text.split("-")
    return ["-".join(groups[start : start + _IN_A_LINE]) for start in range(0, len(groups), _IN_A_LINE)]


def key_sheet(key: RecoveryKey, record: Path, today: date) -> Listing:
    """Return the page that is printed: which file, the key in groups, the day, and what it can do."""
    rows = tuple((str(number), line) for number, line in enumerate(key_lines(key), start=1))
    return Listing(
        title=words.recovery_key_of(record.stem),
        about=(words.whoever_has_the_page(), words.file_of(record), words.what_a_recovery_key_is()),
        columns=(ListColumn("", 40.0), ListColumn(words.recovery_key(), None)),
        groups=(ListingGroup("", rows),),
        printed_on=today,
    )


class RecoveryKeyPart(QWidget):
    """``keptChanged`` says whether the person says that it is kept."""

    keptChanged = Signal(bool)

    def __init__(self, theme: Theme, paper: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._paper, self._today = theme, paper, today
        self._key: RecoveryKey | None = None
        self._record = Path()
        self._build()
        self.kept.toggled.connect(self.keptChanged)
        self.print_button.clicked.connect(self._on_print)
        self.copy_button.clicked.connect(self._on_copy)

    def _build(self) -> None:
        self.key = PlainLabel("", "section", self)
        self.key.setObjectName("recoveryKey")
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.key.setAccessibleName(words.recovery_key())
        spaced = QFont(self.key.font())
        spaced.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px(1))
        self.key.setFont(spaced)
        card = Card(self)
        card.inner.addWidget(self.key)
        self.print_button = KeyButton(self.tr("P&rint…"), "", "", self)
        self.print_button.setObjectName("printKey")
        self.copy_button = KeyButton(self.tr("&Copy"), "", "", self)
        self.copy_button.setObjectName("copyKey")
        self.said = PlainLabel("", "small", self)
        self.kept = QCheckBox(self.tr("&I have kept it"), self)
        self.kept.setObjectName("keptKey")
        self.kept.setAccessibleName(self.tr("I have kept it"))
        ways = QHBoxLayout()
        ways.setSpacing(px(10))
        for part in (self.print_button, self.copy_button):
            ways.addWidget(part)
        ways.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(words.what_a_recovery_key_is(), "muted", self, wrap=True))
        column.addWidget(card)
        column.addLayout(ways)
        column.addWidget(self.kept)
        self.setFocusProxy(self.print_button)

    def show_key(self, key: RecoveryKey, record: Path) -> None:
        """Show the key of ``record``."""
        self._key, self._record = key, record
        self.key.setText("\n".join(key_lines(key)))
        self.said.setText("")
        self.kept.setChecked(False)

    def forget(self) -> None:
        """Hold nothing any more."""
        self._key = None
        self.key.setText("")

    def _on_print(self) -> None:
        key = self._key
        if key is None:
            return
        from tracker.ui.reports.listing_dialog import ListingDialog

        sheet = key_sheet(key, self._record, self._today)
        title, name = words.recovery_key(), f"{words.recovery_key()} {self._record.stem}"
        ListingDialog(lambda _job: sheet, title, name, self._record, self._paper, self._theme, self.window()).open()

    def _on_copy(self) -> None:
        if self._key is None:
            return
        text, clipboard = self._key.text, QGuiApplication.clipboard()
        clipboard.setText(text)
        self.said.setText(words.key_is_copied(COPIED_MS // 1000))

        def clear() -> None:
            if clipboard.text() == text:
                clipboard.clear()

        QTimer.singleShot(COPIED_MS, clipboard, clear)
