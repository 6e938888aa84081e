"""What stands beside an empty list of clients: one sentence and the ways to the first client."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.shortcuts import ADD_PERSON
from tracker.ui.widgets.key_button import KeyButton, key_words
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.writing_switch import mark_changing

_WIDTH = 420


class NobodyPage(QWidget):
    """Shown in a practice without clients."""

    newRequested = Signal()
    importRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._build()
        self.new_button.clicked.connect(self.newRequested)
        self.import_button.clicked.connect(self.importRequested)

    def _build(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(px(_WIDTH))
        rows = QVBoxLayout(column)
        rows.setSpacing(px(8))
        rows.addWidget(PlainLabel(self.tr("No clients yet"), "title", self))
        about = self.tr("Add the first client, or import the history of one or of all from a CSV file.")
        rows.addWidget(PlainLabel(about, "muted", self, wrap=True))
        rows.addSpacing(px(8))
        self.new_button = KeyButton(self.tr("New client"), key_words(ADD_PERSON), "primary", self)
        self.new_button.setObjectName("firstClient")
        self.import_button = KeyButton(self.tr("Import a CSV file"), "", "", self)
        mark_changing(self.new_button, self.import_button)
        self.import_button.setObjectName("importClients")
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.import_button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        centre = QVBoxLayout(self)
        centre.addWidget(column, 0, Qt.AlignmentFlag.AlignCenter)
