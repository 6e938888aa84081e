"""The screen in place of a record that could not be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel

WIDTH = 560


class ProblemPage(QWidget):
    """Says what happened and offers another record."""

    openRequested = Signal()
    newRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._build()
        self.open_button.clicked.connect(self.openRequested)
        self.new_button.clicked.connect(self.newRequested)

    def _build(self) -> None:
        column = QWidget(self)
        column.setFixedWidth(px(WIDTH))
        rows = QVBoxLayout(column)
        rows.setSpacing(px(8))
        rows.addWidget(Drawing("state-soon", "soon", 32, self))
        rows.addWidget(PlainLabel(self.tr("The record could not be opened"), "title", self, wrap=True))
        self.text = PlainLabel("", "muted", self, wrap=True)
        self.text.setObjectName("problemText")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(self.text)
        rows.addSpacing(px(12))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self.open_button = KeyButton(self.tr("Open another record"), "", "primary", self)
        self.open_button.setObjectName("problemOpen")
        self.new_button = KeyButton(self.tr("New record…"), "", "", self)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.new_button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        centre = QVBoxLayout(self)
        centre.addWidget(column, 0, Qt.AlignmentFlag.AlignCenter)

    def show_problem(self, text: str) -> None:
        """Say what happened, as plain text."""
        self.text.setText(text)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
