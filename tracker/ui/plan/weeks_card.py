"""The card of the coming weeks: the timeline, the day at the cursor, and the way to a calendar file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.planner import Planner
from tracker.core.records import PlannedTreatment
from tracker.ui.icons import keep_icon
from tracker.ui.plan.day_line import DayLine
from tracker.ui.plan.timeline import PlanTimeline
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card, Rule
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.access import nothing_can_be_saved
from tracker.ui.words.planner import kind_on


class WeeksCard(Card):
    """Asks for changes of plans by signals, each with the plan, or the kind and day, that it concerns."""

    planWanted = Signal(object, object)
    planDropped = Signal(object, object)
    removalWanted = Signal(object)
    logRequested = Signal(object)
    calendarRequested = Signal()

    def __init__(
        self, theme: Theme, planner: Planner, parent: QWidget | None = None, *, is_read_only: bool = False
    ) -> None:
        super().__init__(parent, inset=(20, 12))
        self._build(theme, planner, is_read_only=is_read_only)
        self._connect()

    def _build(self, theme: Theme, planner: Planner, *, is_read_only: bool) -> None:
        self.timeline = PlanTimeline(theme, planner, self, is_read_only=is_read_only)
        self.day = DayLine(self)
        self.calendar_button = KeyButton(self.tr("Save as calendar file"), parent=self)
        self.calendar_button.setObjectName("saveCalendar")
        keep_icon(self.calendar_button, "cal", theme, "text", px(18))
        words = self.tr("Drag a marker, or choose an order below. Nothing is booked from here.")
        self.hint = PlainLabel(nothing_can_be_saved() if is_read_only else words, "muted", self, elide=True)
        if not is_read_only:
            self.hint.setToolTip(
                self.tr("Keys: arrows move, P plans, Shift with Left or Right moves a plan, Delete removes")
            )
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(PlainLabel(self.tr("Next twelve weeks"), "section", self))
        head.addWidget(self.hint, 1)
        head.addWidget(self.calendar_button)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(8))
        self.inner.addWidget(self.timeline)
        self.inner.addSpacing(px(6))
        self.inner.addWidget(Rule(self))
        self.inner.addSpacing(px(8))
        self.inner.addWidget(self.day)
        self.inner.addSpacing(px(6))
        keys = self.tr(
            "Keys: arrows go from day to day, P plans, Shift with Left or Right moves a plan, Delete removes."
        )
        reading = self.tr("Keys: arrows go from day to day.")
        self.keys = PlainLabel(reading if is_read_only else keys, "caption", self, wrap=True)
        self.inner.addWidget(self.keys)

    def _connect(self) -> None:
        self.timeline.cursorMoved.connect(self._on_cursor_moved)
        self.timeline.planWanted.connect(self.planWanted)
        self.timeline.planDropped.connect(self.planDropped)
        self.timeline.removalWanted.connect(self.removalWanted)
        self.day.planAsked.connect(self._on_plan_asked)
        self.day.removalAsked.connect(self._on_removal_asked)
        self.day.logAsked.connect(self._on_log_asked)
        self.calendar_button.clicked.connect(self.calendarRequested)

    def show_planner(self, planner: Planner) -> None:
        """Show a person's days and plans."""
        self.timeline.show_planner(planner)

    @property
    def _plan(self) -> PlannedTreatment | None:
        cursor = self.timeline.state.cursor
        return self.timeline.state.plan_on(cursor.kind, cursor.on)

    def _on_removal_asked(self) -> None:
        if self._plan is not None:
            self.removalWanted.emit(self._plan)

    def _on_log_asked(self) -> None:
        if self._plan is not None:
            self.logRequested.emit(self._plan)

    def _on_cursor_moved(self) -> None:
        state = self.timeline.state
        kind, on, today = state.cursor.kind, state.cursor.on, state.planner.today
        words = state.words(kind, on)
        self.day.show_day(kind_on(kind, on, today), words, kind, self._plan, is_over=on < today)

    def _on_plan_asked(self) -> None:
        cursor = self.timeline.state.cursor
        self.planWanted.emit(cursor.kind, cursor.on)
