"""When to be asked to rate: around the treatments, in a rhythm of the person's own, and once more the next day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.progress.noise import FEWEST_PAIRS
from tracker.core.reminders.rating_schedule_settings import (
    LONGEST_RHYTHM_DAYS,
    RHYTHM_DAYS,
    SHORTEST_RHYTHM_DAYS,
    RatingScheduleSettings,
)
from tracker.core.reminders.repeats import APART_DAYS
from tracker.ui.dialogs.said_box import said_box
from tracker.ui.reminders.entered import EnteredEdit, NumberField
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel


class ScheduleRows(QWidget):
    """``changed`` follows every change, ``judged`` carries what is wrong with the number of days."""

    changed = Signal()
    judged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept_days = RHYTHM_DAYS
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.around = QCheckBox(self.tr("Ask to rate around treat&ments"), self)
        self.around.setObjectName("schedule-on")
        self.around.setAccessibleName(self.tr("Ask to rate around treatments"))
        why = self.tr(
            "Before botox, on days 7, 14, 30, 60, 90 and 120 after it, then every 30 days; before a session and on "
            "day 7 after it. A rating up to 3 days away counts."
        )
        column.addLayout(said_box(self.around, why))
        self.rhythm = QCheckBox(self.tr("Ask to rate e&very"), self)
        self.rhythm.setObjectName("rhythm-on")
        self.rhythm.setAccessibleName(self.tr("Ask to rate in a rhythm of your own"))
        limits = (SHORTEST_RHYTHM_DAYS, LONGEST_RHYTHM_DAYS)
        self.days = NumberField("rhythm-days", self.tr("Days between two ratings"), limits, self)
        self.edits: tuple[EnteredEdit, ...] = (self.days,)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for widget in (self.rhythm, self.days, PlainLabel(self.tr("days"), "", self)):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        self.repeat = QCheckBox(self.tr("Now and then ask to rate again the next da&y"), self)
        self.repeat.setObjectName("repeat-on")
        self.repeat.setAccessibleName(self.tr("Now and then ask to rate again the next day"))
        why_again = self.tr(
            "Two ratings close together show how much your ratings vary by themselves. At most once in {days} days, "
            "and no longer after {pairs} such pairs."
        ).format(days=APART_DAYS, pairs=FEWEST_PAIRS)
        column.addLayout(said_box(self.repeat, why_again))

    def _connect(self) -> None:
        self.around.toggled.connect(self.changed)
        self.rhythm.toggled.connect(self.changed)
        self.repeat.toggled.connect(self.changed)
        self.rhythm.toggled.connect(self.days.setEnabled)
        self.days.entered.connect(self.changed)
        self.days.judged.connect(self.judged)

    @property
    def settings(self) -> RatingScheduleSettings:
        """Return what is chosen; a number that cannot be read is as it was."""
        days = self.days.value
        return RatingScheduleSettings(
            is_schedule_on=self.around.isChecked(),
            is_rhythm_on=self.rhythm.isChecked(),
            rhythm_days=self._kept_days if days is None else days,
            is_repeat_on=self.repeat.isChecked(),
        )

    def keep(self, settings: RatingScheduleSettings) -> None:
        """Take note that ``settings`` are saved; what is being typed stays."""
        self._kept_days = settings.rhythm_days

    def fill(self, settings: RatingScheduleSettings) -> None:
        """Show settings."""
        self.keep(settings)
        for box, is_on in (
            (self.around, settings.is_schedule_on),
            (self.rhythm, settings.is_rhythm_on),
            (self.repeat, settings.is_repeat_on),
        ):
            box.blockSignals(True)
            box.setChecked(is_on)
            box.blockSignals(False)
        self.days.fill(settings.rhythm_days)
        self.days.setEnabled(settings.is_rhythm_on)
