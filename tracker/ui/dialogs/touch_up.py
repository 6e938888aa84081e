"""Whether a treatment is a touch-up, and of which treatment."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.records import Botox
from tracker.ui.dialogs.fields import ChoiceBox, Composite, row_of
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.catalog import product
from tracker.ui.words.dates import day_table
from tracker.ui.words.entries import units_text


class TouchUpEdit(Composite):
    """A box and, once it is ticked, the sentence with the main treatment that the touch-up belongs to."""

    def __init__(self, mains: Sequence[Botox], catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mains = mains
        self._catalog = catalog
        self._day: date | None = None
        self._build()
        self.box.toggled.connect(self._on_toggled)
        self.of.currentTextChanged.connect(lambda _text: self.changed.emit())

    def _build(self) -> None:
        self.box = QCheckBox(self.tr("This is a tou&ch-up"), self)
        self.box.setObjectName("is_touch_up")
        self.box.setAccessibleName(self.tr("This is a touch-up"))
        self.of = ChoiceBox([])
        self.of.setObjectName("touch_up_of")
        self.of.setAccessibleName(self.tr("The touch-up belongs to the treatment of"))
        self._sentence = QWidget(self)
        said = PlainLabel(self.tr("It belongs to the treatment of"))
        self._sentence.setLayout(row_of(said, self.of, spacing=8, align=Qt.AlignmentFlag.AlignVCenter))
        self._alone = PlainLabel(self.tr("No earlier treatment is in the record."), "small", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.box, self._sentence, self._alone):
            column.addWidget(part)
        self.setFocusProxy(self.box)
        self._show_parts()

    @property
    def is_on(self) -> bool:
        """Return whether the treatment is a touch-up."""
        return self.box.isChecked()

    @property
    def main_id(self) -> UUID | None:
        """Return the treatment that the touch-up belongs to; None where none is in the record."""
        chosen = self.of.chosen
        return UUID(chosen) if self.is_on and chosen else None

    def fill(self, is_on: bool, main_id: UUID | None) -> None:
        """Show whether it is a touch-up, and of which treatment."""
        self.box.setChecked(is_on)
        if main_id is not None and self.of.findData(str(main_id)) >= 0:
            self.of.choose(str(main_id))

    def set_day(self, day: date) -> None:
        """Offer the main treatments up to ``day``, the last one first and chosen."""
        if day == self._day:
            return
        self._day = day
        former = self.of.chosen
        offered = [main for main in self._mains if main.on <= day]
        self.of.blockSignals(True)
        self.of.clear()
        for main in offered:
            self.of.addItem(self._said(main), str(main.id))
        kept = self.of.findData(former) if former else -1
        self.of.setCurrentIndex(max(kept, 0) if offered else -1)
        self.of.blockSignals(False)
        self._show_parts()

    def _said(self, main: Botox) -> str:
        said = [day_table(main.on), product(main.product, self._catalog)]
        if main.units is not None:
            said.append(units_text(main.units))
        return ", ".join(said)

    def _show_parts(self) -> None:
        has_main = self.of.count() > 0
        self._sentence.setVisible(self.is_on and has_main)
        self._alone.setVisible(self.is_on and not has_main)

    def _on_toggled(self) -> None:
        self._show_parts()
        self.changed.emit()
