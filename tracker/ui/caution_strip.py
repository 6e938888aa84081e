"""The line at the head of a record that is always to be seen: allergies and cautions of who is on screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.line_button import LineButton
from tracker.ui.words.cautions import cautions_line

if TYPE_CHECKING:
    from tracker.core.catalog import Catalog
    from tracker.core.records import Person

_SIDE = 18


class CautionStrip(QFrame):
    """Hidden where there is nothing to say. ``detailsRequested`` follows a press."""

    detailsRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cautionStrip")
        self.button = LineButton("caution", "past", self)
        self.button.setObjectName("cautionLine")
        self.button.setAccessibleDescription(self.tr("Opens the details."))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(_SIDE), px(2), px(_SIDE), px(2))
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.detailsRequested)
        self.hide()

    def show_person(self, person: "Person | None", catalog: "Catalog | None") -> None:
        """Show what is to be known of a person."""
        line = "" if person is None or catalog is None else cautions_line(person, catalog)
        self.button.show_line(line)
        self.setVisible(bool(line))
