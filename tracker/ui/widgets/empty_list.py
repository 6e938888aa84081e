"""What stands in the place of a list or table when it has no row: why, and one way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel


class EmptyList(QWidget):
    """One sentence and at most one button. ``pressed`` follows the button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.button.clicked.connect(self.pressed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(12))
        self._sentence = PlainLabel("", "muted", self, wrap=True)
        self._sentence.setObjectName("emptyList")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = KeyButton("", parent=self)
        self.button.setObjectName("emptyListButton")
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text()

    def say(self, sentence: str, button: str = "") -> None:
        """Say a sentence, with a button where it has words."""
        self._sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
