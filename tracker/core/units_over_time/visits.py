"""Botox treatments as visits: what went where, and the visit that each may be compared with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tracker.core.chronology import chronological
from tracker.core.records import Botox, Entry, InjectionPoint

FREE = ""
"""The region of the free points."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where units went: a site of the catalogue, else a free point at ``x``, ``y`` in the units of the face drawing."""

    site: str | None = None
    x: Decimal | None = None
    y: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One treatment. ``units`` is empty where only a total was recorded.

    ``before`` is the main treatment before it, None where that was of another product, or where this is a touch-up:
    what was added to a treatment is not a change of it. ``is_other_product``: the treatment before had another one.
    """

    treatment: Botox
    units: Mapping[Spot, Decimal]
    before: "Visit | None" = field(default=None, repr=False, compare=False)
    is_other_product: bool = False

    @property
    def product(self) -> str:
        """Return the code of the product."""
        return self.treatment.product


def visits_of(entries: Iterable[Entry]) -> tuple[Visit, ...]:
    """Return the botox treatments among ``entries``, newest first."""
    visits: list[Visit] = []
    last: Visit | None = None
    for treatment in chronological(entry for entry in entries if isinstance(entry, Botox)):
        is_like_last = last is not None and last.product == treatment.product
        visit = Visit(
            treatment=treatment,
            units=_units_of(treatment.points),
            before=last if is_like_last and not treatment.is_touch_up else None,
            is_other_product=bool(visits) and visits[-1].product != treatment.product,
        )
        visits.append(visit)
        if not treatment.is_touch_up:
            last = visit
    return tuple(reversed(visits))


def _units_of(points: Iterable[InjectionPoint]) -> Mapping[Spot, Decimal]:
    units: dict[Spot, Decimal] = defaultdict(Decimal)
    for point in points:
        units[spot_of(point)] += point.units
    return dict(units)


def spot_of(point: InjectionPoint) -> Spot:
    """Return where a point lies; a site stays the same one wherever on the drawing its point was put."""
    return Spot(x=point.x, y=point.y) if point.site is None else Spot(site=point.site)
