"""The cautions of a person as a checklist, each with its note."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tracker.core.catalog import Term
from tracker.ui.dialogs.fields import Composite
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import catalog as names


class CautionsEdit(Composite):
    """Boxes in the order of the catalogue."""

    def __init__(self, cautions: Mapping[str, Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for code, term in cautions.items():
            box = QCheckBox(names.term(term), self)
            note = names.named(term.description)
            box.setAccessibleName(names.term(term))
            box.setAccessibleDescription(note)
            box.toggled.connect(lambda _on: self.changed.emit())
            said = PlainLabel(note, "caption", self, wrap=True)
            said.setContentsMargins(px(26), 0, 0, px(6))
            column.addWidget(box)
            column.addWidget(said)
            self._boxes[code] = box
        self.setFocusProxy(next(iter(self._boxes.values())))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the codes that are ticked."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def choose(self, codes: tuple[str, ...]) -> None:
        """Tick exactly ``codes``."""
        for code, box in self._boxes.items():
            box.setChecked(code in codes)
