"""Which days count as before and as after a treatment, for everybody in the record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.core.errors import Problem, SkintervalError
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows, problems_of
from tracker.core.records import TREATMENTS, Kind
from tracker.ui.dialogs.fields import line_edit, row_of
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.before_after import around, window
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH, NUMBER_WIDTH = 520, 110
PARTS = ("before", "first", "last")
_LARGEST_TYPED = 99_999


class CountingDialog(FormDialog):
    """Changes the days that count; charts, the overview and reports follow."""

    kind_of_work = "counting"

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Before and after"), width=WIDTH)
        self.setObjectName("countingDialog")
        self._record = record
        self._kept = record.counting.windows
        self.days = {(kind, part): self._number() for kind in TREATMENTS for part in PARTS}
        self._build()
        for (kind, part), edit in self.days.items():
            edit.setText(str(getattr(self._kept.of(kind), part)))
        self.begin()
        first = self.days[Kind.BOTOX, "before"]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        first.selectAll()

    def _number(self) -> QLineEdit:
        edit = line_edit(width=NUMBER_WIDTH)
        edit.setValidator(QIntValidator(0, _LARGEST_TYPED, edit))
        edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        return edit

    def _build(self) -> None:
        why = self.tr(
            "Ratings on these days are compared, those of the day itself as before. A choice, no claim of effect: it "
            "changes the numbers of everybody in this record, not what was recorded."
        )
        self.rows.addWidget(PlainLabel(why, "small", self, wrap=True))
        labels = {
            Kind.BOTOX: (self.tr("&Days before"), self.tr("After, &from day"), self.tr("After, &to day")),
            Kind.MICRODERMABRASION: (self.tr("Days &before"), self.tr("After, from da&y"), self.tr("After, to d&ay")),
        }
        for kind in TREATMENTS:
            self.rows.addWidget(PlainLabel(around(kind, self._record.catalog), "strong", self))
            fields = [
                self.add_field(_name(kind, part), label, self.days[kind, part])
                for part, label in zip(PARTS, labels[kind], strict=True)
            ]
            for field in fields:
                field.control.setAccessibleName(
                    f"{around(kind, self._record.catalog)}: {field.control.accessibleName()}"
                )
            self.rows.addLayout(row_of(*fields, spacing=16))
            shipped = self.tr("As shipped: {window}.").format(window=window(kind, WINDOWS_AS_SHIPPED))
            self.rows.addWidget(PlainLabel(shipped, "small", self, wrap=True))
        self.reset_button = self.add_button(self.tr("&Reset to shipped"), "reset")
        mark_changing(self.reset_button)
        self.reset_button.clicked.connect(self._on_reset)
        self.footer.removeWidget(self.reset_button)
        self.footer.insertWidget(0, self.reset_button)
        self.reset_button.setVisible(self._kept != WINDOWS_AS_SHIPPED)

    def draft(self) -> object:
        return {name: edit.text() for name, edit in self.days.items()}

    def problems(self) -> Sequence[Problem]:
        missing = [Problem(_name(*name), "required") for name, edit in self.days.items() if not edit.text().isdigit()]
        return missing or problems_of(self._windows())

    def store(self) -> None:
        windows = self._windows()
        if windows != self._kept:
            self._record.counting.change(windows)

    def _windows(self) -> CountingWindows:
        botox, session = (
            CountingDays(**{part: int(self.days[kind, part].text()) for part in PARTS}) for kind in TREATMENTS
        )
        return CountingWindows(botox=botox, microdermabrasion=session)

    def _on_reset(self) -> None:
        try:
            self._record.counting.change(WINDOWS_AS_SHIPPED)
        except SkintervalError as failed:
            self._say_failure(failed)
        else:
            self.accept()


def _name(kind: Kind, part: str) -> str:
    return f"{kind.value}_{part}"
