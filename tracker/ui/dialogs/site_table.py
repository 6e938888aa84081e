"""Units by site: a table with a column for each of the person's sides, and the totals. Face and table are one model."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from tracker.core.catalog import Site
from tracker.core.drafts import MaybeNumber
from tracker.core.point_map import SIDES, MapPoint, side_of
from tracker.ui.dialogs.fields import Composite, text_of
from tracker.ui.dialogs.site_cells import SiteCell, in_any, rows_of
from tracker.ui.dialogs.units_edit import UnitsEdit
from tracker.ui.face.editor import PointEditor
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.numbers import number
from tracker.ui.words.points import point_name, total_said, waiting_line

TENTH = Decimal("0.1")
LEFT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class SiteTable(Composite):
    """Rows of the sites that have a point, then those of free points. Typing units into a cell adds its point."""

    def __init__(self, editor: PointEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._cells: dict[str, UnitsEdit] = {}
        self._boxes: dict[str, SiteCell] = {}
        self._rows: list[tuple[dict[str, Site], list[QWidget]]] = []
        self._free: dict[str, tuple[str, PlainLabel, list[QWidget]]] = {}
        self._totals: dict[str, PlainLabel] = {}
        self._line = 0
        self._is_showing = False
        self._build()
        self._connect()
        self._on_changed()

    def _build(self) -> None:
        self._frame = QFrame(self)
        self._frame.setObjectName("card")
        self._grid = QGridLayout(self._frame)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._add_header()
        for name, row in rows_of(self._editor.sites.values()).items():
            edits = {side: self._cell(site.id) for side, site in row.items()}
            self._rows.append((row, self._add_row(PlainLabel(name, wrap=True), edits)))
        # Free points come and go between the last site and the totals.
        self._free_line, self._line = self._line, self._line + 1000
        self._add_totals()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._frame)
        self._waiting = PlainLabel("", "muted", self, wrap=True)
        column.addWidget(self._waiting)

    def _connect(self) -> None:
        self._editor.changed.connect(self._on_changed)
        self._editor.currentChanged.connect(self._on_current_changed)

    def _add_header(self) -> None:
        self._header = PlainLabel("", "strong", elide=True)
        self._grid.addWidget(SiteCell(self._header, LEFT), 0, 0)
        words = {"right": self.tr("Right"), "midline": self.tr("Midline"), "left": self.tr("Left")}
        for column, side in enumerate(SIDES, start=1):
            self._grid.addWidget(SiteCell(PlainLabel(words[side], "strong"), CENTRE), 0, column)
        self._empty = SiteCell(PlainLabel(self.tr("No points yet"), "muted"), LEFT)
        self._grid.addWidget(self._empty, 1, 0, 1, 4)
        self._line = 2
        self.show_product("")

    def _cell(self, key: str) -> UnitsEdit:
        edit = UnitsEdit("")
        edit.textChanged.connect(lambda: self._on_typed(key))
        edit.entered.connect(lambda: self._editor.choose(key))
        edit.undoAsked.connect(self._editor.undo)
        edit.redoAsked.connect(self._editor.redo)
        self._cells[key] = edit
        return edit

    def _add_row(self, label: PlainLabel, edits: Mapping[str, UnitsEdit]) -> list[QWidget]:
        """Add a hairline and a row beneath it; return all that was added."""
        rule, name = Rule(), SiteCell(label, LEFT)
        self._grid.addWidget(rule, self._line, 0, 1, 4)
        self._grid.addWidget(name, self._line + 1, 0)
        added: list[QWidget] = [rule, name]
        for column, side in enumerate(SIDES, start=1):
            edit = edits.get(side)
            cell = SiteCell(PlainLabel("–", "muted") if edit is None else edit, CENTRE)
            if edit is not None:
                self._boxes[next(key for key, known in self._cells.items() if known is edit)] = cell
            self._grid.addWidget(cell, self._line + 1, column)
            added.append(cell)
        self._line += 2
        return added

    def _add_totals(self) -> None:
        self._grid.addWidget(Rule(), self._line, 0, 1, 4)
        for column, side in enumerate(("all", *SIDES)):
            self._totals[side] = PlainLabel("", "strong")
            cell = SiteCell(self._totals[side], LEFT if column == 0 else CENTRE)
            self._grid.addWidget(cell, self._line + 1, column)

    def cell(self, key: str) -> UnitsEdit:
        """Return the field of a site or of a free point. Raise KeyError for one that is not there."""
        return self._cells[key]

    def said_total(self) -> str:
        """Return the total as it stands at the foot of the table."""
        return self._totals["all"].text()

    def said_sides(self) -> tuple[str, ...]:
        """Return the totals of right, midline and left as they stand there."""
        return tuple(self._totals[side].text() for side in SIDES)

    @property
    def said_waiting(self) -> str:
        """Return what is said of points without units; empty where there are none."""
        return self._waiting.text()

    @property
    def first_shown(self) -> UnitsEdit | None:
        """Return the first cell that is shown, None while there is none."""
        keys = [point.key for point in self._editor.state.points]
        rows = [row for row, _widgets in self._rows if in_any(row, keys)]
        sites = [site.id for row in rows for side in SIDES if (site := row.get(side)) is not None]
        return next((self._cells[key] for key in (*sites, *self._free)), None)

    def show_product(self, name: str) -> None:
        """Say of which product the units are."""
        text = self.tr("Site, units of {product}").format(product=name) if name else self.tr("Site, units")
        self._header.setText(text)

    def wrong(self) -> list[UnitsEdit]:
        """Return the cells whose units cannot be stored."""
        return [edit for edit in self._cells.values() if not _can_be_stored(edit.units)]

    def show_wrong(self) -> None:
        """Mark the cells whose units cannot be stored."""
        wrong = self.wrong()
        for edit in self._cells.values():
            edit.show_wrong(edit in wrong)

    def _on_typed(self, key: str) -> None:
        if not self._is_showing:
            self._editor.set_units(key, self._cells[key].units)

    def _on_changed(self) -> None:
        self._is_showing = True
        state, sites = self._editor.state, self._editor.sites
        self._show_free()
        for key, edit in self._cells.items():
            if edit.units != state.units_at(key):
                edit.setText(text_of(state.units_at(key)))
            edit.step = self._editor.step_units
            edit.setAccessibleName(self.tr("{site}, units").format(site=point_name(key, state, sites)))
        keys = [point.key for point in state.points]
        for row, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(in_any(row, keys))
        self._empty.setVisible(not keys)
        self._show_totals()
        self._is_showing = False
        self.changed.emit()

    def _show_totals(self) -> None:
        state = self._editor.state
        for side, units in state.side_totals(self._editor.sites).items():
            self._totals[side].setText(number(units) if units else "–")
        self._totals["all"].setText(total_said(state))
        self._waiting.setText(waiting_line(state.waiting))
        self._waiting.setVisible(state.waiting > 0)

    def _show_free(self) -> None:
        """Have a row for each free point, in the column of the side on which it lies."""
        state, sites = self._editor.state, self._editor.sites
        there = {point.key: side_of(point, sites) for point in state.free}
        for key in [key for key, (side, _label, _widgets) in self._free.items() if there.get(key) != side]:
            self._drop(key)
        for point in state.free:
            if point.key not in self._free:
                self._add_free(point, there[point.key])
            self._free[point.key][1].setText(point_name(point.key, state, sites))

    def _add_free(self, point: MapPoint, side: str) -> None:
        before = list(self._cells.values())[-1]
        label, edit = PlainLabel("", wrap=True), self._cell(point.key)
        self._line = self._free_line
        widgets = self._add_row(label, {side: edit})
        self._free_line = self._line
        for widget in widgets:
            # A layout shows what it is given only once events are looked at; Tab may come sooner.
            widget.show()
        QWidget.setTabOrder(before, edit)
        self._free[point.key] = (side, label, widgets)

    def _drop(self, key: str) -> None:
        del self._cells[key], self._boxes[key]
        for widget in self._free.pop(key)[2]:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def _on_current_changed(self) -> None:
        for key, box in self._boxes.items():
            box.show_current(key == self._editor.current)


def _can_be_stored(units: MaybeNumber) -> bool:
    return units is None or (isinstance(units, Decimal) and units >= 0 and units % TENTH == 0)
