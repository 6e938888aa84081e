"""The History tab: filters above, lanes, the table, and the selected entry in full."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tracker.core.records import Botox, Treatment
from tracker.ui.history.actions import EntryActions
from tracker.ui.history.detail import DetailPanel
from tracker.ui.history.empty import EmptyHistory
from tracker.ui.history.filter_bar import FilterBar
from tracker.ui.history.filters import shown
from tracker.ui.history.lane_axis import axis_days
from tracker.ui.history.lanes import LaneStrip
from tracker.ui.history.rows import SIGNED, UNSIGNED, HistoryRow, RowBuilder
from tracker.ui.history.table import HistoryTable
from tracker.ui.history.words import rows_as_text
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.corners import RoundCorners

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

MARGIN, GAP = 24, 16
WIDEST = 1600
NARROWEST_TABLE = 480
"""Not scaled with the text: with large text the columns scroll, so that the window still fits its screen."""
TABLE_WIDTH, DETAIL_WIDTH = 886, 330
NARROW, NARROW_DETAIL = 1_000, 270
"""Beside a list of clients there is less room: the table, which has the scores, gets the greater part of it."""
LAYOUT = "history"


class HistoryView(QWidget):
    """All entries of one person. It asks for changes by signals and shows them when `reload` is called."""

    editRequested = Signal(object)
    duplicateRequested = Signal(object)
    moveRequested = Signal(object)
    deleteRequested = Signal(list)
    signRequested = Signal(list)
    exportRequested = Signal()
    happenedRequested = Signal(object)
    happenedEditRequested = Signal(object)
    happenedRemoveRequested = Signal(object)
    lotRequested = Signal(str)
    changesRequested = Signal(object)

    def __init__(
        self, record: "Record", theme: "Theme", preferences: "Preferences", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._record = record
        self._preferences = preferences
        self._person_id: UUID | None = None
        self._rows: tuple[HistoryRow, ...] = ()
        self._days_by_id: dict[UUID, date] = {}
        self._builder = RowBuilder(record.catalog, record.engine)
        self._is_filling = False
        self._has_others = False
        self._build(theme)
        self._connect()
        self._fill(0)

    def _build(self, theme: "Theme") -> None:
        self.setObjectName("historyView")
        today = self._record.clock.today()
        self.filters = FilterBar(theme, today, self._preferences, self)
        self.lanes = LaneStrip(theme, today, self)
        self.table = HistoryTable(theme, self)
        self.detail = DetailPanel(theme, self._record.catalog, self)
        self.empty = EmptyHistory(self.table.viewport())
        self.entry_actions = EntryActions(self)
        self.table.add_actions(self.entry_actions.all())
        QVBoxLayout(self.table.viewport()).addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(MARGIN), px(GAP), px(MARGIN), px(GAP))
        self._column.setSpacing(px(GAP))
        self._column.addWidget(self.filters)
        self._column.addWidget(_card(self.lanes))
        self._column.addWidget(self._build_splitter(theme), 1)

    def _build_splitter(self, theme: "Theme") -> QSplitter:
        card = _card(self.table)
        card.setMinimumWidth(NARROWEST_TABLE)
        RoundCorners(theme, card)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(px(GAP))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(card)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(TABLE_WIDTH), px(DETAIL_WIDTH)])
        self.splitter.restoreState(self._preferences.layout(LAYOUT))
        return self.splitter

    def _connect(self) -> None:
        self.filters.filterChanged.connect(self._on_filter_changed)
        self.filters.exportAsked.connect(self.exportRequested)
        self.filters.search.leftDownwards.connect(self.table.setFocus)
        self.empty.clearAsked.connect(self._on_clear_asked)
        self.table.rowsChosen.connect(self._on_rows_chosen)
        self.table.editAsked.connect(self._on_edit_asked)
        self.lanes.entryChosen.connect(self._on_lane_entry_chosen)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.entry_actions.moveAsked.connect(self._on_move_asked)
        for asker in (self.detail, self.entry_actions):
            asker.editAsked.connect(self._on_edit_asked)
            asker.duplicateAsked.connect(self._on_duplicate_asked)
            asker.copyAsked.connect(self.copy_selected)
            asker.signAsked.connect(self.sign_selected)
            asker.deleteAsked.connect(self._on_delete_asked)
            asker.changesAsked.connect(self._on_changes_asked)
        self.entry_actions.happenedAsked.connect(self.detail.happened.add_button.click)
        self.entry_actions.lotAsked.connect(self.detail.happened.lot_button.click)
        self.detail.happened.addAsked.connect(self.happenedRequested)
        self.detail.happened.editAsked.connect(self.happenedEditRequested)
        self.detail.happened.removeAsked.connect(self.happenedRemoveRequested)
        self.detail.happened.lotAsked.connect(self.lotRequested)

    def set_person(self, person_id: UUID | None) -> None:
        """Show the entries of another person, unfiltered; None shows none."""
        if person_id != self._person_id:
            self._person_id = person_id
            self._rows = ()
            self.filters.clear()
        self.reload()

    def reload(self) -> None:
        """Read the entries again; filter, order and selection stay."""
        place = self._place()
        self.filters.set_today(self._record.clock.today())
        self._rows = () if self._person_id is None else self._built(self._person_id)
        self._days_by_id = {row.id: row.on for row in self._rows}
        self._has_others = self._record.people.count() > 1
        self._fill(place)

    def _built(self, person_id: UUID) -> tuple[HistoryRow, ...]:
        record = self._record
        entries, intervals = record.entries.of(person_id), record.intervals.of(person_id)
        happened = record.adverse_events.of(person_id)
        return self._builder.build(entries, intervals, happened, marks_unsigned=bool(record.practitioners.all()))

    def filter_to(self, start: date, end: date) -> None:
        """Show every kind of entry from ``start`` to ``end``, both included."""
        self.filters.clear()
        self.filters.choose_days(start, end)

    def select_entry(self, entry_id: UUID) -> None:
        """Select one entry and scroll to it; a filter that hides it is cleared. An unknown entry changes nothing."""
        if self.table.rows.place_of(entry_id) is None and any(row.id == entry_id for row in self._rows):
            self.filters.clear()
        place = self.table.rows.place_of(entry_id)
        if place is not None:
            self.table.show_place(place)

    def selected_rows(self) -> tuple[HistoryRow, ...]:
        """Return the selected rows in the order in which they stand."""
        return self.table.selected_rows()

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def copy_selected(self) -> None:
        """Copy the selected rows as text."""
        rows = self.selected_rows()
        if rows:
            QGuiApplication.clipboard().setText(rows_as_text(rows))

    def sign_selected(self) -> None:
        """Ask to sign those of the selected entries that are not signed."""
        unsigned = [row.id for row in self.selected_rows() if row.signing == UNSIGNED]
        if unsigned:
            self.signRequested.emit(unsigned)

    def _place(self) -> int:
        return max(0, self.table.currentIndex().row())

    def _fill(self, place: int) -> None:
        """Show what the filter leaves; keep the selection, or select what now stands at ``place``."""
        selected, current = [row.id for row in self.selected_rows()], self.table.current_id()
        rows, counts = shown(self._rows, self.filters.wanted)
        at = self.table.verticalScrollBar().value()
        self._is_filling = True
        self.table.rows.set_rows(rows)
        self._select_again(selected, current, place)
        self.table.verticalScrollBar().setValue(at)
        self._is_filling = False
        self.filters.show_counts(counts)
        self._show_lanes(rows)
        self._show_empty(bool(rows))
        self._on_rows_chosen()

    def _select_again(self, selected: Sequence[UUID], current: UUID | None, place: int) -> None:
        kept = [entry_id for entry_id in selected if self.table.rows.place_of(entry_id) is not None]
        if kept:
            self.table.choose(kept, current if current in kept else kept[0])
        elif self.table.rows.rowCount():
            self.table.show_place(min(place, self.table.rows.rowCount() - 1))

    def _show_lanes(self, rows: Sequence[HistoryRow]) -> None:
        days = self.filters.days
        oldest, newest = (self._rows[-1].on, self._rows[0].on) if self._rows else (None, None)
        self.lanes.show_rows(rows, axis_days(days.start, days.end, oldest, newest, self._record.clock.today()))

    def _show_empty(self, has_rows: bool) -> None:
        self.empty.setVisible(not has_rows)
        if self._rows:
            self.empty.say_no_match(self.filters.search.text())
        else:
            self.empty.say_nothing_logged()

    def _on_filter_changed(self) -> None:
        self._fill(0)

    def _on_clear_asked(self) -> None:
        self.filters.clear()
        self.table.setFocus()

    def _on_rows_chosen(self) -> None:
        if self._is_filling:
            return
        rows = self.selected_rows()
        is_signed = len(rows) == 1 and rows[0].signing == SIGNED
        amendments = self._record.entries.amendments_of(rows[0].id) if is_signed else ()
        self.detail.show_rows(rows, self._days_by_id, amendments)
        entry = rows[0].entry if rows else None
        self.entry_actions.allow(
            len(rows),
            unsigned=sum(row.signing == UNSIGNED for row in rows),
            is_signed=is_signed,
            is_treatment=isinstance(entry, Treatment),
            has_lot=isinstance(entry, Botox) and bool(entry.lot),
        )
        is_movable = len(rows) == 1 and rows[0].entry.signed_at is None
        self.entry_actions.allow_move(has_others=self._has_others, is_movable=is_movable)
        self.lanes.mark(rows[0].id if len(rows) == 1 else self.table.current_id())

    def _on_lane_entry_chosen(self, entry_id: UUID) -> None:
        self.select_entry(entry_id)

    def _on_edit_asked(self) -> None:
        rows = self.selected_rows()
        if len(rows) == 1:
            self.editRequested.emit(rows[0].entry)

    def _on_duplicate_asked(self) -> None:
        rows = self.selected_rows()
        if len(rows) == 1:
            self.duplicateRequested.emit(rows[0].entry)

    def _on_changes_asked(self) -> None:
        rows = self.selected_rows()
        if len(rows) == 1:
            self.changesRequested.emit(rows[0].entry)

    def _on_move_asked(self) -> None:
        rows = self.selected_rows()
        if len(rows) == 1:
            self.moveRequested.emit(rows[0].entry)

    def _on_delete_asked(self) -> None:
        rows = self.selected_rows()
        if rows:
            self.deleteRequested.emit([row.id for row in rows])

    def _on_splitter_moved(self) -> None:
        self._preferences.keep_layout(LAYOUT, self.splitter.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in the middle where the window is wider than can be read across."""
        super().resizeEvent(event)
        side = max(px(MARGIN), (self.width() - px(WIDEST)) // 2 + px(MARGIN))
        self._column.setContentsMargins(side, px(GAP), side, px(GAP))
        if self.width() < px(NARROW) and not self._preferences.layout(LAYOUT):
            self.splitter.setSizes([self.splitter.width() - px(NARROW_DETAIL), px(NARROW_DETAIL)])

    def event(self, event: QEvent) -> bool:
        # In the search already the key is the window's: in a practice it goes on to the clients.
        if event.type() is QEvent.Type.ShortcutOverride and _is_find(event) and not self.filters.search.hasFocus():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_find(event):
            self.focus_search()
        else:
            super().keyPressEvent(event)


def _is_find(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find)


def _card(inner: QWidget) -> Card:
    card = Card(inset=(1, 1))
    card.inner.addWidget(inner)
    return card
