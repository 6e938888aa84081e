"""The day of an entry: today, yesterday or another date."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QWidget

from tracker.core.drafts import EARLIEST_DAY
from tracker.ui.dialogs.fields import Composite
from tracker.ui.dialogs.reading import day_pattern
from tracker.ui.scale import px
from tracker.ui.widgets.date_edit import DateEdit
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.dates import day_full

if TYPE_CHECKING:
    from tracker.core.clock import Clock

LATEST_DAY = date(2200, 12, 31)
TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"


class DayEdit(DateEdit):
    """A date typed in the system's own form with all four digits of the year, or picked from a calendar."""

    def __init__(self, first_day_of_week: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("other_date")
        self.setCalendarPopup(True)
        self.setDisplayFormat(day_pattern())
        self.setDateRange(_qdate(EARLIEST_DAY), _qdate(LATEST_DAY))
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek(first_day_of_week))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)

    @property
    def day(self) -> date:
        """Return the day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Put ``day`` into the field."""
        self.setDate(_qdate(day))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class WhenEdit(Composite):
    """Segments for today, yesterday and another date, which opens a date field beside them."""

    def __init__(self, clock: "Clock", first_day_of_week: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = clock.today()
        self._is_field = False
        self._build(first_day_of_week)
        self._connect()
        self.set_day(self._today)

    def _build(self, first_day_of_week: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        words = [(TODAY, self.tr("Today")), (YESTERDAY, self.tr("Yesterday")), (OTHER, self.tr("Other date"))]
        self.segments = Segments(words, self, name=self.tr("When"))
        self.edit = DayEdit(first_day_of_week, self)
        self.edit.setAccessibleName(self.tr("Other date"))
        self._said = PlainLabel("", "muted", self)
        row.addWidget(self.segments)
        row.addWidget(self.edit)
        row.addWidget(self._said)
        row.addStretch(1)
        self.setFocusProxy(self.segments)

    def _connect(self) -> None:
        self.segments.chosenChanged.connect(self._on_segment_chosen)
        self.edit.dateChanged.connect(lambda _day: self._show())

    def show_as_field(self) -> None:
        """Be one field with the date, as in a practice, instead of the choice before it."""
        self._is_field = True
        self.segments.hide()
        self._said.hide()
        self.edit.setFixedHeight(px(32))
        self.setFocusProxy(self.edit)
        self.set_day(self.day)

    @property
    def mended_at(self) -> QWidget:
        return self.edit if self.segments.chosen == OTHER else self

    @property
    def day(self) -> date:
        """Return the chosen day."""
        if self.segments.chosen == OTHER:
            return self.edit.day
        return self._today if self.segments.chosen == TODAY else self._today - timedelta(days=1)

    def set_day(self, day: date) -> None:
        """Choose ``day``."""
        self.edit.set_day(day)
        ago = (self._today - day).days
        self.segments.choose(OTHER if self._is_field else {0: TODAY, 1: YESTERDAY}.get(ago, OTHER))
        self._show()

    def typed(self) -> str:
        """Return the chosen day; tomorrow it is still that day."""
        return self.day.isoformat()

    def retype(self, value: str) -> None:
        """Choose the day that `typed` returned."""
        self.set_day(date.fromisoformat(value))

    def _show(self) -> None:
        self.edit.setVisible(self.segments.chosen == OTHER)
        self._said.setText(day_full(self.day))
        self.changed.emit()

    def _on_segment_chosen(self, key: str) -> None:
        if key != OTHER:
            self.edit.set_day(self.day)
        self._show()
