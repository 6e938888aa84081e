"""The injection points of one treatment while they are being entered: one frozen state for face, table and totals.

A point lies at a site of the catalogue or at a free spot, in units of the face drawing. One that has no units yet waits
for them; it is shown and never stored. Nothing here proposes units.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.core.catalog import Site
from tracker.core.drafts.botox import PointDraft
from tracker.core.drafts.typed import MaybeNumber

SIDES = ("right", "midline", "left")
MIDDLE = Decimal(200)
"""The middle of the face drawing."""
MIDLINE_REACH = Decimal(4)
"""How far from the middle a free point still lies in the midline: a choice of this program."""
SNAP = 12
"""How near a site a point is taken to lie at it: half of what lies between the two closest ones."""
FREE = "free-"
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One point. ``key`` is its site or, for a free one, a name of its own; only free points have ``x`` and ``y``."""

    key: str
    units: MaybeNumber = None
    x: Decimal | None = None
    y: Decimal | None = None

    @property
    def is_free(self) -> bool:
        """Return whether the point lies at no site of the catalogue."""
        return self.x is not None


@dataclass(frozen=True, slots=True)
class PointMap:
    """All points of one treatment. Every change returns a new state."""

    points: tuple[MapPoint, ...] = ()

    @classmethod
    def of(cls, drafts: Iterable[PointDraft]) -> "PointMap":
        """Return the state that holds what ``drafts`` hold."""
        return cls(
            tuple(
                MapPoint(draft.site or f"{FREE}{place}", draft.units, draft.x, draft.y)
                for place, draft in enumerate(drafts, start=1)
            )
        )

    def drafts(self) -> list[PointDraft]:
        """Return the points that have units, as a draft takes them."""
        given = [point for point in self.points if point.units is not None]
        return [
            PointDraft(units=point.units, site=None if point.is_free else point.key, x=point.x, y=point.y)
            for point in given
        ]

    def point(self, key: str) -> MapPoint | None:
        """Return the point of ``key``, None where there is none."""
        return next((point for point in self.points if point.key == key), None)

    def units_at(self, key: str) -> MaybeNumber:
        """Return the units at ``key``, None where there are none."""
        point = self.point(key)
        return None if point is None else point.units

    @property
    def free(self) -> tuple[MapPoint, ...]:
        """Return the points at no site, in their order."""
        return tuple(point for point in self.points if point.is_free)

    @property
    def waiting(self) -> int:
        """Return how many points have no units yet."""
        return sum(point.units is None for point in self.points)

    def with_units(self, key: str, units: MaybeNumber) -> "PointMap":
        """Return the state with ``units`` at ``key``; a site that is not there yet is added with them."""
        point = self.point(key)
        if point is not None:
            return self._put(key, replace(point, units=units))
        return self if units is None else PointMap((*self.points, MapPoint(key, units)))

    def stepped(self, key: str, by: Decimal) -> "PointMap":
        """Return the state with ``by`` units more at ``key``, never less than none; units that cannot be read stay."""
        now = self.units_at(key)
        if now is not None and not isinstance(now, Decimal):
            return self
        units = (now or Decimal(0)) + by
        return self.with_units(key, units if units > 0 else None)

    def with_free(self, x: float, y: float, units: MaybeNumber) -> tuple["PointMap", str]:
        """Return the state with one more free point, and its key."""
        key = self._next_key()
        return PointMap((*self.points, MapPoint(key, units, _tenths(x), _tenths(y)))), key

    def moved(self, key: str, x: float, y: float, sites: Mapping[str, Site]) -> tuple["PointMap", str]:
        """Return the state with the point of ``key`` elsewhere, and its key there.

        It lies at the one of ``sites`` that is near, where that holds no other point; else it is a free point.
        """
        near = site_near(x, y, sites)
        if near is not None and (near.id == key or self.point(near.id) is None):
            there = MapPoint(near.id, self.units_at(key))
        else:
            new = key if key.startswith(FREE) else self._next_key()
            there = MapPoint(new, self.units_at(key), _tenths(x), _tenths(y))
        return self._put(key, there), there.key

    def with_sites(self, sites: Iterable[str]) -> "PointMap":
        """Return the state with a point at each of ``sites``; those that it adds have no units."""
        there = {point.key for point in self.points}
        return PointMap((*self.points, *(MapPoint(site) for site in sites if site not in there)))

    def without(self, keys: Iterable[str]) -> "PointMap":
        """Return the state without the points of ``keys``."""
        gone = set(keys)
        return PointMap(tuple(point for point in self.points if point.key not in gone))

    def total(self) -> Decimal | None:
        """Return the sum of all units that can be read, None where there are none."""
        units = [point.units for point in self.points if isinstance(point.units, Decimal)]
        return sum(units, Decimal(0)) if units else None

    def side_totals(self, sites: Mapping[str, Site]) -> dict[str, Decimal]:
        """Return the sum of the units on each of the person's own `SIDES`."""
        sums = dict.fromkeys(SIDES, Decimal(0))
        for point in self.points:
            if isinstance(point.units, Decimal) and (point.is_free or point.key in sites):
                sums[side_of(point, sites)] += point.units
        return sums

    def _put(self, key: str, new: MapPoint) -> "PointMap":
        return PointMap(tuple(new if point.key == key else point for point in self.points))

    def _next_key(self) -> str:
        numbers = [int(point.key.removeprefix(FREE)) for point in self.free]
        return f"{FREE}{max(numbers, default=0) + 1}"


def side_of(point: MapPoint, sites: Mapping[str, Site]) -> str:
    """Return the person's own side on which ``point`` lies; a free one by its distance from the middle of the face."""
    if point.x is None:
        return sites[point.key].side
    if abs(point.x - MIDDLE) <= MIDLINE_REACH:
        return "midline"
    return "right" if point.x < MIDDLE else "left"


def nearest_site(x: float, y: float, sites: Mapping[str, Site]) -> Site:
    """Return the site closest to a spot of the face."""
    return min(sites.values(), key=lambda site: _apart(site, x, y))


def site_near(x: float, y: float, sites: Mapping[str, Site]) -> Site | None:
    """Return the site at which a spot is taken to lie, None where it lies at none."""
    if not sites:
        return None
    closest = nearest_site(x, y, sites)
    return closest if _apart(closest, x, y) <= SNAP**2 else None


def _apart(site: Site, x: float, y: float) -> float:
    return (float(site.x) - x) ** 2 + (float(site.y) - y) ** 2


def _tenths(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_TENTH)
