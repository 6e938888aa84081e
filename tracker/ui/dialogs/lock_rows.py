"""The settings of an encrypted record: after how long it locks, and whether this computer opens it by itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tracker.ui.dialogs.fields import Field, line_edit, row_of
from tracker.ui.dialogs.said_box import said_box
from tracker.ui.preferences import LOCK_MINUTES, LONGEST_LOCK_MINUTES
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import locking as words

if TYPE_CHECKING:
    from tracker.ui.preferences import Preferences

_NUMBER_WIDTH = 110


class LockRows(QWidget):
    """``rememberChosen`` says whether the key is to be kept on this computer; that is offered where it is possible."""

    rememberChosen = Signal(bool)

    def __init__(
        self, preferences: "Preferences", record: Path, *, can_remember: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.minutes = line_edit(str(LOCK_MINUTES), _NUMBER_WIDTH)
        self.minutes.setValidator(QIntValidator(1, LONGEST_LOCK_MINUTES, self.minutes))
        self.minutes.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._show_minutes()
        self.remember = QCheckBox(self.tr("Remem&ber on this computer"), self)
        self.remember.setObjectName("remember_key")
        self.remember.setAccessibleName(self.tr("Remember on this computer"))
        self.remember.setChecked(preferences.is_remembered(record))
        self._build(is_offered=can_remember or self.remember.isChecked())
        self.minutes.textEdited.connect(self._on_minutes_typed)
        self.minutes.installEventFilter(self)
        self.remember.toggled.connect(self.rememberChosen)

    def _build(self, *, is_offered: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        field = Field("lock_minutes", self.tr("Lock &after so many minutes without use, 1 to 60"), self.minutes, self)
        column.addLayout(row_of(field))
        column.addWidget(PlainLabel(words.what_longer_means(), "small", self, wrap=True))
        remembering = QWidget(self)
        box = said_box(self.remember, words.what_remembering_means())
        box.setContentsMargins(0, px(8), 0, 0)
        remembering.setLayout(box)
        remembering.setVisible(is_offered)
        column.addWidget(remembering)

    def _show_minutes(self) -> None:
        self.minutes.setText(str(self._preferences.lock_minutes))

    def _on_minutes_typed(self, text: str) -> None:
        if self.minutes.hasAcceptableInput():
            self._preferences.lock_minutes = int(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            # What is no number of minutes was not taken.
            self._show_minutes()
        return super().eventFilter(watched, event)
