"""The Progress tab: how long an effect lasts, all cycles on one picture, both treatments, scores since the start."""

from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.core.progress.summary import Progress
from tracker.core.records import TREATMENTS, Kind
from tracker.ui.before_after.card import BeforeAfterCard
from tracker.ui.progress_page.cycle_card import CycleCard
from tracker.ui.progress_page.duration_card import DurationCard
from tracker.ui.progress_page.since_card import SinceCard
from tracker.ui.progress_page.together_card import TogetherCard
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from tracker.services.record import Record

WIDEST, TWO_COLUMNS_FROM = 1600, 1160
_SIDE, _TOP, _FOOT, _GAP = 24, 20, 16, 16
_COLUMNS = (11, 9)
_ROW_BELOW = 5


class ProgressView(PageScroll):
    """Shows what the ratings of one person say of their treatments; nothing can be changed here.

    ``entryActivated`` carries the id of a treatment, ``historyRequested`` asks for all of them.
    """

    entryActivated = Signal(object)
    historyRequested = Signal()

    def __init__(self, record: "Record", person_id: UUID, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._person_id = person_id
        self._is_wide: bool | None = None
        self._build(theme)
        self._progress = self._read()
        self._choose_kind()
        self.duration.kindChosen.connect(self._show)
        self._show()

    def _build(self, theme: Theme) -> None:
        self.setObjectName("progressView")
        catalog, page = self._record.catalog, self.page
        self.duration = DurationCard(catalog, page)
        self.cycles = CycleCard(theme, catalog, page)
        self.together = TogetherCard(catalog, page)
        self.since = SinceCard(catalog, page)
        self.before_after = BeforeAfterCard(page, most=None)
        self.before_after.entryActivated.connect(self.entryActivated)
        self.before_after.historyRequested.connect(self.historyRequested)
        self._grid = QGridLayout(page)
        self._grid.setSpacing(px(_GAP))

    @property
    def first_widget(self) -> QWidget:
        """Return what takes the keys when the tab is shown."""
        return self.duration.choice

    def set_person(self, person_id: UUID) -> None:
        """Show a person; somebody else begins with the treatment that they had."""
        is_other, self._person_id = person_id != self._person_id, person_id
        self._progress = self._read()
        if is_other:
            self._choose_kind()
        self._show()

    def _read(self) -> Progress:
        return self._record.progress.of(self._person_id)

    def _choose_kind(self) -> None:
        given = (kind for kind in TREATMENTS if self._progress.cycles[kind])
        self.duration.choice.choose(next(given, Kind.BOTOX))

    def _show(self) -> None:
        is_practice = self._record.practice.settings.is_practice
        self.duration.show_progress(self._progress, is_practice=is_practice)
        self.cycles.show_progress(self._progress, self.duration.kind)
        self.together.show_progress(self._progress)
        self.since.show_progress(self._progress)
        has_ratings = any(group.ratings for one in self._progress.together.values() for group in one.groups)
        self.before_after.show_progress(self._progress, self._record.catalog, has_ratings=has_ratings)
        self._share_height()
        self._order_stops()
        self.make_room()

    def _order_stops(self) -> None:
        """Let Tab reach the picture, which is made last, before the groups."""
        if self.cycles.surface is not None:
            for earlier, later in pairwise((self.cycles.surface, *self.together.blocks.values())):
                QWidget.setTabOrder(earlier, later)

    def _share_height(self) -> None:
        """Give the picture what height there is to spare; without one, leave it under the cards."""
        self._grid.setRowStretch(1, 1 if self.cycles.has_picture else 0)
        self._grid.setRowStretch(_ROW_BELOW, 0 if self.cycles.has_picture else 1)

    def _arrange(self, is_wide: bool) -> None:
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        cards = (self.duration, self.cycles, self.together, self.since, self.before_after)
        one_column = ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1), (4, 0, 1))
        cells = ((0, 0, 1), (1, 0, 1), (0, 1, 4), (2, 0, 1), (3, 0, 1)) if is_wide else one_column
        for card, (row, column, rows) in zip(cards, cells, strict=True):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, row, column, rows, 1)
        for column, stretch in enumerate(_COLUMNS if is_wide else (1, 0)):
            self._grid.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width()
        self._arrange(width >= px(TWO_COLUMNS_FROM))
        side = max(px(_SIDE), (width - px(WIDEST)) // 2 + px(_SIDE))
        self._grid.setContentsMargins(side, px(_TOP), side, px(_FOOT))
        super().resizeEvent(event)
