"""What stands in the table's place when it has no row: why, and one way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel


class EmptyHistory(QWidget):
    """One sentence, and Clear where a filter leaves nothing over."""

    clearAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._clear.clicked.connect(self.clearAsked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(12))
        self._sentence = PlainLabel("", "muted", self, wrap=True)
        self._sentence.setObjectName("historyEmpty")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._clear = KeyButton(self.tr("Clear"), parent=self)
        self._clear.setObjectName("historyClear")
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text()

    def say_nothing_logged(self) -> None:
        """Say that the person has no entry yet."""
        self._sentence.setText(self.tr("Nothing logged yet. Every treatment and rating you log is listed here."))
        self._clear.hide()

    def say_no_match(self, query: str) -> None:
        """Say that the filter leaves nothing over; ``query`` as it was typed, may be blank."""
        typed = query.strip()
        if typed:
            self._sentence.setText(self.tr("No entry matches ‘{words}’.").format(words=typed))
        else:
            self._sentence.setText(self.tr("No entry of this kind in these dates."))
        self._clear.show()
