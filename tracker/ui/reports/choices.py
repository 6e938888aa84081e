"""What a person chooses for a report: period, paper and what is in it. Private notes are never ticked beforehand."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from tracker.core.drafts import EARLIEST_DAY
from tracker.core.records import Botox, Treatment
from tracker.ui.dialogs.when import DayEdit
from tracker.ui.reports.options import A4, LETTER, ReportOptions
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from tracker.core.timeline import Timeline

_MONTHS = {"3m": 3, "6m": 6, "12m": 12, "24m": 24}
_ALL, _OWN = "all", "own"
_AUTOMATIC = "automatic"


class Choices(QWidget):
    """The choices beside the preview. ``changed`` follows every change that alters the report."""

    changed = Signal()

    def __init__(self, timeline: "Timeline", paper: str, first_day_of_week: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = timeline.today
        self._first = min(
            [days[0].on for days in (timeline.ratings, timeline.treatments) if days], default=timeline.today
        )
        self._treatments = timeline.treatments
        self._can_compare = bool(timeline.treatments and timeline.ratings)
        self._usual_paper = paper
        self._build(first_day_of_week)
        self._on_period_chosen()
        self._connect()

    def _build(self, first_day_of_week: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.period = _box(
            [
                ("3m", self.tr("Last 3 months")),
                ("6m", self.tr("Last 6 months")),
                ("12m", self.tr("Last 12 months")),
                ("24m", self.tr("Last 2 years")),
                (_ALL, self.tr("Whole record")),
                (_OWN, self.tr("Own dates")),
            ]
        )
        choose(self.period, "12m")
        self.start, self.end = DayEdit(first_day_of_week), DayEdit(first_day_of_week)
        self.paper = _box(
            [
                (_AUTOMATIC, self.tr("As in settings ({paper})").format(paper=self._usual_paper)),
                (A4, self.tr("A4")),
                (LETTER, self.tr("Letter")),
            ]
        )
        self.has_face_map = QCheckBox(self.tr("Face &map"))
        self.has_face_map.setEnabled(any(_has_points(given.treatment) for given in self._treatments))
        self.has_face_map.setChecked(self.has_face_map.isEnabled())
        self.has_before_after = QCheckBox(self.tr("&Before and after"))
        self.has_before_after.setEnabled(self._can_compare)
        self.has_before_after.setChecked(self.has_before_after.isEnabled())
        self.hides_identity = QCheckBox(self.tr("&Hide identity"))
        self.has_notes = QCheckBox(self.tr("Include &notes"))
        self.has_private_notes = QCheckBox(self.tr("Include pri&vate notes"))
        self.is_grey = QCheckBox(self.tr("&Greyscale"))
        self._add(column, self.tr("P&eriod"), self.period, "period")
        column.addLayout(self._days())
        self._add(column, self.tr("Pape&r"), self.paper, "paper")
        column.addSpacing(px(8))
        for name, box in (
            ("before_after", self.has_before_after),
            ("face_map", self.has_face_map),
            ("hide_identity", self.hides_identity),
            ("notes", self.has_notes),
            ("private_notes", self.has_private_notes),
            ("grey", self.is_grey),
        ):
            box.setObjectName(name)
            column.addWidget(box)

    def _add(self, column: QVBoxLayout, words: str, control: QWidget, name: str) -> None:
        column.addWidget(self._label(words, control, name))
        column.addWidget(control)

    def _label(self, words: str, control: QWidget, name: str) -> PlainLabel:
        control.setObjectName(name)
        control.setAccessibleName(words.replace("&", ""))
        label = PlainLabel(words, "field", self)
        label.setBuddy(control)
        return label

    def _days(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for row, (words, control, name) in enumerate(
            ((self.tr("&From"), self.start, "start"), (self.tr("&To"), self.end, "end"))
        ):
            grid.addWidget(self._label(words, control, name), row, 0)
            grid.addWidget(control, row, 1)
        return grid

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(self._on_period_chosen)
        self.period.currentIndexChanged.connect(self.changed)
        self.start.dateChanged.connect(self._on_day_edited)
        self.end.dateChanged.connect(self._on_day_edited)
        self.paper.currentIndexChanged.connect(self.changed)
        self.hides_identity.toggled.connect(self._on_identity_toggled)
        for box in (
            self.has_before_after,
            self.has_face_map,
            self.hides_identity,
            self.has_notes,
            self.has_private_notes,
            self.is_grey,
        ):
            box.toggled.connect(self.changed)

    @property
    def options(self) -> ReportOptions:
        """Return what is chosen. A period that holds the whole record has no start of its own."""
        paper: str = self.paper.currentData()
        start = self.start.day
        return ReportOptions(
            paper=self._usual_paper if paper == _AUTOMATIC else paper,
            hide_identity=self.hides_identity.isChecked(),
            with_notes=self.has_notes.isChecked() and not self.hides_identity.isChecked(),
            with_private_notes=self.has_private_notes.isChecked() and not self.hides_identity.isChecked(),
            greyscale=self.is_grey.isChecked(),
            face_map=self.has_face_map.isChecked(),
            before_after=self.has_before_after.isChecked(),
            start=start if start > self._first or self.period.currentData() == _OWN else None,
            end=self.end.day,
        )

    def _on_period_chosen(self) -> None:
        chosen: str = self.period.currentData()
        if chosen != _OWN:
            start = self._first if chosen == _ALL else max(self._first, self._months_back(_MONTHS[chosen]))
            self._show_days(start, self._today)

    def _show_days(self, start: date, end: date) -> None:
        for edit in (self.start, self.end):
            edit.blockSignals(True)
            edit.setDateRange(_qdate(EARLIEST_DAY), _qdate(self._today))
        self.start.set_day(start)
        self.end.set_day(end)
        self._keep_order()
        for edit in (self.start, self.end):
            edit.blockSignals(False)

    def _months_back(self, months: int) -> date:
        day = _qdate(self._today).addMonths(-months).addDays(1)
        return date(day.year(), day.month(), day.day())

    def _on_day_edited(self) -> None:
        self._keep_order()
        if self.period.currentData() == _OWN:
            self.changed.emit()
        else:
            choose(self.period, _OWN)

    def _keep_order(self) -> None:
        self.start.setMaximumDate(self.end.date())
        self.end.setMinimumDate(self.start.date())

    def _on_identity_toggled(self, is_hidden: bool) -> None:
        for box in (self.has_notes, self.has_private_notes):
            box.setEnabled(not is_hidden)


def _has_points(treatment: Treatment) -> bool:
    return isinstance(treatment, Botox) and bool(treatment.points)


def choose(box: QComboBox, key: str) -> None:
    """Choose an item by its key."""
    box.setCurrentIndex(box.findData(key))


def _box(items: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for key, words in items:
        box.addItem(words, key)
    return box


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
