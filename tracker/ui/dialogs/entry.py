"""What the dialogs of all entries share: the day, the note, "same as last time", and saving to the record."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.core.drafts import EntryDraft, MaybeTime, Unreadable
from tracker.core.records import Entry, Person
from tracker.ui.dialogs.fields import Field, NoteEdit, line_edit
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.reading import read_time
from tracker.ui.dialogs.when import WhenEdit
from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.dates import clock_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.errors import Problem
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme


class SameAsStrip(QFrame):
    """Says that the values of an earlier entry are filled in; hidden while none are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("msg")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(11), px(14), px(11))
        row.setSpacing(px(12))
        row.addWidget(Drawing("undo", "accent", 18, self))
        self._said = PlainLabel("", "medium", self)
        self._hint = PlainLabel("", "muted", self, elide=True)
        row.addWidget(self._said)
        row.addWidget(self._hint, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said; empty while nothing is filled in."""
        return "" if self.isHidden() else self._said.text()

    def say(self, text: str) -> None:
        """Say ``text``, or nothing where it is empty."""
        self._said.setText(text)
        self.setVisible(bool(text))
        self._name()

    def show_hint(self, hint: str) -> None:
        """Say beside it which key saves, or nothing where it is empty."""
        self._hint.setText(hint)
        self._name()

    def _name(self) -> None:
        said = self._said.text()
        self.setAccessibleName(f"{said} {self._hint.text()}".strip() if said else "")


class EntryDialog(FormDialog):
    """Base of the dialogs that log or edit an entry. ``saved`` carries the entry once it is in the record."""

    saved = Signal(object)

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        title: str,
        width: int,
        glyph: str,
        entry: Entry | None,
        is_veil_opaque: bool = False,
    ) -> None:
        super().__init__(theme, parent, title=title, width=width, glyph=glyph, is_veil_opaque=is_veil_opaque)
        self.record = record
        self.person = person
        self.preferences = preferences
        self.entry = entry
        self.today = record.clock.today()
        self.when = WhenEdit(record.clock, preferences.first_day_of_week)
        self.at = line_edit(self.tr("Not recorded"), 120)
        self.note = NoteEdit(self.tr("Anything worth remembering"))

    def draft(self) -> EntryDraft:
        raise NotImplementedError

    def problems(self) -> "Sequence[Problem]":
        return self.draft().problems(self.today, self.record.catalog)

    def store(self) -> None:
        draft = self.draft()
        saved = self.log(draft) if self.entry is None else self.record.entries.change(self.entry.id, draft)
        self.saved.emit(saved)

    def log(self, draft: EntryDraft) -> Entry:
        """Add ``draft`` to the record as a new entry."""
        return self.record.entries.add(self.person.id, draft)

    def name_of_person(self) -> str:
        """Return whose entry it is; empty in a record of one person."""
        return self.person.name if self.record.people.count() > 1 else ""

    def when_field(self) -> Field:
        """Return the field of the day."""
        return self.add_field("on", self.tr("&When"), self.when)

    def time_field(self) -> Field:
        """Return the field of the time of day."""
        return self.add_field("at", self.tr("T&ime"), self.at)

    def note_field(self) -> Field:
        """Return the field of the note."""
        return self.add_field("note", self.tr("&Note, optional"), self.note)

    def fill_common(self, draft: EntryDraft) -> None:
        """Put day, time and note of ``draft`` into their fields."""
        if draft.on is not None and not isinstance(draft.on, Unreadable):
            self.when.set_day(draft.on)
        self.at.setText(time_text(draft.at))
        self.note.fill(draft.note)

    def typed_time(self) -> MaybeTime:
        """Return the time of day in its field."""
        return read_time(self.at.text())


def time_text(at: MaybeTime) -> str:
    """Return a time as it stands in its field."""
    if isinstance(at, Unreadable):
        return at.text
    return "" if at is None else clock_time(at)
