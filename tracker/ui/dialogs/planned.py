"""Whether the treatment being logged is one that was planned."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tracker.core.records import PlannedTreatment
from tracker.ui.dialogs.fields import Composite
from tracker.ui.words.dates import day as day_words

NEAR_DAYS = 7
"""A plan is offered up to so many days from the day of the treatment; a choice of the design."""


class PlannedBox(Composite):
    """A box that names the plan nearest to the day and is ticked until somebody unticks it.

    ``chosen`` is the plan from which the dialog was opened: it is offered on whatever day.
    """

    def __init__(
        self, plans: Sequence[PlannedTreatment], chosen: PlannedTreatment | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plans = plans if chosen is None else (chosen,)
        self._is_chosen = chosen is not None
        self._offered: PlannedTreatment | None = None
        self.box = QCheckBox(self)
        self.box.setObjectName("is_planned")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.changed)

    @property
    def offered(self) -> PlannedTreatment | None:
        """Return the plan that is named, None where none is near the day."""
        return self._offered

    @property
    def fulfils(self) -> UUID | None:
        """Return the plan that the treatment carries out."""
        return self._offered.id if self._offered is not None and self.box.isChecked() else None

    @property
    def text(self) -> str:
        """Return what the box says."""
        return self.box.accessibleName()

    def set_day(self, day: date, today: date) -> bool:
        """Offer the plan nearest to ``day``, of two the earlier. Return whether another one is named now."""
        near = [plan for plan in self._plans if self._is_chosen or abs((plan.on - day).days) <= NEAR_DAYS]
        found = min(near, key=lambda plan: abs((plan.on - day).days), default=None)
        if found == self._offered:
            return False
        self._offered = found
        if found is None:
            return False
        text = self.tr("This is the tre&atment planned for {day}")
        if found.is_touch_up:
            text = self.tr("This is the touch-up pl&anned for {day}")
        said = text.format(day=day_words(found.on, today))
        self.box.blockSignals(True)
        self.box.setText(said)
        self.box.setAccessibleName(said.replace("&", ""))
        self.box.setChecked(True)
        self.box.blockSignals(False)
        return True
