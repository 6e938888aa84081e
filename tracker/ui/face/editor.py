"""The one model behind face, table and totals: the points as they are, the one at hand, and what was done before."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from tracker.core.catalog import Site
from tracker.core.drafts import MaybeNumber, PointDraft
from tracker.core.edit_history import EditHistory
from tracker.core.nearest import Spot
from tracker.core.point_map import MapPoint, PointMap

ONE = Decimal(1)
NEW_POINT: Spot = (200.0, 272.0)
"""Where a point that is added by key lies at first: on the bridge of the nose, away from all sites."""
_APART = 14.0


class PointEditor(QObject):
    """Edits the points of one treatment. ``changed`` follows every edit, ``currentChanged`` the point at hand."""

    changed = Signal()
    currentChanged = Signal()

    def __init__(self, sites: Mapping[str, Site], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sites = sites
        self._step_units = ONE
        self.current = ""
        self._history = EditHistory(PointMap())

    @property
    def state(self) -> PointMap:
        """Return the points as they are."""
        return self._history.state

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def step_units(self) -> Decimal:
        """Return the units that a click or a key adds."""
        return self._step_units

    def step_by(self, units: Decimal) -> None:
        """Let a click or a key add ``units``: the step of the product."""
        if units != self._step_units:
            self._step_units = units
            self.changed.emit()

    def fill(self, drafts: Sequence[PointDraft]) -> None:
        """Start anew from ``drafts``; what was done before cannot be brought back. Points that wait stay with none."""
        if list(drafts) != self.state.drafts():
            self._history = EditHistory(PointMap.of(drafts))
            self._tell()

    def restore(self, points: Iterable[MapPoint]) -> None:
        """Start anew from ``points``, those that wait for units among them."""
        state = PointMap(tuple(points))
        if state != self.state:
            self._history = EditHistory(state)
            self._tell()

    def spots(self) -> dict[str, Spot]:
        """Return where every site and every free point lies on the drawing, by key."""
        spots = {key: (float(site.x), float(site.y)) for key, site in self.sites.items()}
        return spots | {point.key: (float(point.x or 0), float(point.y or 0)) for point in self.state.free}

    def choose(self, key: str) -> None:
        """Take the point of ``key`` in hand."""
        if key != self.current:
            self.current = key
            self.currentChanged.emit()

    def set_units(self, key: str, units: MaybeNumber) -> None:
        """Set the units at ``key``; typing there letter by letter is one step to undo."""
        self._do(self.state.with_units(key, units), f"units at {key}")

    def step(self, key: str, times: int) -> None:
        """Add the product's step of units at ``key``, or take it away with -1."""
        self._do(self.state.stepped(key, times * self.step_units))

    def add_free(self, spot: Spot, *, has_units: bool) -> str:
        """Add a free point, with the product's step of units or with none; return its key."""
        state, key = self.state.with_free(*spot, self.step_units if has_units else None)
        self._do(state)
        self.choose(key)
        return key

    def add_waiting(self) -> str:
        """Add a free point that waits for its units, where it covers no other one; return its key."""
        x, y = NEW_POINT
        while any((x - other_x) ** 2 + (y - other_y) ** 2 < _APART**2 for other_x, other_y in self.spots().values()):
            y += _APART
        return self.add_free((x, y), has_units=False)

    def move(self, key: str, spot: Spot, *, snaps: bool) -> str:
        """Put the point of ``key`` at ``spot``, or at a free site near by where it ``snaps``; return its key there."""
        state, moved = self.state.moved(key, *spot, self.sites if snaps else {})
        self._do(state, "" if snaps else f"place of {moved}")
        self.choose(moved)
        return moved

    def remove(self, keys: Iterable[str]) -> None:
        """Take points away."""
        self._do(self.state.without(keys))

    def add_sites(self, keys: Iterable[str]) -> None:
        """Add points without units at sites."""
        self._do(self.state.with_sites(keys))

    def replace(self, drafts: Sequence[PointDraft]) -> None:
        """Put ``drafts`` in the place of all points, as one step to undo."""
        self._do(PointMap.of(drafts))

    def undo(self) -> None:
        """Bring back what was before the last edit."""
        if self._history.undo():
            self._tell()

    def redo(self) -> None:
        """Do again what was undone."""
        if self._history.redo():
            self._tell()

    def _do(self, state: PointMap, what: str = "") -> None:
        if self._history.do(state, what):
            self._tell()

    def _tell(self) -> None:
        if self.current not in self.sites and self.state.point(self.current) is None:
            self.choose("")
        self.changed.emit()
