"""Units by site: a table with a column for each side, the rows of the regions chosen, and the totals."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from tracker.core.catalog import Site
from tracker.core.drafts import PointDraft
from tracker.ui.dialogs.fields import Composite, text_of
from tracker.ui.dialogs.units_edit import UnitsEdit
from tracker.ui.scale import px
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import catalog as names
from tracker.ui.words.entries import units_text
from tracker.ui.words.numbers import number

SIDES = ("right", "midline", "left")
TENTH = Decimal("0.1")
ROW_HEIGHT = 38


class SiteTable(Composite):
    """Rows of sites, region by region. Cells of a region that is not chosen do not count, and come back with it."""

    def __init__(self, sites: Mapping[str, Site], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sites = sites
        self._cells: dict[str, UnitsEdit] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._free: list[tuple[PointDraft, UnitsEdit]] = []
        self._totals: dict[str, PlainLabel] = {}
        self._line = 0
        self._build()
        self.regions.chosenChanged.connect(self._on_regions_chosen)
        self._on_regions_chosen()

    def _build(self) -> None:
        self._side_names = {"right": self.tr("Right"), "midline": self.tr("Midline"), "left": self.tr("Left")}
        groups = list(dict.fromkeys(site.group for site in self._sites.values()))
        words = [(group, names.site_group(group)) for group in groups]
        self.regions = Chips(words, self, name=self.tr("Regions"))
        frame = QFrame(self)
        frame.setObjectName("card")
        self._grid = QGridLayout(frame)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._add_header()
        for group in groups:
            self._add_region(group, [site for site in self._sites.values() if site.group == group])
        self._free_at, self._line = self._line, self._line + 50
        self._add_totals()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.regions)
        column.addWidget(frame)
        self.setFocusProxy(self.regions)

    def _add_header(self) -> None:
        title = _cell(PlainLabel(self.tr("Site, units"), "strong"), Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(title, 0, 0)
        for column, side in enumerate(SIDES, start=1):
            label = PlainLabel(self._side_names[side], "strong")
            self._grid.addWidget(_cell(label, Qt.AlignmentFlag.AlignHCenter), 0, column)
        self._line = 1

    def _add_region(self, group: str, sites: list[Site]) -> None:
        rows: dict[str, dict[str, Site]] = {}
        for site in sites:
            rows.setdefault(_without_side(site), {})[site.side] = site
        self._rows[group] = []
        for name, by_side in rows.items():
            edits = {side: self._site_cell(site) for side, site in by_side.items()}
            self._rows[group] += self._add_row(name, edits, self._line)
            self._line += 2

    def _site_cell(self, site: Site) -> UnitsEdit:
        edit = UnitsEdit(self.tr("{site}, units").format(site=names.site(site)))
        edit.textChanged.connect(self._on_units_edited)
        self._cells[site.id] = edit
        return edit

    def _add_row(self, name: str, edits: Mapping[str, UnitsEdit], line: int) -> list[QWidget]:
        rule = Rule()
        label = _cell(PlainLabel(name), Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(rule, line, 0, 1, 4)
        self._grid.addWidget(label, line + 1, 0)
        added: list[QWidget] = [rule, label]
        for column, side in enumerate(SIDES, start=1):
            edit = edits.get(side)
            content: QWidget = PlainLabel("–", "muted") if edit is None else edit
            cell = _cell(content, Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(cell, line + 1, column)
            added.append(cell)
        return added

    def _add_totals(self) -> None:
        self._grid.addWidget(Rule(), self._line, 0, 1, 4)
        for column, side in enumerate(("all", *SIDES)):
            label = PlainLabel("", "strong")
            align = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignHCenter
            self._totals[side] = label
            self._grid.addWidget(_cell(label, align), self._line + 1, column)

    def points(self) -> list[PointDraft]:
        """Return what is typed at the sites of the chosen regions, and the free points."""
        typed = [
            PointDraft(units=edit.units, site=site) for site, edit in self._shown_cells() if edit.units is not None
        ]
        free = [PointDraft(units=edit.units, x=point.x, y=point.y) for point, edit in self._free if edit.text().strip()]
        return typed + free

    def total(self) -> Decimal | None:
        """Return the sum of what can be read, None where there is nothing."""
        units = [point.units for point in self.points() if isinstance(point.units, Decimal)]
        return sum(units, Decimal(0)) if units else None

    def said_total(self) -> str:
        """Return the total as it stands at the foot of the table."""
        return self._totals["all"].text()

    def cell(self, site: str) -> UnitsEdit:
        """Return the field of a site. Raise KeyError for one that is not in the catalogue."""
        return self._cells[site]

    def fill(self, points: Iterable[PointDraft]) -> None:
        """Show ``points`` and the regions in which they lie."""
        listed = list(points)
        for edit in self._cells.values():
            edit.clear()
        for point in listed:
            if point.site in self._cells:
                self._cells[point.site].setText(text_of(point.units))
        self._show_free([point for point in listed if point.site is None])
        used = {self._sites[point.site].group for point in listed if point.site is not None}
        self.regions.choose([group for group in self._rows if group in used])
        self._on_units_edited()

    def show_wrong(self) -> None:
        """Mark the cells whose units cannot be stored."""
        for edit in (*self._cells.values(), *(edit for _point, edit in self._free)):
            units = edit.units
            is_right = units is None or (isinstance(units, Decimal) and units >= 0 and units % TENTH == 0)
            edit.show_wrong(not is_right)

    def _shown_cells(self) -> Iterable[tuple[str, UnitsEdit]]:
        chosen = self.regions.chosen
        return ((site, edit) for site, edit in self._cells.items() if self._sites[site].group in chosen)

    def _show_free(self, points: list[PointDraft]) -> None:
        for place, point in enumerate(points):
            name = self.tr("Other point {number}").format(number=place + 1)
            edit = UnitsEdit(self.tr("{site}, units").format(site=name))
            edit.setText(text_of(point.units))
            edit.textChanged.connect(self._on_units_edited)
            self._free.append((point, edit))
            self._add_row(name, {"midline": edit}, self._free_at + 2 * place)

    def _on_regions_chosen(self) -> None:
        chosen = self.regions.chosen
        for group, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(group in chosen)
        self._on_units_edited()

    def _on_units_edited(self) -> None:
        sums = dict.fromkeys(SIDES, Decimal(0))
        for site, edit in self._shown_cells():
            units = edit.units
            sums[self._sites[site].side] += units if isinstance(units, Decimal) else 0
        for side, units in sums.items():
            self._totals[side].setText(number(units) if units else "–")
        total = self.total()
        said = units_text(total) if total is not None else self.tr("no units yet")
        self._totals["all"].setText(self.tr("Total {units}").format(units=said))
        self.changed.emit()


def _cell(content: QWidget, align: Qt.AlignmentFlag) -> QWidget:
    cell = QWidget()
    cell.setMinimumHeight(px(ROW_HEIGHT))
    box = QVBoxLayout(cell)
    box.setContentsMargins(px(14), px(3), px(14), px(3))
    box.addWidget(content, 0, align | Qt.AlignmentFlag.AlignVCenter)
    return cell


def _without_side(site: Site) -> str:
    name = names.site(site)
    return name if site.side == "midline" else name.rpartition(",")[0] or name
