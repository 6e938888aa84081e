"""The Plan tab: the coming weeks, the orders that fit, an event to plan for, and the rules behind the dates."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.orders import Order
from tracker.core.planner import Planner
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment
from tracker.core.rules_in_force import RuleInForce
from tracker.ui.plan.changes import PlanChanges
from tracker.ui.plan.event_card import EventCard
from tracker.ui.plan.order_row import OrderRow
from tracker.ui.plan.overdue import OverduePlans
from tracker.ui.plan.rules_card import RulesCard
from tracker.ui.plan.weeks_card import WeeksCard
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from tracker.services.record import Record

WIDEST = 1600
_SIDE, _TOP, _FOOT, _GAP = 24, 14, 16, 14


class PlanView(PageScroll):
    """Shows the plans of one person and changes them. ``logRequested`` carries a `PlannedTreatment` that was done."""

    logRequested = Signal(object)
    calendarRequested = Signal()

    def __init__(self, record: "Record", person_id: UUID, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._person_id = person_id
        self._theme = theme
        self.changes = PlanChanges(record, self)
        self._build(record.plans.planner(person_id))
        self._connect()
        self.set_person(person_id)

    def _build(self, planner: Planner) -> None:
        self.setObjectName("planView")
        page = self.page
        words = self.tr("Nothing is logged yet, so no rule gives a date. Choose a day and plan the first treatment.")
        self.empty = PlainLabel(words, "muted", page, wrap=True)
        self.overdue = OverduePlans(page)
        self.weeks = WeeksCard(self._theme, planner, page, is_read_only=self._record.is_read_only)
        self.orders = OrderRow(page)
        self.event_card = EventCard(planner, page)
        self.rules = RulesCard(self._record.catalog, page)
        self._column = QVBoxLayout(page)
        self._column.setSpacing(px(_GAP))
        for part in (self.overdue, self.empty, self.weeks, self.orders, self.event_card, self.rules):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        weeks = self.weeks
        weeks.planWanted.connect(self._on_plan_wanted)
        weeks.planDropped.connect(self._on_plan_dropped)
        for asker in (weeks, self.overdue):
            asker.removalWanted.connect(self.changes.remove)
            asker.logRequested.connect(self.logRequested)
        weeks.calendarRequested.connect(self.calendarRequested)
        self.orders.orderChosen.connect(self._on_order_chosen)
        self.event_card.daysChosen.connect(self.changes.arrange)
        self.rules.editRequested.connect(self.edit_rule)
        self.rules.mainChosen.connect(self.changes.count_from_main)

    def set_person(self, person_id: UUID) -> None:
        """Show the plans of a person; nothing that was typed for somebody else stays."""
        if person_id != self._person_id:
            self.event_card.forget()
        self._person_id = self.changes.person_id = person_id
        self.reload()

    def reload(self) -> None:
        """Read plans, entries and rules again; the cursor stays on its day."""
        planner = self._record.plans.planner(self._person_id)
        self.empty.setVisible(planner.is_empty)
        self.overdue.show_planner(planner)
        self.weeks.show_planner(planner)
        self.orders.show_planner(planner)
        self.event_card.show_planner(planner)
        self.rules.show_rules(
            self._record.intervals.in_force(self._person_id),
            counts_from_main=self._record.intervals.of(self._person_id).counts_from_main,
        )
        self.make_room()

    def _on_plan_wanted(self, kind: Kind, on: date) -> None:
        self.changes.add(kind, on)

    def _on_plan_dropped(self, plan: PlannedTreatment, on: date) -> None:
        if not self.changes.move(plan, on):
            self.weeks.timeline.go_to(plan.kind, plan.on)

    def _on_order_chosen(self, order: Order) -> None:
        gives_up = [kind for kind in TREATMENTS if order.second is None and kind is not order.first]
        self.changes.arrange(dict(order.days), gives_up)

    def edit_rule(self, found: RuleInForce) -> None:
        """Ask for other days of a rule."""
        from tracker.ui.plan.interval_dialog import IntervalDialog

        person = self._record.people.get(self._person_id)
        IntervalDialog(self._record, person, found, self._theme, self.window()).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(px(_SIDE), (self.viewport().width() - px(WIDEST)) // 2 + px(_SIDE))
        self._column.setContentsMargins(side, px(_TOP), side, px(_FOOT))
        super().resizeEvent(event)
