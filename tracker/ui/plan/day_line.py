"""The line under the timeline: what the rules say of the day at the cursor, and what can be done there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.records import Kind, PlannedTreatment
from tracker.ui.scale import px
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.pill import Pill
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.planner import DayWords, plan_here
from tracker.ui.writing_switch import mark_changing


class DayLine(QWidget):
    """Shows a day and its reason, with the buttons of a free day, or those of a plan."""

    planAsked = Signal()
    logAsked = Signal()
    removalAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planDay")
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self.day = PlainLabel("", "strong", self)
        self.pill = Pill(self)
        self.reason = PlainLabel("", "small", self, wrap=True)
        self.reason.setMinimumHeight(2 * self.reason.fontMetrics().lineSpacing())
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.plan_button = self._button("planHere")
        self.log_button = self._button("logPlan")
        self.remove_button = self._button("removePlan")
        self.log_button.setText(self.tr("Log it"))
        self.remove_button.setText(self.tr("Remove plan"))
        mark_changing(self.plan_button, self.log_button, self.remove_button)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self.day)
        head.addWidget(self.pill)
        head.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(px(4))
        said.addLayout(head)
        said.addWidget(self.reason)
        row.addLayout(said, 1)
        for button in (self.plan_button, self.log_button, self.remove_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _button(self, name: str) -> KeyButton:
        button = KeyButton("", parent=self)
        button.setObjectName(name)
        return button

    def _connect(self) -> None:
        self.plan_button.clicked.connect(self.planAsked)
        self.log_button.clicked.connect(self.logAsked)
        self.remove_button.clicked.connect(self.removalAsked)

    def show_day(self, day: str, words: DayWords, kind: Kind, plan: PlannedTreatment | None, *, is_over: bool) -> None:
        """Show what is said of a day; ``is_over`` days cannot be planned."""
        self.day.setText(day)
        self.pill.show_state(words.state, words.pill)
        self.reason.setText(words.reason)
        self.plan_button.setText(plan_here(kind))
        self.plan_button.setVisible(plan is None and not is_over)
        self.log_button.setVisible(plan is not None)
        self.remove_button.setVisible(plan is not None)
