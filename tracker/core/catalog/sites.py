"""Loads the injection sites."""

from collections.abc import Container
from decimal import Decimal
from pathlib import Path

from tracker.core.catalog.files import CatalogError, Row, objects, read_json
from tracker.core.catalog.values import Site

SIDES = ("right", "midline", "left")


def load_sites(path: Path, areas: Container[str]) -> dict[str, Site]:
    """Read the sites; each lies in some of ``areas`` and belongs to a group that has a strength and a source."""
    drawing = read_json(path)
    groups = drawing.get("groups")
    if not isinstance(groups, dict) or not all(isinstance(facts, dict) for facts in groups.values()):
        raise CatalogError(f"{path.name}: no groups")
    group_rows = {name: Row(f"{path.name}, group {name}", facts) for name, facts in groups.items()}
    sites: dict[str, Site] = {}
    for point in objects(path, drawing, "points"):
        row = Row(f"{path.name}, {point.get('id')}", point)
        site = _site(row, group_rows[row.one_of("group", group_rows)])
        if site.id in sites:
            raise row.fail("stands twice")
        if not all(area in areas for area in site.areas):
            raise row.fail("lies in an area that is not known")
        sites[site.id] = site
    return sites


def _site(row: Row, group: Row) -> Site:
    return Site(
        id=row.needed("id"),
        side=row.one_of("side", SIDES),
        name=row.needed("name"),
        muscle=row.needed("muscle"),
        group=row.needed("group"),
        areas=row.words("areas"),
        x=Decimal(str(row.number("x"))),
        y=Decimal(str(row.number("y"))),
        strength=group.strength(),
        source=group.needed("source"),
    )
