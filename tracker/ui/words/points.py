"""Injection points in words: their names, their units, and the questions about units that look mistyped."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Product, Site
from tracker.core.drafts import MaybeNumber, Unreadable
from tracker.core.point_map import PointMap, nearest_site
from tracker.core.typing_doubts import TypingDoubt
from tracker.ui.words import catalog as names
from tracker.ui.words.entries import units_text
from tracker.ui.words.numbers import number

MOST_QUESTIONS = 3


def point_name(key: str, points: PointMap, sites: Mapping[str, Site]) -> str:
    """Return "Corrugator, lateral, left", or "Other point 1, near mentalis, left" for a free point."""
    if key in sites:
        return names.site(sites[key])
    place, point = next((at, point) for at, point in enumerate(points.free, start=1) if point.key == key)
    near = nearest_site(float(point.x or 0), float(point.y or 0), sites)
    said = QCoreApplication.translate("Points", "Other point {number}, near {site}")
    return said.format(number=place, site=_lowered(names.site(near)))


def point_said(key: str, points: PointMap, sites: Mapping[str, Site]) -> str:
    """Return the name of a point with its units: "Corrugator, lateral, left, 4 units"."""
    units = points.units_at(key)
    name = point_name(key, points, sites)
    if units is None:
        return QCoreApplication.translate("Points", "{site}, no units").format(site=name)
    text = units.text if isinstance(units, Unreadable) else units_text(units)
    return f"{name}, {text}"


def total_said(points: PointMap) -> str:
    """Return the running total: "Total 44 units"."""
    total = points.total()
    said = QCoreApplication.translate("Points", "no units yet") if total is None else units_text(total)
    return QCoreApplication.translate("Points", "Total {units}").format(units=said)


def mark_text(units: MaybeNumber) -> str:
    """Return the units as they stand in the circle of a point; a question mark where they cannot be read."""
    if units is None:
        return ""
    return "?" if isinstance(units, Unreadable) else number(units)


def waiting_line(count: int) -> str:
    """Return what is said of points that have no units; empty where there are none."""
    if not count:
        return ""
    if count == 1:
        return QCoreApplication.translate("Points", "%n point without units is not saved.", "", count)
    return QCoreApplication.translate("Points", "%n points without units are not saved.", "", count)


def questions(doubts: Sequence[TypingDoubt]) -> str:
    """Return the questions about units that may have been mistyped: "Is 60 right for mentalis, left?"."""
    return " ".join(_question(doubt) for doubt in doubts[:MOST_QUESTIONS])


def reasons(doubts: Sequence[TypingDoubt]) -> str:
    """Return why it is asked, and that nothing stands against saving."""
    said = []
    if any(doubt.site is None for doubt in doubts):
        said.append(QCoreApplication.translate("Points", "The total is over twice that of the label for these areas."))
    limit = next((doubt.limit for doubt in doubts if doubt.site is not None), None)
    if limit is not None:
        text = QCoreApplication.translate("Points", "It is more than {units} at one point.")
        said.append(text.format(units=units_text(limit)))
    said.append(QCoreApplication.translate("Points", "This looks for typing errors only; it can be saved as it is."))
    return " ".join(said)


def label_source(doubts: Sequence[TypingDoubt], product: Product) -> str:
    """Return the label behind a question about a total; empty where none is behind it."""
    if all(doubt.site is not None for doubt in doubts):
        return ""
    label = product.source.partition(":")[0].partition(" (")[0]
    return QCoreApplication.translate("Points", "Source: {label}").format(label=names.named(label))


def _question(doubt: TypingDoubt) -> str:
    if doubt.site is None:
        text = QCoreApplication.translate("Points", "Is a total of {units} right?")
        return text.format(units=number(doubt.units))
    text = QCoreApplication.translate("Points", "Is {units} right for {site}?")
    return text.format(units=number(doubt.units), site=_lowered(names.site(doubt.site)))


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
