"""The page "Due": what narrows it down, five counters, the grouped table, and a bar for what is ticked in it."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.records import Kind
from tracker.core.worklist import DueItem, Group, Key, due_counts, group_counts
from tracker.core.worklist_filter import NOBODY, WorklistFilter, tags_of
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.corners import RoundCorners
from tracker.ui.widgets.empty_list import EmptyList
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.words import worklist as words
from tracker.ui.worklist.counters import Counters
from tracker.ui.worklist.head import BOTH, DueHead
from tracker.ui.worklist.selection_bar import SelectionBar
from tracker.ui.worklist.table import WorklistTable

MARGIN, TOP, GAP, LOWEST_TABLE = 24, 20, 16, 200
WIDEST = 1600


class DuePage(PageScroll):
    """Shows what is due. ``personActivated`` carries a person's id; ``backRequested`` asks for the person before.

    ``contactRequested`` and ``exportRequested`` carry the treatments that they are about, ``printRequested`` those
    shown, as they are sorted; ``documentsRequested`` carries those whose people's documents are to be printed.
    ``practitionersWanted`` asks for `show_practitioners`.
    """

    personActivated = Signal(object)
    backRequested = Signal()
    againRequested = Signal()
    contactRequested = Signal(object)
    exportRequested = Signal(object)
    printRequested = Signal(object)
    documentsRequested = Signal(object)
    practitionersWanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duePage")
        self._items: tuple[DueItem, ...] = ()
        self._shown: tuple[DueItem, ...] = ()
        self._given_by: Mapping[Key, str] = NOBODY
        # The day judged, None until anything was read, or where that failed.
        self._today: date | None = None
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        page = self.page
        self.head = DueHead(theme, page)
        self.subtitle, self.kinds, self.back_button = self.head.subtitle, self.head.kinds, self.head.back_button
        self.counters = Counters(page)
        self.table = WorklistTable(theme, page)
        self.empty = EmptyList(self.table.viewport())
        self.empty.hide()
        QVBoxLayout(self.table.viewport()).addWidget(self.empty)
        self.bar = SelectionBar(theme, page)
        self._column = QVBoxLayout(page)
        self._column.setSpacing(px(GAP))
        self._column.addWidget(self.head)
        self._column.addWidget(self.counters)
        card = Card(page, inset=(1, 1))
        card.setMinimumHeight(px(LOWEST_TABLE))
        card.inner.addWidget(self.table)
        RoundCorners(theme, card)
        self._column.addWidget(card, 1)
        self._column.addWidget(self.bar)
        self.head.print_button.setEnabled(False)
        self.busy = BusyLine(self)

    def _connect(self) -> None:
        self.kinds.chosenChanged.connect(self._on_filter_changed)
        self.head.practitioner.currentIndexChanged.connect(self._on_filter_changed)
        self.head.practitioner.namesWanted.connect(self.practitionersWanted)
        self.head.filter.chosenChanged.connect(self._on_filter_changed)
        self.head.print_button.clicked.connect(self.ask_print)
        self.table.contactRequested.connect(self.contactRequested)
        self.table.lines.tickedChanged.connect(self._on_ticked_changed)
        self.bar.contactRequested.connect(self.table.ask_contact)
        self.bar.exportRequested.connect(lambda: self.exportRequested.emit(tuple(self.table.lines.ticked)))
        self.bar.printRequested.connect(lambda: self.documentsRequested.emit(tuple(self.table.lines.ticked)))
        self.bar.cleared.connect(self._on_cleared)
        self.counters.groupChosen.connect(self._on_filter_changed)
        self.table.personActivated.connect(self.personActivated)
        self.back_button.clicked.connect(self.backRequested)
        self.empty.pressed.connect(self._on_empty_pressed)

    @property
    def kind(self) -> Kind | None:
        """Return the treatment shown alone, None for both."""
        return None if self.kinds.chosen == BOTH else Kind(self.kinds.chosen)

    @property
    def group(self) -> Group | None:
        """Return the group shown alone, None for all."""
        return self.counters.chosen

    @property
    def filter(self) -> WorklistFilter:
        """Return what the list is narrowed down to, but for the group."""
        return WorklistFilter(
            self.kind, self.head.practitioner.chosen or "", self.head.filter.tag, self.head.filter.period
        )

    @property
    def shown(self) -> tuple[DueItem, ...]:
        """Return what is shown, the most pressing first."""
        return self._shown

    @property
    def described(self) -> str:
        """Return the day, how much is due, and what the list is narrowed down to."""
        chosen = (" ".join(self.filter.practitioner.split()), self.head.filter.said)
        return ". ".join(part for part in (self.subtitle.text(), *chosen) if part)

    def show_back_to(self, name: str) -> None:
        """Name whom the way back leads to; "" where the rail leads there, as in a practice."""
        self.head.show_back_to(name)

    def show_items(self, items: Sequence[DueItem], today: date, given_by: Mapping[Key, str] | None = None) -> None:
        """Show what is due on ``today``; filters, current row, ticks and place stay.

        ``given_by`` says who gave the last treatment of each, None where that was not read with it.
        """
        self._items, self._today = tuple(items), today
        self.head.practitioner.forget()
        self.head.filter.offer_tags(tags_of(self._items))
        if given_by is not None:
            self._take_practitioners(given_by)
        self._fill()

    def show_practitioners(self, given_by: Mapping[Key, str]) -> None:
        """Offer the practitioners who gave the last treatment of what is due."""
        self._take_practitioners(given_by)
        self._fill()

    def _take_practitioners(self, given_by: Mapping[Key, str]) -> None:
        self._given_by = given_by
        due = {item.key for item in self._items}
        self.head.practitioner.show_names(name for key, name in given_by.items() if key in due)

    def show_problem(self, sentence: str) -> None:
        """Say in the table's place why nothing could be read."""
        self._items, self._shown, self._today = (), (), None
        self.head.print_button.setEnabled(False)
        self.counters.show_counts(group_counts(()))
        self.subtitle.setText("")
        self.table.show_items(())
        self.empty.say(sentence, self.tr("&Try again"))
        self.empty.show()

    def ask_print(self) -> None:
        """Ask for the list that is shown to be printed, where there is one."""
        if self._shown:
            self.printRequested.emit(tuple(self.table.lines.items))

    def focus_next_pane(self, focused: QWidget | None) -> None:
        """Go from the table to the choices over it and back, as with F6."""
        if focused is None or not self.table.isAncestorOf(focused):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.kinds.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        if self._today is None:
            return
        asked, group = self.filter, self.group
        found = asked.shown(self._items, self._given_by)
        self._shown = found if group is None else tuple(item for item in found if item.group is group)
        self.counters.show_counts(group_counts(found))
        self.subtitle.setText(words.subtitle(self._today, *due_counts(found)))
        self.table.show_items(self._shown)
        self.head.print_button.setEnabled(bool(self._shown))
        self.head.fit()
        self.empty.setVisible(not self._shown)
        is_by_kind = asked == WorklistFilter(asked.kind)
        said = words.nothing(group, asked.kind) if is_by_kind else words.nothing_found()
        is_filtered = asked != WorklistFilter() or group is not None
        self.empty.say(said, self.tr("&Show all") if is_filtered else "")

    def _on_ticked_changed(self) -> None:
        self.bar.show_count(len(self.table.lines.ticked))

    def _on_cleared(self) -> None:
        self.table.untick_all()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_filter_changed(self) -> None:
        kept = self.table.current_item()
        self._fill()
        if kept is None or self.table.current_item() != kept:
            self.table.show_top()

    def _on_empty_pressed(self) -> None:
        if self._today is None:
            self.againRequested.emit()
            return
        self.counters.choose(None)
        self.kinds.choose(BOTH)
        self.head.practitioner.choose(None)
        self.head.filter.choose(None, "")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in the middle where the window is wider than can be read across."""
        side = max(px(MARGIN), (self.viewport().width() - px(WIDEST)) // 2 + px(MARGIN))
        self._column.setContentsMargins(side, px(TOP), side, px(GAP))
        super().resizeEvent(event)
