"""The number of passes: one, two, three, or another number."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.drafts import MaybeWhole
from tracker.ui.dialogs.fields import Composite, line_edit, text_of
from tracker.ui.scale import px
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.numbers import read_whole

USUAL = ("1", "2", "3")
OTHER = "other"


class PassesEdit(Composite):
    """Segments for the usual numbers; "Other" opens a field. Nothing is chosen at first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = [*((number, number) for number in USUAL), (OTHER, self.tr("Other"))]
        self.segments = Segments(words, self, name=name, optional=True)
        self.edit = line_edit("", 72)
        self.edit.setObjectName("other_passes")
        self.edit.setAccessibleName(self.tr("Other number of passes"))
        self.edit.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.segments)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.setFocusProxy(self.segments)
        self.segments.chosenChanged.connect(self._on_chosen)
        self.edit.textChanged.connect(self.changed)

    @property
    def value(self) -> MaybeWhole:
        """Return the number of passes; None where it is not known."""
        chosen = self.segments.chosen
        return read_whole(self.edit.text() if chosen == OTHER else chosen)

    def fill(self, value: MaybeWhole) -> None:
        """Show ``value``."""
        text = text_of(value)
        is_usual = text in ("", *USUAL)
        self.segments.choose(text if is_usual else OTHER)
        self.edit.setText("" if is_usual else text)

    def _on_chosen(self, key: str) -> None:
        self.edit.setVisible(key == OTHER)
        self.changed.emit()
