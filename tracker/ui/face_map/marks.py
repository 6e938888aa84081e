"""The points of a treatment as marks for the face."""

from collections.abc import Mapping

from tracker.core.catalog import Site
from tracker.core.records import Botox, InjectionPoint
from tracker.core.units_over_time.visits import Spot, spot_of
from tracker.ui.face.marks import MarkKind, PointMark
from tracker.ui.words.numbers import number

Marks = Mapping[Spot, PointMark]


def face_marks(treatment: Botox, sites: Mapping[str, Site], *, with_numbers: bool = True) -> Marks:
    """Return the marks of a treatment: bare sites and, over them, the points with their units."""
    marks = {Spot(site=site.id): PointMark(float(site.x), float(site.y)) for site in sites.values()}
    for point in treatment.points:
        position = _position(point, sites)
        if position is not None:
            said = number(point.units) if with_numbers else ""
            marks[spot_of(point)] = PointMark(*position, said, MarkKind.GIVEN)
    return marks


def _position(point: InjectionPoint, sites: Mapping[str, Site]) -> tuple[float, float] | None:
    """Return where a point was put, else where its site lies; None for a site that is not known here."""
    if point.x is not None and point.y is not None:
        return float(point.x), float(point.y)
    site = sites.get(point.site or "")
    return None if site is None else (float(site.x), float(site.y))
