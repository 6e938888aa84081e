"""What stands on the tab of somebody without a botox treatment: one sentence, and the way to log one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.shortcuts import LOG
from tracker.ui.widgets.key_button import KeyButton, key_words
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.face_map import nothing_logged
from tracker.ui.writing_switch import mark_changing


class EmptyFaceMap(QWidget):
    """Asks for the first treatment by ``logAsked``."""

    logAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = PlainLabel(nothing_logged(), "muted", self, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.log_button = KeyButton(self.tr("Log botox"), key_words(LOG["botox"]), "quick", self)
        mark_changing(self.log_button)
        self.log_button.setObjectName("faceMapLog")
        column = QVBoxLayout(self)
        column.setSpacing(px(14))
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addWidget(self.log_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.log_button.clicked.connect(self.logAsked)
