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
        x, y = _position(point, sites)
        marks[spot_of(point)] = PointMark(x, y, number(point.units) if with_numbers else "", MarkKind.GIVEN)
    return marks


def _position(point: InjectionPoint, sites: Mapping[str, Site]) -> tuple[float, float]:
    """Return where a point was put, else where its site lies."""
    if point.x is not None and point.y is not None:
        return float(point.x), float(point.y)
    site = sites[point.site or ""]
    return float(site.x), float(site.y)
