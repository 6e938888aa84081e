"""The page "Due": title and day, a choice of treatments, five counters, and the grouped table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.records import TREATMENTS, Kind
from tracker.core.worklist import DueItem, Group, due_counts, group_counts, of_kind
from tracker.ui.fonts import ui_font
from tracker.ui.icons import GLYPHS, keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.corners import RoundCorners
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import worklist as words
from tracker.ui.worklist.counters import Counters
from tracker.ui.worklist.empty import EmptyWorklist
from tracker.ui.worklist.table import WorklistTable

MARGIN, TOP, GAP, LOWEST_TABLE = 24, 20, 16, 240
WIDEST, WIDEST_NAME = 1600, 160
BOTH = "both"


class DuePage(PageScroll):
    """Shows what is due. ``personActivated`` carries a person's id; ``backRequested`` asks for the person before."""

    personActivated = Signal(object)
    backRequested = Signal()
    againRequested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duePage")
        self._items: tuple[DueItem, ...] = ()
        self._has_failed = False
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        page = self.page
        self.counters = Counters(page)
        self.table = WorklistTable(theme, page)
        self.empty = EmptyWorklist(self.table.viewport())
        self.empty.hide()
        QVBoxLayout(self.table.viewport()).addWidget(self.empty)
        self._column = QVBoxLayout(page)
        self._column.setSpacing(px(GAP))
        self._column.addLayout(self._build_head(theme))
        self._column.addWidget(self.counters)
        card = Card(page, inset=(1, 1))
        card.setMinimumHeight(px(LOWEST_TABLE))
        card.inner.addWidget(self.table)
        RoundCorners(theme, card)
        self._column.addWidget(card, 1)
        self.busy = BusyLine(self)

    def _build_head(self, theme: Theme) -> QHBoxLayout:
        self.subtitle = PlainLabel("", "muted", self.page, elide=True)
        self.subtitle.setObjectName("dueSubtitle")
        items = [(BOTH, self.tr("Both")), *((kind.value, words.kind_short(kind)) for kind in TREATMENTS)]
        self.kinds = Segments(items, self.page, name=self.tr("Treatment"))
        self.kinds.choose(BOTH)
        for kind, button in zip(TREATMENTS, self.kinds.buttons[1:], strict=True):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            # Qt leaves less than the design between icon and words.
            button.setText(f" {button.text()}")
            keep_icon(button, GLYPHS[kind.value], theme, "treat", px(12))
        self.back_button = KeyButton("", parent=self.page)
        self.back_button.setObjectName("backToPerson")
        keep_icon(self.back_button, "left", theme, "text", px(16))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(PlainLabel(self.tr("Due"), "title", self.page))
        row.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.kinds)
        row.addWidget(self.back_button)
        return row

    def _connect(self) -> None:
        self.kinds.chosenChanged.connect(self._on_filter_changed)
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

    def show_back_to(self, name: str) -> None:
        """Name whom the way back leads to."""
        line = self.tr("Back to {name}").format(name=" ".join(name.split()))
        room = px(WIDEST_NAME)
        shown = QFontMetrics(ui_font()).elidedText(line, Qt.TextElideMode.ElideRight, room)
        self.back_button.setText(shown.replace("&", "&&"))
        self.back_button.setAccessibleName(line)
        self.back_button.setToolTip(plain_tooltip(line) if shown != line else "")

    def show_items(self, items: Sequence[DueItem], today: date) -> None:
        """Show what is due on ``today``; filter, current row and place stay."""
        self._items, self._today, self._has_failed = tuple(items), today, False
        self._fill()

    def show_problem(self, sentence: str) -> None:
        """Say in the table's place why nothing could be read."""
        self._items, self._has_failed = (), True
        self.counters.show_counts(group_counts(()))
        self.subtitle.setText("")
        self.table.show_items(())
        self.empty.say(sentence, self.tr("&Try again"))
        self.empty.show()

    def focus_next_pane(self, focused: QWidget | None) -> None:
        """Go from the table to the choices over it and back, as with F6."""
        if focused is None or not self.table.isAncestorOf(focused):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.kinds.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        kind, group = self.kind, self.group
        of_this_kind = of_kind(self._items, kind)
        shown = of_this_kind if group is None else [item for item in of_this_kind if item.group is group]
        self.counters.show_counts(group_counts(of_this_kind))
        self.subtitle.setText(words.subtitle(self._today, *due_counts(of_this_kind)))
        self.table.show_items(shown)
        self.empty.setVisible(not shown)
        is_filtered = kind is not None or group is not None
        self.empty.say(words.nothing(group, kind), self.tr("&Show all") if is_filtered else "")

    def _on_filter_changed(self) -> None:
        if self._has_failed:
            return
        kept = self.table.current_item()
        self._fill()
        if kept is None or self.table.current_item() != kept:
            self.table.show_top()

    def _on_empty_pressed(self) -> None:
        if self._has_failed:
            self.againRequested.emit()
            return
        self.counters.choose(None)
        self.kinds.choose(BOTH)
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
