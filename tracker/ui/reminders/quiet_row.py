"""The quiet hours: whether, and from when to when."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from tracker.core.reminders.settings import QuietHours
from tracker.ui.reminders.entered import EnteredEdit, TimeField
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel

_OFFERED = QuietHours(time(22), time(8))


class QuietRow(QWidget):
    """``changed`` follows every change, ``judged`` carries what is wrong with a time."""

    changed = Signal()
    judged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = _OFFERED
        self._build()
        self._connect()

    def _build(self) -> None:
        self.box = QCheckBox(self.tr("&No notifications from"), self)
        self.box.setObjectName("quiet-on")
        self.box.setAccessibleName(self.tr("Quiet hours"))
        self.start = TimeField("quiet-start", self.tr("Quiet hours from"), self)
        self.end = TimeField("quiet-end", self.tr("Quiet hours to"), self)
        self.edits: tuple[EnteredEdit, ...] = (self.start, self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        for widget in (self.box, self.start, PlainLabel(self.tr("to", "from a time to a time"), "", self), self.end):
            row.addWidget(widget)
        row.addStretch(1)

    def _connect(self) -> None:
        self.box.toggled.connect(self.changed)
        for edit in self.edits:
            self.box.toggled.connect(edit.setEnabled)
            edit.entered.connect(self.changed)
            edit.judged.connect(self.judged)

    @property
    def hours(self) -> QuietHours | None:
        """Return the quiet hours, None where they are off; a time that cannot be read is as it was."""
        if not self.box.isChecked():
            return None
        start, end = self.start.value, self.end.value
        return QuietHours(self._kept.start if start is None else start, self._kept.end if end is None else end)

    def keep(self, hours: QuietHours | None) -> None:
        """Take note that ``hours`` are saved; what is being typed stays."""
        self._kept = self._kept if hours is None else hours

    def fill(self, hours: QuietHours | None) -> None:
        """Show quiet hours; where they are off, those that would be offered."""
        self.keep(hours)
        self.box.blockSignals(True)
        self.box.setChecked(hours is not None)
        self.box.blockSignals(False)
        self.start.fill(self._kept.start)
        self.end.fill(self._kept.end)
        for edit in self.edits:
            edit.setEnabled(hours is not None)
