"""The changes that the planner makes; one that is refused is said over the window."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.core.errors import SkintervalError
from tracker.core.records import Kind, PlannedTreatment
from tracker.ui import messages
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record


class PlanChanges:
    """Changes the plans of one person after another; each verb is one change that can be undone."""

    def __init__(self, record: "Record", owner: QWidget) -> None:
        self._record = record
        self._owner = owner
        self.person_id: UUID | None = None

    def add(self, kind: Kind, on: date) -> bool:
        """Plan a treatment."""
        return self._try(lambda person_id: self._record.plans.add(person_id, kind, on))

    def move(self, plan: PlannedTreatment, on: date) -> bool:
        """Move a plan to another day; its time of day stays."""
        return self._try(lambda _person_id: self._record.plans.move(plan.id, on, plan.at))

    def remove(self, plan: PlannedTreatment) -> bool:
        """Give a plan up."""
        return self._try(lambda _person_id: self._record.plans.remove(plan.id))

    def arrange(self, days: Mapping[Kind, date], gives_up: Collection[Kind] = ()) -> bool:
        """Plan the next treatments for their days."""
        return self._try(lambda person_id: self._record.plans.arrange(person_id, days, gives_up=gives_up))

    def count_from_main(self, is_on: bool) -> bool:
        """Count botox from the main treatment, or from the latest injection."""
        return self._try(lambda _person_id: self._record.intervals.count_from_main(is_on))

    def _try(self, verb: Callable[[UUID], object]) -> bool:
        if self.person_id is None:
            return False
        try:
            verb(self.person_id)
        except SkintervalError as problem:
            title = QCoreApplication.translate("PlanChanges", "Nothing was changed")
            messages.tell(self._owner.window(), title, error(problem))
            return False
        return True
