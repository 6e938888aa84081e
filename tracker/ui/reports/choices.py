"""What is chosen for paper: documents, period, paper and what is in it. Private notes are never ticked beforehand."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from tracker.core.drafts import EARLIEST_DAY
from tracker.ui.dialogs.when import DayEdit
from tracker.ui.reports.kinds import A4, LETTER, Document
from tracker.ui.reports.offer import Offer
from tracker.ui.reports.options import ReportOptions
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.documents import document_choice

if TYPE_CHECKING:
    from tracker.ui.preferences import Preferences

_MONTHS = {"3m": 3, "6m": 6, "12m": 12, "24m": 24}
_ALL, _OWN = "all", "own"
_AUTOMATIC = "automatic"


class Choices(QWidget):
    """The choices beside the preview. ``changed`` follows every change that alters the report."""

    changed = Signal()

    def __init__(self, offer: Offer, preferences: "Preferences", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._usual_paper = preferences.paper
        # The chart of the page is that of the screen.
        self._guides, self._trend_span = preferences.guides, preferences.trend_span
        self._make_controls(preferences.first_day_of_week)
        self._build()
        self._allow()
        self._on_period_chosen()
        self._connect()

    def _make_controls(self, first_day_of_week: int) -> None:
        self.documents = {document: QCheckBox(document_choice(document)) for document in Document}
        self.documents[Document.PROGRESS].setChecked(True)
        self.map_of = _box([(str(choice), said) for choice, said in self._offer.maps])
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
        self.has_before_after = QCheckBox(self.tr("&Before and after"))
        self.has_letterhead = QCheckBox(self.tr("Sho&w the practice"))
        self.hides_identity = QCheckBox(self.tr("&Hide identity"))
        self.has_notes = QCheckBox(self.tr("Include &notes"))
        self.has_private_notes = QCheckBox(self.tr("Include pri&vate notes"))
        self.is_grey = QCheckBox(self.tr("&Greyscale"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._add_boxes(column, self.tr("Documents"), ((f"print_{one}", box) for one, box in self.documents.items()))
        self._map_label = self._add(column, self.tr("Da&y of the large face map"), self.map_of, "map_of")
        self._add(column, self.tr("P&eriod of report and chart"), self.period, "period")
        column.addLayout(self._days())
        column.addSpacing(px(8))
        parts = (("before_after", self.has_before_after), ("face_map", self.has_face_map))
        self._add_boxes(column, self.tr("On the progress report"), parts)
        everywhere = (
            ("letterhead", self.has_letterhead),
            ("hide_identity", self.hides_identity),
            ("notes", self.has_notes),
            ("private_notes", self.has_private_notes),
            ("grey", self.is_grey),
        )
        self._add_boxes(column, self.tr("On every page"), everywhere)
        self._add(column, self.tr("Pape&r"), self.paper, "paper")

    def _add_boxes(self, column: QVBoxLayout, heading: str, boxes: Iterable[tuple[str, QCheckBox]]) -> None:
        column.addWidget(PlainLabel(heading, "field", self))
        for name, box in boxes:
            box.setObjectName(name)
            column.addWidget(box)
        column.addSpacing(px(8))

    def _allow(self) -> None:
        """Offer what there is something to print for."""
        offer = self._offer
        for box, is_there in ((self.has_face_map, bool(offer.has_maps)), (self.has_before_after, offer.can_compare)):
            box.setEnabled(is_there)
            box.setChecked(is_there)
        self.documents[Document.FACE_MAP].setEnabled(offer.has_maps)
        for part in (self._map_label, self.map_of):
            part.setVisible(len(offer.maps) > 1)
        self.has_letterhead.setVisible(offer.has_letterhead)
        self.has_letterhead.setChecked(offer.has_letterhead)
        self._on_documents_toggled()

    def take(self, documents: frozenset[Document], map_of: UUID | None = None) -> None:
        """Tick ``documents``, as far as they are offered, and no others; choose the treatment of the face map."""
        for document, box in self.documents.items():
            box.setChecked(document in documents and box.isEnabled())
        if map_of is not None:
            choose(self.map_of, str(map_of))

    def _add(self, column: QVBoxLayout, words: str, control: QWidget, name: str) -> PlainLabel:
        label = self._label(words, control, name)
        column.addWidget(label)
        column.addWidget(control)
        return label

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
        self.map_of.currentIndexChanged.connect(self.changed)
        boxes = (self.has_before_after, self.has_face_map, self.has_letterhead)
        for box in (*boxes, self.hides_identity, self.has_notes, self.has_private_notes, self.is_grey):
            box.toggled.connect(self.changed)
        for box in self.documents.values():
            box.toggled.connect(self._on_documents_toggled)
            box.toggled.connect(self.changed)

    @property
    def options(self) -> ReportOptions:
        """Return what is chosen. A period that holds the whole record has no start of its own."""
        paper: str = self.paper.currentData()
        start, map_of = self.start.day, self.map_of.currentData()
        is_whole = start <= self._offer.first and self.period.currentData() != _OWN
        return ReportOptions(
            documents=frozenset(document for document, box in self.documents.items() if box.isChecked()),
            letterhead=self.has_letterhead.isChecked(),
            map_of=None if map_of is None else UUID(map_of),
            paper=self._usual_paper if paper == _AUTOMATIC else paper,
            hide_identity=self.hides_identity.isChecked(),
            with_notes=self.has_notes.isChecked() and not self.hides_identity.isChecked(),
            with_private_notes=self.has_private_notes.isChecked() and not self.hides_identity.isChecked(),
            greyscale=self.is_grey.isChecked(),
            face_map=self.has_face_map.isChecked(),
            before_after=self.has_before_after.isChecked(),
            start=None if is_whole else start,
            end=self.end.day,
            guides=self._guides,
            trend_span=self._trend_span,
        )

    def _on_period_chosen(self) -> None:
        chosen: str = self.period.currentData()
        if chosen != _OWN:
            start = self._offer.first if chosen == _ALL else max(self._offer.first, self._months_back(_MONTHS[chosen]))
            self._show_days(start, self._offer.today)

    def _show_days(self, start: date, end: date) -> None:
        for edit in (self.start, self.end):
            edit.blockSignals(True)
            edit.setDateRange(_qdate(EARLIEST_DAY), _qdate(self._offer.today))
        self.start.set_day(start)
        self.end.set_day(end)
        self._keep_order()
        for edit in (self.start, self.end):
            edit.blockSignals(False)

    def _months_back(self, months: int) -> date:
        day = _qdate(self._offer.today).addMonths(-months).addDays(1)
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

    def _on_documents_toggled(self) -> None:
        """Let what belongs to one document be chosen only together with it."""
        has = {document: box.isChecked() for document, box in self.documents.items()}
        self.has_face_map.setEnabled(has[Document.PROGRESS] and self._offer.has_maps)
        self.has_before_after.setEnabled(has[Document.PROGRESS] and self._offer.can_compare)
        self.map_of.setEnabled(has[Document.FACE_MAP])
        for part in (self.period, self.start, self.end):
            part.setEnabled(has[Document.PROGRESS] or has[Document.CHART])

    def _on_identity_toggled(self, is_hidden: bool) -> None:
        for box in (self.has_notes, self.has_private_notes):
            box.setEnabled(not is_hidden)


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
