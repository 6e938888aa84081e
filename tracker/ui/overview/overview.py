"""The overview of one person: next dates, the chart, before and after and the latest entries, placed by the room."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.core.records import Kind, Rating
from tracker.ui.before_after.card import BeforeAfterCard
from tracker.ui.overview.chart_card import ChartCard
from tracker.ui.overview.last_botox_card import LastBotoxCard
from tracker.ui.overview.places import PLACES, ROWS, Places, places_beside_list, places_for
from tracker.ui.overview.rating_card import RatingCard
from tracker.ui.overview.recent_card import MOST, RecentCard
from tracker.ui.overview.recent_rows import row_of
from tracker.ui.overview.treatment_card import TreatmentCard
from tracker.ui.overview.why import WhyPopover
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.words import catalog as names
from tracker.ui.words import spacing as words
from tracker.ui.words.cautions import caution_lines

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences

WIDEST = 1600
_SIDE, _LIST_SIDE, _TOP, _FOOT, _GAP = 24, 20, 20, 16, 16


class OverviewView(PageScroll):
    """Shows one person of a record. Requests carry a kind or an entry's id."""

    logRequested = Signal(object)
    entryActivated = Signal(object)
    planActivated = Signal(object)
    historyRequested = Signal()
    progressRequested = Signal()
    importRequested = Signal()
    tableRequested = Signal(object, object)

    def __init__(
        self, theme: Theme, preferences: "Preferences", key_hints: dict[Kind, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._places: Places | None = None
        self._is_practice = False
        self._build(key_hints)
        self._connect()

    def _build(self, key_hints: dict[Kind, str]) -> None:
        page = self.page
        self._grid = QGridLayout(page)
        self._grid.setSpacing(px(_GAP))
        log = {Kind.BOTOX: self.tr("Log botox"), Kind.MICRODERMABRASION: self.tr("Log session")}
        self.treatments = {kind: TreatmentCard(kind, text, key_hints[kind], page) for kind, text in log.items()}
        self.rating = RatingCard(key_hints[Kind.RATING], page)
        self.chart = ChartCard(self._theme, self._preferences, page)
        self.before_after = BeforeAfterCard(page)
        self.last_botox = LastBotoxCard(self._theme, page)
        self.recent = RecentCard(page)
        self._place(PLACES["wide"])

    def _connect(self) -> None:
        for card in self.treatments.values():
            card.logRequested.connect(self.logRequested)
            card.whyRequested.connect(self.show_why)
        self.rating.rateRequested.connect(lambda: self.logRequested.emit(Kind.RATING))
        self.chart.entryActivated.connect(self.entryActivated)
        self.chart.planActivated.connect(self.planActivated)
        self.chart.tableRequested.connect(self.tableRequested)
        self.before_after.entryActivated.connect(self.entryActivated)
        self.before_after.historyRequested.connect(self.historyRequested)
        self.before_after.allRequested.connect(self.progressRequested)
        self.recent.entryActivated.connect(self.entryActivated)
        self.recent.allRequested.connect(self.historyRequested)
        self.recent.importRequested.connect(self.importRequested)

    def show_person(self, record: "Record", person_id: UUID) -> None:
        """Read and show what the record holds of a person."""
        today = record.clock.today()
        plans = record.plans.of(person_id)
        person = record.people.get(person_id)
        for row in record.spacing.due(today, person_id):
            judgement, kind = row.judgement, row.judgement.treatment
            plan = next((plan for plan in plans if plan.kind is kind and plan.on >= today), None)
            cautions = caution_lines(kind, judgement.cautions, person, record.catalog, today)
            self.treatments[kind].show_judgement(judgement, today, plan, cautions)
        entries = record.entries.of(person_id)
        rated = [entry.on for entry in entries if isinstance(entry, Rating)]
        asked, schedule = record.asked_ratings.next_of(person_id, entries), record.asked_ratings.schedule
        self.rating.show_ratings(rated, today, asked, schedule.rhythm_days)
        happened = record.adverse_events.of(person_id)
        self.last_botox.take(entries, record.catalog)
        progress = record.progress.of(person_id)
        self.before_after.show_progress(progress, record.catalog, has_ratings=bool(rated))
        self._arrange()
        self._show_last_botox()
        self.recent.show_rows([row_of(entry, record.catalog, today, happened) for entry in entries[:MOST]])
        self.chart.show_timeline(record.timelines.of(person_id))

    def forget(self) -> None:
        """Hold nothing of anybody any more."""
        for card in self.treatments.values():
            card.forget()
        self.rating.forget()
        self.before_after.forget()
        self.last_botox.forget()
        self.recent.show_rows(())
        self.chart.panel.forget()

    def show_practice(self, is_practice: bool) -> None:
        """Stand beside a list of clients, or alone in the window."""
        self._is_practice = is_practice
        for card in self.treatments.values():
            card.show_practice(is_practice)
        self.rating.show_practice(is_practice)
        self.chart.show_practice(is_practice)
        self.before_after.show_practice(is_practice)
        self._arrange()

    def _show_last_botox(self) -> None:
        """Show the card of the last botox where the arrangement has a place for it and there is something to show."""
        self.last_botox.show_where(self._places is not None and "last_botox" in self._places.cells)

    def show_why(self, kind: Kind) -> None:
        """Say which rules give the dates of a treatment."""
        card = self.treatments[kind]
        if card.judgement is None:
            return
        popover = WhyPopover(names.kind(kind), words.why(card.judgement), self, card.cautions)
        popover.open_under(card.why_button)

    def _place(self, places: Places) -> None:
        if self._places is places:
            return
        self._places = places
        widgets: dict[str, QWidget] = {
            "botox": self.treatments[Kind.BOTOX],
            "microdermabrasion": self.treatments[Kind.MICRODERMABRASION],
            "rating": self.rating,
            "chart": self.chart,
            "before_after": self.before_after,
            "last_botox": self.last_botox,
            "recent": self.recent,
        }
        for widget in widgets.values():
            self._grid.removeWidget(widget)
        self._show_last_botox()
        for name, (row, column, rows, columns) in places.cells.items():
            self._grid.addWidget(widgets[name], row, column, rows, columns)
        for column in range(4):
            self._grid.setColumnStretch(column, places.columns[column] if column < len(places.columns) else 0)
        for row in range(ROWS):
            self._grid.setRowStretch(row, 1 if row in places.growing_rows else 0)

    def _fitting(self) -> Places:
        before_after = self.before_after.treatment_count
        if self._is_practice:
            has_last_botox = self.last_botox.has_treatment
            return places_beside_list(self.width(), has_last_botox=has_last_botox, before_after=before_after)
        return places_for(self.window().width(), has_before_after=before_after > 0)

    def _arrange(self) -> None:
        self._place(self._fitting())
        margin = px(_LIST_SIDE if self._is_practice else _SIDE)
        side = max(margin, (self.viewport().width() - px(WIDEST)) // 2 + margin)
        self._grid.setContentsMargins(side, px(_TOP), side, px(_FOOT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)
