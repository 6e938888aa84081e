"""What narrows the history: kind by chips with counts, words by a search field, days by a range."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.drafts import EARLIEST_DAY
from tracker.core.records import Kind
from tracker.ui.history.filters import Days, HistoryFilter, Range, days_of
from tracker.ui.history.lanes import LANES
from tracker.ui.history.search import words_of
from tracker.ui.history.words import count_line, group_name, range_name
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.date_edit import DateEdit
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.search_line import SearchLine
from tracker.ui.words.dates import language

if TYPE_CHECKING:
    from tracker.ui.preferences import Preferences

ALL = "all"
SEARCH_WIDTH = 208
DATE_WIDTH = 140


class SearchField(SearchLine):
    """The words searched for. Esc empties it, Down and Return go on to the entries."""

    leftDownwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("historySearch")
        self.setPlaceholderText(self.tr("Search notes, lots"))
        self.setAccessibleName(self.tr("Search details, notes, lots, products and names"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leftDownwards.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Chips, search and range in one line; the two days of a custom range in a second one."""

    filterChanged = Signal()
    exportAsked = Signal()

    def __init__(self, theme: Theme, today: date, preferences: "Preferences", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._preferences = preferences
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(8))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._build_chips(), 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._build_search(theme))
        line.addWidget(self._build_range())
        line.addWidget(self._build_export())
        outer.addLayout(line)
        outer.addWidget(self._build_days())

    def _build_chips(self) -> Chips:
        items = [(ALL, self.tr("All")), *((kind.value, group_name(kind)) for kind in LANES)]
        self.chips = Chips(items, self, name=self.tr("Kinds of entries"), exclusive=True)
        self.chips.choose([ALL])
        return self.chips

    def _build_search(self, theme: Theme) -> SearchField:
        self.search = SearchField(theme, self)
        self.search.setMinimumWidth(SEARCH_WIDTH // 2)
        self.search.setMaximumWidth(px(SEARCH_WIDTH))
        return self.search

    def _build_range(self) -> QComboBox:
        self.ranges = QComboBox(self)
        self.ranges.setObjectName("historyRange")
        self.ranges.setAccessibleName(self.tr("Range of dates"))
        for choice in Range:
            self.ranges.addItem(range_name(choice), choice)
        return self.ranges

    def _build_export(self) -> KeyButton:
        self._export = KeyButton(self.tr("Export CSV"), parent=self)
        self._export.setObjectName("historyExport")
        return self._export

    def _build_days(self) -> QWidget:
        self._days = QWidget(self)
        line = QHBoxLayout(self._days)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addStretch(1)
        self.start = self._date_field("historyFrom", self.tr("First day"), self._today.replace(month=1, day=1))
        self.end = self._date_field("historyTo", self.tr("Last day"), self._today)
        for text, field in ((self.tr("From"), self.start), (self.tr("to"), self.end)):
            label = PlainLabel(text, "field", self._days)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
        self._days.hide()
        return self._days

    def _date_field(self, name: str, spoken: str, on: date) -> DateEdit:
        field = DateEdit(self._days)
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setLocale(language())
        field.setDisplayFormat("d MMM yyyy")
        field.setMinimumDate(_qdate(EARLIEST_DAY))
        field.setDate(_qdate(on))
        field.setCalendarPopup(True)
        field.setMinimumWidth(px(DATE_WIDTH))
        return field

    def _connect(self) -> None:
        self.chips.chosenChanged.connect(self.filterChanged)
        self.search.textChanged.connect(self.filterChanged)
        self.ranges.currentIndexChanged.connect(self._on_range_changed)
        self.start.dateChanged.connect(self.filterChanged)
        self.end.dateChanged.connect(self.filterChanged)
        self._export.clicked.connect(self.exportAsked)

    @property
    def wanted(self) -> HistoryFilter:
        """Return what is asked for."""
        chosen = self.chips.chosen[0] if self.chips.chosen else ALL
        kind = None if chosen == ALL else Kind(chosen)
        return HistoryFilter(kind, self.days, words_of(self.search.text()))

    @property
    def days(self) -> Days:
        """Return the days asked for; a custom range counts whichever of its days comes first."""
        chosen = self.range
        if chosen is not Range.CUSTOM:
            return days_of(chosen, self._today)
        first, second = _date(self.start), _date(self.end)
        return Days(min(first, second), max(first, second))

    @property
    def range(self) -> Range:
        """Return the choice of the range."""
        return Range(self.ranges.currentData())

    def choose_range(self, chosen: Range) -> None:
        """Choose a range."""
        self.ranges.setCurrentIndex(list(Range).index(chosen))

    def choose_days(self, start: date, end: date) -> None:
        """Choose a custom range of days, both included."""
        self.blockSignals(True)
        self.start.setDate(_qdate(start))
        self.end.setDate(_qdate(end))
        self.choose_range(Range.CUSTOM)
        self.blockSignals(False)
        self.filterChanged.emit()

    def clear(self) -> None:
        """Ask for every entry."""
        self.blockSignals(True)
        self.chips.choose([ALL])
        self.search.clear()
        self.choose_range(Range.ALL)
        self.blockSignals(False)
        self.filterChanged.emit()

    def set_today(self, today: date) -> None:
        """Take another day as today, for ranges that end with it."""
        self._today = today

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Show how many entries each chip would leave."""
        self._show_count(ALL, sum(counts.values()))
        for kind in LANES:
            self._show_count(kind.value, counts.get(kind, 0))

    def _show_count(self, key: str, count: int) -> None:
        chip = self.chips.chip(key)
        chip.show_count(str(count))
        chip.setAccessibleDescription(count_line(count))

    def _on_range_changed(self) -> None:
        is_custom = self.range is Range.CUSTOM
        self._days.setVisible(is_custom)
        for field in (self.start, self.end) if is_custom else ():
            field.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek(self._preferences.first_day_of_week))
        self.filterChanged.emit()


def _qdate(on: date) -> QDate:
    return QDate(on.year, on.month, on.day)


def _date(field: DateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
