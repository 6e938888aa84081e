"""Planning backwards from an event: its day, and the latest day for each treatment before it."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from tracker.core.event_plan import Target, before_event
from tracker.core.planner import Planner
from tracker.core.records import TREATMENTS, Kind
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.date_edit import DateEdit
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day, language
from tracker.ui.words.planner import target_reason, target_words
from tracker.ui.writing_switch import mark_changing

FIRST_OFFER_DAYS = 60
LONGEST_AHEAD_DAYS = 730
_DATE_WIDTH = 144


class EventCard(Card):
    """``daysChosen`` carries the day of each treatment to be planned, by kind in the order in which they come."""

    daysChosen = Signal(object)

    def __init__(self, planner: Planner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planner = planner
        self._targets: tuple[Target, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        today = self._planner.today
        self.name = QLineEdit(self)
        self.name.setObjectName("eventName")
        self.name.setPlaceholderText(self.tr("Event, such as a wedding"))
        self.name.setAccessibleName(self.tr("Event, not kept in the record"))
        self.name.setMinimumWidth(px(110))
        self.name.setMaximumWidth(px(280))
        self.on = DateEdit(self)
        self.on.setObjectName("eventDay")
        self.on.setAccessibleName(self.tr("Day of the event"))
        self.on.setCalendarPopup(True)
        self.on.setLocale(language())
        self.on.setDisplayFormat("d MMM yyyy")
        self.on.setMinimumWidth(px(_DATE_WIDTH))
        self._allow_days(today)
        self.on.setDate(_qdate(today + timedelta(FIRST_OFFER_DAYS)))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(PlainLabel(self.tr("Before an event"), "section", self))
        head.addWidget(self.name, 1)
        head.addWidget(self.on)
        head.addStretch(1)
        self.plan_both = KeyButton(self.tr("Plan both"), parent=self)
        mark_changing(self.plan_both)
        self.plan_both.setObjectName("planBoth")
        head.addWidget(self.plan_both)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(10))
        self.inner.addLayout(self._build_rows())

    def _build_rows(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(px(10))
        rows.setVerticalSpacing(px(8))
        rows.setColumnStretch(1, 2)
        rows.setColumnStretch(2, 3)
        self.lines: dict[Kind, PlainLabel] = {}
        self.reasons: dict[Kind, PlainLabel] = {}
        self.buttons: dict[Kind, KeyButton] = {}
        for row, kind in enumerate(TREATMENTS):
            self.lines[kind] = PlainLabel("", "medium", self, wrap=True)
            self.reasons[kind] = PlainLabel("", "small", self, wrap=True)
            self.buttons[kind] = KeyButton(self.tr("Plan it"), parent=self)
            mark_changing(self.buttons[kind])
            self.buttons[kind].setObjectName(f"planBefore-{kind.value}")
            rows.addWidget(Drawing(GLYPHS[kind.value], "treat", 12, self), row, 0, Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(self.lines[kind], row, 1)
            rows.addWidget(self.reasons[kind], row, 2)
            rows.addWidget(self.buttons[kind], row, 3)
        return rows

    def _connect(self) -> None:
        self.on.dateChanged.connect(lambda _day: self._show())
        self.name.textChanged.connect(lambda _text: self._name_buttons())
        self.plan_both.clicked.connect(lambda: self._choose(TREATMENTS))
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self._choose((kind,)))

    def show_planner(self, planner: Planner) -> None:
        """Show a person's latest days; the event stays as it was typed."""
        self._planner = planner
        self._allow_days(planner.today)
        self._show()

    def forget(self) -> None:
        """Forget the event that was typed for somebody else."""
        self.name.clear()
        self.on.setDate(_qdate(self._planner.today + timedelta(FIRST_OFFER_DAYS)))

    def _allow_days(self, today: date) -> None:
        self.on.setDateRange(_qdate(today), _qdate(today + timedelta(LONGEST_AHEAD_DAYS)))

    def _show(self) -> None:
        event_on, today = self._event_on(), self._planner.today
        self._targets = before_event(self._planner, event_on)
        for target in self._targets:
            self.lines[target.kind].setText(target_words(target, event_on, today))
            self.reasons[target.kind].setText(target_reason(target))
            self.buttons[target.kind].setEnabled(target.on is not None)
        self.plan_both.setEnabled(all(target.on is not None for target in self._targets))
        self._name_buttons()

    def _event_on(self) -> date:
        chosen = self.on.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _name_buttons(self) -> None:
        called = " ".join(self.name.text().split()) or self.tr("the event")
        said = day(self._event_on(), self._planner.today)
        for kind, button in self.buttons.items():
            text = self.tr("Plan {treatment} before {event}, {day}")
            button.setAccessibleName(text.format(treatment=names.kind(kind), event=called, day=said))
        text = self.tr("Plan both before {event}, {day}")
        self.plan_both.setAccessibleName(text.format(event=called, day=said))

    def _choose(self, kinds: tuple[Kind, ...]) -> None:
        found = [(target.on, target.kind) for target in self._targets if target.kind in kinds and target.on is not None]
        # Of two on one day the session comes first, as it was judged.
        ordered = sorted(found, key=lambda one: (one[0], one[1] is Kind.BOTOX))
        self.daysChosen.emit({kind: on for on, kind in ordered})


def _qdate(on: date) -> QDate:
    return QDate(on.year, on.month, on.day)
