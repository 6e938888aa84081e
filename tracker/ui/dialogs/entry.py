"""What the dialogs of all entries share: the day, the note, "same as last time", and saving to the record."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.core.drafts import SHORTEST_REASON, EntryDraft, MaybeTime, Unreadable
from tracker.core.errors import Problem
from tracker.core.records import Entry, Person
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import Field, NoteEdit, line_edit
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.note_templates import offer_templates
from tracker.ui.dialogs.provider import ProviderEdit
from tracker.ui.dialogs.reading import read_time
from tracker.ui.dialogs.when import WhenEdit
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.clients import row_facts
from tracker.ui.words.dates import clock_time
from tracker.ui.words.signing import private_hint, signed_line

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """Base of the dialogs that log, edit or amend an entry. ``saved`` carries the entry once it is in the record.

    A signed entry is amended: the dialog asks for the reason, and both versions are kept.
    """

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
        self.private_note = NoteEdit(private_hint())
        self.amends = is_signed(entry)
        self.reason = NoteEdit(self.tr("What was wrong, or is known by now"))

    def begin(self) -> None:
        if self.entry is not None and self.amends:
            self.rows.insertWidget(0, PlainLabel(self._amending(self.entry), "muted", self, wrap=True))
            self.rows.addWidget(self.add_field("reason", self.tr("Reason for the amendment"), self.reason))
            self.save_button.setText(self.save_words())
        offer_templates(self, self.record, self.theme)
        super().begin()

    def _amending(self, entry: Entry) -> str:
        text = self.tr("{signed} What you change is kept as an amendment, beside the version that was signed.")
        return text.format(signed=signed_line(entry))

    def save_words(self) -> str:
        """Return what the button that saves says."""
        return self.tr("&Save amendment") if self.amends else self.tr("&Save")

    def draft(self) -> EntryDraft:
        raise NotImplementedError

    def problems(self) -> "Sequence[Problem]":
        found = list(self.draft().problems(self.today, self.record.catalog))
        reason = self.reason.text.strip()
        if self.amends and len(reason) < SHORTEST_REASON:
            found.append(Problem("reason", "needs_note" if reason else "required"))
        return found

    def is_changed(self) -> bool:
        return super().is_changed() or bool(self.reason.text.strip())

    def opened_for(self) -> dict[str, JsonValue]:
        return {"person": str(self.person.id), "entry": None if self.entry is None else str(self.entry.id)}

    def store(self) -> None:
        self.saved.emit(self._saved(self.draft()))

    def _saved(self, draft: EntryDraft) -> Entry:
        entries = self.record.entries
        if self.entry is None:
            return self.log(draft)
        if self.amends:
            return entries.amend(self.entry.id, draft, self.reason.text)
        return entries.change(self.entry.id, draft)

    def log(self, draft: EntryDraft) -> Entry:
        """Add ``draft`` to the record as a new entry."""
        return self.record.entries.add(self.person.id, draft)

    def name_of_person(self) -> str:
        """Return whose entry it is, in a practice with age and number; empty in a record of one person at home."""
        name = shown_name(self.person)
        if self.record.practice.settings.is_practice:
            return ", ".join(part for part in (name, row_facts(self.person, self.today, name)) if part)
        return name if self.record.people.count() > 1 else ""

    def when_field(self) -> Field:
        """Return the field of the day."""
        return self.add_field("on", self.tr("&When"), self.when)

    def day_field(self) -> Field:
        """Return the field of the day as a date that is typed or picked, as in a practice."""
        self.when.show_as_field()
        return self.add_field("on", self.tr("&Date"), self.when)

    def time_field(self) -> Field:
        """Return the field of the time of day."""
        return self.add_field("at", self.tr("T&ime"), self.at)

    def provider_edit(self) -> ProviderEdit:
        """Return the line that names a practitioner; a new entry begins with who works here now."""
        edit = ProviderEdit([one.name for one in self.record.practitioners.here()], self.theme)
        if self.entry is None:
            edit.setText(self.record.made_by or "")
        return edit

    def note_field(self) -> Field:
        """Return the field of the note."""
        return self.add_field("note", self.tr("&Note, optional"), self.note)

    def private_note_field(self) -> Field:
        """Return the field of the private note."""
        return self.add_field("private_note", self.tr("Private note"), self.private_note)

    def fill_common(self, draft: EntryDraft) -> None:
        """Put day, time and notes of ``draft`` into their fields."""
        if draft.on is not None and not isinstance(draft.on, Unreadable):
            self.when.set_day(draft.on)
        self.at.setText(time_text(draft.at))
        self.note.fill(draft.note)
        self.private_note.fill(draft.private_note)

    def typed_time(self) -> MaybeTime:
        """Return the time of day in its field."""
        return read_time(self.at.text())


def is_signed(entry: Entry | None) -> bool:
    """Return whether ``entry`` is there and bears a signature."""
    return entry is not None and entry.signed_at is not None


def titled(entry: Entry | None, logging: str, editing: str, amending: str) -> str:
    """Return the title of a dialog that logs, edits or amends."""
    if entry is None:
        return logging
    return amending if is_signed(entry) else editing


def time_text(at: MaybeTime) -> str:
    """Return a time as it stands in its field."""
    if isinstance(at, Unreadable):
        return at.text
    return "" if at is None else clock_time(at)
