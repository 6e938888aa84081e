"""The shapes of the face, read once from the drawing: its paths and circles, each with the inks that it takes."""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from tracker.paths import resource_folder

_SVG = "{http://www.w3.org/2000/svg}"
_AREAS, _POINTS = "areas", "points"
_INKS = {
    "#FBF7F2": "skin",
    "#6B655C": "line",
    "#B9B1A6": "faint",
    "#E9E3DA": "hair",
    "#E7EEEE": "area",
    "#8C8479": "brow",
    "#F1E6DE": "lip",
}
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_WORDS = re.compile(r"[A-Za-z]|-?[0-9.]+")


@dataclass(frozen=True)
class Shape:
    """One path in units of the drawing. ``fill`` and ``stroke`` name inks, empty where there is none."""

    path: QPainterPath
    fill: str
    stroke: str
    width: float
    is_area: bool


@cache
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of the face in the order in which they are painted; the points of the drawing are left out."""
    root = ElementTree.fromstring((resource_folder() / "face" / "face-map.svg").read_text("utf-8"))
    groups = [group for group in root if group.get("id") != _POINTS]
    return tuple(_shape(node, group) for group in groups for node in group)


def _shape(node: ElementTree.Element, group: ElementTree.Element) -> Shape:
    path = path_of(node.attrib["d"]) if node.tag == f"{_SVG}path" else _circle(node)
    return Shape(
        path=path,
        fill=_INKS.get(node.get("fill", group.get("fill", "")), ""),
        stroke=_INKS.get(node.get("stroke", ""), ""),
        width=float(node.get("stroke-width", "1")),
        is_area=group.get("id") == _AREAS,
    )


def _circle(node: ElementTree.Element) -> QPainterPath:
    x, y, radius = (float(node.attrib[name]) for name in ("cx", "cy", "r"))
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def path_of(data: str) -> QPainterPath:
    """Return the path of ``data``: absolute moves, lines, cubics and closings, one command to each step.

    Raise ValueError for any other command.
    """
    path, words = QPainterPath(), _WORDS.findall(data)
    while words:
        command = words.pop(0)
        if command not in _NUMBERS:
            raise ValueError(f"{command!r} is no command of this drawing")
        count = _NUMBERS[command]
        numbers, words = [float(word) for word in words[:count]], words[count:]
        _draw(path, command, [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])
    return path


def _draw(path: QPainterPath, command: str, points: list[QPointF]) -> None:
    if command == "M":
        path.moveTo(*points)
    elif command == "L":
        path.lineTo(*points)
    elif command == "C":
        path.cubicTo(*points)
    else:
        path.closeSubpath()


def is_skin(x: float, y: float) -> bool:
    """Return whether a spot of the drawing lies on skin: face, ears or neck, not hair."""
    fills = [shape.fill for shape in shapes() if shape.path.contains(QPointF(x, y))]
    return "skin" in fills and "hair" not in fills
