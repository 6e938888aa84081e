"""The parts of the table of sites: cells, and the rows into which sites of both sides fall."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.catalog import Site
from tracker.ui.scale import px
from tracker.ui.widgets.restyle import restyle
from tracker.ui.words import catalog as names

ROW_HEIGHT = 38


class SiteCell(QWidget):
    """One cell of the table; tinted while its point is the one at hand."""

    def __init__(self, content: QWidget, align: Qt.AlignmentFlag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteCell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(px(ROW_HEIGHT))
        box = QVBoxLayout(self)
        box.setContentsMargins(px(14), px(3), px(14), px(3))
        is_left = align == Qt.AlignmentFlag.AlignLeft
        box.addWidget(content, 0, Qt.AlignmentFlag.AlignVCenter if is_left else align | Qt.AlignmentFlag.AlignVCenter)

    def show_current(self, is_current: bool) -> None:
        """Tint the cell, or take the tint away."""
        if bool(self.property("current")) != is_current:
            self.setProperty("current", is_current)
            restyle(self)


def rows_of(sites: Iterable[Site]) -> dict[str, dict[str, Site]]:
    """Return the rows of the table by name: the sites of one muscle spot by the person's own side."""
    rows: dict[str, dict[str, Site]] = {}
    for site in sites:
        rows.setdefault(_without_side(site), {})[site.side] = site
    return rows


def in_any(row: Mapping[str, Site], keys: Iterable[str]) -> bool:
    """Return whether one of the sites of ``row`` is among ``keys``."""
    return not {site.id for site in row.values()}.isdisjoint(keys)


def _without_side(site: Site) -> str:
    name = names.site(site)
    return name if site.side == "midline" else name.rpartition(",")[0] or name
