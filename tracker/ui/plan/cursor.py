"""Where the keys are in the planner: a treatment and a day, and the plan that is being carried to another day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Qt

from tracker.core.planner import Planner
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Cursor:
    """A day of a lane. ``carried`` is the plan that goes where the cursor goes, None while none does."""

    kind: Kind
    on: date
    carried: PlannedTreatment | None = None

    def moved(self, key: int, planner: Planner) -> "Cursor | None":
        """Return where a key leads; None where it is no key of the timeline."""
        if key == Qt.Key.Key_Home:
            return self.to(planner.today, planner)
        if key == Qt.Key.Key_End:
            return self.to(planner.last_day, planner)
        if Qt.Key(key) in _DAYS:
            return self.to(self.on + timedelta(_DAYS[Qt.Key(key)]), planner)
        if Qt.Key(key) in _LANES and self.carried is None:
            place = TREATMENTS.index(self.kind) + _LANES[Qt.Key(key)]
            return replace(self, kind=TREATMENTS[min(len(TREATMENTS) - 1, max(0, place))])
        return None

    def to(self, on: date, planner: Planner) -> "Cursor":
        """Return the cursor on a day, or on the nearest one that is shown; a plan is carried no further than today."""
        first = planner.first_day if self.carried is None else planner.today
        return replace(self, on=min(planner.last_day, max(first, on)))
