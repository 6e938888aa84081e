"""Loads the rating scales."""

from pathlib import Path
from typing import Any

from tracker.core.catalog.files import CatalogError, Row, objects, read_json
from tracker.core.records import CONCERNS
from tracker.core.scales import HIGHEST, LOWEST, Anchors, Scale

DIRECTION = "high_is_best"


def load_scales(path: Path) -> dict[str, Scale]:
    """Read the scales, oldest first; all run from 0 to 10 with 10 best and have words for every concern."""
    scales: dict[str, Scale] = {}
    for item in objects(path, read_json(path), "scales"):
        row = Row(f"{path.name}, {item.get('id')}", item)
        scale = _scale(row, _anchors(path, item))
        if scale.id in scales:
            raise row.fail("stands twice")
        scales[scale.id] = scale
    return scales


def _scale(row: Row, anchors: dict[str, Anchors]) -> Scale:
    if (row.number("lowest"), row.number("highest")) != (LOWEST, HIGHEST):
        raise row.fail(f"does not run from {LOWEST} to {HIGHEST}")
    return Scale(
        id=row.needed("id"),
        version=int(row.number("version")),
        direction=row.one_of("direction", (DIRECTION,)),
        lowest=LOWEST,
        highest=HIGHEST,
        source=row.needed("source"),
        strength=row.strength(),
        anchors=anchors,
    )


def _anchors(path: Path, item: dict[str, Any]) -> dict[str, Anchors]:
    anchors: dict[str, Anchors] = {}
    for facts in objects(path, item, "anchors"):
        row = Row(f"{path.name}, anchors of {facts.get('concern')}", facts)
        anchors[row.needed("concern")] = Anchors(
            concern=row.needed("concern"),
            name=row.needed("name"),
            question=row.needed("question"),
            lowest=row.needed("lowest"),
            middle=row.needed("middle"),
            highest=row.needed("highest"),
        )
    if tuple(anchors) != CONCERNS:
        raise CatalogError(f"{path.name}, {item.get('id')}: anchors are not those of all concerns, in order")
    return anchors
