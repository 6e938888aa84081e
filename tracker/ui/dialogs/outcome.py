"""How a contact ended, and the day until which that answers reminders."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.contacts import ContactOutcome
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import Composite
from tracker.ui.dialogs.when import DayEdit
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import contacts as words
from tracker.ui.words.dates import day_full


class OutcomeEdit(Segments):
    """One of the outcomes; 1 to 4 choose too."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__([(one.value, words.outcome(one)) for one in ContactOutcome], parent, name=name)

    @property
    def outcome(self) -> ContactOutcome | None:
        """Return what is chosen, None while nothing is."""
        return ContactOutcome(self.chosen) if self.chosen else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.buttons):
            self.choose(list(ContactOutcome)[place].value)
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class UntilEdit(Composite):
    """A day with its weekday beside it. It follows what is proposed until somebody changes it."""

    def __init__(self, first_day_of_week: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed: date | None = None
        self.edit = DayEdit(first_day_of_week, self)
        self.edit.setObjectName("until_day")
        self._said = PlainLabel("", "muted", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.edit)
        row.addWidget(self._said)
        row.addStretch(1)
        self.setFocusProxy(self.edit)
        self.edit.dateChanged.connect(lambda _day: self._on_changed())

    @property
    def mended_at(self) -> QWidget:
        return self.edit

    @property
    def day(self) -> date:
        """Return the day that stands in the field."""
        return self.edit.day

    def propose(self, day: date) -> None:
        """Show ``day`` where nobody has changed what was proposed before."""
        if self._proposed is None or self.day == self._proposed:
            self._proposed = day
            self.edit.set_day(day)
            self._on_changed()

    def fill(self, day: date) -> None:
        """Show a day that was chosen before."""
        self._proposed = date.min
        self.edit.set_day(day)
        self._on_changed()

    def typed(self) -> JsonValue:
        """Return the day, and whether it is only proposed."""
        return [self.day.isoformat(), self.day == self._proposed]

    def retype(self, value: tuple[str, bool]) -> None:
        """Show the day that `typed` returned; one that was only proposed follows what is proposed next."""
        day, is_proposed = value
        self.fill(date.fromisoformat(day))
        if is_proposed:
            self._proposed = self.day

    def say(self, label: str) -> None:
        """Name the day for a screen reader."""
        self.edit.setAccessibleName(label)

    def _on_changed(self) -> None:
        self._said.setText(day_full(self.day))
        self.changed.emit()
